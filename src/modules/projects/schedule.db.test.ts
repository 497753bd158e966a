import { expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader, planner } from '../../../test/app.ts';
import { keepNote } from '../../../test/evidence.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { ShownRecord } from '../../core/register/answers.ts';
import type { scheduleOperations } from './schedule-operations.ts';

type Schedule = z.output<(typeof scheduleOperations)['projects.schedule']['output']>;

test(
  'what should have started and has not is listed as of a day, and no longer once its plan is moved',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const add = (data: object) => call('projects.add', { data, since: '2026-01-01' }, planner) as Promise<ShownRecord>;
    const late = await add({ name: '年产10万组电池项目', stage: 'preparation', startOn: '2026-03-01' });
    await add({ name: '水泥粉磨站', stage: 'signed', startOn: '2026-06-01' });
    const plan = { 2026: { value: '120000000', typed: '12000', unit: '万元' } };
    await add({ name: '二期扩建项目', stage: 'building', startOn: '2025-06-01', annualPlan: plan });
    await add({ name: '无计划项目', stage: 'building', startOn: '2025-06-01' });
    const on = (day: string) => call('projects.schedule', { on: day }, leader) as Promise<Schedule>;
    const march = await on('2026-03-31');
    expect(march.notStarted).toMatchObject([{ id: late.id, startOn: '2026-03-01', stage: 'preparation' }]);
    expect(march.underWay).toMatchObject([{ name: '二期扩建项目', planned: '120000000' }]);
    for (const [i, item] of ['land-contract', 'construction-permit'].entries())
      await call(
        'delivery.item',
        { id: late.id, revision: i + 1, item, state: 'granted', decidedOn: '2026-04-01' },
        planner,
      );
    const evidence = [await keepNote(call, planner)];
    await call('delivery.act', { id: late.id, revision: 3, action: 'start', on: '2026-04-10', evidence }, planner);
    expect((await on('2026-04-30')).notStarted).toEqual([]);
    expect((await on('2026-03-31')).notStarted).toHaveLength(1);
  }),
);
