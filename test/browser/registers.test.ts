import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

const sheet = [
  '园区名称,级别,类型,所属园区,批准面积,主导产业,批准文号,批准日期',
  '青川经济开发区,省级,经济技术开发区,,12.5平方公里,13 农副食品加工业；C35,云政函〔2006〕17号,2006-04-18',
  '青川化工园区,市级,化工园区,,320,26,云发改〔2012〕9号,2012-09-01',
  '临江产业园,县级,产业园区,,4800亩,C30,,2015-03-02',
  '云河高新区,特级,高新技术产业开发区,,8平方公里,,,',
].join('\n');

describe.skipIf(!hasBrowser)('registers', () => {
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

  const rows = () => page.locator('.dense-body .dense-row');

  test('a sheet of parks is previewed cell by cell before it is written', async () => {
    await page.goto(`${lantu.url}/parks`);
    await page.getByText('这一天名录是空的').waitFor();
    await page.getByRole('button', { name: '导入' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('变更自此日起').fill('2020-01-01');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '园区.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await dialog.getByText('读入 4 行 = 新增 3 + 变更 0 + 未变 0 + 拒绝 1').waitFor();
    expect(await dialog.innerText()).toContain('“特级”：须是：国家级');
    await keepPicture(page, 'register-import');
    await dialog.getByRole('button', { name: '写入（拒绝的行除外）' }).click();
    await dialog.getByText('已写入').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(3);
  });

  test('a park that is merged leaves the list from its day, and stays in the list of the year before', async () => {
    await rows().filter({ hasText: '青川化工园区' }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByRole('button', { name: '并入…' }).click();
    const form = page.getByRole('dialog').filter({ hasText: '并入哪一个' });
    await form.getByRole('combobox').click();
    await page.locator('.ant-select-item', { hasText: '青川经济开发区' }).click();
    await form.getByLabel('生效日期').fill('2025-07-01');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await drawer.getByText('2025-07-01，并入“青川经济开发区”').waitFor();
    await keepPicture(page, 'register-record');
    await drawer.getByRole('button', { name: /close|关闭/i }).click();
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByLabel('日期', { exact: true }).fill('2024-12-31');
    await expect.poll(() => rows().count()).toBe(3);
    await keepPicture(page, 'register-parks');
  });

  test('a park is upgraded with the number of the approval, and a lower level is refused', async () => {
    await page.goto(`${lantu.url}/parks`);
    await rows().filter({ hasText: '青川经济开发区' }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByRole('button', { name: '升级' }).click();
    const form = page.getByRole('dialog').filter({ hasText: '生效日期' });
    const choose = async (level: string) => {
      await form.getByRole('combobox', { name: '级别' }).click();
      await page.locator('.ant-select-item', { hasText: level }).click();
    };
    await choose('县级');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await form.getByText('升级须到更高级别').waitFor();
    await choose('国家级');
    await form.getByLabel('批准文号').fill('国办函〔2026〕8号');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await drawer.locator('li', { hasText: '国办函〔2026〕8号' }).waitFor();
    expect(await drawer.innerText()).toMatch(/级别：省级 → 国家级/);
  });

  test('an enterprise is added with its code checked, and is met under the park that took its own over', async () => {
    await page.goto(`${lantu.url}/enterprises`);
    await page.getByRole('button', { name: '新增' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称', { exact: true }).fill('青川轴承有限公司');
    await form.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
    await form.getByRole('combobox', { name: '所在园区' }).click();
    await page.locator('.ant-select-item', { hasText: '临江产业园' }).click();
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await form.getByText('校验位不符').waitFor();
    await keepPicture(page, 'register-form');
    await form.getByLabel('统一社会信用代码').fill('91350100M000100Y43');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await rows().filter({ hasText: '91350100M000100Y43' }).waitFor();
    expect(await rows().first().innerText()).toContain('临江产业园');
    expect(complaints).toEqual([]);
  });

  test('a change is read by the rules of an import, and the record shows what it was and is', async () => {
    await page.goto(`${lantu.url}/parks`);
    await rows().filter({ hasText: '临江产业园' }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByRole('button', { name: '变更' }).click();
    const form = page.getByRole('dialog').filter({ hasText: '生效日期' });
    await form.getByLabel('面积').fill('5200亩');
    await form.getByLabel('依据或原因').fill('云政函〔2026〕3号');
    await form.getByRole('button', { name: /确\s*定/ }).click();
    await drawer.locator('li', { hasText: '云政函〔2026〕3号' }).waitFor();
    expect(await drawer.innerText()).toMatch(/面积：4,800 亩 → 5,200 亩/);
    await keepPicture(page, 'register-change');
  });

  test('regions are walked from the provinces down, and found by name', async () => {
    await page.goto(`${lantu.url}/regions`);
    await rows().filter({ hasText: '浙江省' }).click();
    await rows().filter({ hasText: '杭州市' }).click();
    await rows().filter({ hasText: '钱塘区' }).waitFor();
    await keepPicture(page, 'regions');
    await page.getByLabel('搜索名称或代码').fill('330104');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的区划').waitFor();
    await page.getByLabel('日期', { exact: true }).fill('2018-01-01');
    await rows().filter({ hasText: '江干区' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('pages, a record and its form have nothing serious that axe-core finds', async () => {
    for (const path of ['regions', 'parks', 'enterprises', 'projects']) {
      await page.goto(`${lantu.url}/${path}`);
      await page.locator('.dense-table').waitFor();
      expect(await seriousViolations(page), path).toEqual([]);
    }
    await page.goto(`${lantu.url}/parks`);
    await rows().first().click();
    await page.locator('.ant-drawer .register-history').first().waitFor();
    await page.waitForTimeout(400);
    expect(await seriousViolations(page), 'record').toEqual([]);
    await page.locator('.ant-drawer').getByRole('button', { name: '变更' }).click();
    await page.getByRole('dialog').filter({ hasText: '生效日期' }).waitFor();
    await page.waitForTimeout(400);
    expect(await seriousViolations(page), 'form').toEqual([]);
  });
});
