import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentFromMarkdown } from '../../src/core/publication/markdown.ts';
import { seriousViolations } from './axe.ts';
import { pageDifferences } from './bulletin-page.ts';
import { hasBrowser, keepPicture, type Lantu, launch, root, startLantu, visit } from './lantu.ts';

const text = `---
发文机关: 青川县人民政府办公室文件
文号: 青政办发〔2026〕18号
主送: 各乡镇人民政府，县直各部门
署名: 青川县人民政府办公室
日期: 2026-11-22
抄送: 县委办公室
印发机关: 青川县人民政府办公室
印发日期: 2026-11-22
---
# 关于10月份园区运行情况的通报

## 总体情况

全县园区完成投资[36.4](observation:a1)亿元，同比下降[1.7](observation:a2 "-")%。

表1 各园区完成情况

单位：亿元

| 园区 | 投资 |
|:--|--:|
| 青川经济开发区 | [20.1](observation:a3) |
| 临江工业园 | [16.3](observation:a4) |

\`\`\`chart
青川经济开发区：[20.1](observation:a3)
临江工业园：[16.3](observation:a4)
\`\`\`
`;

describe.skipIf(!hasBrowser)('bulletins', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser));
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('a bulletin is written, shown in the layout of an official document, approved and published', async () => {
    await page.goto(`${lantu.url}/bulletins`);
    await page.getByText('还没有通报').waitFor();
    await page.getByRole('button', { name: '另起草' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(text);
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    const paper = page.locator('.paper');
    await paper.waitFor();
    expect(await paper.innerText()).toContain('一、总体情况');
    await paper.getByRole('button', { name: '1.7' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('a2', { exact: true }).waitFor();
    await keepPicture(page, 'bulletin-paper');
    await drawer.getByRole('button', { name: /关\s*闭|Close/ }).click();
    expect(await pageDifferences(page, documentFromMarkdown(text))).toEqual({ loose: [], lost: [] });
    await page.getByText('未关联数字 0 个').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /审\s*定/ }).click();
    await page.getByRole('button', { name: /印\s*发/ }).click();
    await page.getByText('印发时的 SHA-256').waitFor();
    expect(await page.getByRole('button', { name: /修\s*改/ }).count()).toBe(0);
  });

  test('a bulletin is drafted from figures: without any, the dialog says what to do', async () => {
    await page.goto(`${lantu.url}/bulletins`);
    await page.getByRole('button', { name: '生成通报' }).click();
    await page.getByText('这一期没有已审定的数据').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /关\s*闭|Close/ })
      .click();
    await page.getByRole('link', { name: '关于10月份园区运行情况的通报' }).click();
    await page.locator('.paper').waitFor();
  });

  test('it is downloaded as Word, PDF and Excel', async () => {
    for (const [format, start] of Object.entries({ docx: 'PK', pdf: '%PDF', xlsx: 'PK' })) {
      const button = page.locator('.page-actions').getByText(format.toUpperCase(), { exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe(`关于10月份园区运行情况的通报.${format}`);
      expect((await readFile(await download.path())).subarray(0, start.length).toString('latin1')).toBe(start);
      await download.saveAs(join(root, `artifacts/bulletin.${format}`));
    }
    expect(complaints).toEqual([]);
  });
});
