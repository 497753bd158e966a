import { expect, test } from 'vitest';
import { appOn, leader } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { businessPermissions } from '../people/roles.ts';

const officer: Actor = { ...leader, id: 'o1', name: '周平', permissions: businessPermissions };
const indicatorId = 'project.completed-investment';
const month = (n: number) => `2026-${String(n).padStart(2, '0')}`;

const record = (call: Call, period: string, typed: string, accumulation: 'single' | 'cumulative' = 'single') =>
  call('observations.record', { period, values: [{ indicatorId, accumulation, typed }] }, officer);
const approve = (call: Call, period: string) =>
  call('observations.approve', { unitPath: 'qingchuan', period }, officer);
const shown = (call: Call, period: string) =>
  call('observations.show', { indicatorId, period, accumulation: 'cumulative' }, officer);
const rolledUp = async (call: Call, period: string) => {
  const answer = (await call('rollups.show', { unitPath: 'qingchuan', period, indicatorId }, officer)) as {
    rows: { cumulative: { value: string | null; missing: string | null }; single: { value: string | null } }[];
  };
  return answer.rows[0];
};

async function months(call: Call, typed: readonly string[]): Promise<void> {
  for (const [i, each] of typed.entries()) {
    await record(call, month(i + 1), each);
    await approve(call, month(i + 1));
  }
}

test(
  'single months that are all there give the 累计 of each, which says how it follows',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await months(call, ['10', '20', '30']);
    expect(await shown(call, '2026-03')).toMatchObject({
      observation: {
        value: '600000',
        status: 'approved',
        provenance: { kind: 'formula', formula: '由各月相加：2026-01 至 2026-03' },
      },
    });
    expect(await rolledUp(call, '2026-03')).toMatchObject({ cumulative: { value: '60' }, single: { value: '30' } });
  }),
);

test(
  'a month that is missing leaves the 累计 missing; once it comes, every later month has one',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    for (const period of ['2026-01', '2026-03', '2026-04']) {
      await record(call, period, '10');
      await approve(call, period);
    }
    await expect(shown(call, '2026-04')).rejects.toMatchObject({ code: 'not-found' });
    expect((await rolledUp(call, '2026-04'))?.cumulative).toMatchObject({ value: null, missing: 'not-reported' });
    await record(call, '2026-02', '5');
    await approve(call, '2026-02');
    expect((await rolledUp(call, '2026-04'))?.cumulative.value).toBe('35');
    expect((await rolledUp(call, '2026-02'))?.cumulative.value).toBe('15');
  }),
);

test(
  'a month without a value is no zero: its 累计 and all after it stay missing',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await months(call, ['10', '未报送', '30']);
    expect(await rolledUp(call, '2026-01')).toMatchObject({ cumulative: { value: '10' } });
    expect((await rolledUp(call, '2026-03'))?.cumulative.value).toBeNull();
  }),
);

test(
  'a 累计 that was reported stands, whatever the months come to',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await record(call, '2026-01', '10');
    await record(call, '2026-01', '11', 'cumulative');
    await approve(call, '2026-01');
    expect(await shown(call, '2026-01')).toMatchObject({ observation: { typed: '11', provenance: { kind: 'typed' } } });
  }),
);

test(
  'a corrected month moves the sums that it stands in, each as a revision with the reason; roll-ups follow',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await months(call, ['10', '20', '30']);
    const correction = { indicatorId, period: '2026-02', accumulation: 'single', typed: '25', reason: '漏报一个项目' };
    await call('observations.correct', correction, officer);
    expect((await rolledUp(call, '2026-01'))?.cumulative.value).toBe('10');
    expect((await rolledUp(call, '2026-02'))?.cumulative.value).toBe('35');
    expect((await rolledUp(call, '2026-03'))?.cumulative.value).toBe('65');
    expect(await shown(call, '2026-03')).toMatchObject({
      observation: { revision: 2, approvedRevision: 1 },
      history: [{ value: '600000', reason: '2026-02：漏报一个项目' }],
    });
  }),
);
