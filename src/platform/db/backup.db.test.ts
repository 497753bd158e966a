import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { copyMigrated, type Migrated, migrated } from '../../../test/migrated.ts';
import { addTenants, at, places, planRow, sha256 } from '../../../test/places.ts';
import { backUp } from './backup.ts';
import { withClient } from './connect.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { restore } from './restore.ts';

const inFolder =
  (work: (folder: string, copy: Migrated) => Promise<void>): (() => Promise<void>) =>
  () =>
    migrated(async (copy) => {
      const folder = await mkdtemp(join(tmpdir(), 'lantu-backup-'));
      try {
        await work(folder, copy);
      } finally {
        await rm(folder, { recursive: true });
      }
    })();

const save = ({ ownerConnection }: Migrated, file: string) =>
  withClient(ownerConnection, (client) => backUp(client, file, at));
const bring = ({ ownerConnection }: Migrated, file: string, options?: Parameters<typeof restore>[2]) =>
  withClient(ownerConnection, (client) => restore(client, file, options));
const linesOf = async (file: string) =>
  gunzipSync(await readFile(file))
    .toString()
    .split('\n');

const hardTexts = [
  '',
  ' ',
  'null',
  '"',
  '\\',
  "'",
  'a\nb\tc\r\n',
  '\u2028\u2029',
  '{1,2}',
  '蓝图🗺️',
  '\\x00',
  '[]',
  '\u0001',
];

async function fill({ owner }: Migrated): Promise<void> {
  await addTenants(owner);
  const plan = planRow();
  await owner
    .insertInto('plan')
    .values([plan, ...hardTexts.map((title) => planRow({ title }))])
    .execute();
  const bytes = randomBytes(300_000);
  const file = { tenant_id: '1', unit_path: places.linjiang, file_id: sha256(bytes) };
  await owner
    .insertInto('file')
    .values({ ...file, name: '规划.docx', media_type: 'x', size: '300000', created_at: at, created_by: 'me' })
    .execute();
  for (let seq = 0; seq < 3; seq += 1)
    await owner
      .insertInto('file_chunk')
      .values({ ...file, seq, bytes: bytes.subarray(seq * 100_000, (seq + 1) * 100_000) })
      .execute();
  const entry = {
    tenant_id: '1',
    unit_path: places.linjiang,
    actor: 'me',
    operation: 'x',
    at,
    entity: null,
    entity_id: null,
  };
  await owner
    .insertInto('audit')
    .values([
      { ...entry, audit_id: '00000000-0000-4000-8000-000000000001', before: null, after: 'null' },
      { ...entry, audit_id: '00000000-0000-4000-8000-000000000002', before: '[1.50,"\\u2028"]', after: '"text"' },
      {
        ...entry,
        audit_id: '00000000-0000-4000-8000-000000000003',
        before: '{}',
        after: '12345678901234567890.10',
        at: '2026-11-22T02:00:00.123456Z',
      },
    ])
    .execute();
}

describe('a backup', () => {
  test(
    'brings every value back into another database, to the byte',
    inFolder(async (folder, copy) => {
      await fill(copy);
      const [first, second] = [join(folder, 'first.lantu'), join(folder, 'second.lantu')];
      await save(copy, first);
      const other = await copyMigrated();
      try {
        await bring(other, first);
        await save(other, second);
        const chunks = await other.owner.selectFrom('file_chunk').select('bytes').orderBy('seq').execute();
        const file = await other.owner.selectFrom('file').select('file_id').executeTakeFirstOrThrow();
        expect(sha256(Buffer.concat(chunks.map(({ bytes }) => bytes)))).toBe(file.file_id);
        // SQL null and the JSON value null are two things.
        const nulls =
          await sql`select before is null as a, after is null as b from audit order by audit_id limit 1`.execute(
            other.owner,
          );
        expect(nulls.rows).toEqual([{ a: true, b: false }]);
        const seen = await other.database.read(['cn'], (db) => db.selectFrom('plan').select('title').execute());
        expect(seen.map(({ title }) => title).sort()).toEqual([...hardTexts, '临江县产业规划'].sort());
      } finally {
        await other.drop();
      }
      expect(await linesOf(second)).toEqual(await linesOf(first));
      expect(await readdir(folder)).toEqual(['first.lantu', 'second.lantu']);
    }),
  );

  test(
    'keeps any JSON value and any text',
    inFolder(async (folder, copy) => {
      await addTenants(copy.owner);
      const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0') && each.isWellFormed());
      const samples = fc.sample(fc.tuple(text, fc.jsonValue()), 200);
      const rows = samples
        .map(([title, value], index) => ({ title, json: JSON.stringify(value), unit_path: `cn.n${index}` }))
        .filter(({ json }) => !json.includes('\\u0000') && !/\\ud[89a-f]/i.test(json));
      const words = rows.map(({ json, unit_path, title }) => ({
        tenant_id: '1',
        unit_path,
        words: json,
        revision: 1,
        updated_at: at,
        updated_by: title,
      }));
      await copy.owner.insertInto('vocabulary').values(words).execute();
      const read = () => copy.owner.selectFrom('vocabulary').selectAll().orderBy('unit_path').execute();
      const before = await read();
      await save(copy, join(folder, 'b.lantu'));
      await bring(copy, join(folder, 'b.lantu'), { replace: true });
      expect(await read()).toEqual(before);
    }),
  );

  test(
    'shows one moment, though others write while it is taken',
    inFolder(async (folder, copy) => {
      await addTenants(copy.owner);
      let isDone = false;
      let written = 0;
      const writer = (async () => {
        while (!isDone) {
          const plan = planRow();
          const { tenant_id, plan_id, unit_path } = plan;
          await copy.database.write(['cn'], async (db) => {
            await db.insertInto('plan').values(plan).execute();
            await db
              .insertInto('plan_finding_dismissal')
              .values({ tenant_id, plan_id, unit_path, fingerprint: 'f', reason: 'r', at, by: 'x' })
              .execute();
          });
          written += 1;
        }
      })();
      while (written < 20) await new Promise((resolve) => setTimeout(resolve, 5));
      await save(copy, join(folder, 'b.lantu'));
      isDone = true;
      await writer;
      const other = await copyMigrated();
      try {
        await bring(other, join(folder, 'b.lantu'));
        const { rows } = await sql<Record<string, string>>`
          select (select count(*) from plan) as plans, (select count(*) from plan_finding_dismissal) as dismissals`.execute(
          other.owner,
        );
        expect(rows[0]?.plans).toBe(rows[0]?.dismissals);
        expect(Number(rows[0]?.plans)).toBeGreaterThanOrEqual(20);
      } finally {
        await other.drop();
      }
    }),
  );
});

