import { type Kysely, sql } from 'kysely';
import { Problem } from '../../core/problem.ts';
import type { Tables } from '../../core/tables.ts';
import { beginningText, digestOf } from './digest.ts';

/** The last link of a tenant's chain: written down elsewhere, it also shows whether the end was cut off. */
export interface Head {
  readonly tenantId: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export const printHead = ({ tenantId, seq, hash }: Head): string => `${tenantId}:${seq}:${hash}`;

export function parseHead(text: string): Head {
  const [, tenantId, seq, hash] = /^(\d{1,19}):(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (tenantId !== undefined && seq !== undefined && hash !== undefined) return { tenantId, seq: Number(seq), hash };
  const issues = `head: “${text}” 不是 lantu audit head 打印的链头 (is no head as lantu audit head prints it)`;
  throw new Problem('invalid-input', { count: 1, issues });
}

/** How the audit can differ from what was written. */
export const breakKinds = [
  /** The row is not what it was when it was written. */
  'changed',
  /** The row is gone. */
  'removed',
  /** The row has no place in the chain: it was put in by hand. */
  'forged',
  /** Links are gone, or the link does not follow from the one before. */
  'unlinked',
  /** The chain does not hold a head that was written down: its end was cut off or made anew. */
  'cut',
] as const;

export interface Break {
  readonly kind: (typeof breakKinds)[number];
  readonly tenantId: string;
  /** The link; none for a row outside the chain. */
  readonly seq: number | null;
  readonly auditId: string | null;
  readonly unitPath: string | null;
  readonly at: string | null;
}

export interface Verification {
  readonly rows: number;
  readonly heads: Head[];
  /** How many differences there are; `breaks` holds the first of them, in the order of the chains. */
  readonly broken: number;
  readonly breaks: Break[];
}

interface Options {
  /** All tenants, if not said. */
  readonly tenantIds?: readonly string[] | undefined;
  /** Heads as they were written down elsewhere. */
  readonly noted?: readonly Head[] | undefined;
}

const shownBreaks = 100;

export async function headsOf(db: Kysely<Tables>, tenantIds?: readonly string[]): Promise<Head[]> {
  const { rows } = await sql<{ tenant_id: string; seq: string; hash: string }>`
    select last.tenant_id, last.seq, encode(last.hash, 'hex') as hash from tenant t
    cross join lateral (
      select tenant_id, seq, hash from audit_seal s where s.tenant_id = t.tenant_id order by seq desc limit 1
    ) last
    where ${tenantIds ?? null}::bigint[] is null or t.tenant_id = any(${tenantIds ?? null}::bigint[])
    order by last.tenant_id`.execute(db);
  return rows.map(({ tenant_id, seq, hash }) => ({ tenantId: tenant_id, seq: Number(seq), hash }));
}

/** Everything in one pass of the database: rows and links side by side, each link against the one before. */
const comparison = (tenantIds: readonly string[] | null) => {
  const ofTenants = sql`${tenantIds}::bigint[] is null or tenant_id = any(${tenantIds}::bigint[])`;
  return sql`
    with links as (
      select tenant_id, audit_id, seq, unit_path, digest, hash,
        lag(seq, 1, 0::bigint) over chain as seq_before, lag(hash) over chain as hash_before
      from audit_seal where ${ofTenants} window chain as (partition by tenant_id order by seq)
    ), compared as (
      select tenant_id, coalesce(a.audit_id, l.audit_id) as audit_id, l.seq, a.at,
        coalesce(a.unit_path, l.unit_path) as unit_path,
        case
          when l.seq is null then case when p.audit_id is null then 'forged' end
          when a.audit_id is null then 'removed'
          when l.digest <> ${digestOf('a')} then 'changed'
          when l.seq <> l.seq_before + 1 then 'unlinked'
          when l.hash <> sha256(coalesce(l.hash_before,
            sha256(convert_to(${beginningText('')}::text || tenant_id, 'UTF8'))) || l.digest) then 'unlinked'
        end as kind
      from (select * from audit where ${ofTenants}) a
      full join links l using (tenant_id, audit_id)
      left join audit_pending p using (tenant_id, audit_id)
    )`;
};

interface Row {
  readonly kind: Break['kind'];
  readonly tenant_id: string;
  readonly seq: string | null;
  readonly audit_id: string;
  readonly unit_path: string;
  readonly at: string | null;
  readonly broken: string;
}

async function breaksOf(db: Kysely<Tables>, tenantIds: readonly string[] | null) {
  const { rows } = await sql<Row>`${comparison(tenantIds)}
    select *, count(*) over () as broken from compared where kind is not null
    order by tenant_id, seq nulls last, at, audit_id limit ${shownBreaks}`.execute(db);
  const breaks = rows.map(
    ({ kind, tenant_id, seq, audit_id, unit_path, at }): Break => ({
      kind,
      tenantId: tenant_id,
      seq: seq === null ? null : Number(seq),
      auditId: audit_id,
      unitPath: unit_path,
      at,
    }),
  );
  return { breaks, broken: Number(rows[0]?.broken ?? 0) };
}

async function cutsOf(db: Kysely<Tables>, noted: readonly Head[]): Promise<Break[]> {
  const cuts: Break[] = [];
  for (const { tenantId, seq, hash } of noted) {
    const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from audit_seal
      where tenant_id = ${tenantId}::bigint and seq = ${seq}`.execute(db);
    if (rows[0]?.hash !== hash) cuts.push({ kind: 'cut', tenantId, seq, auditId: null, unitPath: null, at: null });
  }
  return cuts;
}

/** Inside a transaction that shows one moment. */
export async function verifyWithin(db: Kysely<Tables>, { tenantIds, noted = [] }: Options = {}): Promise<Verification> {
  const which = tenantIds ?? null;
  const { breaks, broken } = await breaksOf(db, which);
  const cuts = await cutsOf(db, noted);
  const { rows } = await sql<{ count: string }>`select count(*) as count from audit_seal
    where ${which}::bigint[] is null or tenant_id = any(${which}::bigint[])`.execute(db);
  return {
    rows: Number(rows[0]?.count),
    heads: await headsOf(db, tenantIds),
    broken: broken + cuts.length,
    breaks: [...breaks, ...cuts],
  };
}

/** Compares the audit with its chains as it stands now. What waits to be sealed is no part of it yet: seal first. */
export const verify = (owner: Kysely<Tables>, options?: Options): Promise<Verification> =>
  owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((db) => verifyWithin(db, options));
