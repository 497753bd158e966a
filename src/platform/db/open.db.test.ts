import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { onDatabase } from '../../../test/database.setup.ts';
import { addTenants, planRow } from '../../../test/places.ts';
import { withClient } from './connect.ts';
import { backUpDatabase, type DatabaseConfig, type OpenDatabase, openDatabase } from './open.ts';
import { lintSchema } from './schema-lint.ts';
import { withTemporaryHome } from './temporary-home.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function opened<T>(config: DatabaseConfig, work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(config);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** The address of a database on the test server that belongs to an account with no more rights than it needs. */
async function ordinaryServer(isAdmitted = true): Promise<string> {
  const { owner, prefix } = inject('server');
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  const maintain = (statement: string) =>
    withClient(onDatabase(owner, 'postgres'), (client) => client.query(statement));
  await maintain(`create role ${name} login`);
  if (isAdmitted) await maintain(`grant lantu_app to ${name}`);
  await maintain(`create database ${name} owner ${name}`);
  cleanUps.push(
    () => maintain(`drop role ${name}`).catch(() => undefined),
    () => maintain(`reassign owned by ${name} to current_user`).catch(() => undefined),
    () => maintain(`drop database ${name} with (force)`),
  );
  const url = new URL(owner.connectionString === undefined ? 'postgres://localhost/' : String(owner.connectionString));
  if (owner.connectionString === undefined) url.searchParams.set('host', String(owner.host));
  url.username = name;
  url.pathname = `/${name}`;
  return url.href;
}

const titles = ({ database }: OpenDatabase, scope: readonly string[]) =>
  database.read(scope, async (db) => (await db.selectFrom('plan').select('title').execute()).map(({ title }) => title));

describe('on a server', () => {
  test('an ordinary owner of a database is enough: tables, role and scope come out the same', async () => {
    const databaseUrl = await ordinaryServer();
    await opened({ databaseUrl }, async (open) => {
      expect(await lintSchema(open.owner)).toEqual([]);
      await addTenants(open.owner);
      await open.database.write(['cn'], (db) =>
        db
          .insertInto('plan')
          .values(planRow({ title: 'a' }))
          .execute(),
      );
      expect(await titles(open, ['cn'])).toEqual(['a']);
      expect(await titles(open, [])).toEqual([]);
      const { rows } = await open.database.read([], (db) => sql<{ me: string }>`select current_user as me`.execute(db));
      expect(rows).toEqual([{ me: 'lantu_app' }]);
    });
    await opened({ databaseUrl }, async (open) => expect(await titles(open, ['cn'])).toEqual(['a']));
  });

  test('an owner that may not act as the application is told what an administrator has to do', async () => {
    const databaseUrl = await ordinaryServer(false);
    await expect(openDatabase({ databaseUrl })).rejects.toThrow('an administrator of the server runs: ');
  });

  test('that is not there, the refusal says what was tried', async () => {
    const nowhere = openDatabase({ databaseUrl: 'postgres://lantu@127.0.0.1:1/lantu' });
    await expect(nowhere).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(nowhere).rejects.toThrow('127.0.0.1:1');
  });
});

test('data move from the embedded database to a server and back through a backup', () =>
  withTemporaryHome(async (home) => {
    const file = join(home, 'moved.lantu');
    const back = join(home, 'back.lantu');
    const databaseUrl = await ordinaryServer();
    await opened({ home }, async (open) => {
      await addTenants(open.owner);
      await open.database.write(['cn'], (db) =>
        db
          .insertInto('plan')
          .values(planRow({ title: 'moved' }))
          .execute(),
      );
      await open.backup(file);
    });
    await opened({ databaseUrl }, async (open) => {
      await open.restore(file);
      expect(await titles(open, ['cn'])).toEqual(['moved']);
      expect(await lintSchema(open.owner)).toEqual([]);
      await open.backup(back);
    });
    await opened({ home }, async (open) => {
      await expect(open.restore(back)).rejects.toMatchObject({ code: 'database-not-empty' });
      await open.restore(back, { replace: true });
      expect(await titles(open, ['cn'])).toEqual(['moved']);
      expect(await titles(open, [])).toEqual([]);
    });
  }));

test('a backup is taken from a running Lantu, and from one that is stopped, alike', () =>
  withTemporaryHome(async (home) => {
    const [running, stopped] = [join(home, 'running.lantu'), join(home, 'stopped.lantu')];
    await opened({ home }, async (open) => {
      await addTenants(open.owner);
      await open.database.write(['cn'], (db) => db.insertInto('plan').values(planRow()).execute());
      await backUpDatabase({ home }, running);
      expect(await titles(open, ['cn'])).toHaveLength(1);
    });
    await backUpDatabase({ home }, stopped);
    const rows = async (file: string) =>
      gunzipSync(await readFile(file))
        .toString()
        .split('\n')
        .slice(1, -2);
    expect(await rows(running)).toEqual(await rows(stopped));
    expect((await rows(running)).join()).toContain('临江县产业规划');
  }));

test('before it upgrades an embedded database that is in use, Lantu keeps a backup that brings it back', () =>
  withTemporaryHome(async (home) => {
    await opened({ home }, async ({ owner, database }) => {
      await addTenants(owner);
      await database.write(['cn'], (db) =>
        db
          .insertInto('plan')
          .values(planRow({ title: 'before' }))
          .execute(),
      );
      // As a Lantu would have left it that did not know this migration yet.
      await sql`drop table answer`.execute(owner);
      await sql`delete from schema_migration where name = '20261122-platform-answer.sql'`.execute(owner);
    });
    const steps: string[] = [];
    const upgraded = await openDatabase({ home }, ({ en }) => steps.push(en));
    try {
      const [file = ''] = await readdir(join(home, 'backups'));
      expect(file).toMatch(/^\d{8}T\d{6}Z-before-20261122-platform-answer\.lantu$/);
      expect(steps).toContain(`Backed up to ${join(home, 'backups', file)} before the upgrade`);
      await upgraded.database.write(['cn'], (db) => db.updateTable('plan').set({ title: 'after' }).execute());
      await upgraded.restore(join(home, 'backups', file), { replace: true });
      expect(await titles(upgraded, ['cn'])).toEqual(['before']);
    } finally {
      await upgraded.close();
    }
    await opened({ home }, async () => expect(await readdir(join(home, 'backups'))).toHaveLength(1));
  }));
