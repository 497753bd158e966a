import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)('the page of rules', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser, { reducedMotion: 'reduce' }));
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });
  /** A link or button under the pointer is paler than at rest. */
  const violations = async () => {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    return seriousViolations(page);
  };

  test('lists the editions with their source and what is open', async () => {
    await page.goto(`${lantu.url}/rules`);
    const row = page.getByRole('row').filter({ hasText: '鸡东县投资奖励' });
    await row.waitFor();
    expect(await row.textContent()).toContain('3 项待定');
    expect(await violations()).toEqual([]);
    await row.getByRole('link').click();
  });

  test('an edition with open questions refuses to run, and runs once they are decided, with its working', async () => {
    await page.getByRole('textbox', { name: '实际固定资产投资' }).fill('5000');
    for (const name of ['在约定建设期限内完成投资', '已正式投产运营'])
      await page.getByRole('radiogroup', { name }).getByText('是', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '同一投资已按其他政策领奖' }).getByText('否', { exact: true }).click();
    const run = page.getByRole('button', { name: '试算', exact: true });
    await run.click();
    const refusal = page.getByRole('alert').filter({ hasText: '还有 3 个问题' });
    await refusal.waitFor();
    for (const [at, option] of ['上一档（8%）', '本办法不适用，一事一议', '不封顶'].entries()) {
      const ask = page.locator('.ask').nth(at);
      await ask.getByText(option, { exact: true }).click();
      await ask.getByRole('textbox', { name: '理由' }).fill('县长办公会议定');
      await ask.getByRole('button', { name: '决定', exact: true }).click();
      await ask.getByText('本机样例用户').waitFor();
    }
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('textbox', { name: '实际固定资产投资' }).fill('5000');
    await run.click();
    await page.getByText('缺 在约定建设期限内完成投资').first().waitFor();
    expect(await page.locator('.outcome').first().textContent()).toContain('算不出');
    await page.getByRole('combobox', { name: '代入算例' }).click();
    await page.locator('.ant-select-item-option', { hasText: '恰好5000万元按上一档为400万元' }).click();
    await page.locator('.outcome').getByText('400 万元').first().waitFor();
    expect(await page.locator('.steps').textContent()).toContain('5000 × 8% = 400');
    expect(await page.locator('.try').textContent()).toContain('公平竞争审查');
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'rules');
  });

  test('every case of the page holds, and opens its working', async () => {
    expect(await page.locator('.case-fails').count()).toBe(0);
    const row = page.locator('tr.ant-table-row', { hasText: '恰好5000万元按下一档为350万元' });
    await row.click();
    await page.locator('.ant-table-expanded-row').getByText('350 万元').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
