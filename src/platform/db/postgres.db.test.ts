import fc from 'fast-check';
import { CompiledQuery, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Migrated, migrated } from '../../../test/migrated.ts';
import { addTenants, at, places, planRow } from '../../../test/places.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Database, Reader } from '../../core/database.ts';
import { withClient } from './connect.ts';
import { standAt } from './postgres.ts';
import { quoteLiteral } from './scope.ts';

const country = ['cn'];
const titles = async (db: Reader) =>
  (await db.selectFrom('plan').select('title').orderBy('title').execute()).map(({ title }) => title);

async function addPlans({ database, owner }: Pick<Migrated, 'database' | 'owner'>): Promise<void> {
  await addTenants(owner);
  await database.write(country, async (db) => {
    const rows = [
      planRow({ title: 'county' }),
      planRow({ title: 'zone', unit_path: places.zone }),
      planRow({ title: 'other', unit_path: places.yunhe, tenant_id: '2' }),
    ];
    await db.insertInto('plan').values(rows).execute();
  });
}

describe('scope', () => {
  test(
    'a unit sees its own rows and those below it, several posts see the union, and no post sees nothing',
    rolledBack(async (database, owner) => {
      await addPlans({ database, owner });
      expect(await database.read([places.linjiang], titles)).toEqual(['county', 'zone']);
      expect(await database.read([places.zone], titles)).toEqual(['zone']);
      expect(await database.read([places.zone, places.yunhe], titles)).toEqual(['other', 'zone']);
      expect(await database.read(['cn'], titles)).toEqual(['county', 'other', 'zone']);
      expect(await database.read(['cn.p1.linjian'], titles)).toEqual([]);
      expect(await database.read([], titles)).toEqual([]);
    }),
  );

  test(
    'nobody writes outside of the scope, moves a row out of it, or touches what lies beyond',
    rolledBack(async (database, owner) => {
      await addPlans({ database, owner });
      const scope = [places.zone];
      const insert = database.write(scope, (db) => db.insertInto('plan').values(planRow()).execute());
      await expect(insert).rejects.toThrow('row-level security');
      const move = database.write(scope, (db) => db.updateTable('plan').set({ unit_path: places.yunhe }).execute());
      await expect(move).rejects.toThrow('row-level security');
      await database.write(scope, (db) => db.updateTable('plan').set({ title: 'mine' }).execute());
      await database.write(scope, (db) => db.deleteFrom('plan').execute());
      expect(await database.read(country, titles)).toEqual(['county', 'other']);
    }),
  );

  test(
    'nothing can be hung on a plan that one may not see, though its number is known',
    rolledBack(async (database, owner) => {
      await addTenants(owner);
      const plan = planRow();
      await database.write(country, (db) => db.insertInto('plan').values(plan).execute());
      const { tenant_id, plan_id } = plan;
      const dismiss = database.write([places.zone], (db) =>
        db
          .insertInto('plan_finding_dismissal')
          .values({ tenant_id, plan_id, unit_path: places.zone, fingerprint: 'f', reason: 'r', at, by: 'x' })
          .execute(),
      );
      await expect(dismiss).rejects.toThrow('foreign key');
    }),
  );

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`'"\\{};,.$- \ncnp1(set)role`) }),
    fc.constantFrom(
      "'; drop table plan; --",
      "\\'; reset role; --",
      "cn}'; set role lantu; --",
      '{cn',
      '"cn"',
      '*',
      '$1',
    ),
  );
  /** The one way in that is right: a path of ours, alone. */
  const isTrue = (text: string) => /^\s*\{?\s*"?cn(\.p1)?"?\s*\}?\s*$/.test(text);

  test(
    'no text whatever, given as a scope, shows a row, leaves its quotes or does harm',
    migrated(async ({ database, owner }) => {
      await addPlans({ database, owner });
      await fc.assert(
        fc.asyncProperty(
          hostile.filter((text) => !isTrue(text)),
          async (text) => {
            const seen = await database.read([text], titles).catch(() => []);
            expect(seen).toEqual([]);
          },
        ),
      );
      expect(await database.read(country, titles)).toHaveLength(3);
    }),
  );

  test(
    'the quoting holds on its own: any text comes back as it went, and as a raw scope shows nothing',
    migrated(async ({ database, owner, ownerConnection }) => {
      await addPlans({ database, owner });
      const opening = standAt([], 1000).split('; ').slice(0, -1).join('; ');
      await withClient(ownerConnection, async (client) => {
        const withoutZero = hostile.filter((text) => !text.includes('\0') && text.isWellFormed());
        const property = fc.asyncProperty(withoutZero, fc.constantFrom('on', 'off'), async (text, conforming) => {
          await client.query(`set standard_conforming_strings = ${conforming}`);
          const { rows } = await client.query(`select ${quoteLiteral(text)} as same`);
          expect(rows[0].same).toBe(text);
          await client.query(`begin; ${opening}; set local lantu.scope = ${quoteLiteral(text)}`);
          const seen = await client.query('select title from plan').catch(() => ({ rowCount: 0 }));
          await client.query('rollback');
          expect(seen.rowCount === 0 || isTrue(text)).toBe(true);
        });
        await fc.assert(property);
      });
    }),
  );

  test(
    'requests that run side by side on few connections never see each other’s scope',
    migrated(async ({ database, owner }) => {
      await addPlans({ database, owner });
      const expected = new Map([
        [places.linjiang, ['county', 'zone']],
        [places.zone, ['zone']],
        [places.yunhe, ['other']],
      ]);
      const requests = Array.from({ length: 240 }, (_, index) => [...expected][index % 3] as [string, string[]]);
      const failing = requests.map(([path]) =>
        database.write([path], () => Promise.reject(new Error('changed my mind'))).catch(() => undefined),
      );
      const seen = await Promise.all(requests.map(([path]) => database.read([path], titles)));
      await Promise.all(failing);
      expect(seen).toEqual(requests.map(([, wanted]) => wanted));
    }),
  );
});

