/** A first look at the demo: registers, figures with their marks and origins, a bulletin that says what it holds. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

const suite = hasBrowser ? describe : describe.skip;
const county = 'cn.23.2303.230321';

suite(`the demo in a browser${hasBrowser ? '' : ' (no Chromium here)'}`, () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ before: ['demo'] }), launch()]);
    ({ page, complaints } = await visit(browser));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('the parks of four plans are listed with level, area and industries', async () => {
    await page.goto(`${lantu.url}/parks`);
    await page.getByText('共 58 条').waitFor();
    await page.getByText('0.47 平方公里').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'demo-parks');
  });

  test('an invented figure is marked on the page and where it opens', async () => {
    await page.goto(`${lantu.url}/figures?unit=${county}&period=${lastButOneMonth()}`);
    const row = page.locator('tbody tr', { hasText: '规模以上工业总产值' });
    await row.getByText('演示虚构').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'demo-figures');
    await row.getByRole('button', { name: '总产值的来历' }).last().click();
    await page.locator('.ant-drawer-body').getByText('没有人测量或填报过').waitFor();
    await keepPicture(page, 'demo-invented');
  });

  test('a stated figure opens its document and line, and bears no mark', async () => {
    await page.goto(`${lantu.url}/figures?unit=${county}&period=2019`);
    const row = page.locator('tbody tr', { hasText: '规模以上工业总产值' });
    await row.getByText('39.80').first().waitFor();
    expect(await page.getByText('演示虚构').count()).toBe(0);
    await row.getByRole('button', { name: '总产值的来历' }).last().click();
    await page.locator('.ant-drawer-body').getByText('“39.8亿元” · 53').waitFor();
  });

  test('promises that are due stand with document and line, and what has to be entered', async () => {
    await page.goto(`${lantu.url}/delivery/promises`);
    const row = page.locator('tbody tr', { hasText: '总投资 不少于 4.9 亿元' });
    await row.getByText('到期未核实').waitFor();
    await row.getByText('第 536 行').waitFor();
    await row.getByText('项目完成投资').waitFor();
    expect(await page.locator('.demo-note').innerText()).toContain('演示虚构');
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'demo-promises');
    await page.getByText(/规划期满未核实 \d+/).click();
    await page.locator('tbody tr', { hasText: '规划至 2013-12-31' }).first().waitFor();
  });

  test('a made-up project has its people, approvals and chart, each marked, in a window that is not too wide', async () => {
    await page.goto(`${lantu.url}/delivery`);
    await page
      .getByRole('link', { name: /乌苏里江制药.*口服液制剂车间/ })
      .first()
      .click();
    await page.locator('.panel', { hasText: '责任人' }).getByText('演示·县领导甲').first().waitFor();
    await page.locator('.panel', { hasText: '卡在哪里' }).getByText('用地预审等待规划调整（演示虚构）').waitFor();
    await page.locator('.gantt-row').first().waitFor();
    const [side, main] = await Promise.all(
      ['.project-side', '.project-main'].map((part) => page.locator(part).boundingBox()),
    );
    expect((main?.x ?? 0) + (main?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0);
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'demo-project');
  });

  test('the overview holds a city’s year against plan and calendar; a number opens the counties behind it', async () => {
    await page.goto(`${lantu.url}/overview?unit=cn.23.2303&period=${lastButOneMonth()}`);
    const row = page.locator('tbody tr', { hasText: '规模以上工业总产值' });
    await row.getByText(/达到|落后/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'demo-overview');
    await row.getByRole('button', { name: '规模以上工业总产值本期的来历' }).click();
    await page.locator('.ant-drawer-body').getByText('鸡东县').waitFor();
    await keepPicture(page, 'demo-overview-origin');
    await page.keyboard.press('Escape');
    await page.locator('.ant-drawer-body').waitFor({ state: 'hidden' });
  });

  test('Ctrl+K finds a park by its name and opens its record', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: /查找/ }).fill('宝泉工业园');
    await page.locator('.found li', { hasText: '园区' }).first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/parks?record=*');
    await page.locator('.ant-drawer-body').getByText('宝泉工业园').first().waitFor();
  });

  test('a bulletin drafted from invented months says so first', async () => {
    const answer = await page.request.post(`${lantu.url}/api/bulletins/monthly`, {
      data: { period: lastButOneMonth(), unitPath: 'cn.23.2303' },
    });
    expect(answer.ok()).toBe(true);
    expect(JSON.stringify(await answer.json())).toContain('演示虚构数据');
    expect(complaints).toEqual([]);
  });
});

/** The clerk’s county has reported up to here. */
function lastButOneMonth(): string {
  const now = new Date();
  const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 2, 1));
  return month.toISOString().slice(0, 7);
}
