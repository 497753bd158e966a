import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { Block } from '../../core/document.ts';
import type { Actor } from '../../core/implement.ts';
import { inScope } from '../../core/in-scope.ts';
import { Problem } from '../../core/problem.ts';
import type { DocumentFacts, TableFact } from '../documents/extraction.ts';
import type { KeptFinding } from './finding.ts';
import type { FactContent, FactKind, FactState, PlanFact } from './plan.ts';

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

export interface DocumentRow {
  readonly version: number;
  readonly fileId: string;
  readonly name: string;
  readonly format: string;
  readonly size: number;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly about: DocumentFacts;
  readonly tables: readonly TableFact[];
  readonly findings: readonly KeptFinding[];
}

/** Who asks: an office sees the plans of its tenant that lie in its scope. */
type Asking = Pick<Actor, 'tenantId' | 'scope'>;

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

type DocumentHead = Pick<DocumentRow, 'version' | 'fileId' | 'name' | 'format' | 'size' | 'findings'>;

const headOf = (row: {
  version: number;
  file_id: string;
  name: string;
  format: string;
  size: string;
  findings: unknown;
}): DocumentHead => ({
  version: row.version,
  fileId: row.file_id,
  name: row.name,
  format: row.format,
  size: Number(row.size),
  findings: row.findings as KeptFinding[],
});
const headColumns = ['version', 'file_id', 'name', 'format', 'size', 'findings'] as const;

/** The newest document of each plan, without its text. */
export async function listDocuments(db: Reader, { tenantId, scope }: Asking): Promise<Map<string, DocumentHead>> {
  const rows = await db
    .selectFrom('plan_document')
    .select(['plan_id', ...headColumns])
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .distinctOn('plan_id')
    .orderBy('plan_id')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.plan_id, headOf(row)]));
}

export async function loadDocument(
  db: Reader,
  { tenantId, id }: Pick<PlanRow, 'tenantId' | 'id'>,
): Promise<DocumentRow> {
  const row = await db
    .selectFrom('plan_document')
    .select([...headColumns, 'text', 'layout', 'about', 'tables'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { text, layout, about, tables } = row;
  return {
    ...headOf(row),
    text,
    blocks: layout as Block[],
    about: about as DocumentFacts,
    tables: tables as TableFact[],
  };
}

export async function countDocuments(db: Reader, { tenantId, id }: PlanRow): Promise<number> {
  const { count } = await db
    .selectFrom('plan_document')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function addDocument(db: Writer, plan: PlanRow, document: DocumentRow, at: string): Promise<void> {
  await db
    .insertInto('plan_document')
    .values({
      tenant_id: plan.tenantId,
      plan_id: plan.id,
      unit_path: plan.unitPath,
      version: document.version,
      file_id: document.fileId,
      name: document.name,
      format: document.format,
      size: String(document.size),
      text: document.text,
      layout: JSON.stringify(document.blocks),
      about: JSON.stringify(document.about),
      tables: JSON.stringify(document.tables),
      findings: JSON.stringify(document.findings),
      created_at: at,
    })
    .execute();
}

export async function saveFindings(
  db: Writer,
  plan: PlanRow,
  version: number,
  findings: readonly KeptFinding[],
): Promise<void> {
  await db
    .updateTable('plan_document')
    .set({ findings: JSON.stringify(findings) })
    .where('tenant_id', '=', plan.tenantId)
    .where('plan_id', '=', plan.id)
    .where('version', '=', version)
    .execute();
}

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

export async function removeFact(db: Writer, plan: PlanRow, factId: string): Promise<void> {
  await db
    .deleteFrom('plan_fact')
    .where('tenant_id', '=', plan.tenantId)
    .where('plan_id', '=', plan.id)
    .where('fact_id', '=', factId)
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
