import { expect, test } from 'vitest';
import { city, linjiang, people, province, qingchuan, type Reporting, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';

const indicatorId = 'project.completed-investment';

/** A county with one project reports a month, and everybody passes it. */
async function accepted(
  { type, submit, pass }: Reporting,
  clerk: typeof people.clerk | typeof people.neighbour,
  period: string,
  code: string,
  month: string,
): Promise<string> {
  const reviewer = clerk === people.clerk ? people.county : people.neighbourReviewer;
  await type(clerk, period, { [`projects/${code}/month`]: month, [`projects/${code}/progress`]: '施工' });
  const { summary } = await submit(clerk, period);
  for (const each of [reviewer, people.city, people.province]) await pass(each, summary.reportId as string);
  return summary.reportId as string;
}

test(
  'a correction after the lock moves exactly its ancestors’ roll-ups, is marked, and every level passes it anew',
  rolledBack(async (database, owner) => {
    const reporting = await reportingOn(database, owner);
    const { act, addProject, open, pass, rollup } = reporting;
    const ours = await addProject(people.clerk, '新材料一期', 1);
    const theirs = await addProject(people.neighbour, '冷链园', 2);
    const reportId = await accepted(reporting, people.clerk, '2026-01', ours.code, '1000');
    await accepted(reporting, people.neighbour, '2026-01', theirs.code, '400');
    const later = await accepted(reporting, people.clerk, '2026-02', ours.code, '500');
    const place = { formId: 'project-investment-monthly', period: '2026-01' };
    expect(await act(people.province, 'reports.lock', place)).toEqual({ locked: 2, left: 0 });
    const figures = async () =>
      Promise.all(
        [province, city, linjiang, qingchuan].flatMap((unit) =>
          ['2026-01', '2026-02'].map(async (period) => {
            const [row] = await rollup(unit, period, { indicatorId });
            return `${unit} ${period} ${row?.single.value} ${row?.cumulative.value}`;
          }),
        ),
      );
    const before = await figures();
    expect(before).toContain(`${province} 2026-02 500 1500`);

    const address = `projects/${ours.code}/month`;
    const seen = (await open(people.county, '2026-01')).summary;
    const change = {
      reportId,
      revision: seen.revision,
      reason: '漏报一笔',
      changes: [{ address, from: '1000', to: '1100' }],
    };
    await expect(act(people.second, 'reports.correct', change)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(act(people.county, 'reports.correct', { ...change, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const stale = { ...change, changes: [{ address, from: '900', to: '1100' }] };
    await expect(act(people.county, 'reports.correct', stale)).rejects.toMatchObject({ code: 'report-cells' });
    const { summary, touched } = await act(people.county, 'reports.correct', change);
    expect(summary).toMatchObject({ stage: 'reopened', standsAt: linjiang, enteredFor: false });
    expect(touched).toMatchObject([{ reportId: later, period: '2026-02', stage: 'reopened', standsAt: linjiang }]);

    const after = await figures();
    const moved = after.filter((line, i) => line !== before[i]);
    expect(moved).toEqual([
      `${province} 2026-01 1500 1500`,
      `${province} 2026-02 500 1600`,
      `${city} 2026-01 1500 1500`,
      `${city} 2026-02 500 1600`,
      `${linjiang} 2026-01 1100 1100`,
      `${linjiang} 2026-02 500 1600`,
    ]);
    const key = { indicatorId, period: '2026-02', subjectId: linjiang, unitPath: linjiang };
    expect(await act(people.city, 'observations.show', key)).toMatchObject({
      observation: { value: '16000000', status: 'approved', revision: 2, approvedRevision: 1 },
      history: [{ value: '15000000', reason: '随“重点推进产业项目投资月报 2026-01（临江县）”更正' }],
    });
    expect((await open(people.city, '2026-02', undefined, linjiang)).corrected).toContain('completed-year');

    for (const each of [people.county, people.city, people.province]) await pass(each, reportId, later);
    expect(await act(people.city, 'observations.show', key)).toMatchObject({
      observation: { revision: 2, approvedRevision: 2 },
    });
    expect(await figures()).toEqual(after);
    const { corrected, summary: end } = await open(people.city, '2026-02', undefined, linjiang);
    expect([corrected, end.stage]).toEqual([[], 'accepted']);
    await act(people.province, 'rollups.rebuild', {});
    expect(await figures()).toEqual(after);
  }),
);

test(
  'what is returned after acceptance leaves the roll-ups and counts again when it was mended and passed',
  rolledBack(async (database, owner) => {
    const reporting = await reportingOn(database, owner);
    const { act, addProject, type, submit, pass, rollup } = reporting;
    const { code } = await addProject(people.clerk, '新材料一期', 1);
    const reportId = await accepted(reporting, people.clerk, '2026-01', code, '1000');
    const { summary } = await act(people.province, 'reports.show', { reportId });
    const back = { reportId, revision: summary.revision, reason: '佐证不足' };
    await expect(act(people.county, 'reports.return', back)).rejects.toMatchObject({ code: 'report-elsewhere' });
    expect(await act(people.province, 'reports.return', back)).toMatchObject({ summary: { stage: 'returned' } });
    expect(await rollup(province, '2026-01', { indicatorId })).toEqual([]);
    await type(people.clerk, '2026-01', { [`projects/${code}/month`]: '900' });
    await submit(people.clerk, '2026-01');
    for (const each of [people.county, people.city, people.province]) await pass(each, reportId);
    expect(await rollup(province, '2026-01', { indicatorId })).toMatchObject([{ single: { value: '900' }, known: 1 }]);
  }),
);

test(
  'a month that comes again with another figure takes the later months with it once it is accepted',
  rolledBack(async (database, owner) => {
    const reporting = await reportingOn(database, owner);
    const { act, addProject, type, submit, pass, rollup } = reporting;
    const { code } = await addProject(people.clerk, '新材料一期', 1);
    const january = await accepted(reporting, people.clerk, '2026-01', code, '1000');
    const february = await accepted(reporting, people.clerk, '2026-02', code, '500');
    const { summary } = await act(people.province, 'reports.show', { reportId: january });
    await act(people.province, 'reports.return', { reportId: january, revision: summary.revision, reason: '重复计算' });
    await type(people.clerk, '2026-01', { [`projects/${code}/month`]: '700' });
    await submit(people.clerk, '2026-01');
    const sum = async () => (await rollup(province, '2026-02', { indicatorId }))[0]?.cumulative.value;
    await pass(people.county, january);
    expect(await sum()).toBe('1500');
    await pass(people.city, january);
    await pass(people.province, january);
    expect(await sum()).toBe('1200');
    const after = await act(people.province, 'reports.show', { reportId: february });
    expect(after.summary.stage).toBe('reopened');
    expect(after.events.at(-1)).toMatchObject({ action: 'follow', byName: '韩磊' });
  }),
);
