import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { FactState, PlanFact } from './plan.ts';
import type { PlanRow } from './store.ts';

/** Writes the fact's new state and keeps the one it had, with the reason why it was left. */
export async function saveFact(
  db: Writer,
  plan: PlanRow,
  before: PlanFact,
  after: PlanFact,
  reason: string | null,
): Promise<void> {
  await db
    .insertInto('plan_fact_revision')
    .values({
      tenant_id: plan.tenantId,
      plan_id: plan.id,
      fact_id: before.id,
      unit_path: plan.unitPath,
      revision: before.revision,
      state: before.state,
      data: JSON.stringify(before.data),
      reason,
      at: before.updatedAt,
      by: before.updatedBy,
    })
    .execute();
  await db
    .updateTable('plan_fact')
    .set({
      data: JSON.stringify(after.data),
      original: after.original === null ? null : JSON.stringify(after.original),
      state: after.state,
      revision: after.revision,
      position: after.data.source.start,
      updated_at: after.updatedAt,
      updated_by: after.updatedBy,
    })
    .where('tenant_id', '=', plan.tenantId)
    .where('plan_id', '=', plan.id)
    .where('fact_id', '=', after.id)
    .execute();
}

/** Decides on several facts in two statements, however many they are; each keeps the state that it had. */
export async function saveReview(
  db: Writer,
  { tenantId, id }: PlanRow,
  factIds: readonly string[],
  state: FactState,
  at: string,
  by: string,
): Promise<void> {
  const ids = sql<string>`any(${[...factIds]}::uuid[])`;
  await db
    .insertInto('plan_fact_revision')
    .columns(['tenant_id', 'plan_id', 'fact_id', 'unit_path', 'revision', 'state', 'data', 'reason', 'at', 'by'])
    .expression((from) =>
      from
        .selectFrom('plan_fact')
        .select(({ lit }) => [
          'tenant_id',
          'plan_id',
          'fact_id',
          'unit_path',
          'revision',
          'state',
          'data',
          lit(null).as('reason'),
          'updated_at',
          'updated_by',
        ])
        .where('tenant_id', '=', tenantId)
        .where('plan_id', '=', id)
        .where('fact_id', '=', ids),
    )
    .execute();
  await db
    .updateTable('plan_fact')
    .set((row) => ({ state, revision: row('revision', '+', 1), updated_at: at, updated_by: by }))
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .where('fact_id', '=', ids)
    .execute();
}

export interface FactRevision {
  readonly revision: number;
  readonly state: FactState;
  readonly data: unknown;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

export async function listFactRevisions(
  db: Reader,
  { tenantId, id }: PlanRow,
  factId: string,
): Promise<FactRevision[]> {
  const rows = await db
    .selectFrom('plan_fact_revision')
    .select(['revision', 'state', 'data', 'reason', 'at', 'by'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .where('fact_id', '=', factId)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as FactState }));
}
