import { expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { businessPermissions } from '../people/roles.ts';
import type { originOperations } from './origin-operations.ts';

const officer: Actor = { ...leader, id: 'o1', name: '周平', permissions: businessPermissions };
const invested = 'project.completed-investment';

interface Told {
  readonly unitPath?: string;
  readonly parkId?: string;
  readonly industry?: string;
  readonly period: string;
  readonly values: Readonly<Record<string, string>>;
  readonly scenario?: string;
}

/** One subject reports and its figures are approved. */
async function tell(call: Call, { unitPath = 'qingchuan.kfq', parkId, industry, period, values, scenario }: Told) {
  const clerk = { ...officer, name: `填报员${unitPath}`, unitPath };
  const subject = parkId === undefined ? {} : { subjectKind: 'park', subjectId: parkId };
  const typed = Object.entries(values).map(([indicatorId, value]) => ({ indicatorId, typed: value }));
  await call('observations.record', { unitPath, ...subject, industry, period, scenario, values: typed }, clerk);
  await call('observations.approve', { unitPath, period }, officer);
}

type Origin = z.output<(typeof originOperations)['rollups.origin']['output']>;
type Ranking = z.output<(typeof originOperations)['rollups.ranking']['output']>;
const origin = (call: Call, more: object) =>
  call('rollups.origin', { period: '2026-03', indicatorId: invested, ...more }, officer) as Promise<Origin>;
const ranking = (call: Call, more: object) =>
  call('rollups.ranking', { period: '2026-03', ...more }, officer) as Promise<Ranking>;

test(
  'a growth opens both periods, each with its observations, who wrote and who approved them',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    for (const [unitPath, before, now] of [
      ['qingchuan.kfq', '30000', '36000'],
      ['qingchuan.gyy', '20000', '18000'],
    ] as const) {
      await tell(call, { unitPath, period: '2025-03', values: { [invested]: before } });
      await tell(call, { unitPath, period: '2026-03', values: { [invested]: now } });
    }
    const growth = await origin(call, { measure: 'growth' });
    expect(growth).toMatchObject({ value: { value: '0.08' }, unit: '%', isShare: true, total: 2 });
    expect(growth.parts.map(({ role, value, known }) => [role, value.value, known])).toEqual([
      ['now', '54000', 2],
      ['lastYear', '50000', 2],
    ]);
    expect(
      growth.observations.map(({ subjectId, shown, by, approvedBy }) => [subjectId, shown.value, by, approvedBy]),
    ).toEqual([
      ['qingchuan.gyy', '18000', '填报员qingchuan.gyy', '周平'],
      ['qingchuan.kfq', '36000', '填报员qingchuan.kfq', '周平'],
    ]);
    const lastYear = await origin(call, { measure: 'growth', part: '1', limit: '1' });
    expect(lastYear.observations.map(({ shown }) => shown.value)).toEqual(['20000']);
    const rest = await origin(call, { measure: 'growth', part: '1', limit: '1', after: lastYear.next });
    expect(rest.observations.map(({ shown }) => shown.value)).toEqual(['30000']);
    expect(rest.next).toBeNull();
    const place = await origin(call, { measure: 'rank', subjectId: 'qingchuan.gyy' });
    expect(place.table.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
      ['qingchuan.gyy', 2],
      ['qingchuan.kfq', 1],
    ]);
    const stranger = { ...officer, scope: ['qingchuan.gyy'], unitPath: 'qingchuan.gyy' };
    await expect(
      call('rollups.origin', { unitPath: 'qingchuan', period: '2026-03', indicatorId: invested }, stranger),
    ).rejects.toMatchObject({ code: 'not-found' });
  }),
);

test(
  'a ratio opens the sums above and below, and the parks of a set are ranked among themselves',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const parks = ['a', 'b', 'c'].map((end) => `00000000-0000-4000-8000-00000000f00${end}`);
    for (const [i, parkId] of parks.entries()) {
      const values = { 'industry.profit': String(i + 1), 'industry.revenue': '20', 'industry.output': String(9 - i) };
      await tell(call, { parkId, period: '2026-03', values });
    }
    const set = parks.slice(0, 2).join(',');
    const { own, rows } = await ranking(call, {
      by: 'park',
      parkIds: set,
      indicatorIds: 'industry.profit-rate,industry.output',
    });
    expect(
      rows
        .filter(({ indicatorId }) => indicatorId === 'industry.output')
        .map(({ subjectId, rank }) => [subjectId, rank]),
    ).toEqual([
      [parks[0], 1],
      [parks[1], 2],
    ]);
    expect(own.find(({ indicatorId }) => indicatorId === 'industry.output')?.value.value).toBe('17.00');
    const rate = await origin(call, { by: 'park', parkIds: set, indicatorId: 'industry.profit-rate' });
    expect(rate.value.value).toBe('7.50');
    expect(rate.parts.map(({ indicatorId, value, known }) => [indicatorId, value.value, known])).toEqual([
      ['industry.profit', '3.00', 2],
      ['industry.revenue', '40.00', 2],
    ]);
    expect(rate.observations.map(({ subjectId }) => subjectId)).toEqual(parks.slice(0, 2));
  }),
);

test(
  'an industry is the sum of its divisions and groups, and counts no other',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    for (const [i, industry] of ['13', '1391', 'C', '65'].entries()) {
      const parkId = `00000000-0000-4000-8000-00000000e00${i}`;
      await tell(call, { parkId, industry, period: '2026-03', values: { 'industry.output': '10' } });
    }
    const sum = async (industry?: string) =>
      (await ranking(call, { industry, indicatorIds: 'industry.output' })).own.map(({ value }) => value.value);
    expect(await sum('13')).toEqual(['20.00']);
    expect(await sum('C')).toEqual(['30.00']);
    expect(await sum()).toEqual(['40.00']);
    const { observations } = await origin(call, { industry: 'C', indicatorId: 'industry.output' });
    expect(observations.map(({ industry }) => industry)).toEqual(['13', '1391', 'C']);
  }),
);
