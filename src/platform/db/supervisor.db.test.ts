import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { withClient } from './connect.ts';
import { socketDirectoryFor } from './data-home.ts';
import { openDatabase } from './open.ts';
import { stopOrphan } from './orphan.ts';
import { type Embedded, startPostgres } from './supervisor.ts';
import { withTemporaryHome } from './temporary-home.ts';
import { chooseRunner } from './unprivileged.ts';

const isRoot = process.getuid?.() === 0;
const debian = '/usr/lib/postgresql/15/bin';

const isAlive = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
const postmasterOf = async (home: string): Promise<number> =>
  Number.parseInt(await readFile(join(home, 'postgres/postmaster.pid'), 'utf8'), 10);
const isCleanlyDown = async (home: string): Promise<boolean> =>
  (await readFile(join(home, 'postgres.log'), 'utf8')).trimEnd().endsWith('database system is shut down');

interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Everything said so far. */
  said(): string[];
  ended: Promise<string | number | null>;
}

/** Starts another Lantu and waits until it is ready. */
async function anotherLantu(home: string, wish: 'write' | 'idle' | 'exit'): Promise<Child> {
  const script = join(import.meta.dirname, '../../../test/database-child.ts');
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

const kill = async ({ process: child, ended }: Child, signal: NodeJS.Signals) => {
  child.kill(signal);
  return ended;
};

/** A home whose servers are gone afterwards, whatever the test did. */
const inHome = (work: (home: string) => Promise<void>) => () =>
  withTemporaryHome(async (home) => {
    try {
      await work(home);
    } finally {
      for (const place of [home, join(home, 'inner')])
        if (existsSync(join(place, 'postgres'))) await stopOrphan(join(place, 'postgres'));
    }
  });

const started = async (home: string, work: (server: Embedded) => Promise<void>, postgres?: string) => {
  const server = await startPostgres({ home, postgres });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
};

const setting = async ({ connection }: Embedded, name: string): Promise<string> =>
  withClient({ ...connection, database: 'postgres' }, async (client) => {
    const { rows } = await client.query('select current_setting($1) as value', [name]);
    return rows[0].value;
  });

describe('an embedded database', () => {
  test(
    'keeps its promises: on disk when acknowledged, checksums, no network, nobody else’s directory',
    inHome((home) =>
      started(home, async (server) => {
        const names = [
          'fsync',
          'full_page_writes',
          'synchronous_commit',
          'data_checksums',
          'wal_level',
          'listen_addresses',
        ];
        const values = await Promise.all(names.map((name) => setting(server, name)));
        expect(values).toEqual(['on', 'on', 'on', 'on', 'logical', '']);
        expect(await setting(server, 'server_encoding')).toBe('UTF8');
        for (const path of [server.connection.host, server.dataDirectory])
          expect((await stat(path)).mode & 0o077).toBe(0);
      }),
    ),
  );

  test.runIf(isRoot)(
    'runs under an account without rights when Lantu is root',
    inHome((home) =>
      started(home, async (server) => {
        const status = await readFile(`/proc/${server.pid()}/status`, 'utf8');
        const [, uid] = /^Uid:\s+(\d+)/m.exec(status) ?? [];
        const { identity } = await chooseRunner(server.dataDirectory, undefined);
        expect(Number(uid)).toBe(identity.uid);
        expect(Number(uid)).toBeGreaterThan(0);
        expect(/^Groups:\s*$/m.test(status)).toBe(true);
      }),
    ),
  );

  test.runIf(isRoot)(
    'stays with the account that made it, though another would be chosen today',
    inHome(async (home) => {
      const first = await startPostgres({ home, user: 'nobody' });
      await first.stop();
      expect(first.runner).toBe('nobody');
      await started(home, async ({ runner }) => expect(runner).toBe('nobody'));
    }),
  );

  test.runIf(isRoot)(
    'is refused, with the reason, where its account may not enter',
    inHome(async (home) => {
      const closed = join(home, 'closed');
      await mkdir(closed, { mode: 0o700 });
      await expect(startPostgres({ home: join(closed, 'inner') })).rejects.toMatchObject({
        code: 'database-closed',
        data: { directory: closed },
      });
    }),
  );

  test(
    'works from a home whose path is too long for a socket',
    inHome(async (home) => {
      const long = join(home, 'very-long-name-of-a-directory/'.repeat(4));
      await mkdir(long, { recursive: true, mode: 0o755 });
      expect(socketDirectoryFor(long).length).toBeLessThan(60);
      await started(long, async ({ connection }) => expect(connection.host).toBe(socketDirectoryFor(long)));
      expect(existsSync(socketDirectoryFor(long))).toBe(false);
    }),
  );

  test(
    'that was cut off while it was made is made anew',
    inHome(async (home) => {
      await mkdir(join(home, 'postgres.new'));
      await writeFile(join(home, 'postgres.new', 'PG_VERSION'), '18\n');
      await started(home, async () => expect(await readdir(home)).not.toContain('postgres.new'));
    }),
  );

  test.skipIf(!existsSync(debian))(
    'goes on with the version that made it: the system’s, when that was chosen once',
    inHome(async (home) => {
      await started(home, async ({ version }) => expect(version).toMatch(/^15/), debian);
      await started(home, async ({ version }) => expect(version).toMatch(/^15/));
    }),
  );

  test(
    'of a version that is not here is left alone, and the refusal names the versions',
    inHome(async (home) => {
      await mkdir(join(home, 'postgres'));
      await writeFile(join(home, 'postgres/PG_VERSION'), '9\n');
      if (isRoot) await chown(join(home, 'postgres'), 65534, 65534);
      await expect(startPostgres({ home })).rejects.toMatchObject({ code: 'database-version', data: { needed: 9 } });
    }),
  );

  test(
    'says so when the programs named in LANTU_POSTGRES are none',
    inHome(async (home) => {
      await expect(startPostgres({ home, postgres: '/nowhere' })).rejects.toMatchObject({ code: 'database-programs' });
    }),
  );
});

describe('two Lantu on one directory', () => {
  test(
    'is one too many: the second is told who has it, by whatever path it comes',
    inHome(async (home) => {
      const inner = join(home, 'inner');
      await mkdir(inner, { mode: 0o755 });
      await symlink(inner, join(home, 'other-name'));
      const first = await anotherLantu(inner, 'idle');
      for (const path of [inner, join(home, 'other-name')])
        await expect(startPostgres({ home: path })).rejects.toMatchObject({
          code: 'database-busy',
          data: { pid: String(first.pid), directory: path },
        });
      expect(isAlive(await postmasterOf(inner))).toBe(true);
      expect(await kill(first, 'SIGTERM')).toBe(143);
      await started(inner, async () => undefined);
    }),
  );

  test(
    'that start at the same moment: exactly one gets it',
    inHome(async (home) => {
      const starts = await Promise.allSettled([1, 2, 3].map(() => startPostgres({ home })));
      const lucky = starts.filter((each) => each.status === 'fulfilled');
      expect(lucky).toHaveLength(1);
      for (const { value } of lucky) await value.stop();
    }),
  );
});

describe('the end of Lantu', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s shuts PostgreSQL down cleanly first', (signal) =>
    inHome(async (home) => {
      const child = await anotherLantu(home, 'idle');
      await kill(child, signal);
      expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(false);
      expect(await isCleanlyDown(home)).toBe(true);
    })(),
  );

  test(
    'by process.exit, in the middle of things, ends PostgreSQL too',
    inHome(async (home) => {
      const child = await anotherLantu(home, 'exit');
      expect(await child.ended).toBe(0);
      for (let waited = 0; waited < 100 && !(await isCleanlyDown(home)); waited += 1) await sleep(50);
      expect(await isCleanlyDown(home)).toBe(true);
    }),
  );

  test(
    'by kill -9 leaves an orphan, which the next start stops; the lock is free',
    inHome(async (home) => {
      const child = await anotherLantu(home, 'idle');
      const orphan = await postmasterOf(home);
      await kill(child, 'SIGKILL');
      expect(isAlive(orphan)).toBe(true);
      const steps: string[] = [];
      const server = await startPostgres({ home }, ({ en }) => steps.push(en));
      expect(isAlive(orphan)).toBe(false);
      expect(server.pid()).not.toBe(orphan);
      expect(steps).toContain('Stopped the database process left from last time');
      await server.stop();
    }),
  );

  test(
    'leaves a note whose process number may be somebody else’s by now: that one lives on, and the start succeeds',
    inHome(async (home) => {
      await started(home, async () => undefined);
      const { identity } = await chooseRunner(join(home, 'postgres'), undefined);
      const bystander = spawn('sleep', ['60'], { ...identity, cwd: '/', stdio: 'ignore' });
      try {
        const note = join(home, 'postgres/postmaster.pid');
        await writeFile(note, `${bystander.pid}\n${join(home, 'postgres')}\n1\n5432\n/tmp\n\n 1 1\nready   \n`);
        await chmod(note, 0o644);
        await started(home, async ({ pid }) => expect(isAlive(pid())).toBe(true));
        expect(isAlive(bystander.pid as number)).toBe(true);
      } finally {
        bystander.kill();
      }
    }),
  );
});

