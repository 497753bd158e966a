import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import type { Owned } from './delivery.store.ts';
import type { SiteNote } from './site-operations.ts';

export async function addNote(db: Writer, { tenantId, projectId, unitPath }: Owned, note: SiteNote): Promise<void> {
  const { noteId, on, text, progress, evidence, at, by, byUnit } = note;
  await sql`
    insert into project_note (tenant_id, project_id, note_id, unit_path, on_day, text, progress, evidence, at, by, by_unit)
    values (${tenantId}::bigint, ${projectId}::uuid, ${noteId}::uuid, ${unitPath}::public.ltree, ${on}, ${text},
      ${progress}::numeric, ${JSON.stringify(evidence)}::jsonb, ${at}, ${by}, ${byUnit}::public.ltree)`.execute(db);
}

/** Notes of a project between two days, the last seen first. */
export async function listNotes(
  db: Reader,
  { tenantId, projectId }: Owned,
  { from, to, limit }: { from: Day; to: Day; limit: number },
): Promise<{ total: number; notes: SiteNote[] }> {
  const { rows } = await sql<SiteNote & { total: number }>`
    select note_id as "noteId", on_day as "on", text, progress::text as progress, evidence, at, by,
      by_unit::text as "byUnit", count(*) over ()::int as total
    from project_note
    where tenant_id = ${tenantId}::bigint and project_id = ${projectId}::uuid and on_day between ${from} and ${to}
    order by on_day desc, at desc, note_id limit ${limit}`.execute(db);
  return { total: rows[0]?.total ?? 0, notes: rows.map(({ total: _, ...note }) => note) };
}
