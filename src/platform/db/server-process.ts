import { spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../../core/problem.ts';
import type { Binaries } from './binaries.ts';
import { calmEnvironment, type DataHome, port, superuser } from './data-home.ts';
import { fixedSettings } from './settings.ts';

export interface ServerProcess {
  readonly pid: number;
  /** How it ended, when it has. */
  readonly ended: Promise<string>;
  /** Fast shutdown: statements under way are cut, what was acknowledged is on disk. */
  interrupt(): void;
}

const largestLog = 10_000_000;

/**
 * The caller made sure that no server is at work in the data directory. A killed one leaves its socket, and beside it
 * a note with a process number that may be another program's by now: PostgreSQL would believe it.
 */
export async function launch(binaries: Binaries, home: DataHome): Promise<ServerProcess> {
  const { dataDirectory, socketDirectory, logFile, runner } = home;
  const socket = join(socketDirectory, `.s.PGSQL.${port}`);
  for (const left of [socket, `${socket}.lock`]) await rm(left, { force: true });
  if (((await stat(logFile).catch(() => undefined))?.size ?? 0) > largestLog) await rename(logFile, `${logFile}.old`);
  const log = await open(logFile, 'a', 0o600);
  const settings = fixedSettings(socketDirectory).flatMap((setting) => ['-c', setting]);
  const child = spawn(join(binaries.directory, 'postgres'), ['-D', dataDirectory, '-p', String(port), ...settings], {
    ...runner.identity,
    cwd: '/',
    env: calmEnvironment,
    stdio: ['ignore', log.fd, log.fd],
    // In a session of its own, so that Ctrl-C reaches Lantu alone, which ends the server after its requests.
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  await log.close();
  return { pid: child.pid ?? 0, ended, interrupt: () => void child.kill('SIGINT') };
}

async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, port, user: superuser, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Recovery after a crash may take its time; only the end of the process ends the waiting. */
export async function untilReady({ ended }: ServerProcess, { socketDirectory, logFile }: DataHome): Promise<void> {
  for (;;) {
    const end = await Promise.race([ended, sleep(40)]);
    if (end !== undefined) {
      const log = await readFile(logFile, 'utf8').catch(() => '');
      const last = log.trim().split('\n').slice(-4).join('; ');
      throw new Problem('database-unavailable', { reason: `PostgreSQL: ${end} (${logFile}: ${last})` });
    }
    if (await answers(socketDirectory)) return;
  }
}
