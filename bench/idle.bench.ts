/** What a system that nobody asks keeps of the memory: its processes and those of its database, shared pages once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import type { Answered, Load } from './load.ts';
import { seconds } from './options.ts';
import { megabytes, megabytesOf, runProgram } from './processes.ts';
import { countyOf, monthOf, province } from './province.ts';
import { startRunning } from './running.ts';

const month = 13;

async function measure(home: string): Promise<Measure[]> {
  const seats = [{ unitPath: province, roles: ['dispatcher', 'clerk'] as const }];
  const { program, origin, cookies } = await startRunning(home, { from: month, to: month + 1, seats });
  try {
    const paths = [
      `/api/rollups?period=${monthOf(month)}&subjectKind=project&depth=1`,
      `/api/observations?unitPath=${countyOf(1)}&period=${monthOf(month)}`,
      '/',
    ];
    const requests = paths.map((path) => ({ method: 'GET', path }));
    const load: Load = { origin, headers: { cookie: cookies[0] ?? '' }, clients: 2, seconds: 5, requests };
    const { failed, complaint } = await runProgram<Answered>('bench/load.ts', load);
    if (failed > 0) throw new Error(String(complaint));
    const busy = megabytes(program.pid);
    await sleep(seconds * 1000);
    const idle = megabytes(program.pid);
    return [
      { name: 'after five seconds of work', value: busy, unit: 'MB' },
      { name: `idle for ${seconds} s, server and database`, value: idle, unit: 'MB', atMost: 250 },
      { name: 'of these the server', value: megabytesOf([program.pid]), unit: 'MB' },
    ];
  } finally {
    await program.end();
  }
}

export const idleBench: Bench = { name: 'idle', run: () => withTemporaryHome(measure) };
