import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../core/problem.ts';

const quiet = async <T>(promise: Promise<T>): Promise<T | undefined> => promise.catch(() => undefined);

/** PostgreSQL processes at work in a data directory: each of them has it as its working directory. */
async function serversIn(dataDirectory: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const mine = await Promise.all(
    pids.map(async (pid) => {
      if ((await quiet(readlink(`/proc/${pid}/cwd`))) !== dataDirectory) return false;
      return (await quiet(readFile(`/proc/${pid}/comm`, 'utf8')))?.trim() === 'postgres';
    }),
  );
  return pids.filter((_, index) => mine[index]).map(Number);
}

async function allGone(dataDirectory: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if ((await serversIn(dataDirectory)).length === 0) return true;
    await sleep(50);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Asks the postmaster to end, or its children where it is gone already; then tells them; at last ends them.
 * Even that is safe: what was acknowledged is in the log, and the next start replays it.
 */
async function stopAll(dataDirectory: string, running: readonly number[], postmaster: number): Promise<void> {
  if (running.includes(postmaster)) signal(postmaster, 'SIGINT');
  else for (const pid of running) signal(pid, 'SIGTERM');
  if (await allGone(dataDirectory, 30_000)) return;
  for (const last of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of await serversIn(dataDirectory)) signal(pid, last);
    if (await allGone(dataDirectory, 10_000)) return;
  }
  const left = (await serversIn(dataDirectory)).join(', ');
  throw new Problem('database-unavailable', { reason: `PostgreSQL ${left} in ${dataDirectory} does not stop` });
}

/**
 * After `kill -9` of Lantu its PostgreSQL lives on. It is stopped rather than adopted: a server that we did not start
 * may be of another version or have other settings, and its end would go unnoticed. Returns whether there was one.
 */
export async function stopOrphan(directory: string): Promise<boolean> {
  const dataDirectory = await realpath(directory);
  const note = join(dataDirectory, 'postmaster.pid');
  const noted = Number.parseInt((await quiet(readFile(note, 'utf8'))) ?? '', 10);
  const running = await serversIn(dataDirectory);
  if (running.length > 0) await stopAll(dataDirectory, running, noted);
  // The number in a left note may meanwhile be another program's, and PostgreSQL would then refuse to start.
  await rm(note, { force: true });
  return running.length > 0;
}
