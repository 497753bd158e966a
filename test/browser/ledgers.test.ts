import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAfter } from '../../src/core/workday.ts';
import { readRows } from '../../src/platform/files/rows.ts';
import { sheets } from '../../src/platform/files/sheets.ts';
import { seriousViolations } from './axe.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu } from './lantu.ts';
import { county, environment, type Person, peopleOn } from './reporting-people.ts';

const bureau = `${county}.d_fgj`;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const on = (days: number) => dayAfter(today, days);

describe.skipIf(!hasBrowser)('a ledger', () => {
  let lantu: Lantu;
  let browser: Browser;
  let keeper: Person;
  let decider: Person;
  let page: Page;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ command: 'serve', env: environment }), launch()]);
    const { person } = await peopleOn(lantu, browser, [
      ['cn', '99', 'province', '云河省'],
      ['cn.99', '990101', 'county', '临江县'],
      [county, 'd_fgj', 'department', '临江县发展和改革局'],
    ]);
    keeper = await person('zhou', '周平', county, 'clerk');
    decider = await person('chen', '陈岚', county, 'dispatcher');
    page = keeper.page;
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const drawer = () => page.locator('.ant-drawer');
  const dialog = (text: string | RegExp) => page.getByRole('dialog').filter({ hasText: text }).last();
  const rows = () => page.locator('.dense-body .dense-row');
  const choose = async (form: ReturnType<typeof dialog>, field: string, option: string) => {
    await form.getByRole('combobox', { name: field }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item', { hasText: option }).first().click();
  };
  const ok = (form: ReturnType<typeof dialog>) => form.getByRole('button', { name: /确\s*定/ }).click();
  /** The file behind a line of the menu of exports, as the browser would save it. */
  const download = async (line: RegExp): Promise<string[][]> => {
    await page.getByRole('button', { name: '导出' }).click();
    const address = await page.getByRole('link', { name: line }).getAttribute('href');
    await page.keyboard.press('Escape');
    const answer = await page.request.get(`${lantu.url}${address}`);
    return (await readRows('台账.xlsx', await answer.body())).map((row) => [...row]);
  };

  test('is not used before the office has decided what the documents leave open, and says what that is', async () => {
    await page.goto(`${lantu.url}/ledgers/complaints`);
    await page.getByText('请由有决定权限的人员决定').waitFor();
    expect(await page.getByRole('button', { name: '新增' }).isDisabled()).toBe(true);

    const { page: office } = decider;
    await office.goto(`${lantu.url}/ledgers/complaints`);
    for (const [label, value] of [
      ['受理时限', '5'],
      ['办理时限', '20'],
    ] as const) {
      await office.locator('.ledger-choices li', { hasText: label }).getByRole('button').click();
      const form = office.getByRole('dialog').filter({ hasText: label });
      await form.getByRole('spinbutton').fill(value);
      await form.getByLabel('依据').fill('办公会议定');
      await form
        .getByRole('button', { name: '决 定' })
        .or(form.getByRole('button', { name: '决定' }))
        .click();
      await form.waitFor({ state: 'detached' });
    }
    await office.getByText('已定的时限').waitFor();
  });

  test('takes an entry by hand: what has to be filled is said beside its field, and the limit follows from the day of receipt', async () => {
    await page.reload();
    await page.getByRole('button', { name: '新增' }).click();
    const form = dialog('新增：投诉事项');
    await form.getByLabel('投诉事项').fill('重复检查');
    await ok(form);
    await form.getByText('须填写').first().waitFor();
    await choose(form, '被投诉单位', '发展和改革局');
    await choose(form, '类别', '随意检查');
    await form.getByLabel('投诉人').fill('李某');
    await form.getByLabel('收到日期').fill(on(-20));
    await form.getByLabel('内容').fill('一个月内三次检查同一事项');
    await ok(form);
    await drawer().getByText('逾期').first().waitFor();
    expect(await drawer().innerText()).toContain('待受理');
    await keepPicture(page, 'ledger-entry');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await rows().filter({ hasText: '重复检查' }).waitFor();
  });

  test('an entry that is late stands in the own work, leads back to itself, and is counted as overdue', async () => {
    await page.goto(`${lantu.url}/my-work`);
    const item = page.getByRole('link', { name: '重复检查' }).first();
    await item.waitFor();
    await item.click();
    await drawer().getByText('待受理').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/ledgers/complaints');
    await page.goto(`${lantu.url}/ledgers`);
    const line = page.locator('.ledger-catalog tr', { hasText: '投诉举报' });
    await line.waitFor();
    expect((await line.locator('td').allInnerTexts()).slice(-3)).toEqual(['1', '1', '1']);
    await keepPicture(page, 'ledger-catalog');
  });

  test('moves through its stages, with evidence where a step needs it, and its history says who did what', async () => {
    await page.goto(`${lantu.url}/ledgers/complaints`);
    await rows().filter({ hasText: '重复检查' }).click();
    await drawer()
      .getByRole('button', { name: '受 理' })
      .or(drawer().getByRole('button', { name: '受理', exact: true }))
      .click();
    await ok(dialog('受理：'));
    await drawer().getByText('办理中').first().waitFor();

    await drawer()
      .getByRole('button', { name: /^答\s*复$/ })
      .click();
    const form = dialog('答复：');
    await form.getByLabel('办理结果').fill('已合并检查事项，全年只查一次');
    await ok(form);
    await form.getByText('这一步须附佐证材料').waitFor();
    await form
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: '答复意见.pdf', mimeType: 'application/pdf' },
        buffer: Buffer.from('%PDF-1.4 answer'),
      });
    await form.getByText('答复意见.pdf').waitFor();
    await ok(form);
    await drawer().getByText('已答复').first().waitFor();
    // Making it public is for those who decide.
    expect(await drawer().getByRole('button', { name: '公开通报' }).count()).toBe(0);

    const { page: office } = decider;
    await office.goto(page.url());
    await office.locator('.ant-drawer').getByRole('button', { name: '公开通报' }).click();
    await office
      .getByRole('dialog')
      .filter({ hasText: '公开通报：' })
      .last()
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await office.locator('.ant-drawer').getByText('已通报').first().waitFor();
    const history = await office.locator('.ant-drawer .register-history > li').allInnerTexts();
    expect(history.map((line) => [line.split(/\s/)[0], /周平|陈岚/.exec(line)?.[0]])).toEqual([
      ['公开通报', '陈岚'],
      ['答复', '周平'],
      ['受理', '周平'],
      ['登记', '周平'],
    ]);
    expect(history[1]).toContain('答复意见.pdf');
    await keepPicture(office, 'ledger-history');
  });

  test('goes to Excel and back: the preview names each cell that would change and each that is refused, before anything is written', async () => {
    for (const [name, received] of [
      ['材料反复退件', on(-1)],
      ['收取会费', on(-2)],
      ['停电未告知', on(-3)],
    ] as const) {
      const data = { against: bureau, topic: 'delay', received, content: '同一材料退回三次' };
      await keeper.ask('POST', '/ledgers/complaints/entries', { name, data });
    }
    await page.goto(`${lantu.url}/ledgers/complaints`);
    await rows().nth(3).waitFor();
    const grid = await download(/^全部 Excel$/);
    const [headings = []] = grid;
    const cell = (name: string, heading: string, value: string) => {
      const row = grid.find((each) => each.includes(name)) ?? [];
      row[headings.findIndex((each) => each.startsWith(heading))] = value;
    };
    cell('材料反复退件', '内容', '同一材料退回四次');
    cell('收取会费', '类别', '随便');
    cell('停电未告知', '状态', '已通报');
    const fresh = headings.map(() => '');
    fresh[headings.findIndex((each) => each.startsWith('投诉事项'))] = '道路未修';
    fresh[headings.findIndex((each) => each.startsWith('被投诉单位'))] = '临江县发展和改革局';
    fresh[headings.findIndex((each) => each.startsWith('类别'))] = '其他';
    fresh[headings.findIndex((each) => each.startsWith('收到日期'))] = on(-1);
    fresh[headings.findIndex((each) => each.startsWith('内容'))] = '进厂道路未修';
    const buffer = Buffer.from(await sheets.writeXlsx('投诉举报', [...grid, fresh]));

    await page.getByRole('button', { name: '导入' }).click();
    const form = dialog('导入：投诉举报');
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await form.locator('input[type=file]').setInputFiles({ name: '投诉举报.xlsx', mimeType, buffer });
    await form.getByText('读入 5 行 = 新增 1 + 变更 1 + 未变 1 + 拒绝 2').waitFor();
    const said = await form.innerText();
    expect(said).toMatch(/内容：\s*同一材料退回三次\s*→\s*同一材料退回四次/);
    expect(said).toContain('“随便”：须是：乱收费');
    expect(said).toContain('状态须按流程办理，不能由导入改变');
    expect(await rows().count()).toBe(4);
    await keepPicture(page, 'ledger-import');
    await form.getByRole('button', { name: '写入（拒绝的行除外）' }).click();
    await form.getByText('已写入').waitFor();
    await form.getByRole('button', { name: '关闭' }).last().click();
    await expect.poll(() => rows().count()).toBe(5);
    await rows().filter({ hasText: '材料反复退件' }).click();
    await drawer().getByText('同一材料退回四次').first().waitFor();
    expect(await drawer().locator('.register-history').innerText()).toContain('导入');
    await page.keyboard.press('Escape');
  });

  test('its public version holds what was made public, and of that the public fields alone', async () => {
    const [headings = [], ...published] = await download(/^公开版 Excel$/);
    expect(headings.map((each) => each.replace(/[（(].*$/, ''))).toEqual([
      '投诉事项',
      '台账号',
      '状态',
      '类别',
      '办理结果',
    ]);
    expect(published).toHaveLength(1);
    expect(published[0]).toContain('已合并检查事项，全年只查一次');
    expect(published.flat().join()).not.toMatch(/李某|三次检查|发展和改革局/);
  });

  test('stands as a board by stage and as a month of due days that the keys walk through', async () => {
    await page.goto(`${lantu.url}/ledgers/complaints?view=board`);
    const column = page.getByRole('region', { name: '待受理' });
    await column.getByText('道路未修').waitFor();
    expect(await column.locator('.ledger-card').count()).toBe(4);
    expect(await page.getByRole('region', { name: '已通报' }).locator('.ledger-card').count()).toBe(1);
    await keepPicture(page, 'ledger-board');
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByText('日历', { exact: true }).click();
    const day = page.locator(`[data-day="${today}"]`);
    await day.waitFor();
    expect(await day.getAttribute('aria-pressed')).toBe('true');
    await day.focus();
    const due = (await keeper.ask('GET', '/ledgers/due?ledger=complaints&days=30')).entries as {
      dueOn: string;
      name: string;
    }[];
    const [first] = due;
    for (let at = today; at < (first?.dueOn ?? ''); at = dayAfter(at, 1)) await page.keyboard.press('ArrowRight');
    const chosen = page.locator('.ledger-day.is-chosen');
    await expect.poll(() => chosen.getAttribute('data-day')).toBe(first?.dueOn);
    const ofDay = due.filter(({ dueOn }) => dueOn === first?.dueOn);
    expect(await chosen.locator('.ledger-day-count').innerText()).toBe(String(ofDay.length));
    await page
      .locator('.ledger-day-list')
      .getByRole('button', { name: new RegExp(first?.name ?? '') })
      .waitFor();
    await keepPicture(page, 'ledger-calendar');
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.getByText('点位', { exact: true }).count()).toBe(0);
  });

  test('of places, shows them by their coordinates without asking anybody outside', async () => {
    await decider.ask('POST', '/ledgers/env-risks/decide', { choice: 'correct-days', value: 30, reason: '办公会议定' });
    const { id } = (await decider.ask('POST', '/parks', { since: '2020-01-01', data: { name: '临江工业园' } })) as {
      id: string;
    };
    for (const [name, east, north] of [
      ['事故应急池', 131.052, 45.214],
      ['雨水总排口', 131.071, 45.226],
    ] as const) {
      const data = { element: 'means', park: id, where: name, at: { east, north }, reviewBy: on(-3), keeper: county };
      await keeper.ask('POST', '/ledgers/env-risks/entries', { name, data });
    }
    await page.goto(`${lantu.url}/ledgers/env-risks?view=map`);
    const dots = page.locator('.ledger-dot');
    await dots.nth(1).waitFor();
    const [pool, outlet] = await Promise.all(
      ['事故应急池', '雨水总排口'].map((name) =>
        page
          .getByRole('button', { name: new RegExp(`0\\d+ ${name}`) })
          .first()
          .boundingBox(),
      ),
    );
    // The outlet lies north-east of the pool.
    expect(outlet?.x ?? 0).toBeGreaterThan(pool?.x ?? 0);
    expect(outlet?.y ?? 0).toBeLessThan(pool?.y ?? 0);
    await keepPicture(page, 'ledger-map');
    expect(await seriousViolations(page)).toEqual([]);
    await dots.first().click();
    await drawer().getByText('131.').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('what a document asks for is followed once it is adopted, and every number opens its entries', async () => {
    const { page: office } = decider;
    await office.goto(`${lantu.url}/ledgers/inspections`);
    for (const [choice, value] of [
      ['opinion-days', 10],
      ['recheck-days', 10],
    ] as const)
      await decider.ask('POST', '/ledgers/inspections/decide', { choice, value, reason: '办公会议定' });
    const data = { kind: 'supervision', on: on(0), inspected: bureau, team: ['周平'], checklist: '进度、质量' };
    const added = (await decider.ask('POST', '/ledgers/inspections/entries', { name: '冬季督导', data })) as {
      entry: { entryId: string; revision: number };
    };
    const { entryId, revision } = added.entry;
    await decider.ask('POST', `/ledgers/inspections/entries/${entryId}/act`, { revision, action: 'inspect' });
    await office.reload();
    await office.getByText('频次与统计').click();
    await office.locator('.ledger-measures').getByText('未采用', { exact: true }).waitFor();
    expect(await office.locator('.ledger-measures').innerText()).toContain('2011–2013');
    await office.getByText('已定的时限').click();
    await office.locator('.ledger-choices li', { hasText: '执行到' }).getByRole('button').click();
    const form = office.getByRole('dialog').filter({ hasText: '执行到' });
    await form.getByRole('spinbutton').fill(String(Number(today.slice(0, 4)) + 1));
    await form.getByLabel('依据').fill('延续执行');
    await form.getByRole('button', { name: /决\s*定/ }).click();
    await office.locator('.ledger-measures').getByText('未达', { exact: true }).waitFor();
    await keepPicture(office, 'ledger-measures');
    expect(await seriousViolations(office)).toEqual([]);
    await office.locator('.ledger-measures').getByRole('link', { name: '1 次' }).click();
    await office.getByText('计入事项').waitFor();
    await office.locator('.dense-body .dense-row', { hasText: '冬季督导' }).waitFor();
  });

  test('is read on a phone, in every view, without moving sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [path, sign] of [
      ['/ledgers', '.ledger-catalog'],
      ['/ledgers/complaints', '.dense-row'],
      ['/ledgers/complaints?view=board', '.ledger-card'],
      ['/ledgers/complaints?view=calendar', '.ledger-day:not(.is-free)'],
      ['/ledgers/env-risks?view=map', '.ledger-dot'],
    ] as const) {
      await page.goto(`${lantu.url}${path}`);
      await page.locator(sign).first().waitFor();
      const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(wide, path).toBeLessThanOrEqual(0);
      expect(await seriousViolations(page), path).toEqual([]);
      await keepPicture(page, `ledger-phone${path.replaceAll(/[/?=]/g, '-')}`);
    }
    expect([...keeper.complaints, ...decider.complaints]).toEqual([]);
  });
});
