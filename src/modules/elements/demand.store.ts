import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Typed } from './amount.ts';
import type { DemandSource } from './shapes.ts';

export interface Stamp {
  readonly at: string;
  readonly by: string;
}

export interface DemandRow extends Typed {
  readonly tenantId: string;
  readonly id: string;
  readonly unitPath: string;
  readonly projectId: string;
  readonly element: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: DemandSource;
  readonly note: string | null;
  readonly state: 'standing' | 'withdrawn';
  readonly reason: string | null;
  readonly revision: number;
}

export interface Written {
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface Wanted {
  readonly id?: string | undefined;
  readonly unitPath?: string | undefined;
  readonly projectId?: string | undefined;
  readonly element?: string | undefined;
  /** Withdrawn ones as well. */
  readonly all?: boolean | undefined;
}

/** Demands that somebody may see, the earliest need first. */
export async function listDemands(db: Reader, scope: Scope, wanted: Wanted): Promise<(DemandRow & Written)[]> {
  const { id, unitPath, projectId, element, all = false } = wanted;
  const parts = [inScope('unit_path', scope)];
  if (id !== undefined) parts.push(sql`demand_id = ${id}::uuid`);
  if (unitPath !== undefined) parts.push(sql`unit_path operator(public.<@) ${unitPath}::public.ltree`);
  if (projectId !== undefined) parts.push(sql`project_id = ${projectId}::uuid`);
  if (element !== undefined) parts.push(sql`element = ${element}`);
  if (!all) parts.push(sql`state = 'standing'`);
  const { rows } = await sql<DemandRow & Written>`
    select tenant_id::text as "tenantId", demand_id as id, unit_path::text as "unitPath", project_id as "projectId",
      element, from_month as "from", to_month as "to", amount::text as amount, typed, typed_unit as unit, source, note,
      state, reason, revision, updated_at as "updatedAt", updated_by as "updatedBy"
    from element_demand where ${sql.join(parts, sql` and `)}
    order by from_month, element, created_at, demand_id`.execute(db);
  return rows;
}

export async function addDemands(db: Writer, rows: readonly DemandRow[], { at, by }: Stamp): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into element_demand (tenant_id, demand_id, unit_path, project_id, element, from_month, to_month, amount,
      typed, typed_unit, source, note, state, reason, revision, created_at, created_by, updated_at, updated_by)
    select "tenantId", id, "unitPath"::public.ltree, "projectId", element, "from", "to", amount::numeric, typed, unit,
      source, note, state, reason, 1, ${at}::timestamptz, ${by}, ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("tenantId" bigint, id uuid, "unitPath" text,
      "projectId" uuid, element text, "from" text, "to" text, amount text, typed text, unit text, source jsonb,
      note text, state text, reason text)`.execute(db);
}

/** False when somebody else has written meanwhile. */
export async function saveDemand(db: Writer, row: DemandRow, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update element_demand set element = ${row.element}, from_month = ${row.from}, to_month = ${row.to},
      amount = ${row.amount}::numeric, typed = ${row.typed}, typed_unit = ${row.unit},
      source = ${JSON.stringify(row.source)}::jsonb, note = ${row.note}, state = ${row.state}, reason = ${row.reason},
      revision = revision + 1, updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${row.tenantId}::bigint and demand_id = ${row.id}::uuid
      and revision = ${row.revision}`.execute(db);
  return numAffectedRows === 1n;
}
