import type { Reader, Writer } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { noOwnVocabulary, type OwnVocabulary } from './own-vocabulary.ts';
import { inReach } from './shown.store.ts';

/** One value of the database stays small enough to travel whole. */
const chunkSize = 1024 * 1024;

export interface KeptFile {
  readonly tenantId: string;
  readonly unitPath: string;
  /** SHA-256 of the content: the same file kept twice is one row. */
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly by: string;
}

export async function saveFile(db: Writer, file: KeptFile): Promise<void> {
  const inserted = await db
    .insertInto('file')
    .values({
      tenant_id: file.tenantId,
      file_id: file.fileId,
      unit_path: file.unitPath,
      name: file.name,
      media_type: file.mediaType,
      size: String(file.bytes.length),
      created_at: file.at,
      created_by: file.by,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'file_id', 'unit_path']).doNothing())
    .returning('file_id')
    .execute();
  if (inserted.length === 0) return;
  for (let seq = 0; seq * chunkSize < file.bytes.length; seq++) {
    const bytes = file.bytes.subarray(seq * chunkSize, (seq + 1) * chunkSize);
    await db
      .insertInto('file_chunk')
      .values({ tenant_id: file.tenantId, file_id: file.fileId, unit_path: file.unitPath, seq, bytes })
      .execute();
  }
}

export async function loadFile(
  db: Reader,
  { tenantId, scope }: Pick<Actor, 'tenantId' | 'scope'>,
  fileId: string,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const file = await db
    .selectFrom('file')
    .select(['tenant_id', 'name', 'media_type', 'size', 'unit_path'])
    .where(inReach(scope))
    .where('file_id', '=', fileId)
    // Evidence of units below is read above; the own unit's copy comes first.
    .orderBy((each) => each.case().when('tenant_id', '=', tenantId).then(0).else(1).end())
    .limit(1)
    .executeTakeFirst();
  if (file === undefined) throw new Problem('not-found', { kind: '文件 file', id: fileId.slice(0, 12) });
  const chunks = await db
    .selectFrom('file_chunk')
    .select('bytes')
    .where('tenant_id', '=', file.tenant_id)
    .where('file_id', '=', fileId)
    .where('unit_path', '=', file.unit_path)
    .orderBy('seq')
    .execute();
  const bytes = new Uint8Array(Number(file.size));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.bytes, at);
    at += chunk.bytes.length;
  }
  return { name: file.name, mediaType: file.media_type, bytes };
}

/** Kept files in reach, by number; a file that several units keep is told once. */
export async function describeFiles(db: Reader, scope: readonly string[], ids: readonly string[]) {
  const rows = await db
    .selectFrom('file')
    .select(['file_id', 'name', 'media_type', 'size', 'unit_path', 'created_at', 'created_by'])
    .distinctOn('file_id')
    .where(inReach(scope))
    .where('file_id', 'in', [...ids])
    .orderBy('file_id')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    fileId: row.file_id,
    name: row.name,
    mediaType: row.media_type,
    size: Number(row.size),
    unitPath: row.unit_path,
    at: row.created_at,
    by: row.created_by,
  }));
}

export interface VocabularyRow {
  readonly words: OwnVocabulary;
  readonly revision: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

export async function findVocabulary(db: Reader, tenantId: string, unitPath: string): Promise<VocabularyRow> {
  const row = await db
    .selectFrom('vocabulary')
    .select(['words', 'revision', 'updated_at', 'updated_by'])
    .where('tenant_id', '=', tenantId)
    .where('unit_path', '=', unitPath)
    .executeTakeFirst();
  if (row === undefined) return { words: noOwnVocabulary, revision: 0, updatedAt: null, updatedBy: null };
  const { words, revision, updated_at, updated_by } = row;
  return { words: words as OwnVocabulary, revision, updatedAt: updated_at, updatedBy: updated_by };
}

/** False when somebody saved another revision meanwhile. */
export async function saveVocabulary(
  db: Writer,
  {
    tenantId,
    unitPath,
    words,
    revision,
    at,
    by,
  }: { tenantId: string; unitPath: string; words: OwnVocabulary; revision: number; at: string; by: string },
): Promise<boolean> {
  const values = { words: JSON.stringify(words), revision: revision + 1, updated_at: at, updated_by: by };
  if (revision === 0) {
    const rows = await db
      .insertInto('vocabulary')
      .values({ tenant_id: tenantId, unit_path: unitPath, ...values })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'unit_path']).doNothing())
      .returning('revision')
      .execute();
    return rows.length === 1;
  }
  const { numUpdatedRows } = await db
    .updateTable('vocabulary')
    .set(values)
    .where('tenant_id', '=', tenantId)
    .where('unit_path', '=', unitPath)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
