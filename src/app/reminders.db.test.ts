import { expect, test } from 'vitest';
import { appOn } from '../../test/app.ts';
import { peopleOn } from '../../test/people.ts';
import { rolledBack } from '../../test/rolled-back.ts';
import { ledgers } from '../modules/ledgers/catalog/index.ts';
import { ledgerReminderJob } from '../modules/ledgers/remind.jobs.ts';
import { permissionsOf } from '../modules/people/roles.ts';
import { reminderJob } from '../modules/reports/remind.jobs.ts';
import { declaredOperations } from './app.ts';
import { operator } from './first-units.ts';
import { takeTurn } from './jobs.ts';

test(
  'in the morning the clerk hears of the report that is late and of the entry past its day, once a day',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const call = await appOn(database, owner);
    const linjiang = 'cn.99.9901.990101';
    const clerk = await (await people.person('zhoujie', linjiang, ['clerk', linjiang])).enter();
    const keeper = { ...clerk, permissions: permissionsOf(['dispatcher']) };
    for (const choice of ['come-days', 'finish-days'])
      await call('ledgers.decide', { ledger: 'whistles', choice, value: 1, reason: '办公会议定' }, keeper);
    await call(
      'ledgers.add',
      { ledger: 'whistles', name: '三号地块通水', data: { called: linjiang, on: '2026-11-17', matter: '接通供水' } },
      keeper,
    );
    const failures: unknown[] = [];
    const turn = (now: string) =>
      takeTurn({
        owner,
        operations: declaredOperations,
        call,
        jobs: [reminderJob, ledgerReminderJob(ledgers)],
        now: () => now,
        today: () => now.slice(0, 10),
        onFailure: (_, error) => failures.push(error),
      });
    expect(await turn('2026-11-22T01:00:00.000Z')).toEqual(['reports.remind', 'ledgers.remind']);
    expect(failures).toEqual([]);
    const { notices } = await people.act(clerk, 'notices.list', {});
    const subjects = notices.map(({ subject }) => subject.zh);
    expect(subjects).toContain('已逾期：吹哨报到 2026-0001 三号地块通水');
    expect(
      subjects.some((subject) => subject.startsWith('请尽快报送：临江县《重点推进产业项目投资月报》2026-10')),
    ).toBe(true);
    expect(await turn('2026-11-22T03:00:00.000Z')).toEqual([]);
    expect((await people.act(clerk, 'notices.list', {})).notices).toHaveLength(notices.length);
    expect((await people.act(operator, 'notices.list', {}).catch(() => ({ notices: [] }))).notices).toEqual([]);
  }),
);
