import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inHome, inMadeHome, started } from '../../../test/embedded.ts';
import { withClient } from './connect.ts';
import { socketDirectoryFor } from './data-home.ts';
import { openDatabase } from './open.ts';
import { type Embedded, startPostgres } from './supervisor.ts';
import { chooseRunner } from './unprivileged.ts';

const isRoot = process.getuid?.() === 0;
const debian = '/usr/lib/postgresql/15/bin';

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
    inMadeHome((home) =>
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

  test('says what stands in the way of making its folder', async () => {
    const inTheWay = openDatabase({ home: '/dev/null/lantu' });
    await expect(inTheWay).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(inTheWay).rejects.toThrow('/dev/null/lantu');
  });
});
