import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, keepPicture, type Lantu, launch, sampleText, startLantu, visit } from './lantu.ts';

/** Some 300 printed pages: the sample's chapters again and again, each time another zone with other figures. */
function longPlan(pages: number): string {
  const chapters = sampleText().split(/^一、/m)[1] as string;
  const parts = ['云河市产业园区发展规划汇编', '', '规划基准年为2025年，规划期限为2026—2030年。', ''];
  // A printed page holds some 700 characters.
  const times = Math.ceil((pages * 700) / chapters.length);
  for (let i = 1; i <= times; i++) {
    const own = chapters
      .replaceAll('青澜经济开发区', `云河第${i}产业园`)
      .replaceAll(/\d+(?=亿元)/g, (digits) => String(Number(digits) + i));
    parts.push(`第${i}篇 云河第${i}产业园`, '', `一、${own}`);
  }
  return parts.join('\n');
}

/** A hurried reader: some ten screenfuls a second. */
const pixelsPerMs = 7;

/** Times between frames, in ms, while all of it is scrolled past at one speed. */
const scrollThrough = (page: Page, selector: string) =>
  page.evaluate(
    ([where, speed]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(where) as HTMLElement;
        scroller.scrollTop = 0;
        const frames: number[] = [];
        const begin = performance.now();
        let last = begin;
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          const top = (now - begin) * speed;
          scroller.scrollTop = top;
          if (top < scroller.scrollHeight - scroller.clientHeight) requestAnimationFrame(frame);
          else resolve(frames.slice(2));
        };
        requestAnimationFrame(frame);
      }),
    [selector, pixelsPerMs] as const,
  );

const shareUnder = (frames: readonly number[], limit: number) =>
  frames.filter((ms) => ms < limit).length / Math.max(1, frames.length);

describe.skipIf(!hasBrowser)('a document of 300 pages', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page } = await visit(browser));
    await page.goto(`${lantu.url}/?list=1`);
    const buffer = Buffer.from(longPlan(300));
    await page.setInputFiles('[data-testid=read-file]', { name: '汇编.txt', mimeType: 'text/plain', buffer });
    await page.waitForURL('**/plans/*', { timeout: 90_000 });
    await page.locator('.document-piece').first().waitFor({ timeout: 30_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test.each([
    ['the document', '.document-scroll', /问题/],
    ['the table of indicators', '.dense-table', /指标/],
  ])(
    '%s scrolls smoothly',
    async (_, selector, tabName) => {
      await page.getByRole('tab', { name: tabName }).click();
      await page.locator(selector).waitFor();
      await page.waitForTimeout(500);
      // Other work on the machine may take a core away for a while: the better of two passes counts.
      const shares: number[] = [];
      while (shares.length < 2 && !shares.some((share) => share >= 0.95)) {
        const frames = await scrollThrough(page, selector);
        expect(frames.length).toBeGreaterThan(300);
        shares.push(shareUnder(frames, 33.4));
      }
      console.log(
        `${selector}: ${shares.map((share) => `${(share * 100).toFixed(1)} %`).join(', ')} of frames under 33 ms`,
      );
      expect(Math.max(...shares)).toBeGreaterThanOrEqual(0.95);
    },
    240_000,
  );

  test('only what is in view is drawn', async () => {
    expect(await page.locator('.document-piece').count()).toBeLessThan(80);
    expect(await page.locator('.dense-body .dense-row').count()).toBeLessThan(80);
  });

  test('the last fact is found from its row at once', async () => {
    await page.locator('.dense-table').evaluate((table) => {
      table.scrollTop = table.scrollHeight;
    });
    await page.locator('.dense-body .dense-row').last().click();
    await page.locator('.document-scroll mark.is-point').first().waitFor();
    expect(await page.locator('.document-scroll mark.is-point').first().isVisible()).toBe(true);
    await keepPicture(page, 'long-document');
  });
});
