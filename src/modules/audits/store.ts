import { type RawBuilder, sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { AuditFilter } from './audit.ts';

export interface StoredAudit {
  readonly id: string;
  readonly at: string;
  /** To the microsecond: where the next page goes on. */
  readonly exactAt: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly unitPath: string;
  readonly unitName: string | null;
  readonly operation: string;
  readonly entity: string | null;
  readonly entityId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly seq: string | null;
}

export interface Place {
  readonly at: string;
  readonly id: string;
}

const listed = (scope: Scope) => `{${scope.join(',')}}`;

/** The owners of what lies in a scope: those at or below its units, else the nearest above. */
export async function listTenants(db: Reader, scope: Scope): Promise<string[]> {
  const { rows } = await sql<{ tenant_id: string }>`
    select tenant_id from tenant where unit_path operator(public.<@) ${listed(scope)}::public.ltree[]
    union
    select nearest.tenant_id from unnest(${listed(scope)}::public.ltree[]) as s (path) cross join lateral (
      select tenant_id from tenant where unit_path operator(public.@>) s.path
      order by public.nlevel(unit_path) desc limit 1
    ) nearest
    order by tenant_id`.execute(db);
  return rows.map(({ tenant_id }) => tenant_id);
}

const both = (conditions: readonly RawBuilder<unknown>[]) => sql.join([...conditions], sql` and `);

/** Days are those of China, whatever the server's clock says. */
const conditionsOf = (scope: Scope, tenants: readonly string[], filter: AuditFilter): RawBuilder<unknown>[] => {
  const { from, to, actor, operation, entity, id, unit } = filter;
  const conditions = [sql`a.unit_path operator(public.<@) ${listed(scope)}::public.ltree[]`];
  const when = (given: unknown, condition: RawBuilder<unknown>) => given !== undefined && conditions.push(condition);
  // One owner, the usual case, goes by the index that begins with it.
  conditions.push(
    tenants.length === 1 ? sql`a.tenant_id = ${tenants[0]}::bigint` : sql`a.tenant_id = any(${tenants}::bigint[])`,
  );
  when(from, sql`a.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`);
  when(to, sql`a.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  when(
    actor,
    sql`(a.actor = ${actor} or a.actor in
      (select account_id::text from account where login = lower(${actor}) or name = ${actor}))`,
  );
  when(operation, sql`(a.operation = ${operation} or starts_with(a.operation, ${operation} || '.'))`);
  when(entity, sql`a.entity = ${entity}`);
  when(id, sql`a.entity_id = ${id}`);
  when(unit, sql`a.unit_path operator(public.<@) ${unit}::text::public.ltree`);
  return conditions;
};

const columns = sql`a.audit_id as id, a.at, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "exactAt",
  a.actor, (select name from account where account_id::text = a.actor) as "actorName", a.unit_path::text as "unitPath",
  (select name from unit_name n where n.unit_path = a.unit_path order by valid_from desc limit 1) as "unitName",
  a.operation, a.entity, a.entity_id as "entityId", s.seq`;

const joined = sql`audit a left join audit_seal s on s.tenant_id = a.tenant_id and s.audit_id = a.audit_id`;

export async function searchAudit(
  db: Reader,
  scope: Scope,
  filter: AuditFilter,
  { limit, before }: { readonly limit: number; readonly before: Place | null },
): Promise<StoredAudit[]> {
  const conditions = conditionsOf(scope, await listTenants(db, scope), filter);
  if (before !== null) conditions.push(sql`(a.at, a.audit_id) < (${before.at}::timestamptz, ${before.id}::uuid)`);
  const { rows } = await sql<StoredAudit>`select ${columns}, a.before, a.after from ${joined}
    where ${both(conditions)} order by a.at desc, a.audit_id desc limit ${limit}`.execute(db);
  return rows;
}

export interface ExportedAudit extends Omit<StoredAudit, 'before' | 'after'> {
  /** As PostgreSQL gives it and the digest has it. */
  readonly before: string | null;
  readonly after: string | null;
  readonly digest: string | null;
  readonly hash: string | null;
}

/** Oldest first, as the chain goes; one more than the limit shows that there are more. */
export async function exportAudit(
  db: Reader,
  scope: Scope,
  filter: AuditFilter,
  limit: number,
): Promise<ExportedAudit[]> {
  const conditions = conditionsOf(scope, await listTenants(db, scope), filter);
  const { rows } = await sql<ExportedAudit>`select ${columns}, a.before::text as before, a.after::text as after,
      encode(s.digest, 'hex') as digest, encode(s.hash, 'hex') as hash
    from ${joined} where ${both(conditions)} order by a.at, a.audit_id limit ${limit + 1}`.execute(db);
  return rows;
}
