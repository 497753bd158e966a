import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { linjiang, monthly, people, reportingOn, zone } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';

const promotion = 'investment-promotion-monthly';
const period = '2026-10';

describe('saving', () => {
  test(
    'two people at one report lose nothing: only a cell that both changed is a conflict, and it keeps what it holds',
    rolledBack(async (database, owner) => {
      const { act, open } = await reportingOn(database, owner);
      const at = { formId: promotion, period };
      const change = (address: string, from: string | null, to: string | null) => ({ address, from, to });
      await act(people.clerk, 'reports.save', {
        ...at,
        changes: [change('signed', null, '3'), change('amount', null, '5')],
      });
      const saved = await act(people.second, 'reports.save', {
        ...at,
        changes: [change('signed', null, '4'), change('landed', null, '2'), change('amount', null, '5')],
        explanations: [{ address: 'amount', text: '一个大项目签约' }],
      });
      expect(saved).toMatchObject({ saved: 2, conflicts: [{ address: 'signed', is: '3', by: '周洁' }] });
      const { typed, explanations, summary } = await open(people.clerk, period, promotion);
      expect(typed).toEqual({ signed: '3', amount: '5', landed: '2' });
      expect(explanations).toEqual({ amount: '一个大项目签约' });
      expect(summary).toMatchObject({ revision: 2, enteredFor: false, stage: 'draft' });
      const again = await act(people.second, 'reports.save', { ...at, changes: [change('landed', null, '2')] });
      expect(again).toMatchObject({ saved: 0, conflicts: [], summary: { revision: 2 } });
    }),
  );

  test(
    'what is no cell to type is refused by name, and nothing of the request is kept',
    rolledBack(async (database, owner) => {
      const { act, addProject, open } = await reportingOn(database, owner);
      const { code } = await addProject(people.clerk, '新材料一期', 1);
      for (const [address, words] of [
        [`projects/${code}/year`, '由系统计算'],
        [`projects/${code}/name`, '来自名录'],
        ['projects/nowhere/month', '没有这一格'],
      ]) {
        const changes = [
          { address: `projects/${code}/month`, from: null, to: '1' },
          { address: address as string, from: null, to: '1' },
        ];
        const saving = act(people.clerk, 'reports.save', { formId: monthly, period, changes });
        await expect(saving).rejects.toMatchObject({
          code: 'report-cells',
          message: expect.stringContaining(words as string),
        });
      }
      expect((await open(people.clerk, period)).summary.reportId).toBeNull();
      const { rows } = await sql<{ n: string }>`select count(*) as n from report`.execute(owner);
      expect(rows).toEqual([{ n: '0' }]);
    }),
  );

  test(
    'words instead of a figure are kept and said to be wrong; nothing is written to the figures until they are right',
    rolledBack(async (database, owner) => {
      const { addProject, type, submit, act } = await reportingOn(database, owner);
      const { code } = await addProject(people.clerk, '新材料一期', 1);
      const [month, progress] = [`projects/${code}/month`, `projects/${code}/progress`];
      const { findings } = await type(people.clerk, period, { [month]: '约一千万', [progress]: '施工' });
      expect(findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual([`cell/text ${month}`]);
      await expect(submit(people.clerk, period)).rejects.toMatchObject({ code: 'report-not-ready' });
      expect(await act(people.clerk, 'observations.list', { period })).toMatchObject({ observations: [] });
      await type(people.clerk, period, { [month]: '１，０００' });
      expect((await submit(people.clerk, period)).summary.stage).toBe('submitted');
    }),
  );

  test(
    'somebody of another unit may fill it within the own scope, and that shows',
    rolledBack(async (database, owner) => {
      const { type, open } = await reportingOn(database, owner);
      await type(people.city, period, { signed: '3' }, promotion, linjiang);
      const { summary, events } = await open(people.clerk, period, promotion);
      expect(summary).toMatchObject({ enteredFor: true, unitPath: linjiang });
      expect(events).toMatchObject([{ byName: '蒋雯', byUnit: 'cn.99.9901', action: 'save' }]);
      await expect(type(people.neighbour, period, { signed: '9' }, promotion, linjiang)).rejects.toMatchObject({
        code: 'not-found',
      });
    }),
  );
});

test(
  'a figure recorded earlier is shown with its origin and becomes the report’s own; withdrawn, its figures are drafts',
  rolledBack(async (database, owner) => {
    const { act, type, open, submit } = await reportingOn(database, owner);
    const add = (typed: string, indicatorId: string, unit: string) => ({
      typed,
      indicatorId,
      unit,
      accumulation: 'single' as const,
    });
    await act(people.clerk, 'observations.record', {
      period,
      values: [add('7', 'promotion.signed', '个')],
    });
    await type(people.clerk, period, { amount: '5', started: '1', landed: '2', 'foreign-capital': '0' }, promotion);
    const before = await open(people.clerk, period, promotion);
    expect(before.known).toEqual({ signed: '7' });
    expect(before.lineage).toMatchObject([{ address: 'signed', kind: 'earlier', isFixed: false }]);
    const { summary } = await submit(people.clerk, period, promotion);
    const { typed, events } = await open(people.clerk, period, promotion);
    expect(typed).toMatchObject({ signed: '7' });
    expect(events.at(-1)).toMatchObject({ action: 'submit', cells: [{ address: 'signed', to: '7', kind: 'typed' }] });

    // The county’s own zone reports the same indicator of itself: no figure of the county.
    const other = await open(people.zoneClerk, '2026-Q3', 'park-economy-quarterly');
    expect(other.known).toEqual({});
    const { observations } = await act(people.clerk, 'observations.list', { period, indicatorId: 'promotion.signed' });
    expect(observations).toMatchObject([
      { accumulation: 'cumulative', missing: 'not-reported' },
      { status: 'submitted', provenance: { submission: summary.reportId, cell: 'signed' }, revision: 2 },
    ]);
    await expect(
      act(people.county, 'reports.withdraw', { reportId: summary.reportId as string, revision: summary.revision - 1 }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await act(people.clerk, 'reports.withdraw', { reportId: summary.reportId as string, revision: summary.revision });
    const { observations: drafts } = await act(people.clerk, 'observations.list', { period, status: 'submitted' });
    expect(drafts).toEqual([]);
  }),
);

test(
  'a zone’s quarter passes zone, county, city and province; after the first of them it cannot be withdrawn',
  rolledBack(async (database, owner) => {
    const { act, type, submit, pass, open } = await reportingOn(database, owner);
    const cells = {
      firms: '40',
      output: '120.5',
      'leading-output': '72.3',
      'value-added': '30.1',
      revenue: '110',
      profit: '5.5',
      'fixed-assets': '20',
      'industrial-investment': '14',
      upgrading: '3',
      trade: '6',
      exports: '4.5',
      'foreign-capital': '800',
      tax: '41000',
      employees: '9200',
    };
    await type(people.zoneClerk, '2026-Q3', cells, 'park-economy-quarterly');
    const { summary } = await submit(people.zoneClerk, '2026-Q3', 'park-economy-quarterly');
    expect(summary.standsAt).toBe(zone);
    const reportId = summary.reportId as string;
    // Nobody reviews in the zone itself: the county answers for it.
    await pass(people.county, reportId);
    const seen = (await open(people.zoneClerk, '2026-Q3', 'park-economy-quarterly')).summary;
    await expect(
      act(people.zoneClerk, 'reports.withdraw', { reportId, revision: seen.revision }),
    ).rejects.toMatchObject({ code: 'report-passed' });
    for (const each of [people.county, people.city, people.province]) await pass(each, reportId);
    const { events, summary: end, computed } = await act(people.zoneClerk, 'reports.show', { reportId });
    expect(events.map(({ action, byUnit }) => `${action} ${byUnit}`).slice(2)).toEqual([
      `pass ${linjiang}`,
      `pass ${linjiang}`,
      'pass cn.99.9901',
      'accept cn.99',
    ]);
    expect(end.stage).toBe('accepted');
    expect(computed).toMatchObject({ 'leading-share': '60', imports: '1.5' });
  }),
);