describe('a restore', () => {
  test(
    'refuses to take the place of data unless told to, and then leaves exactly what the backup holds',
    inFolder(async (folder, copy) => {
      const file = join(folder, 'b.lantu');
      await addTenants(copy.owner);
      await save(copy, file);
      await copy.owner.insertInto('plan').values(planRow()).execute();
      await expect(bring(copy, file)).rejects.toMatchObject({ code: 'database-not-empty', data: { rows: 1 } });
      await bring(copy, file, { replace: true });
      const seen = await copy.database.read(['cn'], (db) => db.selectFrom('plan').selectAll().execute());
      expect(seen).toEqual([]);
      await copy.database.write(['cn'], (db) => db.insertInto('plan').values(planRow()).execute());
    }),
  );

  test(
    'of a backup from before an upgrade makes the old tables, fills them and upgrades them',
    inFolder(async (folder, copy) => {
      const file = join(folder, 'b.lantu');
      await addTenants(copy.owner);
      await copy.owner
        .insertInto('plan')
        .values(planRow({ title: 'old' }))
        .execute();
      await save(copy, file);
      const later: Migration = {
        name: '20991231-plans-later.sql',
        checksum: 'x',
        sql: "alter table plan add column motto text not null default ''; update plan set motto = upper(title)",
      };
      const migrations = [...(await readMigrations()), later];
      await withClient(copy.ownerConnection, (client) => migrate(client, { migrations }));
      await bring(copy, file, { replace: true, migrations });
      expect((await sql`select motto from plan`.execute(copy.owner)).rows).toEqual([{ motto: 'OLD' }]);
      await expect(bring(copy, file, { replace: true })).resolves.toBeUndefined();
    }),
  );

  test(
    'of a backup from a newer Lantu is refused',
    inFolder(async (folder, copy) => {
      const migrations = await readMigrations();
      await save(copy, join(folder, 'b.lantu'));
      await expect(bring(copy, join(folder, 'b.lantu'), { migrations: migrations.slice(0, -1) })).rejects.toMatchObject(
        {
          code: 'migration-unknown',
        },
      );
    }),
  );

  const damages: readonly (readonly [string, (packed: Buffer) => Buffer])[] = [
    ['cut off', (packed) => packed.subarray(0, packed.length - 40)],
    ['empty', () => Buffer.alloc(0)],
    ['no backup at all', () => Buffer.from('PK\u0003\u0004 something else')],
    ['of other lines', () => gzipSync('{"format":"another/1"}\n{"end":1}\n')],
    ['without its last lines', (packed) => gzipSync(gunzipSync(packed).toString().split('\n').slice(0, -3).join('\n'))],
    ['changed in one letter', (packed) => gzipSync(gunzipSync(packed).toString().replace('officer', 'officee'))],
    [
      'with a bit turned',
      (packed) => packed.map((byte, at) => (at === packed.length >> 1 ? byte ^ 1 : byte)) as Buffer,
    ],
  ];

  test(
    'of a damaged file changes nothing, whatever the damage',
    inFolder(async (folder, copy) => {
      const [good, bad] = [join(folder, 'good.lantu'), join(folder, 'bad.lantu')];
      await fill(copy);
      await save(copy, good);
      for (const [what, damage] of damages) {
        await writeFile(bad, damage(await readFile(good)));
        const refusal = await bring(copy, bad, { replace: true }).catch((error) => error);
        expect(refusal, what).toMatchObject({ code: 'backup-damaged', data: { name: 'bad.lantu' } });
        await save(copy, bad);
        expect(await linesOf(bad), what).toEqual(await linesOf(good));
      }
    }),
  );

  test(
    'of a file that is not there says so',
    inFolder(async (folder, copy) => {
      await expect(bring(copy, join(folder, 'none.lantu'))).rejects.toThrow('ENOENT');
    }),
  );
});
