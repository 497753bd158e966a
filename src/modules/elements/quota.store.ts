import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Typed } from './amount.ts';
import type { Stamp, Wanted, Written } from './demand.store.ts';

export interface QuotaRow extends Typed {
  readonly tenantId: string;
  readonly id: string;
  readonly unitPath: string;
  readonly element: string;
  readonly period: string;
  readonly number: string;
  readonly parentId: string | null;
  readonly note: string | null;
  readonly state: 'standing' | 'withdrawn';
  readonly reason: string | null;
  readonly revision: number;
}

const columns = sql`tenant_id::text as "tenantId", quota_id as id, unit_path::text as "unitPath", element, period,
  amount::text as amount, typed, typed_unit as unit, number, parent_id as "parentId", note, state, reason, revision,
  updated_at as "updatedAt", updated_by as "updatedBy"`;

/** Quotas that somebody may see, by period and unit. */
export async function listQuotas(
  db: Reader,
  scope: Scope,
  { id, unitPath, element, all = false }: Wanted,
): Promise<(QuotaRow & Written)[]> {
  const parts = [inScope('unit_path', scope)];
  if (id !== undefined) parts.push(sql`quota_id = ${id}::uuid`);
  if (unitPath !== undefined) parts.push(sql`unit_path operator(public.<@) ${unitPath}::public.ltree`);
  if (element !== undefined) parts.push(sql`element = ${element}`);
  if (!all) parts.push(sql`state = 'standing'`);
  const { rows } = await sql<QuotaRow & Written>`
    select ${columns} from element_quota where ${sql.join(parts, sql` and `)}
    order by period, unit_path, created_at, quota_id`.execute(db);
  return rows;
}

/** The quota, held until the end of the transaction: of two who give out of it at once, the second sees the first. */
export async function lockQuota(db: Writer, scope: Scope, id: string): Promise<(QuotaRow & Written) | undefined> {
  const { rows } = await sql<QuotaRow & Written>`
    select ${columns} from element_quota
    where quota_id = ${id}::uuid and ${inScope('unit_path', scope)} for update`.execute(db);
  return rows[0];
}

export async function addQuotas(db: Writer, rows: readonly QuotaRow[], { at, by }: Stamp): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into element_quota (tenant_id, quota_id, unit_path, element, period, amount, typed, typed_unit, number,
      parent_id, note, state, reason, revision, created_at, created_by, updated_at, updated_by)
    select "tenantId", id, "unitPath"::public.ltree, element, period, amount::numeric, typed, unit, number, "parentId",
      note, state, reason, 1, ${at}::timestamptz, ${by}, ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("tenantId" bigint, id uuid, "unitPath" text,
      element text, period text, amount text, typed text, unit text, number text, "parentId" uuid, note text,
      state text, reason text)`.execute(db);
}

/** False when somebody else has written meanwhile. */
export async function saveQuota(db: Writer, row: QuotaRow, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update element_quota set period = ${row.period}, amount = ${row.amount}::numeric, typed = ${row.typed},
      typed_unit = ${row.unit}, number = ${row.number}, note = ${row.note}, state = ${row.state},
      reason = ${row.reason}, revision = revision + 1, updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${row.tenantId}::bigint and quota_id = ${row.id}::uuid
      and revision = ${row.revision}`.execute(db);
  return numAffectedRows === 1n;
}
