import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Migrated, migrated } from '../../../test/migrated.ts';
import { withClient } from './connect.ts';
import { appliedMigrations, type Migration, migrate, pending, readMigrations } from './migrate.ts';

const onEmpty = (work: (copy: Migrated) => Promise<void>) => migrated(work, { isEmpty: true });
const later = (sql: string, name = '20991231-plans-later.sql'): Migration => ({ name, checksum: name, sql });

describe('migrating', () => {
  test(
    'runs every file once, in order, and then has nothing to do',
    onEmpty(async ({ ownerConnection }) => {
      const names = (await readMigrations()).map(({ name }) => name);
      await withClient(ownerConnection, async (client) => {
        expect(await migrate(client)).toEqual(names);
        expect(await migrate(client)).toEqual([]);
        expect((await appliedMigrations(client)).map(({ name }) => name)).toEqual(names);
      });
    }),
  );

  test(
    'is done once when several start at the same moment',
    onEmpty(async ({ ownerConnection }) => {
      const starts = Array.from({ length: 4 }, () => withClient(ownerConnection, (client) => migrate(client)));
      const ran = await Promise.all(starts);
      expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    }),
  );

  test(
    'leaves nothing of a migration that fails, names its line, and goes on once it is put right',
    migrated(async ({ ownerConnection }) => {
      const migrations = await readMigrations();
      const broken = later('create table half (id int);\n\nselect nonsense;');
      await withClient(ownerConnection, async (client) => {
        await expect(migrate(client, { migrations: [...migrations, broken] })).rejects.toThrow(
          '20991231-plans-later.sql:3: column "nonsense" does not exist',
        );
        const { rows } = await client.query(`select to_regclass('lantu.half') as half`);
        expect(rows[0].half).toBeNull();
        const right = later('create table half (id int)');
        expect(await migrate(client, { migrations: [...migrations, right] })).toEqual([right.name]);
      });
    }),
  );

  test(
    'calls for a backup before it changes tables, not before it makes the first ones',
    onEmpty(async ({ ownerConnection }) => {
      const calls: string[] = [];
      const beforeChange = async ({ name }: Migration) => {
        calls.push(name);
      };
      const migrations = await readMigrations();
      const next = later('comment on table plan is null');
      await withClient(ownerConnection, async (client) => {
        await migrate(client, { migrations, beforeChange });
        expect(calls).toEqual([]);
        await migrate(client, { migrations: [...migrations, next], beforeChange });
        expect(calls).toEqual([next.name]);
        await migrate(client, { migrations: [...migrations, next], beforeChange });
        expect(calls).toEqual([next.name]);
      });
    }),
  );

  test(
    'leaves the tables as they are when the backup before fails',
    migrated(async ({ ownerConnection }) => {
      const beforeChange = () => Promise.reject(new Error('disk full'));
      const migrations = [...(await readMigrations()), later('drop table plan cascade')];
      await withClient(ownerConnection, async (client) => {
        await expect(migrate(client, { migrations, beforeChange })).rejects.toThrow('disk full');
        const { rows } = await client.query(`select to_regclass('lantu.plan') is not null as there`);
        expect(rows[0].there).toBe(true);
      });
    }),
  );
});

describe('a database that does not fit the files', () => {
  const files: Migration[] = ['a', 'b'].map((name) => ({ name, checksum: `${name}1`, sql: '' }));

  test('is refused when a migration was edited after it ran', () => {
    const applied = [{ name: 'a', checksum: 'a0' }];
    expect(() => pending(files, applied)).toThrow(
      expect.objectContaining({ code: 'migration-edited', data: { name: 'a' } }),
    );
  });

  test('is refused when a newer Lantu wrote it', () => {
    const applied = [...files, { name: 'c', checksum: 'c1' }];
    expect(() => pending(files, applied)).toThrow(
      expect.objectContaining({ code: 'migration-unknown', data: { name: 'c' } }),
    );
  });

  test('is fine when a migration of another module came in between', () => {
    expect(pending(files, [{ name: 'b', checksum: 'b1' }]).map(({ name }) => name)).toEqual(['a']);
  });
});

describe('the files', () => {
  test('mean the same with the line ends of Windows', async () => {
    const [first] = await readMigrations();
    const folder = await mkdtemp(join(tmpdir(), 'lantu-migrations-'));
    try {
      const text = await readFile(join(import.meta.dirname, 'migrations', first?.name ?? ''), 'utf8');
      await writeFile(join(folder, first?.name ?? ''), text.replaceAll('\n', '\r\n'));
      expect((await readMigrations(folder))[0]?.checksum).toBe(first?.checksum);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('are named so that they sort by day and say whose they are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lantu-migrations-'));
    try {
      await writeFile(join(folder, 'new.sql'), 'select 1');
      await expect(readMigrations(folder)).rejects.toThrow('new.sql: migrations are named');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
