/** What the bulletin of a province reads, and that it does not grow with the months kept: a year first, then three. */
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { addUp } from '../src/modules/indicators/sum.store.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import { addTenants, callOn, fill, indicators, monthOf, months, officer, projectOf, zoneOf } from './province.ts';
import { median, milliseconds } from './timing.ts';

const runs = 9;
const year = 12;

async function read(opened: OpenDatabase, month: number, more = {}): Promise<number> {
  const call = callOn(opened);
  const question = { period: monthOf(month), subjectKind: 'project', depth: 1, ...more };
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) times.push(await milliseconds(() => call('rollups.show', question, officer)));
  return median(times.slice(1));
}

async function grow(opened: OpenDatabase, from: number, to: number): Promise<void> {
  await fill(opened, from, to);
  const call = callOn(opened);
  for (let month = from; month < to; month++) await call('rollups.rebuild', { period: monthOf(month) }, officer);
  await addUp(opened.owner);
  await sql`analyze`.execute(opened.owner);
}

async function measure(opened: OpenDatabase): Promise<Measure[]> {
  await addTenants(opened);
  await grow(opened, 0, year);
  const small = await read(opened, year - 1);
  await grow(opened, year, months);
  // The same month as before, now among three times as many; and the last one, which has a year before.
  const large = await read(opened, year - 1);
  const last = await read(opened, months - 1);
  const byCounty = await read(opened, months - 1, { depth: 2 });
  const about = { unitPath: zoneOf(1), subjectKind: 'project', subjectId: projectOf(1), reason: 'bench' };
  const correction = { ...about, indicatorId: indicators[1]?.id, period: monthOf(months - 1), typed: '7' };
  await callOn(opened)('observations.correct', correction, officer);
  const behind = await read(opened, months - 1);
  const turn = await milliseconds(() => addUp(opened.owner));
  return [
    { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
    { name: `province by city, ${year} months kept`, value: small, unit: 'ms' },
    { name: `the same month, ${months} months kept`, value: large, unit: 'ms' },
    { name: `time at ${months} months against ${year}`, value: large / small, unit: '×', atMost: 1.5 },
    { name: 'province by city, compared and ranked', value: last, unit: 'ms', atMost: 200 },
    { name: 'province by county, compared and ranked', value: byCounty, unit: 'ms' },
    { name: 'province by city, a correction not added up yet', value: behind, unit: 'ms', atMost: 200 },
    { name: 'adding the correction up, beside the writers', value: turn, unit: 'ms' },
  ];
}

export const bulletinBench: Bench = {
  name: 'bulletin',
  run: () =>
    withTemporaryHome(async (home) => {
      const opened = await openDatabase({ home, statementTimeout: 600_000 });
      try {
        return await measure(opened);
      } finally {
        await opened.close();
      }
    }),
};
