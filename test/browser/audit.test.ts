import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, keepPicture, type Lantu, launch, openSample, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)('audit and backups', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let workbench: string;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser));
    await openSample(page, lantu.url);
    workbench = page.url();
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const saved = async (name: RegExp): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).first().click(),
    ]);
    return readFileSync(await download.path());
  };

  test('what was written is found, shown field by field, verified and exported', async () => {
    await page.goto(`${lantu.url}/audits`);
    await page.getByRole('textbox', { name: '对象种类，如 plan' }).fill('plan');
    await page.getByRole('button', { name: '查询' }).click();
    const row = page.locator('.ant-table-row');
    await page.waitForFunction(() => document.querySelectorAll('.ant-table-row').length === 1);
    expect(await row.innerText()).toContain('读取规划文件');
    await row.click();
    await page.locator('.difference-list ins').first().waitFor();
    expect(await page.locator('.difference-list').innerText()).toContain('标题');
    await page.getByRole('button', { name: '立即核验' }).click();
    await page.getByText('全部相符').waitFor();
    await keepPicture(page, 'audit');
    expect((await saved(/导出 CSV/)).toString()).toMatch(/rows,1,sha256,[0-9a-f]{64}\r\n$/);
    expect(complaints).toEqual([]);
  });

  test('a fact shows who changed it, field by field', async () => {
    await page.goto(workbench);
    await page.getByRole('tab', { name: /指标/ }).click();
    await page.locator('.dense-body .dense-row').first().click();
    await page.keyboard.press('a');
    await page.locator('.reviewed', { hasText: '已核 1/' }).waitFor();
    await page.locator('.dense-body .dense-row').first().click();
    await page.locator('.state-word.is-accepted').waitFor();
    await page.getByRole('button', { name: '修改记录' }).click();
    await page.getByText('逐项对照').click();
    await page.locator('.change-history .difference-list', { hasText: '状态' }).first().waitFor();
    expect(await page.locator('.change-history').first().innerText()).toContain('采纳、更正或否决一条事实');
    await keepPicture(page, 'fact-history');
    expect(complaints).toEqual([]);
  });

  test('a backup is made from its page and comes down whole', async () => {
    await page.goto(`${lantu.url}/backups`);
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.locator('.ant-table-row', { hasText: 'by-hand.lantu' }).waitFor();
    await keepPicture(page, 'backups');
    const lines = gunzipSync(await saved(/下载/)).toString();
    expect(lines).toContain('"format":"lantu.backup/1"');
    expect(lines).toContain('"table":"audit_seal"');
    expect(complaints).toEqual([]);
  });
});
