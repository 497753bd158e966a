import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Migrated, migrated } from '../../../test/migrated.ts';
import { addTenants, places } from '../../../test/places.ts';
import type { AuditEntry } from '../../core/call.ts';
import type { Tables } from '../../core/tables.ts';
import { withClient } from '../db/connect.ts';
import { writeAudit } from '../db/door.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { digestOf } from './digest.ts';
import { sealPending, sealWithin, startSealer } from './seal.ts';
import { type Break, headsOf, verify, verifyWithin } from './verify.ts';

const now = () => '2026-11-22T03:00:00.000Z';
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const entryOf = (n: number, differs: Partial<AuditEntry> = {}): AuditEntry => ({
  tenantId: '1',
  unitPath: places.linjiang,
  id: idOf(n),
  at: new Date(Date.UTC(2026, 10, 22, 2, 0, 0, n)).toISOString(),
  actor: `officer-${n % 3}`,
  operation: 'plans.rename',
  entity: 'plan',
  entityId: `plan-${n % 5}`,
  before: n % 4 === 0 ? null : { title: `第${n}稿`, rate: '7.50' },
  after: { title: `第${n + 1}稿`, tags: [n, null, '“引号”\\'] },
  ...differs,
});

const write = ({ database }: Pick<Migrated, 'database'>, ...entries: readonly AuditEntry[]) =>
  database.write(['cn'], async (db) => {
    for (const entry of entries) await writeAudit(db, entry);
  });

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

async function withRows(copy: Migrated, count: number): Promise<void> {
  await addTenants(copy.owner);
  await write(copy, ...numbers(count).map((n) => entryOf(n)));
  await sealPending(copy.owner, now);
}

const kindsOf = (breaks: readonly Break[]) => breaks.map(({ kind, seq }) => `${kind} ${seq}`);

