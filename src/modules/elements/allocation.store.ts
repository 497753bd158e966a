import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Typed } from './amount.ts';
import type { Stamp, Wanted } from './demand.store.ts';
import type { Proposal } from './shapes.ts';

export interface AllocationRow extends Typed {
  readonly tenantId: string;
  readonly id: string;
  readonly revision: number;
  readonly unitPath: string;
  readonly projectId: string;
  readonly element: string;
  readonly quotaId: string;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly decidedOn: string;
  readonly state: 'given' | 'withdrawn';
  readonly isOverruled: boolean;
  readonly reason: string | null;
  readonly proposal: Proposal | null;
}

interface Asked extends Wanted {
  readonly quotaId?: string | undefined;
}

const columns = sql`tenant_id::text as "tenantId", allocation_id as id, revision, unit_path::text as "unitPath",
  project_id as "projectId", element, quota_id as "quotaId", from_month as "from", to_month as "to",
  amount::text as amount, typed, typed_unit as unit, basis, decided_on as "decidedOn", state,
  is_overruled as "isOverruled", reason, proposal, at, by`;

/** Grants as they stand, each in its last revision, the latest decision first. */
export async function listAllocations(
  db: Reader,
  scope: Scope,
  { id, unitPath, projectId, element, quotaId, all = false }: Asked,
): Promise<(AllocationRow & Stamp)[]> {
  const parts = [inScope('unit_path', scope)];
  if (id !== undefined) parts.push(sql`allocation_id = ${id}::uuid`);
  if (unitPath !== undefined) parts.push(sql`unit_path operator(public.<@) ${unitPath}::public.ltree`);
  if (projectId !== undefined) parts.push(sql`project_id = ${projectId}::uuid`);
  if (element !== undefined) parts.push(sql`element = ${element}`);
  if (quotaId !== undefined) parts.push(sql`quota_id = ${quotaId}::uuid`);
  const { rows } = await sql<AllocationRow & Stamp>`
    select * from (
      select distinct on (tenant_id, allocation_id) ${columns} from element_allocation
      where ${sql.join(parts, sql` and `)}
      order by tenant_id, allocation_id, revision desc) last
    where ${all} or state = 'given'
    order by "decidedOn" desc, at desc, id`.execute(db);
  return rows;
}

/** All revisions of one grant, the latest first. */
export async function listRevisions(db: Reader, scope: Scope, id: string): Promise<(AllocationRow & Stamp)[]> {
  const { rows } = await sql<AllocationRow & Stamp>`
    select ${columns} from element_allocation
    where allocation_id = ${id}::uuid and ${inScope('unit_path', scope)} order by revision desc`.execute(db);
  return rows;
}

/** False when somebody else has written this revision meanwhile. */
export async function addRevision(db: Writer, row: AllocationRow, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into element_allocation (tenant_id, allocation_id, revision, unit_path, project_id, element, quota_id,
      from_month, to_month, amount, typed, typed_unit, basis, decided_on, state, is_overruled, reason, proposal, at, by)
    values (${row.tenantId}::bigint, ${row.id}::uuid, ${row.revision}, ${row.unitPath}::public.ltree,
      ${row.projectId}::uuid, ${row.element}, ${row.quotaId}::uuid, ${row.from}, ${row.to}, ${row.amount}::numeric,
      ${row.typed}, ${row.unit}, ${row.basis}, ${row.decidedOn}, ${row.state}, ${row.isOverruled}, ${row.reason},
      ${row.proposal === null ? null : JSON.stringify(row.proposal)}::jsonb, ${at}::timestamptz, ${by})
    on conflict (tenant_id, allocation_id, revision) do nothing`.execute(db);
  return numAffectedRows === 1n;
}
