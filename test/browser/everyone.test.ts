import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, openSample, revisedPath, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)('for everyone', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let sample = '';
  let other = '';

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser, { reducedMotion: 'reduce' }));
    await openSample(page, lantu.url);
    sample = new URL(page.url()).pathname;
    await page.setInputFiles('[data-testid=read-file]', revisedPath);
    await page.waitForURL((url) => url.pathname.startsWith('/plans/') && url.pathname !== sample);
    other = new URL(page.url()).pathname;
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const setAppearance = async (word: string) => {
    for (let i = 0; i < 3; i++) {
      const button = page.getByRole('button', { name: /^外观/ });
      if ((await button.getAttribute('aria-label'))?.includes(word)) return;
      await button.click();
    }
  };
  const idIn = (path: string) => path.split('/').at(-1);

  test.each([
    ['浅色', 'light'],
    ['深色', 'dark'],
  ])('every page in %s has nothing serious that axe-core finds', async (word, theme) => {
    await setAppearance(word);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    const compare = `/compare?left=${idIn(sample)}&right=${idIn(other)}`;
    const found: Record<string, string[]> = {};
    for (const [name, path, ready] of [
      ['workbench', sample, '.finding'],
      ['plans', '/?list=1', '.plain-table'],
      ['vocabulary', '/vocabulary', '.ant-tabs'],
      ['compare', compare, '.differences'],
    ] as const) {
      await page.goto(`${lantu.url}${path}`);
      await page.locator(ready).first().waitFor();
      found[name] = await seriousViolations(page);
      await keepPicture(page, `${name}-${theme}`);
    }
    await page.goto(`${lantu.url}${sample}`);
    await page.getByRole('tab', { name: /指标/ }).click();
    await page.locator('.dense-body .dense-row').nth(2).click();
    await page.keyboard.press('e');
    await page.getByLabel('数值').waitFor();
    found.editor = await seriousViolations(page);
    await keepPicture(page, `editor-${theme}`);
    expect(found).toEqual({ workbench: [], plans: [], vocabulary: [], compare: [], editor: [] });
  });

  test('the page speaks English when asked, and remembers it', async () => {
    await page.goto(`${lantu.url}${sample}`);
    await page.getByRole('button', { name: '切换到 English' }).click();
    await page.getByRole('tab', { name: /Findings/ }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: /Findings/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('.top-bar').innerText()).not.toMatch(/规划|比较|词汇/);
    await keepPicture(page, 'english');
    await page.getByRole('button', { name: '切换到中文' }).click();
  });

  test('the first Tab offers to skip to the content', async () => {
    await page.goto(`${lantu.url}/?list=1`);
    await page.locator('.plain-table').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  });

  test('a phone shows the plan without sideways scrolling', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [sample, '/?list=1']) {
      await page.goto(`${lantu.url}${path}`);
      await page.locator('.plan-bar, .plain-table').first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    }
    await page.goto(`${lantu.url}${sample}`);
    await page.locator('.finding').first().waitFor();
    await keepPicture(page, 'phone');
  });

  test('no page complained, or asked another address for anything', () => expect(complaints).toEqual([]));
});
