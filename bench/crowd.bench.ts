/** Month end: a hundred clerks who send figures and twenty readers of roll-ups, each once every two seconds. */
import { loadavg } from 'node:os';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import type { Answers, Crowd } from './crowd.ts';
import type { Ask } from './load.ts';
import { seconds } from './options.ts';
import { runProgram } from './processes.ts';
import { countyOf, indicators, monthOf, province } from './province.ts';
import { startRunning } from './running.ts';
import { median, percentile } from './timing.ts';

const turns = 3;
const clerks = 100;
const readers = 20;
const month = 13;

/** Five figures of a project of the own county. */
const sends = (county: number): Ask => ({
  method: 'POST',
  path: '/api/observations',
  body: JSON.stringify({
    unitPath: countyOf(county),
    subjectKind: 'project',
    subjectId: '@@',
    period: '2030-01',
    status: 'submitted',
    values: indicators.slice(0, 5).map(({ id, base }, i) => ({ indicatorId: id, typed: `${i + 1}.5`, unit: base })),
  }),
});

const table = (unitPath: string, depth: number): Ask => ({
  method: 'GET',
  path: `/api/rollups?unitPath=${unitPath}&period=${monthOf(month)}&subjectKind=project&depth=${depth}`,
});

async function measure(home: string): Promise<Measure[]> {
  const seats = [
    ...Array.from({ length: clerks }, (_, i) => ({ unitPath: countyOf(i), roles: ['clerk'] as const })),
    ...Array.from({ length: readers }, () => ({ unitPath: province, roles: ['dispatcher'] as const })),
  ];
  const { program, origin, cookies } = await startRunning(home, { from: month - 1, to: month + 1, seats });
  try {
    const people = cookies.map((cookie, i) =>
      i < clerks
        ? { kind: 'clerk', cookie, requests: [sends(i)] }
        : { kind: 'reader', cookie, requests: [table(province, 1), table(countyOf(i), 1)] },
    );
    const crowd: Crowd = { origin, people, seconds };
    await runProgram<Answers>('bench/crowd.ts', { ...crowd, seconds: 4 });
    const all: Answers[] = [];
    for (let turn = 0; turn < turns; turn++) all.push(await runProgram<Answers>('bench/crowd.ts', crowd));
    const complaint = all.find((each) => each.complaint !== null)?.complaint;
    if (complaint != null) console.log(`  ${complaint}`);
    const middle = (share: number, kinds: readonly string[]) =>
      median(
        all.map(({ times }) =>
          percentile(
            kinds.flatMap((kind) => times[kind] ?? []),
            share,
          ),
        ),
      );
    return [
      { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
      { name: `requests in ${seconds} s`, value: Object.values(all[0]?.times ?? {}).flat().length, unit: '' },
      { name: 'refused or failed', value: all.reduce((sum, { failed }) => sum + failed, 0), unit: '', atMost: 0 },
      { name: 'p99 of all', value: middle(0.99, ['clerk', 'reader']), unit: 'ms', atMost: 500 },
      { name: 'p99 of clerks', value: middle(0.99, ['clerk']), unit: 'ms' },
      { name: 'p99 of readers', value: middle(0.99, ['reader']), unit: 'ms' },
      { name: 'middle of all', value: middle(0.5, ['clerk', 'reader']), unit: 'ms' },
    ];
  } finally {
    await program.end();
  }
}

export const crowdBench: Bench = { name: 'crowd', run: () => withTemporaryHome(measure) };
