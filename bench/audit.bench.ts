import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Writer } from '../src/core/database.ts';
import type { Tables } from '../src/core/tables.ts';
import { digestOf } from '../src/platform/audit/digest.ts';
import { sealPending, startSealer } from '../src/platform/audit/seal.ts';
import { verify } from '../src/platform/audit/verify.ts';
import { writeAudit } from '../src/platform/db/door.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';

const now = (): string => new Date().toISOString();
const writers = 8;
const rounds = 5;
const roundMilliseconds = 1000;
/** `LANTU_BENCH_AUDIT_ROWS=1000000` for the size that the issue names. */
const rows = Number(process.env.LANTU_BENCH_AUDIT_ROWS ?? 100_000);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const entryOf = () => ({
  tenantId: '1',
  unitPath: 'linjiang',
  id: randomUUID(),
  at: now(),
  actor: 'officer',
  operation: 'plans.rename',
  entity: 'plan',
  entityId: '1',
  before: { title: '临江县产业规划', revision: 3 },
  after: { title: '临江县产业规划（修订）', revision: 4 },
});

const sealed = (db: Writer): Promise<unknown> => writeAudit(db, entryOf());

function bare(db: Writer): Promise<unknown> {
  const { tenantId, unitPath, id, at, actor, operation, entity, entityId, before, after } = entryOf();
  return db
    .insertInto('audit')
    .values({
      tenant_id: tenantId,
      unit_path: unitPath,
      audit_id: id,
      at,
      actor,
      operation,
      entity,
      entity_id: entityId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute();
}

/** What was decided against (docs/decisions/0007): the head of the chain locked until the commit. */
async function chainedAtOnce(db: Writer): Promise<unknown> {
  await bare(db);
  return sql`insert into bench_head as h values (1, 1, sha256('x')) on conflict (tenant_id)
    do update set seq = h.seq + 1, hash = sha256(h.hash || excluded.hash)`.execute(db);
}

/** Writes per second of eight writers of one owner. */
async function rateOf({ database }: OpenDatabase, write: (db: Writer) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let count = 0;
  const writer = async () => {
    while (performance.now() - began < roundMilliseconds) {
      await database.write(['linjiang'], write);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (count / (performance.now() - began)) * 1000;
}

async function writing(opened: OpenDatabase): Promise<readonly Measure[]> {
  const { owner } = opened;
  await sql`create table bench_head (tenant_id bigint primary key, seq bigint, hash bytea)`.execute(owner);
  await sql`grant all on bench_head to lantu_app`.execute(owner);
  const rates: { without: number; beside: number; atOnce: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const without = await rateOf(opened, bare);
    const atOnce = await rateOf(opened, chainedAtOnce);
    const sealer = startSealer(owner, { now, onFailure: console.error });
    const beside = await rateOf(opened, sealed);
    await sealer.stop();
    rates.push({ without, beside, atOnce });
  }
  await sql`drop table bench_head`.execute(owner);
  return [
    { name: 'writes by 8 writers, without sealing', value: median(rates.map(({ without }) => without)), unit: '/s' },
    {
      name: 'sealed beside the writers, of that',
      value: median(rates.map(({ beside, without }) => beside / without)),
      unit: '',
      atLeast: 0.6,
    },
    {
      name: 'chained within the transaction, of that',
      value: median(rates.map(({ atOnce, without }) => atOnce / without)),
      unit: '',
    },
  ];
}

async function fill(owner: Kysely<Tables>): Promise<void> {
  await sql`truncate audit, audit_seal, audit_pending`.execute(owner);
  await sql`insert into audit select 1, gen_random_uuid(), 'linjiang', now() - n * interval '1 s', 'officer-' || n % 50,
      'plans.rename', 'plan', (n % 1000)::text, jsonb_build_object('title', '临江县产业规划', 'revision', n),
      jsonb_build_object('title', '临江县产业规划（修订）', 'revision', n + 1)
    from generate_series(1, ${rows}::int) n`.execute(owner);
  await sql`insert into audit_pending select tenant_id, audit_id, unit_path, at, ${digestOf('a')} from audit a`.execute(
    owner,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function verifying({ owner }: OpenDatabase): Promise<readonly Measure[]> {
  await fill(owner);
  const sealing = await timed(() => sealPending(owner, now));
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    seconds.push(
      await timed(async () => {
        const found = await verify(owner);
        if (found.rows !== rows || found.broken !== 0)
          throw new Error(`verified ${found.rows}, broken ${found.broken}`);
      }),
    );
  return [
    { name: `sealing ${rows} rows`, value: rows / sealing, unit: 'rows/s', atLeast: 10_000 },
    { name: `verifying ${rows} rows`, value: rows / median(seconds), unit: 'rows/s', atLeast: 50_000 },
  ];
}

export const auditBench: Bench = {
  name: 'audit',
  run: () =>
    withTemporaryHome(async (home) => {
      const opened = await openDatabase({ home });
      try {
        const tenant = { tenant_id: '1', code: 'linjiang', name: '临江县', unit_path: 'linjiang', created_at: now() };
        await opened.owner.insertInto('tenant').values(tenant).execute();
        return [...(await writing(opened)), ...(await verifying(opened))];
      } finally {
        await opened.close();
      }
    }),
};