describe('the application role', () => {
  test(
    'may neither change the audit nor the past of a fact, nor empty a table',
    rolledBack(async (database) => {
      const refused = async (work: Parameters<Database['write']>[1]) =>
        expect(database.write(country, work)).rejects.toThrow('permission denied');
      await refused((db) => db.updateTable('audit').set({ actor: 'somebody else' }).execute());
      await refused((db) => db.deleteFrom('audit').execute());
      await refused((db) => db.deleteFrom('plan_fact_revision').execute());
      await refused((db) => db.deleteFrom('tenant').execute());
      await refused((db) => sql`truncate plan`.execute(db));
      await refused((db) =>
        db.insertInto('schema_migration').values({ name: 'x', checksum: '', applied_at: at }).execute(),
      );
    }),
  );

  test.skipIf(process.env.TEST_DATABASE_URL !== undefined)(
    'of the embedded database is no owner in disguise: there is nothing to step back into',
    migrated(async ({ database, owner, applicationConnection }) => {
      await addPlans({ database, owner });
      await withClient(applicationConnection, async (client) => {
        await expect(client.query('set role lantu')).rejects.toThrow('permission denied');
        await client.query('reset role');
        const { rows } = await client.query('select count(*) as count from lantu.plan');
        expect(rows[0].count).toBe('0');
      });
    }),
  );
});

test.skipIf(process.env.TEST_DATABASE_URL !== undefined)(
  'outside of a transaction the application sees no row and writes nowhere, not even where no policy stands',
  migrated(async ({ database, owner, applicationConnection }) => {
    await addPlans({ database, owner });
    await withClient(applicationConnection, async (client) => {
      expect((await client.query('select from plan')).rowCount).toBe(0);
      await expect(client.query(`update tenant set name = 'x'`)).rejects.toThrow('read-only');
      await expect(client.query('delete from plan')).rejects.toThrow('read-only');
    });
  }),
);

