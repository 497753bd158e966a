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
const pixelsPerMs = 8;

/** Times between frames, in ms, while it is scrolled past at one speed, to its end or for so long. */
const scrollThrough = (page: Page, selector: string, longestMs: number) =>
  page.evaluate(
    ([where, speed, longest]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(where) as HTMLElement;
        scroller.scrollTop = 0;
        const end = scroller.scrollHeight - scroller.clientHeight;
        const frames: number[] = [];
        const begin = performance.now();
        let last = begin;
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          scroller.scrollTop = (now - begin) * speed;
          if (now - begin < longest && (now - begin) * speed < end) requestAnimationFrame(frame);
          else resolve(frames.slice(2));
        };
        requestAnimationFrame(frame);
      }),
    [selector, pixelsPerMs, longestMs] as const,
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

  /** What this machine does with a page that has nothing to draw but plain lines. */
  const plainShare = async (): Promise<number> => {
    const plain = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const lines = Array.from({ length: 3000 }, (_, i) => `<p>${i}</p>`).join('');
    await plain.setContent(`<div id="lines" style="height:700px;overflow:auto;background:#fff">${lines}</div>`);
    const frames = await scrollThrough(plain, '#lines', 6000);
    await plain.close();
    return shareUnder(frames, 33.4);
  };

  test.each([
    ['the document', '.document-scroll', /问题/, 60_000],
    ['the table of indicators', '.dense-table', /指标/, 15_000],
  ])('%s scrolls smoothly', { timeout: 300_000 }, async (_, selector, tabName, longestMs) => {
    await page.getByRole('tab', { name: tabName }).click();
    await page.locator(selector).waitFor();
    await page.waitForTimeout(500);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    // Where other work takes the cores, even plain lines miss frames: then the document may miss hardly more.
    for (let pass = 1; ; pass++) {
      const frames = await scrollThrough(page, selector, longestMs);
      expect(frames.length).toBeGreaterThan(200);
      const [share, plain] = [shareUnder(frames, 33.4), await plainShare()];
      console.log(
        `${selector}: ${percent(share)} of ${frames.length} frames within 33 ms (plain lines ${percent(plain)})`,
      );
      const wanted = Math.min(0.95, plain - 0.03);
      if (share < wanted && pass < 3) continue;
      expect(share).toBeGreaterThanOrEqual(wanted);
      break;
    }
  });

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
