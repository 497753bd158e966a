import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../core/tables.ts';
import { beginningText } from './digest.ts';

/** Any number, but always the same: two sealers on one database take turns. */
const lockNumber = 7_267_003;
const batchSize = 20_000;

interface PendingRow {
  readonly tenantId: string;
  readonly auditId: string;
  readonly digest: Buffer;
  readonly place: string | null;
}

interface Link {
  readonly seq: number;
  readonly hash: Buffer;
}

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

async function lastLinks(db: Kysely<Tables>, tenantIds: readonly string[]): Promise<Map<string, Link>> {
  const { rows } = await sql<{ tenant_id: string; seq: string; hash: Buffer }>`
    select last.tenant_id, last.seq, last.hash from unnest(${tenantIds}::bigint[]) as t (id)
    cross join lateral (select tenant_id, seq, hash from audit_seal where tenant_id = t.id order by seq desc limit 1) last
  `.execute(db);
  return new Map(rows.map(({ tenant_id, seq, hash }) => [tenant_id, { seq: Number(seq), hash }]));
}

function linked(rows: readonly PendingRow[], last: Map<string, Link>) {
  return rows.map(({ tenantId, auditId, digest }) => {
    const before = last.get(tenantId) ?? { seq: 0, hash: sha256(beginningText(tenantId)) };
    const link = { seq: before.seq + 1, hash: sha256(before.hash, digest) };
    last.set(tenantId, link);
    return { tenantId, auditId, ...link };
  });
}

/** Gives the oldest waiting rows their places, within a transaction; answers how many it took. */
export async function sealWithin(db: Kysely<Tables>, at: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(db);
  // A scalar query, so that the look into a long chain is one by its index, whatever the statistics say.
  const { rows } = await sql<PendingRow>`
    select tenant_id as "tenantId", audit_id as "auditId", digest,
      (select seq from audit_seal s where s.tenant_id = p.tenant_id and s.audit_id = p.audit_id) as place
    from audit_pending p order by at, audit_id limit ${batchSize}`.execute(db);
  if (rows.length === 0) return 0;
  // One that has its place already was put there by hand; the place it has is the one that counts.
  const fresh = rows.filter(({ place }) => place === null);
  const links = linked(fresh, await lastLinks(db, [...new Set(fresh.map(({ tenantId }) => tenantId))]));
  await sql`with taken as (
      delete from audit_pending p
      using unnest(${rows.map(({ tenantId }) => tenantId)}::bigint[], ${rows.map(({ auditId }) => auditId)}::uuid[])
        as t (tenant_id, audit_id)
      where p.tenant_id = t.tenant_id and p.audit_id = t.audit_id
      returning p.*
    )
    insert into audit_seal (tenant_id, seq, audit_id, unit_path, digest, hash, sealed_at)
    select p.tenant_id, t.seq, p.audit_id, p.unit_path, p.digest, t.hash, ${at}::timestamptz
    from taken p join unnest(${links.map(({ tenantId }) => tenantId)}::bigint[],
      ${links.map(({ auditId }) => auditId)}::uuid[], ${links.map(({ seq }) => seq)}::bigint[],
      ${links.map(({ hash }) => hash)}::bytea[]) as t (tenant_id, audit_id, seq, hash)
      on p.tenant_id = t.tenant_id and p.audit_id = t.audit_id`.execute(db);
  return rows.length;
}

/** Seals all that waits now. */
export async function sealPending(owner: Kysely<Tables>, now: () => string): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await owner.transaction().execute((db) => sealWithin(db, now()));
    count += taken;
    if (taken < batchSize) return count;
  }
}

export interface Sealer {
  /** Seals what waits, now rather than at the next turn. */
  seal(): Promise<void>;
  /** Seals what waits and ends. */
  stop(): Promise<void>;
}

interface SealerOptions {
  now(): string;
  /** Told when sealing fails; it is tried again at the next turn. */
  onFailure(error: unknown): void;
  readonly every?: number;
}

/**
 * Seals in turns beside the writers, so that none of them waits for another (docs/decisions/0008). Rows that a crash
 * left waiting are sealed at the next start: they were committed with the digest that counts.
 */
export function startSealer(owner: Kysely<Tables>, { now, onFailure, every = 1000 }: SealerOptions): Sealer {
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();
  const seal = async () => {
    const next = last.then(() => sealPending(owner, now));
    last = next.catch(() => undefined);
    await next;
  };
  const turn = () => {
    if (!isStopped) timer = setTimeout(() => void seal().catch(onFailure).finally(turn), every).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  turn();
  return {
    seal,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await seal();
    },
  };
}
