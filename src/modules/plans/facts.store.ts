import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import { Problem } from '../../core/problem.ts';
import type { FactContent, FactKind, FactState, PlanFact } from './plan.ts';
import type { Asking, PlanRow } from './store.ts';

const factColumns = ['fact_id', 'kind', 'data', 'original', 'state', 'revision', 'updated_at', 'updated_by'] as const;

interface FactRecord {
  fact_id: string;
  kind: string;
  data: unknown;
  original: unknown;
  state: string;
  revision: number;
  updated_at: string;
  updated_by: string;
}
const factOf = (row: FactRecord): PlanFact => {
  const content = { kind: row.kind as FactKind, data: row.data } as FactContent;
  return {
    ...content,
    id: row.fact_id,
    state: row.state as FactState,
    original: row.original ?? null,
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
};

export async function listFacts(
  db: Reader,
  { tenantId, id }: Pick<PlanRow, 'tenantId' | 'id'>,
  version: number,
): Promise<PlanFact[]> {
  const rows = await db
    .selectFrom('plan_fact')
    .select(factColumns)
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .where('document_version', '=', version)
    .orderBy('position')
    .orderBy('fact_id')
    .execute();
  return rows.map(factOf);
}

export interface FactCount {
  readonly planId: string;
  readonly version: number;
  readonly kind: FactKind;
  readonly state: FactState;
  readonly count: number;
}

export async function countFacts(db: Reader, { tenantId, scope }: Asking, planId?: string): Promise<FactCount[]> {
  const rows = await db
    .selectFrom('plan_fact')
    .select(({ fn }) => ['plan_id', 'document_version', 'kind', 'state', fn.countAll<string>().as('count')])
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .$if(planId !== undefined, (query) => query.where('plan_id', '=', planId as string))
    .groupBy(['plan_id', 'document_version', 'kind', 'state'])
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    version: row.document_version,
    kind: row.kind as FactKind,
    state: row.state as FactState,
    count: Number(row.count),
  }));
}

/** Rows of one statement: PostgreSQL takes 65 535 parameters. */
const batchSize = 500;

export async function addFacts(db: Writer, plan: PlanRow, version: number, facts: readonly PlanFact[]): Promise<void> {
  for (let from = 0; from < facts.length; from += batchSize) {
    await db
      .insertInto('plan_fact')
      .values(
        facts.slice(from, from + batchSize).map((fact) => ({
          tenant_id: plan.tenantId,
          plan_id: plan.id,
          fact_id: fact.id,
          unit_path: plan.unitPath,
          document_version: version,
          kind: fact.kind,
          position: fact.data.source.start,
          data: JSON.stringify(fact.data),
          original: fact.original === null ? null : JSON.stringify(fact.original),
          state: fact.state,
          revision: fact.revision,
          updated_at: fact.updatedAt,
          updated_by: fact.updatedBy,
        })),
      )
      .execute();
  }
}

export async function lockFacts(
  db: Writer,
  { tenantId, id }: PlanRow,
  factIds: readonly string[],
): Promise<PlanFact[]> {
  const rows = await db
    .selectFrom('plan_fact')
    .select(factColumns)
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .where('fact_id', '=', sql<string>`any(${[...factIds]}::uuid[])`)
    .orderBy('fact_id')
    .forUpdate()
    .execute();
  const found = new Map(rows.map((row) => [row.fact_id, factOf(row)]));
  return factIds.map((factId) => {
    const fact = found.get(factId);
    if (fact === undefined) throw new Problem('not-found', { kind: '事实 fact', id: factId });
    return fact;
  });
}

export async function loadFact(db: Reader, { tenantId, id }: PlanRow, factId: string): Promise<PlanFact> {
  const row = await db
    .selectFrom('plan_fact')
    .select(factColumns)
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .where('fact_id', '=', factId)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { kind: '事实 fact', id: factId });
  return factOf(row);
}

export async function removeFact(db: Writer, plan: PlanRow, factId: string): Promise<void> {
  await db
    .deleteFrom('plan_fact')
    .where('tenant_id', '=', plan.tenantId)
    .where('plan_id', '=', plan.id)
    .where('fact_id', '=', factId)
    .execute();
}
