import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader, planner, stranger } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { Tables } from '../../core/tables.ts';
import { permissionsOf } from '../people/roles.ts';
import type { backtestOperations } from './backtest-operations.ts';

type Answer = z.output<(typeof backtestOperations)['backtests.run']['output']>;
type Working = z.output<(typeof backtestOperations)['backtests.working']['output']>;

const officer: Actor = { ...planner, id: 'd1', name: '周平', permissions: permissionsOf(['dispatcher']) };

/** Projects with the day on which they were written down, which a test has to set behind the door. */
async function filled(call: Call, owner: Kysely<Tables>) {
  const recorded = (table: string, id: string, day: string) =>
    sql`update ${sql.table(table)} set at = ${`${day}T02:00:00Z`}::timestamptz where project_id = ${id}::uuid`.execute(
      owner,
    );
  const add = async (name: string, startOn: string, recordedOn: string) => {
    const data = { name, stage: 'signed', startOn };
    const { id } = (await call('projects.add', { data, since: '2026-01-05' }, officer)) as { id: string };
    await recorded('project_version', id, recordedOn);
    return id;
  };
  const late = await add('甲：从未开工', '2026-03-01', '2026-01-06');
  const inTime = await add('乙：宽限内开工', '2026-04-15', '2026-01-06');
  const open = await add('丙：尚未到期', '2026-09-15', '2026-01-06');
  const unseen = await add('丁：七月才登记', '2026-02-01', '2026-07-01');
  await sql`insert into project_event (tenant_id, project_id, seq, unit_path, track, action, from_stage, to_stage, on_day,
      stated, evidence, at, by, by_unit)
    select tenant_id, project_id, 1, unit_path, 'life', 'start', 'land', 'started', '2026-05-10', '{}', '[]',
      '2026-05-12T02:00:00Z', '周平', unit_path
    from project where project_id = ${inTime}::uuid`.execute(owner);
  return { late, inTime, open, unseen };
}

const window = { trouble: 'late-start', graceMonths: 3, from: '2026-01', to: '2026-10' };

