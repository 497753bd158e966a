/** Node templates that an office edits, a plan that grows by a node, and lamps with their back-test. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShownPlan } from '../../src/modules/projects/nodes-operations.ts';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)(`templates and lamps${hasBrowser ? '' : ' (no Chromium here)'}`, () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let projectId: string;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser, { reducedMotion: 'reduce' }));
    const answer = await page.request.post(`${lantu.url}/api/projects`, {
      data: { data: { name: '电池材料一期', stage: 'signed', startOn: '2026-03-01' }, since: '2026-01-05' },
    });
    projectId = ((await answer.json()) as { id: string }).id;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const leave = () => page.keyboard.press('Tab');
  /** A control under the pointer is paler than at rest. */
  const violations = async () => {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    return seriousViolations(page);
  };

  test('an office takes a shipped template, is told at the field what is wrong, takes it back and saves its own', async () => {
    await page.goto(`${lantu.url}/node-templates`);
    await page.getByRole('link', { name: '技术改造项目' }).click();
    const after = page.getByRole('textbox', { name: /^第 2 行 前置/ });
    await after.waitFor();
    const before = await after.inputValue();
    await after.fill('99');
    await leave();
    await page.getByText('没有第 99 行').waitFor();
    expect(await page.getByRole('button', { name: '保存为本单位模板' }).isDisabled()).toBe(true);
    await after.fill('17');
    await leave();
    await page
      .getByText(/互为前置|→/)
      .first()
      .waitFor();
    await keepPicture(page, 'template-circle');
    await page.getByRole('button', { name: /^撤\s?销$/ }).click();
    await page.getByRole('button', { name: /^撤\s?销$/ }).click();
    expect(await after.inputValue()).toBe(before);
    await page.getByRole('button', { name: '第 1 行 在下面加一行' }).click();
    await page.getByRole('textbox', { name: '第 2 行 节点' }).fill('融资方案');
    await leave();
    await page.getByRole('textbox', { name: '修改理由' }).fill('本县须先落实融资');
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'template-editor');
    await page.getByRole('button', { name: '保存为本单位模板' }).click();
    await page.getByText('已保存第 1 版').waitFor();
    await page.goto(`${lantu.url}/node-templates`);
    const own = page.getByRole('row').filter({ hasText: '技术改造项目' }).filter({ hasNotText: '通用' });
    await own.waitFor();
    expect(await own.textContent()).toContain('18');
    const href = await own.getByRole('link', { name: 'YAML' }).getAttribute('href');
    const yaml = await page.request.get(`${lantu.url}${href}`);
    await page
      .locator('.template-tools input[type=file]')
      .setInputFiles({ name: '给邻县.yaml', mimeType: 'application/yaml', buffer: await yaml.body() });
    await page.locator('.template-rows').waitFor();
    expect(await page.getByRole('textbox', { name: '第 2 行 节点' }).inputValue()).toBe('融资方案');
    expect(await violations()).toEqual([]);
  });

  test('a plan grows by a node between two others, by keys it goes back, and with a reason it is kept', async () => {
    await page.goto(`${lantu.url}/projects/${projectId}/nodes`);
    await page.getByRole('button', { name: '编排节点计划' }).click();
    await page.getByLabel('目标（投产）日期').fill(`${new Date().getFullYear() + 2}-06-30`);
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.locator('[data-node=production]').waitFor();
    const rows = await page.locator('.gantt-row').count();
    const add = async (name: string) => {
      await page.getByRole('button', { name: '加节点' }).click();
      await page.getByRole('textbox', { name: '新节点名称' }).fill(name);
      for (const [field, node] of [
        ['前置节点（完成后才开始）', '签约'],
        ['后续节点（等它完成）', '项目备案（核准）'],
      ] as const) {
        await page.getByRole('combobox', { name: field }).fill(node);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: '加入计划' }).click();
    };
    await add('融资方案');
    await page.getByRole('button', { name: '编辑 融资方案' }).waitFor();
    expect(await page.locator('.gantt-row').count()).toBe(rows + 1);
    await page.getByRole('button', { name: '编辑 融资方案' }).focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '编辑 融资方案' }).waitFor({ state: 'detached' });
    expect(await page.getByText('尚未保存').count()).toBe(0);
    await add('融资方案');
    await page.getByLabel('调整原因（必填）').fill('银行要求先评审');
    await keepPicture(page, 'node-added');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('尚未保存').waitFor({ state: 'detached' });
    const plan = (await (await page.request.get(`${lantu.url}/api/nodes/projects/${projectId}`)).json()) as ShownPlan;
    const added = plan.nodes.find(({ name }) => name === '融资方案');
    const waiting = plan.nodes.find(({ id }) => id === 'registration');
    expect(waiting?.after.map(({ id }) => id)).toContain(added?.id);
    expect(plan.nodes.map(({ name }) => name).indexOf('融资方案')).toBe(
      plan.nodes.findIndex(({ id }) => id === 'sign') + 1,
    );

    // A circle is told in the dialog, and nothing is taken.
    await page.getByRole('button', { name: '编辑 融资方案' }).click();
    await page.getByRole('combobox', { name: '前置节点（完成后才开始）' }).fill('试生产');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '调整计划' }).click();
    await page.getByRole('alert').filter({ hasText: '→' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test('the lamp page says who is red and why, and opens what to do; the back-test opens the working of a month', async () => {
    await page.goto(`${lantu.url}/lamps`);
    await page.getByRole('button', { name: /^开工灯红灯 1 个项目/ }).click();
    const row = page.getByRole('row').filter({ hasText: '电池材料一期' });
    await row.getByText('开工灯 红灯').waitFor();
    await row.getByRole('button', { name: /的算法与应做的事/ }).click();
    await page.locator('.lamp-detail').getByText('核对开工条件').waitFor();
    await page.locator('.lamp-detail').getByText('登记应付款').first().waitFor();
    expect(await violations()).toEqual([]);
    await keepPicture(page, 'lamps');

    await page.getByRole('link', { name: '用往月回测' }).click();
    await page.getByLabel('起月').fill('2026-01');
    await page.getByLabel('止月').fill('2026-06');
    await page.getByLabel('晚几个月算逾期').fill('3');
    await page.getByRole('combobox', { name: '当时知道什么' }).click();
    await page.locator('.ant-select-item-option', { hasText: '按发生时间' }).click();
    await page.getByRole('button', { name: /^回\s?测$/ }).click();
    await page.getByText('本可提前 3 个月（中位数）预警 1 次').waitFor();
    await keepPicture(page, 'backtest');
    await page.getByRole('button', { name: '2026-03 黄灯，看算法' }).click();
    await page.getByRole('dialog').getByText('超过计划开工日的天数').first().waitFor();
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