test(
  'a PostgreSQL that dies by itself is started again, and requests go on',
  inHome(async (home) => {
    const steps: string[] = [];
    const opened = await openDatabase({ home }, ({ en }) => steps.push(en));
    try {
      expect(await opened.isHealthy()).toBe(true);
      process.kill(await postmasterOf(home), 'SIGKILL');
      for (
        let waited = 0;
        waited < 200 && !steps.includes('The database process ended by itself; starting it again');
        waited += 1
      )
        await sleep(20);
      for (let waited = 0; waited < 200 && !(await opened.isHealthy()); waited += 1) await sleep(50);
      expect(await opened.isHealthy()).toBe(true);
    } finally {
      await opened.close();
    }
    expect(await isCleanlyDown(home)).toBe(true);
  }),
);

/** `npm run test:long` asks for more. */
const rounds = process.env.LANTU_LONG === '1' ? 40 : 5;

test(
  `no acknowledged row is lost in ${rounds} rounds of kill -9, of Lantu alone or of PostgreSQL too`,
  inHome(async (home) => {
    let acknowledged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const child = await anotherLantu(home, 'write');
      await sleep(50 + 97 * (round % 7));
      const postmaster = await postmasterOf(home);
      child.process.kill('SIGKILL');
      if (round % 2 === 0) process.kill(postmaster, 'SIGKILL');
      await child.ended;
      acknowledged = Math.max(
        acknowledged,
        ...child
          .said()
          .filter((line) => /^\d+$/.test(line))
          .map(Number),
      );
      await started(home, ({ connection }) =>
        withClient({ ...connection, database: 'lantu' }, async (client) => {
          const { rows } = await client.query(
            'select count(*)::int as count, max(n) as last, count(*) filter (where twice <> 2 * n)::int as torn from lantu.kept',
          );
          expect(rows[0].last).toBeGreaterThanOrEqual(acknowledged);
          expect(rows[0]).toMatchObject({ count: rows[0].last, torn: 0 });
        }),
      );
    }
    expect(acknowledged).toBeGreaterThan(10 * rounds);
  }),
  rounds * 10_000,
);
