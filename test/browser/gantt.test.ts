/** The plan of a project on its chart, by pointer and by keys; the chart of 10,000 projects. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureUnits } from '../../src/app/first-units.ts';
import type { ShownPlan } from '../../src/modules/projects/nodes-operations.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { addPortfolio } from '../generated/portfolio.ts';
import { seriousViolations } from './axe.ts';
import { expectSmooth } from './frames.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

const projects = 10_000;

async function fill(home: string): Promise<void> {
  const opened = await openDatabase({ home, statementTimeout: 600_000 });
  try {
    await ensureUnits(opened.owner, '2026-11-01T00:00:00Z');
    await addPortfolio(opened.owner, [{ tenantId: '1', unitPath: 'local' }], projects);
  } finally {
    await opened.close();
  }
}

describe.skipIf(!hasBrowser)(`Gantt charts${hasBrowser ? '' : ' (no Chromium here)'}`, () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ fill }), launch()]);
    ({ page, complaints } = await visit(browser));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const planOf = async (id: string): Promise<ShownPlan> =>
    (await (await page.request.get(`${lantu.url}/api/nodes/projects/${id}`)).json()) as ShownPlan;

  async function newProject(name: string): Promise<string> {
    const answer = await page.request.post(`${lantu.url}/api/projects`, {
      data: { data: { name, stage: 'signed' }, since: '2026-01-05' },
    });
    expect(answer.ok()).toBe(true);
    return ((await answer.json()) as { id: string }).id;
  }

  test('a project is planned back from its target, and a node pulled later takes those after it along', async () => {
    const id = await newProject('电池材料一期');
    await page.goto(`${lantu.url}/projects/${id}/nodes`);
    await page.getByRole('button', { name: '编排节点计划' }).click();
    const target = `${new Date().getFullYear() + 2}-06-30`;
    await page.getByLabel('目标（投产）日期').fill(target);
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.locator('[data-node=production]').waitFor();
    expect(await page.locator('.gantt-row').count()).toBe(32);
    expect(await seriousViolations(page)).toEqual([]);
    await keepPicture(page, 'gantt-plan');

    const bar = page.locator('[data-node=structure]');
    await bar.scrollIntoViewIfNeeded();
    const box = await bar.boundingBox();
    const after = page.locator('[data-node=utilities]');
    const before = await after.evaluate((element) => Number.parseFloat((element as HTMLElement).style.left));
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 6);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 6, { steps: 5 });
    await page.mouse.up();
    await page.getByText('1 处调整尚未保存').waitFor();
    // 100 pixels are 20 days of 5 pixels.
    const moved = await after.evaluate((element) => Number.parseFloat((element as HTMLElement).style.left));
    expect(moved - before).toBeCloseTo(100, 0);
    await keepPicture(page, 'gantt-pulled');
    await page.getByLabel('调整原因（必填）').fill('主体招标推迟');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('尚未保存').waitFor({ state: 'detached' });
    const plan = await planOf(id);
    expect(plan.revision).toBe(2);
    expect(plan.span?.finish.localeCompare(target)).toBe(1);
    expect(plan.span?.baselineFinish).toBe(target);
  });

  test('arrow keys move a node by a day, and what happened is recorded in its dialog', async () => {
    const { rows } = (await (
      await page.request.get(`${lantu.url}/api/nodes/portfolio?from=2026-01-01&to=2030-01-01&search=电池材料一期`)
    ).json()) as { rows: { id: string }[] };
    const id = rows[0]?.id ?? '';
    const before = await planOf(id);
    await page.locator('[data-node=trial]').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('1 处调整尚未保存').waitFor();
    await page.getByRole('button', { name: /^放\s?弃$/ }).click();
    await page.getByRole('button', { name: '编辑 项目策划与前景论证' }).click();
    await page.getByLabel('实际开始').fill('2026-02-02');
    await page.getByLabel('实际完成').fill('2026-03-20');
    await keepPicture(page, 'gantt-dialog');
    await page.getByRole('button', { name: '登记实际进度' }).click();
    await page.locator('.gantt-actual.is-done').first().waitFor();
    const plan = await planOf(id);
    expect(plan.nodes[0]).toMatchObject({ actualStart: '2026-02-02', actualFinish: '2026-03-20' });
    expect(plan.revision).toBe(before.revision + 1);
  });

  test('10,000 projects scroll smoothly, only those in view are drawn, and the last is there when it comes to rest', async () => {
    await page.goto(`${lantu.url}/delivery/gantt`);
    await page.locator('.portfolio-node').first().waitFor();
    await keepPicture(page, 'gantt-portfolio');
    await expectSmooth(browser, page, '.portfolio', 'Gantt of 10,000');
    expect(await page.locator('.portfolio-name').count()).toBeLessThan(80);
    await page.locator('.portfolio').evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await page.locator(`.portfolio-name[data-index="${projects}"] a`).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('who is late is listed, and a phone shows the chart', async () => {
    await page.getByText('谁超期').click();
    await page.getByText('超期最久的节点').waitFor();
    await keepPicture(page, 'gantt-late');
    expect(await seriousViolations(page)).toEqual([]);
    const phone = await visit(browser, { viewport: { width: 390, height: 844 } });
    await phone.page.goto(`${lantu.url}/delivery/gantt`);
    await phone.page.locator('.portfolio-node').first().waitFor();
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await keepPicture(phone.page, 'gantt-phone');
    expect([...complaints, ...phone.complaints]).toEqual([]);
  });
});