describe('a back-test on the history of projects', () => {
  test(
    'it counts what was warned of, missed and cried wolf, from what had been recorded by then, edition beside edition',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const ids = await filled(call, owner as Kysely<Tables>);
      const trial = JSON.stringify({ 'days-ahead': '60', 'red-months': '3' });
      const ask = { ...window, first: 'lamp-start@1', second: 'lamp-start@2', secondTrial: trial };
      const answer = (await call('backtests.run', ask, leader)) as Answer;
      expect(answer).toMatchObject({ tested: 4, unknown: 0, from: '2026-01', to: '2026-10' });
      // By hand: 甲 is yellow from March and its delay a fact in June, 乙 is yellow in April and starts in May, 丙 is
      // yellow and nobody can tell yet, 丁 was not recorded before its delay was a fact.
      const sums = { troubles: 2, warned: 1, missed: 1, falseAlarms: 1, pending: 1, undecided: 0 };
      expect(answer.runs).toMatchObject([
        { ...sums, edition: '1', medianEarlier: 3 },
        // Sixty days ahead: 甲 from January on.
        { ...sums, edition: '2', medianEarlier: 5 },
      ]);
      const rowOf = (id: string) => answer.projects.find((row) => row.id === id);
      expect(rowOf(ids.late)).toMatchObject({
        ending: 'late',
        plannedOn: '2026-03-01',
        troubleIn: '2026-06',
        courses: [
          { warnedIn: '2026-03', monthsEarlier: 3, falseAlarms: 0 },
          { warnedIn: '2026-01', monthsEarlier: 5, falseAlarms: 0 },
        ],
      });
      expect(rowOf(ids.late)?.courses[0]?.levels.map(({ level }) => level)).toEqual([
        'green',
        'green',
        'yellow',
        'yellow',
        'yellow',
        'red',
      ]);
      expect(rowOf(ids.inTime)).toMatchObject({
        ending: 'in-time',
        happenedOn: '2026-05-10',
        courses: [{ falseAlarms: 1 }, {}],
      });
      expect(rowOf(ids.open)).toMatchObject({ ending: 'open', courses: [{ isPending: true, falseAlarms: 0 }, {}] });
      expect(rowOf(ids.unseen)).toMatchObject({ ending: 'late', courses: [{ warnedIn: null, levels: [] }, {}] });

      const byEvent = (await call('backtests.run', { ...ask, basis: 'happened' }, leader)) as Answer;
      expect(byEvent.runs[0]).toMatchObject({ warned: 2, missed: 0, medianEarlier: 3 });
      const later = (await call('backtests.run', { ...ask, from: '2026-07' }, leader)) as Answer;
      expect(later).toMatchObject({ tested: 1, before: 2 });
      const elsewhere = (await call('backtests.run', ask, stranger)) as Answer;
      expect(elsewhere).toMatchObject({ tested: 0, projects: [] });
    }),
  );

  test(
    'each month opens its working, with the day on which each fact was recorded',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const ids = await filled(call, owner as Kysely<Tables>);
      const ask = (projectId: string, month: string, more = {}) =>
        call('backtests.working', { projectId, month, rule: 'lamp-start@1', ...more }, leader) as Promise<Working>;
      const march = await ask(ids.late, '2026-03');
      expect(march).toMatchObject({ on: '2026-03-31', level: 'yellow', refused: null });
      const froms = march.evaluation?.steps.flatMap(({ inputs }) => inputs.map(({ from }) => from.zh));
      expect(froms).toContain('项目登记册·开工日期（2026-01-06 登记）');
      expect(await ask(ids.inTime, '2026-05')).toMatchObject({ level: 'green' });
      await expect(ask(ids.unseen, '2026-03')).rejects.toThrow(/尚未登记/);
      await expect(
        call('backtests.working', { projectId: ids.late, month: '2026-03', rule: 'lamp-start@1' }, stranger),
      ).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  test(
    'an edition that an office has not decided on tests nothing of it, and says what to decide',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      await filled(call, owner as Kysely<Tables>);
      const ask = { ...window, first: 'lamp-start@2' };
      const before = (await call('backtests.run', ask, leader)) as Answer;
      expect(before.runs).toMatchObject([
        { troubles: 0, undecided: 4, refused: { zh: expect.stringContaining('亮黄灯') } },
      ]);
      expect(before.projects.map(({ courses }) => courses)).toEqual([[null], [null], [null], [null]]);
      for (const [question, answer] of [
        ['days-ahead', '60'],
        ['red-months', '3'],
      ])
        await call('rules.decide', { ruleId: 'lamp-start', edition: '2', question, answer, reason: '会议定' }, officer);
      expect((await call('backtests.run', ask, leader)) as Answer).toMatchObject({
        runs: [{ undecided: 0, refused: null, medianEarlier: 5 }],
      });
      await expect(call('backtests.run', { ...ask, first: 'admission-yanggu@2022' }, leader)).rejects.toMatchObject({
        code: 'rule-no-lamp',
      });
      await expect(call('backtests.run', { ...ask, from: '2026-11', to: '2026-03' }, leader)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }),
  );

  test(
    'a figure that was corrected is the earlier one until the day of its correction',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const annualPlan = { 2026: { value: '120000000', typed: '12000', unit: '万元' } };
      const data = { name: '戊', stage: 'building', startOn: '2026-01-01', finishOn: '2026-09-30', annualPlan };
      const { id } = (await call('projects.add', { data, since: '2026-01-05' }, officer)) as { id: string };
      await sql`update project_version set at = '2026-01-06T02:00:00Z' where project_id = ${id}::uuid`.execute(
        owner as never,
      );
      const what = { subjectKind: 'project', subjectId: id, period: '2026-06' };
      const figure = (typed: string) => [
        { indicatorId: 'project.completed-investment', accumulation: 'cumulative', typed, unit: '万元' },
      ];
      await call('observations.record', { ...what, status: 'submitted', values: figure('6000') }, officer);
      await call('observations.approve', { unitPath: 'qingchuan.ghk', period: '2026-06' }, officer);
      await sql`update observation set at = '2026-07-05T02:00:00Z', approved_at = '2026-07-08T02:00:00Z'
        where subject_id = ${id}`.execute(owner as never);
      const month = async (asked: string, basis = 'recorded') =>
        (
          (await call(
            'backtests.working',
            { projectId: id, month: asked, rule: 'lamp-progress@1', basis },
            leader,
          )) as Working
        ).level;
      expect([await month('2026-06'), await month('2026-07')]).toEqual(['unknown', 'green']);
      await call('observations.correct', { ...what, reason: '漏减', ...figure('2000')[0] }, officer);
      // Today is the 22nd of November: until then everybody believed 6000.
      expect([await month('2026-07'), await month('2026-10'), await month('2026-11')]).toEqual([
        'green',
        'green',
        'red',
      ]);
      expect(await month('2026-07', 'happened')).toBe('red');
    }),
  );
});
