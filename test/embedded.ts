/** Embedded databases for tests that start, stop and kill them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { openDatabase } from '../src/platform/db/open.ts';
import { stopOrphan } from '../src/platform/db/orphan.ts';
import { type Embedded, startPostgres } from '../src/platform/db/supervisor.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';

export const isAlive = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
/** The number that PostgreSQL noted for itself. */
export const postmasterOf = async (home: string): Promise<number> =>
  Number.parseInt(await readFile(join(home, 'postgres/postmaster.pid'), 'utf8'), 10);
export const isCleanlyDown = async (home: string): Promise<boolean> =>
  (await readFile(join(home, 'postgres.log'), 'utf8')).trimEnd().endsWith('database system is shut down');

export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Everything said so far. */
  said(): string[];
  ended: Promise<string | number | null>;
}

/** Starts another Lantu and waits until it is ready. */
export async function anotherLantu(home: string, wish: 'write' | 'audit' | 'idle' | 'exit'): Promise<Child> {
  const script = join(import.meta.dirname, 'database-child.ts');
  const child = spawn(process.execPath, [script, home, wish], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  const ended = new Promise<string | number | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  );
  const said = () => output.split('\n').slice(0, -1);
  while (!said().includes('READY')) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
    await sleep(20);
  }
  return { process: child, pid: child.pid as number, said, ended };
}

export const kill = async ({ process: child, ended }: Child, signal: NodeJS.Signals) => {
  child.kill(signal);
  return ended;
};

/** A home whose servers are gone afterwards, whatever the test did. */
export const inHome = (work: (home: string) => Promise<void>) => () =>
  withTemporaryHome(async (home) => {
    try {
      await work(home);
    } finally {
      if (existsSync(join(home, 'postgres'))) await stopOrphan(join(home, 'postgres'));
    }
  });

export const started = async (home: string, work: (server: Embedded) => Promise<void>, postgres?: string) => {
  const server = await startPostgres({ home, postgres });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
};

let seed: Promise<string> | undefined;
afterAll(async () => {
  if (seed !== undefined) await rm(await seed, { recursive: true });
});

async function makeSeed(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'lantu-seed-'));
  await chmod(home, 0o755);
  await (await openDatabase({ home })).close();
  return home;
}

/** The same with a database in it already, copied with its owner: quicker than making one. */
export const inMadeHome = (work: (home: string) => Promise<void>) =>
  inHome(async (home) => {
    seed ??= makeSeed();
    execFileSync('cp', ['-a', join(await seed, 'postgres'), home]);
    await work(home);
  });
