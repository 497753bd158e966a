/** How smoothly a page scrolls. */
import { type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Milliseconds of two frames at 60 a second: longer than that, and somebody sees it. */
const limit = 33.4;

/** Times between frames, in ms, while it is scrolled past at one speed, there and back. */
const scrollThrough = (page: Page, selector: string, forMs: number) =>
  page.evaluate(
    ([where, longest]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(where) as HTMLElement;
        scroller.scrollTop = 0;
        const frames: number[] = [];
        const begin = performance.now();
        let last = begin;
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          scroller.scrollTop = (now - begin) * 8;
          if (now - begin < longest) requestAnimationFrame(frame);
          else resolve(frames.slice(2));
        };
        requestAnimationFrame(frame);
      }),
    [selector, forMs] as const,
  );

const shareWithin = (frames: readonly number[]) =>
  frames.filter((ms) => ms < limit).length / Math.max(1, frames.length);

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/**
 * 95 % of the frames come within 33 ms while somebody scrolls; where other work takes the cores even plain lines miss
 * frames, and then it may miss hardly more than those. What was missed once is tried again, three times at most.
 */
export async function expectSmooth(browser: Browser, page: Page, selector: string, name: string): Promise<void> {
  const plain = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const lines = Array.from({ length: 3000 }, (_, i) => `<p>${i}</p>`).join('');
  await plain.setContent(`<div id="lines" style="height:700px;overflow:auto;background:#fff">${lines}</div>`);
  for (let pass = 1; ; pass++) {
    await page.bringToFront();
    const share = shareWithin(await scrollThrough(page, selector, 8000));
    await plain.bringToFront();
    const bare = shareWithin(await scrollThrough(plain, '#lines', 4000));
    console.log(`${name}: ${percent(share)} of frames within 33 ms (plain lines ${percent(bare)})`);
    const wanted = Math.min(0.95, bare - 0.03);
    if (share < wanted && pass < 3) continue;
    expect(share, name).toBeGreaterThanOrEqual(wanted);
    break;
  }
  await plain.close();
  await page.bringToFront();
}
