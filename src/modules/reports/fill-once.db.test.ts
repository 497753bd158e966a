import { expect, test } from 'vitest';
import { linjiang, people, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { permissionsOf } from '../people/roles.ts';
import { Form } from './form.ts';

const label = (zh: string) => ({ zh, en: zh });
const formOf = (id: string, zh: string, period: string, fields: readonly object[]) =>
  Form.parse({
    ...{ id, label: label(zh), edition: '2026', period, filledBy: 'county', due: { day: 5 }, source: 'test' },
    legal: { kind: 'internal', number: 'T-01', issuer: '商务局' },
    late: { days: 2, grantedBy: '商务局' },
    sections: [{ id: 'trade', label: label('外经贸'), fields }],
  });
const capital = { label: label('实际使用外资'), indicator: 'trade.foreign-capital' };
const trade = { label: label('进出口总额'), indicator: 'trade.total', accumulation: 'cumulative' };

/** Two monthly forms that ask for one figure, each in its unit, and a yearly one that asks for December’s sum. */
const first = formOf('first', '甲表', 'month', [{ id: 'capital', ...capital, unit: '万美元' }]);
const second = formOf('second', '乙表', 'month', [
  { id: 'capital', ...capital, unit: '美元', decimals: 0 },
  { id: 'year', ...capital, unit: '美元', accumulation: 'cumulative', derived: { cumulative: 'capital' } },
  { id: 'trade', ...trade, unit: '万元' },
]);
const yearly = formOf('yearly', '年表', 'year', [{ id: 'trade', ...trade, unit: '亿元' }]);
/** A statistical form whose approval ran out. */
const expired = Form.parse({
  ...first,
  id: 'expired',
  legal: {
    kind: 'statutory',
    number: 'W-01',
    issuer: '国家统计局',
    approval: '国统制〔2024〕1号',
    validUntil: '2026-06-30',
  },
});
const reviewers = [people.county, people.city, people.province] as const;

test(
  'a figure that one form gave stands in the other with its lineage, is changed only there, and takes the other with it',
  rolledBack(async (database, owner) => {
    const { act, type, submit, pass, open } = await reportingOn(database, owner, [first, second, yearly]);
    await type(people.clerk, '2026-01', { capital: '1.5' }, 'first');
    expect((await open(people.clerk, '2026-01', 'second')).known).toEqual({});
    const given = (await submit(people.clerk, '2026-01', 'first')).summary.reportId as string;
    const seen = await open(people.clerk, '2026-01', 'second');
    expect(seen).toMatchObject({ known: { capital: '15000' }, computed: { year: '15000' } });
    expect(seen.lineage).toEqual([
      {
        address: 'capital',
        kind: 'other-form',
        label: { zh: '甲表 2026-01（临江县）', en: '甲表 2026-01 (临江县)' },
        reportId: given,
        isFixed: true,
      },
    ]);
    await expect(type(people.clerk, '2026-01', { capital: '1' }, 'second')).rejects.toMatchObject({
      code: 'report-cells',
      message: expect.stringContaining('请在原处更正'),
    });
    await type(people.clerk, '2026-01', { trade: '500' }, 'second');
    const repeating = (await submit(people.clerk, '2026-01', 'second')).summary.reportId as string;
    for (const each of reviewers) await pass(each, given, repeating);
    const whose = async () =>
      (
        await act(people.clerk, 'observations.list', { period: '2026-01', indicatorId: 'trade.foreign-capital' })
      ).observations.map(({ accumulation, value, provenance }) => [
        accumulation,
        value,
        'submission' in provenance && provenance.submission,
      ]);
    expect(await whose()).toEqual([
      ['cumulative', '15000', repeating],
      ['single', '15000', given],
    ]);
    const { summary } = await open(people.county, '2026-01', 'first');
    const change = { address: 'capital', from: '1.5', to: '2' };
    const correction = { reportId: given, revision: summary.revision, reason: '漏报', changes: [change] };
    const { touched } = await act(people.county, 'reports.correct', correction);
    expect(touched).toMatchObject([{ reportId: repeating, stage: 'reopened' }]);
    expect(await whose()).toEqual([
      ['cumulative', '20000', repeating],
      ['single', '20000', given],
    ]);
    const { events } = await act(people.county, 'reports.show', { reportId: repeating });
    expect(events.at(-1)).toMatchObject({ action: 'follow', cells: [{ address: 'year', from: '15000', to: '20000' }] });
  }),
);

test(
  'the year shows what December summed up since January, in its own unit, and follows its correction',
  rolledBack(async (database, owner) => {
    const { act, type, submit, pass, open } = await reportingOn(database, owner, [first, second, yearly]);
    await type(people.clerk, '2025-12', { capital: '1', trade: '52000' }, 'second');
    await submit(people.clerk, '2025-12', 'second');
    const { known, lineage } = await open(people.clerk, '2025', 'yearly');
    expect(known).toEqual({ trade: '5.2' });
    expect(lineage).toMatchObject([{ label: { zh: '乙表 2025-12（临江县）' }, isFixed: false }]);
    // Nothing is left to type: an empty save begins the report, and what is known becomes its own when it is submitted.
    await type(people.clerk, '2025', {}, 'yearly');
    const { summary } = await submit(people.clerk, '2025', 'yearly');
    const { typed } = await open(people.clerk, '2025', 'yearly');
    expect([summary.stage, typed]).toEqual(['submitted', { trade: '5.2' }]);
    const december = await open(people.clerk, '2025-12', 'second');
    for (const each of reviewers) await pass(each, december.summary.reportId as string);
    const seen = await open(people.county, '2025-12', 'second');
    const { touched } = await act(people.county, 'reports.correct', {
      reportId: seen.summary.reportId as string,
      revision: seen.summary.revision,
      reason: '核实',
      changes: [{ address: 'trade', from: '52000', to: '53000' }],
    });
    expect(touched).toMatchObject([{ formId: 'yearly', period: '2025', stage: 'reopened' }]);
    expect((await open(people.clerk, '2025', 'yearly')).typed).toEqual({ trade: '5.3' });
  }),
);

test(
  'the year may say otherwise than what was summed up in December',
  rolledBack(async (database, owner) => {
    const { act, type, submit, open } = await reportingOn(database, owner, [first, second, yearly]);
    await type(people.clerk, '2025-12', { capital: '1', trade: '52000' }, 'second');
    await submit(people.clerk, '2025-12', 'second');
    await type(people.clerk, '2025', {}, 'yearly');
    const { summary } = await submit(people.clerk, '2025', 'yearly');
    await act(people.clerk, 'reports.withdraw', { reportId: summary.reportId as string, revision: summary.revision });
    expect((await open(people.clerk, '2025', 'yearly')).typed).toEqual({ trade: '5.2' });
    await type(people.clerk, '2025', { trade: '5.3' }, 'yearly');
    expect((await submit(people.clerk, '2025', 'yearly')).summary.stage).toBe('submitted');
  }),
);

test(
  'clerks are told what is late or returned to them, once a day',
  rolledBack(async (database, owner) => {
    const { act, call, type, submit } = await reportingOn(database, owner, [first]);
    const office = {
      ...people.province,
      permissions: permissionsOf(['system-administrator', 'security-administrator']),
    };
    const account = { login: 'zhoujie', name: '周洁', unitPath: linjiang, email: null };
    const { id } = (await call('accounts.add', account, office)) as { id: string };
    await call('posts.give', { accountId: id, unitPath: linjiang, role: 'clerk', fromOn: '2026-01-01' }, office);
    const late = { formId: 'first', period: '2026-10' };
    expect(await act(people.city, 'reports.remind', late)).toEqual({ reminded: 1, already: 0 });
    expect(await act(people.city, 'reports.remind', late)).toEqual({ reminded: 0, already: 1 });
    await type(people.clerk, '2026-10', { capital: '1' }, 'first');
    const { reportId, revision } = (await submit(people.clerk, '2026-10', 'first')).summary;
    await act(people.county, 'reports.return', { reportId: reportId as string, revision, reason: '请核对' });
    const clerk = { ...people.clerk, id, signedIn: { postId: null, sessionId: null, mustChange: false } };
    const { notices } = (await call('notices.list', {}, clerk)) as { notices: { kind: string }[] };
    expect(notices.map(({ kind }) => kind).sort()).toEqual(['report-late', 'report-returned']);
  }),
);

test(
  'a statistical form past its validity is filled no further than this: it cannot be submitted',
  rolledBack(async (database, owner) => {
    const { type, submit, open } = await reportingOn(database, owner, [expired]);
    await type(people.clerk, '2026-10', { capital: '1' }, 'expired');
    await expect(submit(people.clerk, '2026-10', 'expired')).rejects.toMatchObject({ code: 'form-expired' });
    expect((await open(people.clerk, '2026-10', 'expired')).summary.stage).toBe('draft');
  }),
);

test(
  'a department reports for its government, and both find the one report',
  rolledBack(async (database, owner) => {
    const { act, type, submit, pass, open } = await reportingOn(database, owner, [first]);
    const unitPath = `${linjiang}.d_fgj`;
    const officer = { ...people.second, id: 'c9', name: '马超', unitPath, scope: [unitPath] };
    await type(officer, '2026-10', { capital: '1' }, 'first');
    await type(people.clerk, '2026-10', { capital: '1.2' }, 'first');
    const { summary, events } = await open(officer, '2026-10', 'first');
    expect(summary).toMatchObject({ unitPath, enteredFor: false, standsAt: null });
    expect(events.map(({ byName }) => byName)).toEqual(['马超', '周洁']);
    expect((await act(people.city, 'reports.list', { formId: 'first', period: '2026-10' })).counts).toEqual({
      draft: 1,
      none: 1,
    });
    const { reportId } = (await submit(officer, '2026-10', 'first')).summary;
    for (const each of reviewers) await pass(each, reportId as string);
    const figure = {
      unitPath,
      subjectId: linjiang,
      indicatorId: 'trade.foreign-capital',
      accumulation: 'single' as const,
    };
    expect(await act(officer, 'observations.show', { ...figure, period: '2026-10' })).toMatchObject({
      observation: { value: '12000', status: 'approved' },
    });
    await act(people.province, 'observations.approve', { unitPath, period: '2026-10', status: 'published' });
    const { summary: end } = await act(people.province, 'reports.show', { reportId: reportId as string });
    const back = { reportId: reportId as string, revision: end.revision, reason: '再核' };
    await expect(act(people.province, 'reports.return', back)).rejects.toMatchObject({ code: 'figures-published' });
  }),
);

test(
  'where another department has given the same figure, out of sight, a report is refused whole and that figure stays',
  rolledBack(async (database, owner) => {
    const { act, type, submit, open } = await reportingOn(database, owner, [first]);
    const unitPath = `${linjiang}.d_fgj`;
    const other = { ...people.clerk, unitPath: `${linjiang}.d_swj`, scope: [`${linjiang}.d_swj`] };
    const values = [{ indicatorId: 'trade.foreign-capital', accumulation: 'single' as const, typed: '9' }];
    await act(other, 'observations.record', { period: '2026-10', subjectId: linjiang, values });
    const officer = { ...people.second, id: 'c9', unitPath, scope: [unitPath] };
    await type(officer, '2026-10', { capital: '1' }, 'first');
    await expect(submit(officer, '2026-10', 'first')).rejects.toMatchObject({ code: 'figures-taken' });
    expect((await open(officer, '2026-10', 'first')).summary.stage).toBe('draft');
    expect(await act(other, 'observations.list', { period: '2026-10' })).toMatchObject({
      observations: [{ value: '90000', revision: 1, unitPath: other.unitPath }],
    });
  }),
);
