/**
 * What the bulletin of a province reads, and that it does not grow with the months kept: a year first, then three. The
 * growth is judged by processor time, of ours and of the database: others on the machine do not count in it.
 */
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { addUp } from '../src/modules/indicators/sum.store.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import { familyOf, processorSeconds } from './processes.ts';
import { addTenants, callOn, fill, indicators, monthOf, months, officer, projectOf, zoneOf } from './province.ts';
import { median, milliseconds } from './timing.ts';

const runs = 25;
const year = 12;

interface Reading {
  /** Milliseconds that a reader waits, the middle of all. */
  readonly waited: number;
  /** Milliseconds of the processor that one takes, on average. */
  readonly processor: number;
}

const spent = () => 1000 * processorSeconds(familyOf(process.pid));

async function read(opened: OpenDatabase, month: number, more = {}): Promise<Reading> {
  const call = callOn(opened);
  const question = { period: monthOf(month), subjectKind: 'project', depth: 1, ...more };
  const ask = () => milliseconds(() => call('rollups.show', question, officer));
  for (let run = 0; run < runs; run++) await ask();
  const before = spent();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await ask());
  return { waited: median(times), processor: (spent() - before) / runs };
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
  const named = (name: string, { waited, processor }: Reading, atMost?: number): Measure[] => [
    { name, value: waited, unit: 'ms', ...(atMost !== undefined && { atMost }) },
    { name: `${name}: processor`, value: processor, unit: 'ms' },
  ];
  return [
    { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
    ...named(`province by city, ${year} months kept`, small),
    ...named(`the same month, ${months} months kept`, large),
    {
      name: `processor at ${months} months against ${year}`,
      value: large.processor / small.processor,
      unit: '×',
      atMost: 1.5,
    },
    ...named('province by city, compared and ranked', last, 200),
    ...named('province by county, compared and ranked', byCounty),
    ...named('province by city, a correction not added up yet', behind, 200),
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
