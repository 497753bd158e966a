import { expect, test } from 'vitest';
import { city, linjiang, monthly, people, province, qingchuan, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { readRawSheets } from '../../platform/files/xlsx-cells.ts';
import { writeXlsx } from '../../platform/files/xlsx-writer.ts';

const promotion = 'investment-promotion-monthly';
const period = '2026-10';
const filled = { signed: '3', amount: '5', started: '1', landed: '2', 'foreign-capital': '0' };

test(
  'a list has every unit that should report, begun or not, and says where each stands and who is late',
  rolledBack(async (database, owner) => {
    const { act, type, submit } = await reportingOn(database, owner);
    await type(people.clerk, period, filled, promotion);
    await submit(people.clerk, period, promotion);
    const all = await act(people.province, 'reports.list', { formId: promotion });
    expect(all.reports.map(({ unitPath, stage, standsAt, isLate }) => [unitPath, stage, standsAt, isLate])).toEqual([
      [linjiang, 'submitted', linjiang, true],
      [qingchuan, null, null, true],
    ]);
    expect(all).toMatchObject({ counts: { submitted: 1, none: 1 }, late: 2 });
    const mine = async (actor: (typeof people)[keyof typeof people]) =>
      (await act(actor, 'reports.list', { only: 'mine' })).reports.map(
        ({ formId, unitPath }) => `${formId} ${unitPath}`,
      );
    expect(await mine(people.county)).toEqual([`${promotion} ${linjiang}`, `${monthly} ${linjiang}`]);
    expect(await mine(people.second)).toEqual([`${monthly} ${linjiang}`]);
    expect(await mine(people.city)).toEqual([]);
    const begun = await act(people.city, 'reports.list', { unitPath: qingchuan, only: 'not-begun', period });
    expect(begun.reports.map(({ formId }) => formId)).toEqual([promotion, monthly]);
    await expect(act(people.county, 'reports.list', { unitPath: city })).rejects.toMatchObject({ code: 'not-found' });
    expect((await act(people.neighbour, 'reports.list', { formId: promotion })).reports).toMatchObject([
      { unitPath: qingchuan },
    ]);
  }),
);

test(
  'with leave a report is late only after it, and no form grants more days than it allows',
  rolledBack(async (database, owner) => {
    const { act, open } = await reportingOn(database, owner);
    const leave = { formId: 'key-enterprise-monthly', unitPath: `${linjiang}.kfq`, period, reason: '系统升级' };
    await expect(act(people.city, 'reports.grant-late', { ...leave, days: 9 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await act(people.city, 'reports.grant-late', { ...leave, days: 2 })).toEqual({ openUntil: '2026-11-11' });
    const { summary } = await open(people.zoneClerk, period, 'key-enterprise-monthly');
    expect(summary).toMatchObject({ dueOn: '2026-11-09', openUntil: '2026-11-11', isLate: true });
  }),
);

test(
  'a workbook comes with what was saved and goes the way of typing: previewed first, then written with its origin',
  rolledBack(async (database, owner) => {
    const { act, addProject, type, open } = await reportingOn(database, owner);
    const { code } = await addProject(people.clerk, '新材料一期', 1);
    await type(people.clerk, period, { [`projects/${code}/progress`]: '桩基完成' });
    const { name, bytes } = await act(people.clerk, 'reports.template', { formId: monthly, period });
    const sheets = await readRawSheets(name, bytes);
    const list = sheets.find((sheet) => sheet.name === '项目明细');
    const heads = [...(list?.cells.get(5) ?? [])].map(([at, { text }]) => [text, at] as const);
    const column = (heading: string) => heads.find(([text]) => text === heading)?.[1] ?? 0;
    expect(list?.cells.get(6)?.get(column('形象进度'))?.text).toBe('桩基完成');

    const filledIn = sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      rows: Array.from({ length: Math.max(...sheet.cells.keys()) }, (_, row) =>
        Array.from({ length: Math.max(0, ...(sheet.cells.get(row + 1)?.keys() ?? [])) }, (__, at) => {
          if (sheet === list && row === 5 && at + 1 === column('本月完成投资（万元）')) return 1200;
          return sheet.cells.get(row + 1)?.get(at + 1)?.text ?? null;
        }),
      ),
    }));
    const back = { formId: monthly, period, name, bytes: await writeXlsx(filledIn) };
    const preview = await act(people.clerk, 'reports.upload', back);
    const change = { address: `projects/${code}/month`, from: null, to: '1200' };
    expect(preview).toMatchObject({ changes: [change], summary: { revision: 1 } });
    expect((await open(people.clerk, period)).typed).not.toHaveProperty([change.address]);
    const saved = await act(people.clerk, 'reports.upload', { ...back, mode: 'save' });
    expect(saved.summary.revision).toBe(2);
    const { typed, events } = await open(people.clerk, period);
    expect(typed[change.address]).toBe('1200');
    expect(events.at(-1)).toMatchObject({ via: 'workbook', cells: [change] });
    expect(await act(people.clerk, 'reports.upload', { ...back, mode: 'save' })).toMatchObject({
      changes: [],
      summary: { revision: 2 },
    });
    const wrong = await act(people.clerk, 'reports.upload', { ...back, period: '2026-09', mode: 'save' });
    expect(wrong).toMatchObject({ changes: [], findings: [{ rule: 'file/wrong-period' }] });
  }),
);

test(
  'a cell tells who filled, changed and passed it and how it is computed; reasons and words are gathered for the bulletin',
  rolledBack(async (database, owner) => {
    const { act, addProject, type, submit, pass } = await reportingOn(database, owner);
    const { id, code } = await addProject(people.clerk, '新材料一期', 1);
    const at = (column: string) => `projects/${code}/${column}`;
    await type(people.clerk, period, { [at('month')]: '100', [at('progress')]: '施工', [at('remark')]: '征地滞后' });
    await type(people.second, period, { [at('month')]: '120' });
    await act(people.clerk, 'reports.save', {
      formId: monthly,
      period,
      explanations: [{ address: at('month'), text: '雨季停工' }],
    });
    const { summary } = await submit(people.clerk, period);
    const reportId = summary.reportId as string;
    await pass(people.county, reportId);
    const story = await act(people.province, 'reports.cell', { reportId, address: at('month') });
    expect(story).toMatchObject({
      label: { zh: '新材料一期 本月完成投资' },
      value: '120',
      observation: { indicatorId: 'project.completed-investment', subjectKind: 'project', subjectId: id },
      formula: null,
    });
    expect(story.events.map(({ action, byName, cells }) => `${action} ${byName} ${cells[0]?.to ?? ''}`)).toEqual([
      'save 周洁 100',
      'save 郑凯 120',
      'save 周洁 雨季停工',
      'submit 周洁 ',
      'pass 何勇 ',
    ]);
    const total = await act(people.province, 'reports.cell', { reportId, address: 'completed-month' });
    expect(total).toMatchObject({ value: '120', formula: { zh: '“项目明细”各行“本月完成投资”之和' } });
    const { remarks } = await act(people.province, 'reports.remarks', { unitPath: province, period });
    expect(remarks.map(({ label, text, subjectId, indicatorId }) => [label.zh, text, subjectId, indicatorId])).toEqual([
      ['新材料一期 本月完成投资', '雨季停工', id, 'project.completed-investment'],
      ['新材料一期 形象进度', '施工', id, null],
      ['新材料一期 存在问题或未达进度原因', '征地滞后', id, null],
    ]);
  }),
);
