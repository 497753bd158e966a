import { describe, expect, test } from 'vitest';
import { appOn, leader } from '../../../test/app.ts';
import { note as file } from '../../../test/evidence.ts';
import { begin, dispatcher, officer } from '../../../test/promotion.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import type { PromiseView } from './promise.ts';
import type { ShownPromise } from './promise-operations.ts';

describe('promises', () => {
  test(
    'a promised start that did not come is breached, remedied in vain, and ends in the exit of the project',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call, 'signed');
      const { promises } = (await call(
        'promises.add',
        {
          projectId: project.id,
          promises: [
            { measure: 'start', dueOn: '2026-06-30', source: { kind: 'contract', number: '青招合〔2026〕1号' } },
            { measure: 'tax', typed: '20', unit: '万元', period: '2027' },
            { measure: 'energy', typed: '0.3', dueOn: '2026-10-01' },
          ],
        },
        officer,
      )) as { promises: PromiseView[] };
      // Nobody keeps the steps of this project yet, so that nothing is known of its start.
      expect(promises.map(({ status }) => status)).toEqual(['unproven', 'not-due', 'unproven']);
      expect(promises[1]).toMatchObject({ value: '200000', dueOn: '2027-12-31', unit: '万元', comparator: 'at-least' });
      expect(promises[2]?.comparator).toBe('at-most');
      const { revision } = await project.show();
      await call('delivery.assign', { id: project.id, role: 'lead-unit', person: '工信局' }, dispatcher);
      await call('delivery.act', { id: project.id, revision, action: 'prepare', on: '2026-11-20' }, dispatcher);
      const id = promises[0]?.id ?? '';
      let start = (await call('promises.show', { id }, officer)) as ShownPromise;
      expect(start).toMatchObject({ status: 'breached', daysLate: 145 });
      expect(start.possible).not.toContain('propose-exit');
      const act = async (operation: string, more: object, actor: Actor) => {
        start = (await call(operation, { id, revision: start.revision, ...more }, actor)) as ShownPromise;
      };
      await expect(act('promises.propose-exit', { reason: '未开工' }, officer)).rejects.toMatchObject({
        code: 'stage-not-reachable',
      });
      await act('promises.remedy', { owner: '青川材料', dueOn: '2026-11-22', reason: '三十日内开工' }, officer);
      expect(start.remedy).toMatchObject({ owner: '青川材料', isLate: false });
      const { promises: due } = (await call('promises.due', {}, leader)) as { promises: PromiseView[] };
      expect(due.map(({ measure, status }) => [measure, status])).toEqual([
        ['start', 'breached'],
        ['energy', 'unproven'],
      ]);
      // The day of the remedy passes.
      await owner.updateTable('promise_event').set({ due_on: '2026-11-21' }).where('action', '=', 'remedy').execute();
      start = (await call('promises.show', { id }, officer)) as ShownPromise;
      expect(start).toMatchObject({ status: 'breached', remedy: { isLate: true } });
      await act('promises.propose-exit', { reason: '整改期满仍未开工' }, officer);
      expect(start).toMatchObject({ exit: 'proposed', possible: ['accept-exit', 'reject-exit', 'actual'] });
      await expect(act('promises.decide-exit', { accept: true, reason: '同意' }, officer)).rejects.toMatchObject({
        code: 'not-allowed',
      });
      await expect(act('promises.decide-exit', { accept: true, reason: '同意' }, leader)).rejects.toThrow(/佐证/);
      await act('promises.decide-exit', { accept: true, reason: '县政府常务会同意', evidence: [file] }, leader);
      expect(start).toMatchObject({ exit: 'accepted', possible: [], events: expect.arrayContaining([]) });
      expect(start.events.map(({ action }) => action)).toEqual(['remedy', 'propose-exit', 'accept-exit']);
      expect((await project.show()).card.stage).toBe('exited');
    }),
  );

  test(
    'figures that were approved are the actuals, and the year in which they reached the promise counts',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call, 'building');
      const record = (period: string, typed: string) =>
        call(
          'observations.record',
          {
            subjectKind: 'project',
            subjectId: project.id,
            period,
            status: 'submitted',
            values: [{ indicatorId: 'project.completed-investment', accumulation: 'cumulative', typed, unit: '万元' }],
          },
          dispatcher,
        );
      await record('2026-10', '12000');
      const promise = (typed: string, dueOn: string) => ({ measure: 'investment', typed, unit: '万元', dueOn });
      const promises = [promise('10000', '2026-12-31'), promise('10000', '2026-05-31'), promise('28000', '2026-05-31')];
      await call('promises.add', { projectId: project.id, promises }, officer);
      const statuses = async () => {
        const { promises: all } = (await call('promises.list', { projectId: project.id }, officer)) as {
          promises: PromiseView[];
        };
        return all.map(({ typed, dueOn, status }) => `${typed} ${dueOn} ${status}`).sort();
      };
      expect(await statuses()).toEqual([
        '10000 2026-05-31 unproven',
        '10000 2026-12-31 not-due',
        '28000 2026-05-31 unproven',
      ]);
      await call('observations.approve', { unitPath: 'qingchuan.ghk', period: '2026-10' }, dispatcher);
      expect(await statuses()).toEqual([
        '10000 2026-05-31 remedied',
        '10000 2026-12-31 kept',
        '28000 2026-05-31 breached',
      ]);
    }),
  );
});
