import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Label } from '../../core/text.ts';
import { type Binaries, findBinaries, majorOf } from './binaries.ts';
import { createData, type DataHome, layOut, ownDirectory, port, superuser } from './data-home.ts';
import { type Lock, lockDirectory } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { launch, type ServerProcess, untilReady } from './server-process.ts';

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
  /** Changes when the server had to be started again. */
  pid(): number;
  stop(): Promise<void>;
}

type OnStep = (step: Label) => void;

async function makeReady(wish: EmbeddedWish, home: DataHome, onStep: OnStep): Promise<Binaries> {
  const { dataDirectory, runner } = home;
  onStep({ zh: '检查数据库程序', en: 'Checking the database programs' });
  const binaries = await findBinaries({ home: wish.home, dataDirectory, path: wish.postgres, runner });
  if ((await majorOf(dataDirectory)) === undefined) {
    onStep({ zh: `新建数据库 ${dataDirectory}`, en: `Creating the database in ${dataDirectory}` });
    await createData(binaries, home);
  } else if (await stopOrphan(dataDirectory))
    onStep({ zh: '已停止上次遗留的数据库进程', en: 'Stopped the database process left from last time' });
  await ownDirectory(home.socketDirectory, runner);
  return binaries;
}

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Whatever way Lantu ends, short of `kill -9`, the server is told to end too. Returns how to undo this. */
function endTogether(interrupt: () => void, stop: () => Promise<void>): () => void {
  const onSignal = (signal: keyof typeof signals) => {
    // Somebody else listens too: then the application decides when to close, and closes us.
    if (process.listenerCount(signal) > 1) return;
    stop().finally(() => process.exit(signals[signal]));
  };
  process.on('exit', interrupt);
  for (const signal of Object.keys(signals)) process.on(signal, onSignal);
  return () => {
    process.off('exit', interrupt);
    for (const signal of Object.keys(signals)) process.off(signal, onSignal);
  };
}

const pausesBeforeRestart = [0, 1000, 5000, 15_000] as const;

/** Keeps a server running until it is stopped: one that dies by itself (out of memory, say) is started again. */
async function supervise(binaries: Binaries, home: DataHome, lock: Lock, onStep: OnStep): Promise<Embedded> {
  let server: ServerProcess;
  let stopping: Promise<void> | undefined;
  let reviving: Promise<void> | undefined;
  const giveUp = new AbortController();

  const bringUp = async () => {
    server = await launch(binaries, home);
    await untilReady(server, home);
    server.ended.then(() => {
      if (stopping === undefined) reviving = revive();
    });
  };
  const revive = async () => {
    for (const pause of pausesBeforeRestart) {
      await sleep(pause, undefined, { signal: giveUp.signal }).catch(() => undefined);
      if (stopping !== undefined) return;
      onStep({ zh: '数据库进程意外结束，重新启动', en: 'The database process ended by itself; starting it again' });
      try {
        await stopOrphan(home.dataDirectory);
        return await bringUp();
      } catch (error) {
        onStep({ zh: `未能启动：${(error as Error).message}`, en: `It did not start: ${(error as Error).message}` });
      }
    }
  };
  const stop = () => {
    stopping ??= (async () => {
      giveUp.abort();
      await reviving;
      server?.interrupt();
      await server?.ended;
      await stopOrphan(home.dataDirectory);
      await rm(home.socketDirectory, { recursive: true, force: true });
      forget();
      await lock.release();
    })();
    return stopping;
  };
  const forget = endTogether(() => server?.interrupt(), stop);
  try {
    await bringUp();
  } catch (error) {
    forget();
    throw error;
  }
  return {
    connection: { host: home.socketDirectory, port, user: superuser },
    version: binaries.version,
    runner: home.runner.name,
    dataDirectory: home.dataDirectory,
    pid: () => server.pid,
    stop,
  };
}

/** Starts PostgreSQL under `home`, creating it there first if need be. */
export async function startPostgres(wish: EmbeddedWish, onStep: OnStep = () => {}): Promise<Embedded> {
  const home = await layOut(wish.home, wish.user);
  const lock = await lockDirectory(home.home);
  try {
    const binaries = await makeReady(wish, home, onStep);
    onStep({ zh: '启动数据库', en: 'Starting the database' });
    return await supervise(binaries, home, lock, onStep);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
