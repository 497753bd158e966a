import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)('the page of reports', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page } = await visit(browser, { reducedMotion: 'reduce' }));
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('gives a template, and says what is missing when it comes back empty', async () => {
    await page.goto(`${lantu.url}/reports`);
    await page.getByText('报表目录', { exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '园区主要经济指标季报' });
    await row.waitFor();
    expect(await row.textContent()).toContain('内部管理台账');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: '下载模板' }).click(),
    ]);
    const buffer = readFileSync(await download.path());
    const file = { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
    expect(file.name).toContain('园区主要经济指标季报');
    await row.locator('input[type=file]').setInputFiles(file);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('还有 14 格未填');
    expect(await page.getByRole('cell', { name: '主表!D8' }).count()).toBe(1);
    // A link under the pointer is paler than at rest.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'reports');
  });

  test('shows the burden in cells', async () => {
    await page.getByText('填报负担', { exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '园区主要经济指标年报' });
    await row.waitFor();
    expect(await row.getByRole('cell').nth(3).textContent()).toBe('6');
  });
});
