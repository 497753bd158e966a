import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)('figures of a unit', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  const post = async (path: string, body: object) => {
    const answer = await fetch(`${lantu.url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
  };

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser));
    const given = [
      ['2025-10', ['88', '5200', '310', '6.1']],
      ['2026-09', ['79.6', '4300', '290', '6.8']],
      ['2026-10', ['91.25', '4980', '未报送', '7.2']],
    ] as const;
    for (const [period, [output, tax, energy, growth]] of given)
      await post('/observations', {
        period,
        values: [
          { indicatorId: 'industry.output', typed: output },
          { indicatorId: 'land.assessed-tax', typed: tax },
          { indicatorId: 'land.used-area', typed: '460' },
          { indicatorId: 'green.energy', typed: energy },
          { indicatorId: 'industry.value-added-growth', typed: growth },
        ],
      });
    const plan = [{ indicatorId: 'industry.output', typed: '120' }];
    await post('/observations', { period: '2026', scenario: 'plan', values: plan });
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('a period is shown with its comparisons, and approving it says so', async () => {
    await page.goto(`${lantu.url}/figures?period=2026-10`);
    const row = page.locator('tbody tr', { hasText: '规模以上工业总产值' });
    await row.waitFor();
    const text = await row.innerText();
    for (const part of ['91.25', '11.65', '3.7%', '76.0%', '草稿']) expect(text).toContain(part);
    expect(await page.locator('tbody tr', { hasText: '亩均税收' }).innerText()).toContain('10.83');
    await page.getByRole('button', { name: '审定本期' }).click();
    await row.getByText('已审').waitFor();
    await keepPicture(page, 'figures');
  });

  test('a number opens where it comes from', async () => {
    const row = page.locator('tbody tr', { hasText: '规模以上工业总产值' });
    await row.getByRole('button', { name: '总产值的来历' }).last().click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer.getByText('直接填写').waitFor();
    expect(await drawer.innerText()).toContain('91.25 亿元');
    expect(await drawer.innerText()).toContain('没有改动过');
    await keepPicture(page, 'figure-origin');
  });

  test('the dictionary is searched by name and tells what an indicator means', async () => {
    await page.goto(`${lantu.url}/indicators`);
    await page.getByPlaceholder('按名称、别名或编号查找').fill('亩均税收');
    await page.locator('.ant-table-row', { hasText: 'land.tax-per-mu' }).click();
    await page.getByText('Σ评价税收÷Σ企业用地面积').waitFor();
    await keepPicture(page, 'indicators');
    expect(complaints).toEqual([]);
  });
});
