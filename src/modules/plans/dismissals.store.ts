import type { Reader, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Asking, PlanRow } from './store.ts';

/** A finding that somebody has set aside for good, and why. */
export interface Dismissal {
  readonly fingerprint: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

export async function listDismissals(
  db: Reader,
  { tenantId, scope }: Asking,
  planId?: string,
): Promise<Map<string, Dismissal[]>> {
  const rows = await db
    .selectFrom('plan_finding_dismissal')
    .select(['plan_id', 'fingerprint', 'reason', 'at', 'by'])
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .$if(planId !== undefined, (query) => query.where('plan_id', '=', planId as string))
    .execute();
  const byPlan = new Map<string, Dismissal[]>();
  for (const { plan_id, ...dismissal } of rows) byPlan.set(plan_id, [...(byPlan.get(plan_id) ?? []), dismissal]);
  return byPlan;
}

export async function saveDismissal(
  db: Writer,
  plan: PlanRow,
  { fingerprint, reason, at, by }: Dismissal,
): Promise<void> {
  await db
    .insertInto('plan_finding_dismissal')
    .values({ tenant_id: plan.tenantId, plan_id: plan.id, fingerprint, unit_path: plan.unitPath, reason, at, by })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'plan_id', 'fingerprint']).doUpdateSet({ reason, at, by }))
    .execute();
}

export async function removeDismissal(db: Writer, plan: PlanRow, fingerprint: string): Promise<void> {
  await db
    .deleteFrom('plan_finding_dismissal')
    .where('tenant_id', '=', plan.tenantId)
    .where('plan_id', '=', plan.id)
    .where('fingerprint', '=', fingerprint)
    .execute();
}
