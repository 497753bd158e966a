import { type RawBuilder, sql } from 'kysely';
import type { Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';

/** Files of the own units, and those that another unit shows to them for a matter that they share. */
export const inReach = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`(${inScope('unit_path', scope)} or shown_to operator(public.<@) any (${`{${scope.join(',')}}`}::public.ltree[]))`;

/** Shows own files to other units as well, and answers those that were not shown to all of them yet. */
export async function showFiles(
  db: Writer,
  scope: Scope,
  ids: readonly string[],
  unitPaths: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0 || unitPaths.length === 0) return [];
  const paths = `{${unitPaths.join(',')}}`;
  const shown = (table: 'file' | 'file_chunk') => sql<{ file_id: string }>`
    update ${sql.table(table)} set shown_to = (
      select array_agg(distinct path) from unnest(shown_to || ${paths}::public.ltree[]) as path)
    where ${inScope('unit_path', scope)} and file_id = any(${[...ids]}::text[])
      and not shown_to operator(pg_catalog.@>) ${paths}::public.ltree[] returning file_id`;
  await shown('file_chunk').execute(db);
  const { rows } = await shown('file').execute(db);
  return [...new Set(rows.map(({ file_id }) => file_id))];
}
