import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../test/database-child.ts';
import {
  anotherLantu,
  type Child,
  inHome,
  inMadeHome,
  isAlive,
  isCleanlyDown,
  kill,
  postmasterOf,
  started,
} from '../../../test/embedded.ts';
import { openDatabase } from './open.ts';
import { startPostgres } from './supervisor.ts';
import { chooseRunner } from './unprivileged.ts';

describe('two Lantu on one directory', () => {
  test(
    'is one too many: the second is told who has it, by whatever path it comes',
    inMadeHome(async (inner) => {
      const other = join(inner, 'itself');
      await symlink(inner, other);
      const first = await anotherLantu(inner, 'idle');
      for (const path of [inner, other])
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
    inMadeHome(async (home) => {
      const child = await anotherLantu(home, 'idle');
      await kill(child, signal);
      expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(false);
      expect(await isCleanlyDown(home)).toBe(true);
    })(),
  );

  test(
    'by process.exit, in the middle of things, ends PostgreSQL too',
    inMadeHome(async (home) => {
      const child = await anotherLantu(home, 'exit');
      expect(await child.ended).toBe(0);
      for (let waited = 0; waited < 300 && !(await isCleanlyDown(home)); waited += 1) await sleep(50);
      expect(await isCleanlyDown(home)).toBe(true);
    }),
  );

  test(
    'by kill -9 leaves an orphan, which the next start stops; the lock is free',
    inMadeHome(async (home) => {
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
    inMadeHome(async (home) => {
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
  inMadeHome(async (home) => {
    const steps: string[] = [];
    const opened = await openDatabase({ home }, ({ en }) => steps.push(en));
    try {
      expect(await opened.isHealthy()).toBe(true);
      process.kill(await postmasterOf(home), 'SIGKILL');
      for (
        let waited = 0;
        waited < 600 && !steps.includes('The database process ended by itself; starting it again');
        waited += 1
      )
        await sleep(20);
      for (let waited = 0; waited < 600 && !(await opened.isHealthy()); waited += 1) await sleep(50);
      expect(await opened.isHealthy()).toBe(true);
    } finally {
      await opened.close();
    }
    expect(await isCleanlyDown(home)).toBe(true);
  }),
);

/** `npm run test:long` asks for more. */
const rounds = process.env.LANTU_LONG === '1' ? 40 : 5;

const keptBy = (child: Child): Kept =>
  JSON.parse(
    child
      .said()
      .find((line) => line.startsWith('KEPT '))
      ?.slice(5) ?? '{}',
  );

test(
  `no acknowledged row is lost in ${rounds} rounds of kill -9, of Lantu alone or of PostgreSQL too`,
  inMadeHome(async (home) => {
    let acknowledged = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const child = await anotherLantu(home, round < rounds ? 'write' : 'idle');
      const { count, last, torn } = keptBy(child);
      expect(last).toBeGreaterThanOrEqual(acknowledged);
      expect({ count, torn }).toEqual({ count: last, torn: 0 });
      if (round === rounds) return void (await kill(child, 'SIGTERM'));
      await sleep(50 + 97 * (round % 7));
      const postmaster = await postmasterOf(home);
      child.process.kill('SIGKILL');
      if (round % 2 === 0) process.kill(postmaster, 'SIGKILL');
      await child.ended;
      const numbers = child.said().filter((line) => /^\d+$/.test(line));
      acknowledged = Math.max(acknowledged, ...numbers.map(Number));
      expect(acknowledged).toBeGreaterThan(round);
    }
  }),
  30_000 + rounds * 5000,
);
