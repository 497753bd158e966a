import type { Reader, Writer } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { inScope } from '../../core/in-scope.ts';
import { Problem } from '../../core/problem.ts';
import type { OfficialDocument } from '../../core/publication/document.ts';
import type { About, Audiences, BulletinState } from './bulletin.ts';

export interface BulletinHead {
  readonly tenantId: string;
  readonly unitPath: string;
  readonly id: string;
  readonly title: string;
  readonly period: string | null;
  readonly state: BulletinState;
  readonly hash: string | null;
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}
export interface BulletinRow extends BulletinHead {
  readonly document: OfficialDocument;
  readonly about: About | null;
  readonly audiences: Audiences;
  /** What it was drafted from; null if written by hand. */
  readonly data: unknown;
}

const headColumns = [
  'tenant_id',
  'unit_path',
  'bulletin_id',
  'title',
  'period',
  'state',
  'hash',
  'revision',
  'updated_at',
  'updated_by',
] as const;

interface HeadRecord {
  tenant_id: string;
  unit_path: string;
  bulletin_id: string;
  title: string;
  period: string | null;
  state: string;
  hash: string | null;
  revision: number;
  updated_at: string;
  updated_by: string;
}
const headOf = (row: HeadRecord): BulletinHead => ({
  tenantId: row.tenant_id,
  unitPath: row.unit_path,
  id: row.bulletin_id,
  title: row.title,
  period: row.period,
  state: row.state as BulletinState,
  hash: row.hash,
  revision: row.revision,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
});

/** Who asks: an office sees the bulletins of its tenant that lie in its scope. */
type Asking = Pick<Actor, 'tenantId' | 'scope'>;

export async function listBulletins(db: Reader, { tenantId, scope }: Asking): Promise<BulletinHead[]> {
  const rows = await db
    .selectFrom('bulletin')
    .select(headColumns)
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .orderBy('updated_at', 'desc')
    .orderBy('bulletin_id')
    .execute();
  return rows.map(headOf);
}

const bodyColumns = ['document', 'about', 'audiences', 'data'] as const;

interface BodyRecord extends HeadRecord {
  document: unknown;
  about: unknown;
  audiences: unknown;
  data: unknown;
}
const rowOf = (row: BodyRecord): BulletinRow => ({
  ...headOf(row),
  document: row.document as OfficialDocument,
  about: row.about as About | null,
  audiences: row.audiences as Audiences,
  data: row.data ?? null,
});

const noBulletin = (id: string) => new Problem('not-found', { kind: '通报 bulletin', id });

const select = (db: Reader, { tenantId, scope }: Asking, id: string) =>
  db
    .selectFrom('bulletin')
    .select([...headColumns, ...bodyColumns])
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .where('bulletin_id', '=', id);

export async function loadBulletin(db: Reader, asking: Asking, id: string): Promise<BulletinRow> {
  const row = await select(db, asking, id).executeTakeFirst();
  if (row === undefined) throw noBulletin(id);
  return rowOf(row);
}

/** Several at once: for the marks of a list. */
export async function loadBulletins(
  db: Reader,
  { tenantId, scope }: Asking,
  ids: readonly string[],
): Promise<BulletinRow[]> {
  const rows = await db
    .selectFrom('bulletin')
    .select([...headColumns, ...bodyColumns])
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .where('bulletin_id', 'in', [...ids])
    .execute();
  return rows.map(rowOf);
}

export async function lockBulletin(db: Writer, asking: Asking, id: string): Promise<BulletinRow> {
  const row = await select(db, asking, id).forUpdate().executeTakeFirst();
  if (row === undefined) throw noBulletin(id);
  return rowOf(row);
}

export async function saveBulletin(db: Writer, bulletin: BulletinRow): Promise<void> {
  const { tenantId, id, unitPath, title, period, state, hash, revision, updatedAt, updatedBy } = bulletin;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const values = {
    title,
    period,
    document: JSON.stringify(bulletin.document),
    about: json(bulletin.about),
    audiences: JSON.stringify(bulletin.audiences),
    data: json(bulletin.data),
    state,
    hash,
    revision,
    updated_at: updatedAt,
    updated_by: updatedBy,
  };
  await db
    .insertInto('bulletin')
    .values({
      tenant_id: tenantId,
      bulletin_id: id,
      unit_path: unitPath,
      created_at: updatedAt,
      created_by: updatedBy,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'bulletin_id']).doUpdateSet(values))
    .execute();
}
