/** A whole Lantu, server and database, that is started, killed and started again on one home. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const cli = resolve(import.meta.dirname, '../../src/app/cli.ts');

export interface Lantu {
  readonly child: ChildProcess;
  readonly url: string;
  /** Milliseconds from the start of the process until it called itself healthy. */
  readonly readyAfter: number;
}

const isHealthy = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Milliseconds until it is healthy. */
export async function untilHealthy(url: string, since = performance.now()): Promise<number> {
  while (!(await isHealthy(url))) await sleep(20);
  return performance.now() - since;
}

export async function startLantu(home: string): Promise<Lantu> {
  const since = performance.now();
  const child = spawn(process.execPath, [cli, 'start', '--port', '0'], {
    env: { ...process.env, LANTU_HOME: home, LANTU_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    child.stderr?.on('data', (piece) => {
      said += piece;
      const [match] = said.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
      if (match) found(match);
    });
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { child, url, readyAfter: await untilHealthy(url, since) };
}

const parentOf = (pid: number): number | undefined => {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
};

/** The postmaster of a home with all its processes. */
function postgresOf(home: string): number[] {
  const file = join(home, 'postgres/postmaster.pid');
  if (!existsSync(file)) return [];
  const postmaster = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)];
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export const victims = ['both', 'server', 'database'] as const;
export type Victim = (typeof victims)[number];

/** Finds the victims now, and kills them at one moment, without a word, when told. */
export function aim({ child }: Lantu, home: string, victim: Victim): () => Promise<void> {
  const database = victim === 'server' ? [] : postgresOf(home);
  return async () => {
    if (victim !== 'database' && child.pid !== undefined) killHard(child.pid);
    for (const pid of database) killHard(pid);
    if (victim !== 'database' && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
}

export const killLantu = (lantu: Lantu, home: string, victim: Victim): Promise<void> => aim(lantu, home, victim)();

/** Ends what is still there of a home, whatever happened. */
export async function endLantu(lantu: Lantu, home: string): Promise<void> {
  await killLantu(lantu, home, 'both');
}