describe('the chain of the audit', () => {
  test(
    'holds every row in its order, one chain for each tenant, and verifies',
    migrated(async (copy) => {
      await addTenants(copy.owner);
      await write(copy, entryOf(3), entryOf(1), entryOf(2));
      await write(copy, entryOf(4, { tenantId: '2', unitPath: places.yunhe }));
      expect(await sealPending(copy.owner, now)).toBe(4);
      expect(await sealPending(copy.owner, now)).toBe(0);
      const seals = await copy.owner.selectFrom('audit_seal').selectAll().orderBy('tenant_id').orderBy('seq').execute();
      expect(seals.map(({ tenant_id, seq, audit_id }) => [tenant_id, seq, audit_id])).toEqual([
        ['1', '1', idOf(1)],
        ['1', '2', idOf(2)],
        ['1', '3', idOf(3)],
        ['2', '1', idOf(4)],
      ]);
      const { rows, heads, broken, breaks } = await verify(copy.owner);
      expect({ rows, broken, breaks }).toEqual({ rows: 4, broken: 0, breaks: [] });
      expect(heads.map(({ tenantId, seq }) => [tenantId, seq])).toEqual([
        ['1', 3],
        ['2', 1],
      ]);
      expect(heads[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    }),
  );

  test(
    'takes rows of the same moment, of any content, and those that an earlier Lantu left',
    migrated(
      async (copy) => {
        const migrations = await readMigrations();
        const seal = migrations.findIndex(({ name }) => name.includes('-audits-seal'));
        const older = migrations.slice(0, seal);
        await withClient(copy.ownerConnection, (client) => migrate(client, { migrations: older }));
        await addTenants(copy.owner);
        await copy.owner
          .insertInto('audit')
          .values([1, 2].map((n) => rowOf(entryOf(n, { entity: null, entityId: null, before: null }))))
          .execute();
        await withClient(copy.ownerConnection, (client) => migrate(client));
        await withClient(copy.ownerConnection, (client) => client.query('alter role lantu_app login'));
        const values = fc
          .sample(fc.jsonValue(), { numRuns: 100, seed: 7 })
          .map((value) => JSON.parse(JSON.stringify(value).replaceAll(/\\u(?:0000|d[89a-f]..)/gi, '')));
        await write(copy, ...values.map((after, n) => entryOf(10 + n, { after, at: now() })));
        expect(await sealPending(copy.owner, now)).toBe(102);
        expect(await verify(copy.owner)).toMatchObject({ rows: 102, broken: 0 });
      },
      { isEmpty: true },
    ),
  );

  test(
    'is out of reach for the application: it may add rows and nothing else',
    migrated(async (copy) => {
      await withRows(copy, 2);
      await write(copy, entryOf(3));
      const refused = (work: Parameters<Migrated['database']['write']>[1]) =>
        expect(copy.database.write(['cn'], work)).rejects.toThrow(/permission denied/);
      await refused((db) => db.updateTable('audit').set({ actor: 'somebody' }).execute());
      await refused((db) => db.deleteFrom('audit').execute());
      await refused((db) => db.updateTable('audit_seal').set({ seq: '9' }).execute());
      await refused((db) => db.deleteFrom('audit_seal').execute());
      await refused((db) => sql`insert into audit_seal select * from audit_seal`.execute(db));
      await refused((db) => db.updateTable('audit_pending').set({ at: now() }).execute());
      await refused((db) => db.deleteFrom('audit_pending').execute());
    }),
  );

  test(
    'is not stopped by a place claimed twice',
    migrated(async (copy) => {
      await withRows(copy, 2);
      const digest = Buffer.alloc(32);
      const claim = { tenant_id: '1', audit_id: idOf(1), unit_path: places.linjiang, at: now(), digest };
      await copy.database.write(['cn'], (db) => db.insertInto('audit_pending').values(claim).execute());
      await write(copy, entryOf(3));
      await sealPending(copy.owner, now);
      expect(await verify(copy.owner)).toMatchObject({ rows: 3, broken: 0 });
      expect(await copy.owner.selectFrom('audit_pending').selectAll().execute()).toEqual([]);
    }),
  );

  test(
    'grows without gaps while eight write and two seal',
    migrated(async (copy) => {
      await addTenants(copy.owner);
      const sealers = [1, 2].map(() =>
        startSealer(copy.owner, { now, every: 5, onFailure: (error) => expect(error).toBeUndefined() }),
      );
      await Promise.all(
        numbers(8).map(async (writer) => {
          for (const n of numbers(25)) await write(copy, entryOf(writer * 100 + n));
        }),
      );
      await Promise.all(sealers.map(({ stop }) => stop()));
      expect(await verify(copy.owner)).toMatchObject({ rows: 200, broken: 0 });
      expect(await copy.owner.selectFrom('audit_pending').selectAll().execute()).toEqual([]);
    }),
  );

  test(
    'also shows a row that was changed in the second before it was sealed',
    migrated(async (copy) => {
      await withRows(copy, 2);
      await write(copy, entryOf(3));
      await copy.owner.updateTable('audit').set({ actor: 'nobody' }).where('audit_id', '=', idOf(3)).execute();
      await sealPending(copy.owner, now);
      expect(kindsOf((await verify(copy.owner)).breaks)).toEqual(['changed 3']);
    }),
  );
});

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
const rowOf = (entry: AuditEntry) => ({
  tenant_id: entry.tenantId,
  unit_path: entry.unitPath,
  audit_id: entry.id,
  at: entry.at,
  actor: entry.actor,
  operation: entry.operation,
  entity: entry.entity,
  entity_id: entry.entityId,
  before: json(entry.before),
  after: json(entry.after),
});

const count = 30;
const place = fc.integer({ min: 1, max: count });
const fields = ['actor', 'operation', 'entity', 'entity_id', 'unit_path', 'before', 'after', 'at'] as const;
const other = {
  actor: 'forger',
  operation: 'plans.save',
  entity: 'account',
  entity_id: 'x',
  unit_path: places.zone,
  before: '{"title":"别的"}',
  after: 'null',
  at: '2026-11-22T02:00:00.999Z',
};

/** What somebody past row-level security may do to the audit, and what has to be said about it. */
const tampering = fc.oneof(
  fc.record({ how: fc.constant('change' as const), at: place, field: fc.constantFrom(...fields) }),
  fc.record({ how: fc.constant('remove' as const), at: place }),
  fc.record({ how: fc.constant('remove-with-link' as const), at: fc.integer({ min: 1, max: count - 1 }) }),
  fc.record({ how: fc.constant('swap' as const), at: place, with: place }),
  fc.record({ how: fc.constant('swap-links' as const), at: place, with: place }),
  fc.record({ how: fc.constant('forge' as const), at: place }),
  fc.record({ how: fc.constant('forge-with-link' as const), at: place }),
  fc.record({ how: fc.constant('change-with-digest' as const), at: place }),
  fc.record({ how: fc.constant('remake' as const), at: place }),
  fc.record({ how: fc.constant('cut' as const), at: place }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

const forged = entryOf(900, { actor: 'forger' });

const takeDigestAnew = (db: Kysely<Tables>, seq: number) =>
  sql`update audit_seal s set digest = ${digestOf('a')} from audit a where a.audit_id = s.audit_id and seq = ${seq}`.execute(
    db,
  );

async function tamper(db: Kysely<Tables>, deed: Tampering): Promise<readonly string[]> {
  const { at } = deed;
  const row = db.updateTable('audit').where('audit_id', '=', idOf(at));
  switch (deed.how) {
    case 'change':
      await row.set({ [deed.field]: other[deed.field] }).execute();
      return [`changed ${at}`];
    case 'remove':
      await db.deleteFrom('audit').where('audit_id', '=', idOf(at)).execute();
      return [`removed ${at}`];
    case 'remove-with-link':
      await db.deleteFrom('audit').where('audit_id', '=', idOf(at)).execute();
      await db.deleteFrom('audit_seal').where('audit_id', '=', idOf(at)).execute();
      return [`unlinked ${at + 1}`];
    case 'swap': {
      if (deed.with === at) return [];
      await sql`update audit a set (at, actor, operation, entity, entity_id, before, after) =
        (select b.at, b.actor, b.operation, b.entity, b.entity_id, b.before, b.after from audit b
          where b.audit_id = case a.audit_id when ${idOf(at)}::uuid then ${idOf(deed.with)}::uuid else ${idOf(at)}::uuid end)
        where a.audit_id in (${idOf(at)}, ${idOf(deed.with)})`.execute(db);
      return [at, deed.with].sort((a, b) => a - b).map((n) => `changed ${n}`);
    }
    case 'swap-links': {
      if (deed.with === at) return [];
      const move = (from: string, to: string) =>
        sql`update audit_seal set seq = ${to}::bigint where seq = ${from}::bigint`.execute(db);
      await move(String(at), '1000000');
      await move(String(deed.with), String(at));
      await move('1000000', String(deed.with));
      return [`unlinked ${Math.min(at, deed.with)}`];
    }
    case 'forge':
      await db.insertInto('audit').values(rowOf(forged)).execute();
      return ['forged null'];
    case 'forge-with-link':
      await db.insertInto('audit').values(rowOf(forged)).execute();
      await sql`update audit_seal set audit_id = ${forged.id}::uuid where seq = ${at}`.execute(db);
      return [`changed ${at}`, 'forged null'];
    case 'change-with-digest':
      await row.set({ actor: 'forger' }).execute();
      await takeDigestAnew(db, at);
      return [`unlinked ${at}`];
    case 'remake': {
      await row.set({ actor: 'forger' }).execute();
      await takeDigestAnew(db, at);
      await sql`insert into audit_pending select s.tenant_id, s.audit_id, s.unit_path, a.at, s.digest
        from audit_seal s join audit a using (audit_id) where seq >= ${at}`.execute(db);
      await sql`delete from audit_seal where seq >= ${at}`.execute(db);
      await sealWithin(db, now());
      return [`cut ${count}`];
    }
    case 'cut':
      await sql`delete from audit using audit_seal s where s.audit_id = audit.audit_id and s.seq >= ${at}`.execute(db);
      await sql`delete from audit_seal where seq >= ${at}`.execute(db);
      return [`cut ${count}`];
  }
}

const undone = new Error('undone');

test(
  'whatever is done to the audit behind its back, verification names the place',
  migrated(async (copy) => {
    await withRows(copy, count);
    const noted = await headsOf(copy.owner);
    const numRuns = process.env.LANTU_LONG === '1' ? 2000 : 60;
    await fc.assert(
      fc.asyncProperty(tampering, async (deed) => {
        const attempt = copy.owner.transaction().execute(async (db) => {
          const expected = await tamper(db, deed);
          const { breaks, broken } = await verifyWithin(db, { noted });
          expect(kindsOf(breaks)).toEqual(expect.arrayContaining([...expected]));
          expect(broken > 0).toBe(expected.length > 0);
          if (expected[0] !== undefined) expect(kindsOf(breaks)[0]).toBe(expected[0]);
          throw undone;
        });
        await attempt.catch((error: unknown) => {
          if (error !== undone) throw error;
        });
      }),
      { numRuns },
    );
    expect(await verify(copy.owner, { noted })).toMatchObject({ rows: count, broken: 0 });
  }),
);
