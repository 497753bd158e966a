/** 要素跟着项目走: demand, shortage, allocation in the order of the rule, another quota, and who decided. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, root, startLantu, visit } from './lantu.ts';
import { type Ask, asker, fillForm, panel } from './project-page.ts';

describe.skipIf(!hasBrowser)('elements that follow the projects', () => {
  const env: Record<string, string> = { NODE_OPTIONS: `--import ${root}/test/browser/later.mjs`, DAYS_AHEAD: '0' };
  const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()).slice(0, 7);
  const year = month.slice(0, 4);
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let ask: Ask;
  let big: string;
  let small: string;

  const addProject = async (name: string, wan: string): Promise<string> => {
    const data = { name, stage: 'signed', investment: { value: `${wan}0000`, typed: wan, unit: '万元' } };
    return (await ask('POST', '/projects', { data, since: `${year}-01-05` })).id as string;
  };
  const row = (name: string): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  const land = async (): Promise<Locator> => {
    await page.goto(`${lantu.url}/elements`);
    await row('用地指标').waitFor();
    return row('用地指标');
  };
  const violations = async () => {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(300);
    return seriousViolations(page);
  };
  const addQuota = async (amount: string, number: string) => {
    await page.getByRole('button', { name: '登记指标', exact: true }).click();
    const holder = page.getByRole('dialog').getByRole('combobox', { name: '持有单位', exact: true });
    await holder.click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first().click();
    await fillForm(page, { text: { 时期: year, 数量: amount, 依据文号: number } });
  };
  const give = async (project: string, amount: string) => {
    const order = page.getByRole('region', { name: '按次序分配' });
    await order.getByRole('button', { name: `分配 ${project}` }).click();
    expect(await order.getByRole('textbox', { name: '数量' }).inputValue()).toBe(amount);
    await order.getByRole('textbox', { name: '决定依据（会议、文号）' }).fill('县政纪〔2026〕3号');
    await order.getByRole('button', { name: '确定', exact: true }).click();
    await page.locator('.element-decisions li', { hasText: project }).filter({ hasText: amount }).waitFor();
  };

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ env }), launch()]);
    ({ page, complaints } = await visit(browser, { reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } }));
    ask = asker(page, () => lantu.url);
    big = await addProject('电池材料一期', '50000');
    small = await addProject('农机配件', '6000');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('nothing is there yet, and the page says the next step; a project’s demand is entered on its own page', async () => {
    await page.goto(`${lantu.url}/elements`);
    await page.getByText('还没有要素需求和指标').waitFor();
    expect(await violations()).toEqual([]);
    await page.goto(`${lantu.url}/delivery/${big}`);
    const own = panel(page, '要素保障');
    await own.getByText('还没有要素需求').waitFor();
    await own.getByRole('button', { name: '登记需求' }).click();
    await fillForm(page, { choices: { 要素: '用地指标' }, text: { 数量: '100', 起始月: month } });
    expect(await own.innerText()).toContain(`${month} 起缺 100 亩`);
    await page.goto(`${lantu.url}/delivery/${small}`);
    await own.getByRole('button', { name: '登记需求' }).click();
    await fillForm(page, { choices: { 要素: '用地指标' }, text: { 数量: '80', 计量单位: '亩', 起始月: month } });
    await own.getByText(`${month} 起缺 80 亩`).waitFor();
  });

  test('without a quota the lamp says so; with one that is too small the month and the gap are shown', async () => {
    expect(await (await land()).innerText()).toContain('未下达指标');
    await page.getByRole('link', { name: '用地指标' }).click();
    await page.getByText('登记指标后才能分配').waitFor();
    await addQuota('150', '县自然资〔2026〕8号');
    const cells = await land();
    expect(await cells.locator('td').first().innerText()).toContain(month);
    const short = cells.locator('td.is-short').first();
    expect(await short.innerText()).toMatch(/有缺口\s*30/);
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'elements');
  });

  test('the rule refuses until the office has settled what counts first, then proposes; people give', async () => {
    await page.getByRole('link', { name: '用地指标' }).click();
    await page.getByRole('button', { name: '按次序分配' }).click();
    await page.getByText('排序规则还不能用').waitFor();
    for (const [question, answer] of [
      ['first', 'listed'],
      ['second', 'intensity'],
    ])
      await ask('POST', '/rules/element-priority/1/choices', { question, answer, reason: '专题会议定' });
    await page.reload();
    await page.getByRole('button', { name: '按次序分配' }).click();
    const order = page.getByRole('region', { name: '按次序分配' });
    const lines = order.getByRole('row').filter({ has: page.getByRole('rowheader') });
    expect(await lines.nth(0).innerText()).toContain('电池材料一期');
    expect(await lines.nth(1).innerText()).toMatch(/农机配件[\s\S]*80[\s\S]*50/);
    await lines.nth(0).getByText('算法').click();
    await lines.nth(0).getByText('投资强度').first().waitFor();
    await keepPicture(page, 'elements-order');
    expect(await violations()).toEqual([]);

    // To pass over the better placed project takes a reason.
    await order.getByRole('button', { name: '分配 农机配件' }).click();
    await order.getByRole('textbox', { name: '决定依据（会议、文号）' }).fill('县政纪〔2026〕2号');
    await order.getByRole('button', { name: '确定', exact: true }).click();
    expect(await order.getByRole('alert').innerText()).toContain('越过 电池材料一期');
    await order.getByRole('button', { name: '取消', exact: true }).click();

    await give('电池材料一期', '100');
    await give('农机配件', '50');
    expect(await (await land()).locator('td.is-short').first().innerText()).toMatch(/有缺口\s*30/);
  });

  test('another quota closes the gap, and the project shows who decided', async () => {
    await page.getByRole('link', { name: '用地指标' }).click();
    await addQuota('30', '县自然资〔2026〕19号');
    await row('县自然资〔2026〕19号').getByRole('button', { name: '按次序分配' }).click();
    await give('农机配件', '30');
    await keepPicture(page, 'element');
    // What was given cannot be cut.
    await page.getByRole('button', { name: '调整 县自然资〔2026〕8号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '数量' }).fill('140');
    await dialog.getByRole('textbox', { name: '理由' }).fill('核减');
    await dialog.locator('.ant-btn-primary').click();
    expect(await dialog.getByRole('alert').innerText()).toContain('已分配或下达 150 亩');
    await dialog.getByRole('button', { name: '取消' }).click();
    const cells = await land();
    expect(await cells.locator('td').first().innerText()).toContain('无缺口');
    expect(await cells.locator('td.is-short').count()).toBe(0);
    expect(await cells.locator('td.is-met').last().innerText()).toContain('已满足');
    await page.goto(`${lantu.url}/delivery/${small}`);
    const own = panel(page, '要素保障');
    await own.getByText('已满足').waitFor();
    expect(await own.innerText()).toMatch(/决定 · 县政纪〔2026〕3号/);
    await own.scrollIntoViewIfNeeded();
    await keepPicture(page, 'project-elements');
    expect(await violations()).toEqual([]);
  });

  test('a phone reads it, and English says it', async () => {
    const phone = await visit(browser, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    await phone.page.goto(`${lantu.url}/elements`);
    await phone.page.getByRole('rowheader', { name: '用地指标' }).waitFor();
    const wide = await phone.page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(390);
    await keepPicture(phone.page, 'elements-phone');
    await phone.page.getByRole('link', { name: '用地指标' }).click();
    await phone.page.getByText('分配决定').waitFor();
    await keepPicture(phone.page, 'element-phone');
    expect(phone.complaints).toEqual([]);
    await phone.page.context().close();
    expect(complaints).toEqual([]);
  });
});
