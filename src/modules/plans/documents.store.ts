import type { Reader, Writer } from '../../core/database.ts';
import type { Block } from '../../core/document.ts';
import { inScope } from '../../core/in-scope.ts';
import type { DocumentFacts, TableFact } from '../documents/extraction.ts';
import type { KeptFinding } from './finding.ts';
import type { Asking, PlanRow } from './store.ts';

/** One version of a plan's document as it was read, with the findings as its facts stand now. */
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
