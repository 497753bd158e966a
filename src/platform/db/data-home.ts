import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, chmod, chown, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '../../core/problem.ts';
import { flush } from '../flush.ts';
import type { Binaries } from './binaries.ts';
import { initdbArguments, initialSettings } from './settings.ts';
import { chooseRunner, closedTo, type Runner } from './unprivileged.ts';

/** Where the parts of an embedded database lie, and under which account its process runs. */
export interface DataHome {
  readonly home: string;
  readonly dataDirectory: string;
  readonly socketDirectory: string;
  readonly logFile: string;
  readonly runner: Runner;
}

export const port = 5432;
export const superuser = 'lantu';
/** `sun_path` of Linux has 108 bytes, one of them for the closing zero. */
const longestSocketPath = 107;

export function socketDirectoryFor(home: string): string {
  const natural = join(home, 'socket');
  if (Buffer.byteLength(join(natural, `.s.PGSQL.${port}`)) <= longestSocketPath) return natural;
  return join(tmpdir(), `lantu-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
}

export async function layOut(home: string, user: string | undefined): Promise<DataHome> {
  const dataDirectory = join(home, 'postgres');
  const runner = await chooseRunner(dataDirectory, user);
  await mkdir(home, { recursive: true, mode: runner.identity.uid === undefined ? 0o700 : 0o755 });
  const closed = await closedTo(runner, home);
  if (closed !== undefined) throw new Problem('database-closed', { account: runner.name, directory: closed });
  const socketDirectory = socketDirectoryFor(home);
  return { home, dataDirectory, socketDirectory, logFile: join(home, 'postgres.log'), runner };
}

/** Closed to all but the runner. One that another account laid out (in /tmp, say) is no place for a socket. */
export async function ownDirectory(path: string, { identity: { uid, gid } }: Runner): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  const self = process.getuid?.();
  if (!found.isDirectory() || (found.uid !== self && found.uid !== uid))
    throw new Problem('database-unavailable', { reason: `${path} belongs to somebody else` });
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
  await chmod(path, 0o700);
}

/** PostgreSQL's programs get no more of our environment than they need. */
export const calmEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Created beside its place and moved there whole: a start that was cut off leaves nothing half-made. */
export async function createData(binaries: Binaries, { dataDirectory, runner }: DataHome): Promise<void> {
  const beginning = `${dataDirectory}.new`;
  await rm(beginning, { recursive: true, force: true });
  await ownDirectory(beginning, runner);
  const child = spawn(join(binaries.directory, 'initdb'), initdbArguments(binaries.major, beginning, superuser), {
    ...runner.identity,
    cwd: '/',
    env: calmEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Problem('database-unavailable', { reason: `initdb: ${complaint.trim().slice(-2000)}` });
  const settings = join(beginning, 'postgresql.conf');
  await appendFile(settings, initialSettings(binaries.major));
  // initdb has flushed what it wrote, but not this.
  await flush(settings);
  await rename(beginning, dataDirectory);
  await flush(dirname(dataDirectory));
}
