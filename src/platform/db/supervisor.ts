import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, chmod, chown, lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { type Binaries, findBinaries, majorOf } from './binaries.ts';
import { type Lock, lockDirectory } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { fixedSettings, initdbArguments, initialSettings } from './settings.ts';
import { chooseRunner, closedTo, type Runner } from './unprivileged.ts';

export interface EmbeddedWish {
  /** LANTU_HOME: everything that Lantu keeps. */
  readonly home: string;
  /** LANTU_POSTGRES: a folder with `postgres` and `initdb`, instead of the bundled ones. */
  readonly postgres?: string | undefined;
  /** LANTU_DB_USER: the account of the server process when Lantu runs as root. */
  readonly user?: string | undefined;
}

export interface Embedded {
  /** What a client needs: the socket's directory stands where a host name would. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string };
  readonly version: string;
  readonly runner: string;
  readonly dataDirectory: string;
  readonly pid: number;
  /** Fast shutdown: running statements end, what was acknowledged is on disk. */
  stop(): Promise<void>;
}

export const superuser = 'lantu';
const port = 5432;
/** `sun_path` of Linux has 108 bytes, one of them for the closing zero. */
const longestSocketPath = 107;
const largestLog = 10_000_000;

async function ownDirectory(path: string, { identity: { uid, gid } }: Runner): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await lstat(path);
  const owner = uid ?? process.getuid?.();
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== process.getuid?.()))
    throw new Problem('database-unavailable', { reason: `${path} belongs to somebody else` });
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
  await chmod(path, 0o700);
  return path;
}

function socketDirectoryFor(home: string): string {
  const natural = join(home, 'socket');
  if (Buffer.byteLength(join(natural, `.s.PGSQL.${port}`)) <= longestSocketPath) return natural;
  return join(tmpdir(), `lantu-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
}

const finished = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });

const calmEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Created beside its place and moved there whole: a start that was cut off leaves nothing half-made. */
async function createData(binaries: Binaries, runner: Runner, dataDirectory: string): Promise<void> {
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
  child.stderr?.on('data', (data) => {
    complaint += data;
  });
  if ((await finished(child)) !== 0)
    throw new Problem('database-unavailable', { reason: `initdb: ${complaint.trim().slice(-2000)}` });
  await appendFile(join(beginning, 'postgresql.conf'), initialSettings(binaries.major));
  await rename(beginning, dataDirectory);
}

interface Layout {
  readonly dataDirectory: string;
  readonly socketDirectory: string;
  readonly logFile: string;
}

async function launch(binaries: Binaries, runner: Runner, { dataDirectory, socketDirectory, logFile }: Layout) {
  if (((await stat(logFile).catch(() => undefined))?.size ?? 0) > largestLog) await rename(logFile, `${logFile}.old`);
  const log = await open(logFile, 'a', 0o600);
  const settings = fixedSettings(socketDirectory).flatMap((setting) => ['-c', setting]);
  const child = spawn(join(binaries.directory, 'postgres'), ['-D', dataDirectory, '-p', String(port), ...settings], {
    ...runner.identity,
    cwd: '/',
    env: calmEnvironment,
    stdio: ['ignore', log.fd, log.fd],
    // In a session of its own, so that Ctrl-C reaches Lantu alone, which then ends the server after its requests.
    detached: true,
  });
  await log.close();
  return child;
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
async function untilReady(child: ChildProcess, { socketDirectory, logFile }: Layout): Promise<void> {
  const gone = finished(child).then(
    (code) => `exit ${code}`,
    (error: Error) => error.message,
  );
  for (;;) {
    const end = await Promise.race([gone, sleep(40)]);
    if (typeof end === 'string') {
      const tail = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join(' ⏎ ');
      throw new Problem('database-unavailable', { reason: `PostgreSQL: ${end}; ${logFile}: ${tail}` });
    }
    if (await answers(socketDirectory)) return;
  }
}

async function prepare(wish: EmbeddedWish, onStep: (step: Label) => void) {
  const dataDirectory = join(wish.home, 'postgres');
  const runner = await chooseRunner(dataDirectory, wish.user);
  const asRoot = runner.identity.uid !== undefined;
  await mkdir(wish.home, { recursive: true, mode: asRoot ? 0o755 : 0o700 });
  const closed = await closedTo(runner, wish.home);
  if (closed !== undefined)
    throw new Problem('database-unavailable', { reason: `the account ${runner.name} may not enter ${closed}` });
  return {
    runner,
    layout: { dataDirectory, socketDirectory: socketDirectoryFor(wish.home), logFile: join(wish.home, 'postgres.log') },
    async start(): Promise<{ child: ChildProcess; binaries: Binaries }> {
      const { layout } = this;
      onStep({ zh: '检查数据库程序', en: 'Checking the database programs' });
      const binaries = await findBinaries({ home: wish.home, dataDirectory, path: wish.postgres, runner });
      if ((await majorOf(dataDirectory)) === undefined) {
        onStep({ zh: `新建数据库 ${dataDirectory}`, en: `Creating the database in ${dataDirectory}` });
        await createData(binaries, runner, dataDirectory);
      } else if (await stopOrphan(dataDirectory))
        onStep({ zh: '已停止上次遗留的数据库进程', en: 'Stopped the database process left from last time' });
      await ownDirectory(layout.socketDirectory, runner);
      onStep({ zh: '启动数据库', en: 'Starting the database' });
      const child = await launch(binaries, runner, layout);
      await untilReady(child, layout);
      return { child, binaries };
    },
  };
}

/** Whatever way Lantu ends, short of `kill -9`, the server is told to end too. */
function endTogether(child: ChildProcess, stop: () => Promise<void>): () => void {
  const onExit = () => child.kill('SIGINT');
  const onSignal = (signal: NodeJS.Signals) => {
    // Somebody else listens too: then the application decides when to close, and closes us.
    if (process.listenerCount(signal) > 1) return;
    stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('exit', onExit);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  return () => {
    process.off('exit', onExit);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  };
}

async function run(lock: Lock, start: Awaited<ReturnType<typeof prepare>>): Promise<Embedded> {
  const { child, binaries } = await start.start();
  const { dataDirectory, socketDirectory } = start.layout;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      child.kill('SIGINT');
      await ended;
      forget();
      await lock.release();
    })();
    return stopping;
  };
  const forget = endTogether(child, stop);
  return {
    connection: { host: socketDirectory, port, user: superuser },
    version: binaries.version,
    runner: start.runner.name,
    dataDirectory,
    pid: child.pid as number,
    stop,
  };
}

/** Starts PostgreSQL under `home`, creating it there first if need be. */
export async function startPostgres(wish: EmbeddedWish, onStep: (step: Label) => void = () => {}): Promise<Embedded> {
  const start = await prepare(wish, onStep);
  const lock = await lockDirectory(wish.home);
  try {
    return await run(lock, start);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
