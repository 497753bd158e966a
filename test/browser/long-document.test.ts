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

/** Times between frames, in ms, while the document is scrolled from top to bottom. */
const scrollThrough = (page: Page, selector: string, ms: number) =>
  page.evaluate(
    ([where, length]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(where) as HTMLElement;
        const frames: number[] = [];
        const begin = performance.now();
        let last = begin;
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          const share = Math.min(1, (now - begin) / length);
          scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
          if (share < 1) requestAnimationFrame(frame);
          else resolve(frames.slice(2));
        };
        requestAnimationFrame(frame);
      }),
    [selector, ms] as const,
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
    await page.locator('.document-row').first().waitFor({ timeout: 30_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test.each([
    ['the document', '.document-scroll', /问题/],
    ['the table of indicators', '.dense-table', /指标/],
  ])('%s scrolls smoothly: 95 %% of frames within 33 ms', async (_, selector, tabName) => {
    await page.getByRole('tab', { name: tabName }).click();
    await page.locator(selector).waitFor();
    await page.waitForTimeout(500);
    const frames = await scrollThrough(page, selector, 6000);
    const share = shareUnder(frames, 33.4);
    console.log(`${selector}: ${frames.length} frames, ${(share * 100).toFixed(1)} % under 33 ms`);
    expect(frames.length).toBeGreaterThan(60);
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  test('only what is in view is drawn', async () => {
    expect(await page.locator('.document-row').count()).toBeLessThan(80);
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
