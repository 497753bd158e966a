import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hasBrowser,
  keepPicture,
  type Lantu,
  launch,
  openSample,
  revisedPath,
  samplePath,
  startLantu,
  visit,
} from './lantu.ts';

describe.skipIf(!hasBrowser)('one’s own files', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page } = await visit(browser));
    await openSample(page, lantu.url);
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const opened = async (work: () => Promise<unknown>) => {
    const before = page.url();
    await work();
    await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/plans/'));
    await page.locator('.plan-bar h1').waitFor();
  };

  test('a text file is read from any page, and its original comes back byte for byte', async () => {
    await opened(() => page.setInputFiles('[data-testid=read-file]', revisedPath));
    expect(await page.locator('.plan-bar h1').innerText()).toContain('青澜经济开发区');
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const original = await fetch(`${lantu.url}/api/plans/${id}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(readFileSync(revisedPath))).toBe(true);
  });

  test('a Word file is read too, and can be exported with comments', async () => {
    const sentences = [
      '临江县产业园发展规划',
      '2025年，园区实现工业总产值120亿元，到2030年达到150亿元，年均增长15%。',
      '园区现有规模以上企业35家。',
    ];
    const document = new Document({ sections: [{ children: sentences.map((text) => new Paragraph(text)) }] });
    const buffer = await Packer.toBuffer(document);
    const file = { name: '临江县产业园.docx', mimeType: 'application/octet-stream', buffer };
    await opened(() => page.setInputFiles('[data-testid=read-file]', file));
    await page.getByRole('tab', { name: /指标/ }).click();
    await page.locator('.dense-body .dense-row', { hasText: '120' }).first().waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('link', { name: /原文加批注/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('a file that cannot be read is refused with the way out, and leaves nothing behind', async () => {
    await page.goto(`${lantu.url}/?list=1`);
    await page.locator('.plain-table tbody tr').first().waitFor();
    const before = await page.locator('.plain-table tbody tr').count();
    const file = { name: '旧规划.doc', mimeType: 'application/msword', buffer: Buffer.from('not a document') };
    await page.setInputFiles('[data-testid=read-file]', file);
    const refusal = page.getByRole('dialog').filter({ hasText: '没有读成' });
    expect(await refusal.innerText()).toContain('.docx');
    await refusal.getByRole('button').last().click();
    await page.reload();
    await page.locator('.plain-table tbody tr').first().waitFor();
    expect(await page.locator('.plain-table tbody tr').count()).toBe(before);
  });

  test('two plans are compared side by side, each value with its sentence', async () => {
    await page.goto(`${lantu.url}/?list=1`);
    const { plans } = (await (await fetch(`${lantu.url}/api/plans`)).json()) as {
      plans: { id: string; file: { name: string }; isSample: boolean }[];
    };
    const left = plans.find(({ isSample }) => isSample)?.id;
    const right = plans.find(({ file }) => file.name === 'sample-plan-revised.txt')?.id;
    await page.goto(`${lantu.url}/compare?left=${left}&right=${right}`);
    const changed = page.locator('.differences tbody tr', { hasText: '280' }).first();
    await changed.waitFor();
    expect(await changed.innerText()).toContain('290');
    await keepPicture(page, 'compare');
  });

  test('a new version keeps what was corrected', async () => {
    await page.goto(`${lantu.url}/?list=1`);
    await page.locator('.plan-name', { hasText: 'sample-plan-revised.txt' }).getByRole('link').click();
    await page.getByRole('tab', { name: /指标/ }).click();
    await page.getByRole('textbox', { name: /搜索/ }).fill('固定资产投资');
    await page.locator('.dense-body .dense-row', { hasText: '固定资产投资' }).first().click();
    await page.keyboard.press('e');
    await page.getByLabel('名称').fill('全社会固定资产投资');
    await page.keyboard.press('Enter');
    await page.locator('.dense-row.is-corrected', { hasText: '全社会固定资产投资' }).waitFor();
    await page.setInputFiles('[data-testid=new-version]', samplePath);
    await page.getByText(/已读新版本/).waitFor();
    await page.locator('.dense-row.is-corrected', { hasText: '全社会固定资产投资' }).waitFor();
    expect(await page.locator('.document-scroll').innerText()).toContain('青澜县人民政府文件');
  });

  test('deleting names what hangs on the plan, and takes it away', async () => {
    await page.goto(`${lantu.url}/?list=1`);
    await page
      .getByRole('button', { name: /删除“.*”/ })
      .first()
      .click();
    const question = page.getByRole('dialog');
    expect(await question.innerText()).toMatch(/原件.*个版本[\s\S]*事实 \d+ 条/);
    await question.getByRole('button', { name: '删除' }).click();
    await page.getByText(/已删除：事实/).waitFor();
  });

  test('the office’s own words are kept', async () => {
    await page.goto(`${lantu.url}/vocabulary`);
    await page.getByRole('button', { name: '加一行' }).click();
    await page.getByLabel('指标名').fill('亩均产值');
    await page.getByRole('button', { name: '保存' }).click();
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByLabel('指标名').waitFor();
    expect(await page.getByLabel('指标名').inputValue()).toBe('亩均产值');
    await keepPicture(page, 'vocabulary');
  });
});
