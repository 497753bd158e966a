import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { linjiang, people, qingchuan, type Reporting, reportingOn } from '../../../test/reporting.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { Problem } from '../../core/problem.ts';
import { replay } from './replay.ts';
import { reportStages } from './submission.ts';

const actors = [
  people.clerk,
  people.second,
  people.neighbour,
  people.county,
  people.neighbourReviewer,
  people.city,
  people.province,
] as const;
const step = fc.record({
  action: fc.constantFrom(
    'save',
    'save',
    'submit',
    'submit',
    'pass',
    'pass',
    'pass',
    'pass',
    'return',
    'withdraw',
    'correct',
    'lock',
  ),
  /** Mostly somebody whose turn it is. */
  actor: fc.option(fc.constantFrom(...actors), { freq: 4 }),
  unit: fc.constantFrom(linjiang, linjiang, qingchuan),
  month: fc.constantFrom('2026-01', '2026-01', '2026-02'),
  figure: fc.constantFrom('100', '250', '260', '270', '1,000', '—', '约三百', ''),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Whose turn an action is. */
function nextOf({ action, unit }: Step, standsAt: string | null) {
  const isOurs = unit === linjiang;
  if (['save', 'submit', 'withdraw'].includes(action)) return isOurs ? people.clerk : people.neighbour;
  if (action === 'correct') return isOurs ? people.county : people.neighbourReviewer;
  return actors.find(({ id, unitPath }) => id.startsWith('r') && unitPath === standsAt) ?? people.province;
}

/** What a step does; any refusal must be one of the system’s own. */
async function take(
  { act, open, type }: Reporting,
  codes: Readonly<Record<string, string>>,
  each: Step,
): Promise<string> {
  const { action, unit, month, figure } = each;
  const { summary: stands } = await open(people.province, month, undefined, unit);
  const actor = each.actor ?? nextOf(each, stands.standsAt);
  const address = `projects/${codes[unit]}/month`;
  try {
    const { summary, typed } = await open(actor, month, undefined, unit);
    const seen = { reportId: summary.reportId ?? '00000000-0000-4000-8000-00000000ffff', revision: summary.revision };
    const change = { address, from: typed[address] ?? null, to: figure };
    const doing = {
      save: () =>
        type(actor, month, { [address]: figure, [`projects/${codes[unit]}/progress`]: '施工' }, undefined, unit),
      submit: () => act(actor, 'reports.submit', seen),
      pass: () => act(actor, 'reports.pass', { reports: [seen] }),
      return: () => act(actor, 'reports.return', { ...seen, reason: '请核对', cells: [{ address, reason: '不符' }] }),
      withdraw: () => act(actor, 'reports.withdraw', seen),
      correct: () => act(actor, 'reports.correct', { ...seen, reason: '漏报', changes: [change] }),
      lock: () => act(actor, 'reports.lock', { formId: summary.formId, period: month, unitPath: unit }),
    };
    await doing[action as keyof typeof doing]();
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'unexpected') throw error;
    return error.code;
  }
}

test(
  'whatever people do, no report leaves its stages, its events tell all of it, and the approved figures are those of accepted reports',
  { timeout: 240_000 },
  rolledBack(async (database, owner) => {
    const reporting = await reportingOn(database, owner);
    const codes = {
      [linjiang]: (await reporting.addProject(people.clerk, '新材料一期', 1)).code,
      [qingchuan]: (await reporting.addProject(people.neighbour, '冷链园', 2)).code,
    };
    const outcomes = new Map<string, number>();
    const stages = new Set<string>();
    const reportsNow = async () =>
      (
        await sql<{ id: string; at: string }>`select report_id as id, tenant_id as at from report order by 1`.execute(
          owner,
        )
      ).rows;
    const check = async () => {
      for (const { id } of await reportsNow()) {
        const { rows } = await sql<Record<string, unknown>>`select stage, stands_at as "standsAt", revision, typed,
          explanations, returned, passed from report where report_id = ${id}::uuid`.execute(owner);
        const { events } = await reporting.act(people.province, 'reports.show', { reportId: id });
        const told = replay(events);
        const same = (pass: { at: string }) => ({ ...pass, at: Date.parse(pass.at) });
        const { passed, ...stored } = rows[0] as { passed: { at: string }[] };
        expect({ ...told, passed: told.passed.map(same) }).toEqual({ ...stored, passed: passed.map(same) });
        let stage: string | null = null;
        for (const event of events) {
          expect(event.from).toBe(stage);
          if (stage !== null) expect(reportStages.actions[event.action].from).toContain(stage);
          stage = event.to;
        }
        stages.add(stage as string);
      }
      const { rows } = await sql<{ n: string }>`
        select count(*) as n from report r join observation o on o.provenance ->> 'submission' = r.report_id::text
        where case
          when r.stage in ('draft', 'returned') then o.status <> 'draft'
          when r.stage in ('accepted', 'locked') then o.status <> 'approved' or o.approved_revision <> o.revision
          when r.stage = 'reopened' then o.status = 'draft' else o.status = 'draft' end`.execute(owner);
      expect(rows).toEqual([{ n: '0' }]);
      const rollups = () =>
        sql`select * from rollup order by 1, 2, 3, 4, 5, 6, 7, 8, 9`.execute(owner).then((each) => each.rows);
      const kept = await rollups();
      await reporting.act(people.province, 'rollups.rebuild', {});
      expect(await rollups()).toEqual(kept);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
        for (const each of steps) {
          const outcome = await take(reporting, codes, each);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
        await check();
      }),
      // The same walks before every commit, so that they are known to go far; others each time in `test:long`.
      process.env.LANTU_LONG ? { numRuns: 40 } : { numRuns: 8, seed: 20261122 },
    );
    expect(outcomes.get('done')).toBeGreaterThan(25);
    expect(stages.size).toBeGreaterThan(3);
  }),
);
