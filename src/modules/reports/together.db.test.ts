import { expect, test } from 'vitest';
import { migrated } from '../../../test/migrated.ts';
import { monthly, people, reportingOn } from '../../../test/reporting.ts';
import { replay } from './replay.ts';

const period = '2026-01';

test(
  'clerks who type, submit and review at the same moment lose nothing and leave nothing half written',
  { timeout: 120_000 },
  migrated(async ({ database, owner }) => {
    const { act, addProject, open } = await reportingOn(database, owner);
    const codes: string[] = [];
    for (let i = 0; i < 12; i += 1) codes.push((await addProject(people.clerk, `项目${i}`, i)).code);
    const typing = codes.flatMap((code, i) =>
      ['month', 'progress'].map((column) => ({
        address: `projects/${code}/${column}`,
        from: null,
        to: String(10 + i),
      })),
    );
    // All begin the report at once; one makes it, the others find it.
    const saved = await Promise.all(
      typing.map((change, i) =>
        act(i % 2 === 0 ? people.clerk : people.second, 'reports.save', { formId: monthly, period, changes: [change] }),
      ),
    );
    expect(saved.every(({ conflicts, saved: count }) => conflicts.length === 0 && count === 1)).toBe(true);
    const sheet = await open(people.clerk, period);
    expect(sheet.typed).toEqual(Object.fromEntries(typing.map(({ address, to }) => [address, to])));
    expect(sheet.summary.revision).toBe(typing.length);

    const seen = { reportId: sheet.summary.reportId as string, revision: sheet.summary.revision };
    const change = { address: `projects/${codes[0]}/month`, from: '10', to: '99' };
    const outcomes = await Promise.allSettled([
      act(people.clerk, 'reports.submit', seen),
      act(people.second, 'reports.submit', seen),
      act(people.second, 'reports.save', { formId: monthly, period, changes: [change] }),
      act(people.county, 'reports.pass', { reports: [seen] }),
    ]);
    const refusals = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refusals.filter((code) => !['changed-meanwhile', 'report-stage'].includes(code))).toEqual([]);
    const after = await act(people.county, 'reports.show', { reportId: seen.reportId });
    const told = replay(after.events);
    expect([told.stage, told.typed, told.revision]).toEqual([after.summary.stage, after.typed, after.summary.revision]);
    const { observations } = await act(people.clerk, 'observations.list', {
      period,
      subjectKind: 'project',
      limit: 1000,
    });
    // Submitted or not, never in part: two figures of each project, or none.
    expect(observations).toHaveLength(after.summary.stage === 'submitted' ? 2 * codes.length : 0);
    for (const { value, provenance, accumulation } of observations) {
      const { cell } = provenance as { cell: string };
      if (accumulation === 'single') expect(value).toBe(`${after.typed[cell]}0000`);
    }
  }),
);
