import { expect, test } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import type { LedgerEntryShown } from './operations.ts';
import type { LedgerReport } from './report-shapes.ts';

const person = (unitPath: string): Actor => ({
  ...planner,
  id: `k ${unitPath}`,
  name: '周平',
  unitPath,
  scope: [unitPath],
  permissions: permissionsOf(['dispatcher', 'planner']),
});
const county = person('qingchuan');
const office = person('qingchuan.fgj');
const ledger = 'inspections';
const days = { 'opinion-days': 10, 'recheck-days': 10 };

const decide = async (call: Call, answers: Readonly<Record<string, number>>, by: Actor) => {
  for (const [choice, value] of Object.entries(answers))
    await call('ledgers.decide', { ledger, choice, value, reason: '办公会议定' }, by);
};

/** An inspection on a day of this year; made by whoever keeps it, and finished if that is said. */
async function inspect(call: Call, by: Actor, on: string, isDone = true): Promise<string> {
  const data = { kind: 'supervision', on, inspected: by.unitPath, team: ['周平'], checklist: '进度、质量、资金' };
  const { entry } = (await call('ledgers.add', { ledger, name: `${on} 督导`, data }, by)) as LedgerEntryShown;
  const { entryId, revision } = entry;
  if (isDone) await call('ledgers.act', { ledger, entryId, revision, action: 'inspect' }, by);
  return entryId;
}

const reportOf = async (call: Call, by: Actor, more: object = {}) => {
  const { ledgers, unmet } = (await call('ledgers.report', { ledger, ...more }, by)) as {
    ledgers: LedgerReport[];
    unmet: number;
  };
  return { report: ledgers[0] as LedgerReport, unmet };
};

const listBehind = async (call: Call, by: Actor, more: object) =>
  (
    (await call('ledgers.list', { ledger, measure: 'four-a-year', ...more }, by)) as {
      entries: LedgerEntryShown['entry'][];
    }
  ).entries.map(({ entryId }) => entryId);

test(
  'what a document asks for its own years binds nobody until it is adopted, and the report names document and years',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await decide(call, days, county);
    const { report, unmet } = await reportOf(call, county);
    expect(unmet).toBe(0);
    expect(report.measures).toMatchObject([
      { state: 'not-adopted', value: '0', target: 4, set: { document: '002', years: [2011, 2013], until: null } },
    ]);
    await decide(call, { 'adopt-four-a-year': 2013 }, county);
    expect((await reportOf(call, county)).report.measures[0]).toMatchObject({ state: 'outside', set: { until: 2013 } });
    await decide(call, { 'adopt-four-a-year': 2027 }, county);
    expect((await reportOf(call, county)).report.measures[0]).toMatchObject({ state: 'short', byMonth: '2026-12' });
    const due = (await call('ledgers.due', { ledger }, county)) as { measures: unknown[] };
    expect(due.measures).toMatchObject([{ measure: 'four-a-year', value: '0', target: 4 }]);
    // A year before the document speaks is nobody’s debt.
    const early = call('ledgers.decide', { ledger, choice: 'adopt-four-a-year', value: 2009, reason: '早' }, county);
    await expect(early).rejects.toMatchObject({ code: 'invalid-input' });
  }),
);

test(
  'every number opens the entries that it is made of, and only those that count',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await decide(call, { ...days, 'adopt-four-a-year': 2027 }, county);
    const done = [await inspect(call, county, '2026-03-10'), await inspect(call, county, '2026-06-10')];
    await inspect(call, county, '2026-12-10', false);
    const old = await inspect(call, county, '2025-12-31');
    const { report, unmet } = await reportOf(call, county);
    expect(report).toMatchObject({
      total: 4,
      open: 4,
      fulfilled: 0,
      measures: [{ value: '2', counted: 2, state: 'short' }],
    });
    expect(report.due + report.overdue).toBe(4);
    expect(unmet).toBe(1);
    expect((await listBehind(call, county, {})).sort()).toEqual(done.toSorted());
    expect(await listBehind(call, county, { on: '2025-12-31' })).toEqual([old]);
    expect(await listBehind(call, county, { part: 'without' })).toEqual([]);
    const unknown = call('ledgers.list', { ledger, measure: 'none' }, county);
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    expect((await reportOf(call, county, { on: '2025-06-01' })).report.measures[0]).toMatchObject({
      ...{ period: '2025', value: '1', state: 'late' },
    });
  }),
);

test(
  'a unit below that adopted it is counted for itself, and what it did does not hide what the unit above lacks',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await decide(call, { ...days, 'adopt-four-a-year': 2027 }, county);
    for (const month of ['02', '04', '06', '08']) await inspect(call, office, `2026-${month}-10`);
    await decide(call, { 'adopt-four-a-year': 2026 }, office);
    const lines = (await reportOf(call, county)).report.measures;
    expect(lines.map(({ unitPath, value, state }) => [unitPath, value, state])).toEqual([
      ['qingchuan', '4', 'met'],
      ['qingchuan.fgj', '4', 'met'],
    ]);
    expect((await listBehind(call, county, { unitPath: 'qingchuan.fgj' })).length).toBe(4);
    const planners = person('qingchuan.ghk');
    await decide(call, { 'adopt-four-a-year': 2026 }, planners);
    const again = (await reportOf(call, county)).report.measures;
    expect(again.find(({ unitPath }) => unitPath === 'qingchuan.ghk')).toMatchObject({ value: '0', state: 'short' });
    // Whoever stands beside sees neither the number nor its entries.
    const beside = await reportOf(call, planners, { unitPath: 'qingchuan.fgj' });
    expect(beside.report).toMatchObject({ total: 0, measures: [{ value: '0' }] });
    expect(await listBehind(call, planners, { unitPath: 'qingchuan.fgj' })).toEqual([]);
  }),
);

test(
  'the report of all ledgers has a line for each, and counts what was finished apart from what is open',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await decide(call, days, county);
    const entryId = await inspect(call, county, '2026-11-10', false);
    await call('ledgers.act', { ledger, entryId, revision: 1, action: 'cancel', reason: '并入下次' }, county);
    await inspect(call, county, '2026-11-10', false);
    const { ledgers } = (await call('ledgers.report', {}, county)) as { ledgers: LedgerReport[] };
    expect(ledgers.length).toBeGreaterThan(70);
    expect(ledgers.find((each) => each.ledger === ledger)).toMatchObject({
      total: 2,
      open: 1,
      overdue: 1,
      due: 0,
      fulfilled: 1,
    });
    expect(ledgers.filter(({ total }) => total > 0)).toHaveLength(1);
  }),
);