test(
  'statements said together run in their order, and those behind one that fails are not kept',
  migrated(async ({ database, owner }) => {
    await addTenants(owner);
    const said = database.write(country, async (db) => {
      const first = db.insertInto('plan').values(planRow()).execute();
      const failing = sql`select 1 / 0`.execute(db);
      const behind = db.insertInto('plan').values(planRow()).execute();
      await Promise.allSettled([first, failing, behind]);
    });
    await expect(said).rejects.toThrow('failed before its commit');
    const counts = await database.write(country, (db) =>
      Promise.all([titles(db), db.insertInto('plan').values(planRow()).execute(), titles(db)]),
    );
    expect([counts[0].length, counts[2].length]).toEqual([0, 1]);
  }),
);

describe('a request', () => {
  test(
    'that reads cannot write, whatever the types say',
    migrated(async ({ database, owner }) => {
      await addPlans({ database, owner });
      const write = database.read(country, (db) => (db as never as typeof owner).deleteFrom('plan').execute());
      await expect(write).rejects.toThrow('read-only');
      expect(await database.read(country, titles)).toHaveLength(3);
    }),
  );

  test(
    'that reads sees one moment, though others commit between its queries',
    migrated(async ({ database, owner }) => {
      await addPlans({ database, owner });
      const [before, after] = await database.read(country, async (db) => {
        const first = await titles(db);
        await database.write(country, (other) => other.deleteFrom('plan').execute());
        return [first, await titles(db)];
      });
      expect(after).toEqual(before);
    }),
  );

  test(
    'that fails leaves nothing behind',
    migrated(async ({ database, owner }) => {
      await addTenants(owner);
      const failing = database.write(country, async (db) => {
        await db.insertInto('plan').values(planRow()).execute();
        throw new Error('too late');
      });
      await expect(failing).rejects.toThrow('too late');
      expect(await database.read(country, titles)).toEqual([]);
    }),
  );

  test(
    'that swallows the error of a statement does not pass for one that was kept',
    migrated(async ({ database, owner }) => {
      await addTenants(owner);
      const swallowing = database.write(country, async (db) => {
        await db.insertInto('plan').values(planRow()).execute();
        await sql`select 1 / 0`.execute(db).catch(() => undefined);
        return 'done';
      });
      await expect(swallowing).rejects.toThrow('failed before its commit');
      expect(await database.read(country, titles)).toEqual([]);
    }),
  );

  test(
    'is given up after the time that a statement has',
    migrated(
      async ({ database }) => {
        const endless = database.read(country, (db) => sql`select pg_sleep(30)`.execute(db));
        await expect(endless).rejects.toMatchObject({ code: '57014' });
      },
      { statementTimeout: 150 },
    ),
  );

  test(
    'survives the loss of its connection as a refusal, and the next one gets another',
    migrated(async ({ database, owner }) => {
      await addPlans({ database, owner });
      const cut = database.read(country, async (db) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
        await owner.executeQuery(CompiledQuery.raw(`select pg_terminate_backend(${rows[0]?.pid})`));
        return titles(db);
      });
      await expect(cut).rejects.toMatchObject({ code: 'database-unavailable' });
      expect(await database.read(country, titles)).toHaveLength(3);
    }),
  );
});

test(
  'values come as Lantu handles them: numbers of any size and times as text, JSON as itself, bytes as bytes',
  rolledBack(async (database) => {
    const values = await database.read([], (db) =>
      sql<Record<string, unknown>>`select 9007199254740993::bigint as big, 0.10::numeric as money, 7::int as small,
        '2026-11-22 10:05:00.5+08'::timestamptz as at, '2026-11-22'::date as day, '[1,{"a":null}]'::jsonb as json,
        '\\x00ff'::bytea as bytes, 'cn.p1'::public.ltree as path, null::text as nothing`.execute(db),
    );
    expect(values.rows).toEqual([
      {
        big: '9007199254740993',
        money: '0.10',
        small: 7,
        at: '2026-11-22T02:05:00.500Z',
        day: '2026-11-22',
        json: [1, { a: null }],
        bytes: Buffer.from([0, 255]),
        path: 'cn.p1',
        nothing: null,
      },
    ]);
  }),
);
