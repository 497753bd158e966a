import type { Reader, Writer } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { inScope } from '../../core/in-scope.ts';
import { Problem } from '../../core/problem.ts';

export interface PlanRow {
  readonly tenantId: string;
  readonly unitPath: string;
  readonly id: string;
  readonly title: string;
  readonly stage: 'draft' | 'saved';
  readonly isSample: boolean;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** Who asks: an office sees the plans of its tenant that lie in its scope. */
export type Asking = Pick<Actor, 'tenantId' | 'scope'>;

const planColumns = [
  'tenant_id',
  'unit_path',
  'plan_id',
  'title',
  'stage',
  'is_sample',
  'revision',
  'updated_at',
  'updated_by',
] as const;

interface PlanRecord {
  tenant_id: string;
  unit_path: string;
  plan_id: string;
  title: string;
  stage: string;
  is_sample: boolean;
  revision: number;
  updated_at: string;
  updated_by: string;
}
const planOf = (row: PlanRecord): PlanRow => ({
  tenantId: row.tenant_id,
  unitPath: row.unit_path,
  id: row.plan_id,
  title: row.title,
  stage: row.stage as PlanRow['stage'],
  isSample: row.is_sample,
  revision: row.revision,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
});

export async function listPlans(db: Reader, { tenantId, scope }: Asking): Promise<PlanRow[]> {
  const rows = await db
    .selectFrom('plan')
    .select(planColumns)
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .orderBy('updated_at', 'desc')
    .orderBy('plan_id')
    .execute();
  return rows.map(planOf);
}

const noPlan = (id: string) => new Problem('not-found', { kind: '规划 plan', id });

export async function loadPlan(db: Reader, { tenantId, scope }: Asking, id: string): Promise<PlanRow> {
  const row = await db
    .selectFrom('plan')
    .select(planColumns)
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .where('plan_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw noPlan(id);
  return planOf(row);
}

export async function lockPlan(db: Writer, { tenantId, scope }: Asking, id: string): Promise<PlanRow> {
  const row = await db
    .selectFrom('plan')
    .select(planColumns)
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .where('plan_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw noPlan(id);
  return planOf(row);
}

export async function savePlan(db: Writer, plan: PlanRow, at: string, by: string): Promise<PlanRow> {
  const next = { ...plan, updatedAt: at, updatedBy: by };
  const values = {
    title: plan.title,
    stage: plan.stage,
    is_sample: plan.isSample,
    revision: plan.revision,
    updated_at: at,
    updated_by: by,
  };
  await db
    .insertInto('plan')
    .values({
      tenant_id: plan.tenantId,
      plan_id: plan.id,
      unit_path: plan.unitPath,
      created_at: at,
      created_by: by,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'plan_id']).doUpdateSet(values))
    .execute();
  return next;
}

export async function removePlan(db: Writer, { tenantId, id }: PlanRow): Promise<void> {
  await db.deleteFrom('plan').where('tenant_id', '=', tenantId).where('plan_id', '=', id).execute();
}
