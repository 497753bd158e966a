import type { ClientBase } from 'pg';

export interface StoredTable {
  readonly name: string;
  readonly class: 'R' | 'D' | 'L';
  /** Those that are stored: a generated column is computed again. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isIdentity: boolean }[];
  readonly key: readonly string[];
}

const listTables = `
  select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '^\\[(.)') as class,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'isIdentity', a.attidentity <> '') order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select jsonb_agg(a.attname order by k.place)
      from pg_index i, unnest(i.indkey::int2[]) with ordinality k(number, place), pg_attribute a
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '[]') as key
  from pg_class c
  where c.relnamespace = to_regnamespace('lantu') and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> 'schema_migration'
  order by c.relname`;

const listReferences = `
  select s.relname as child, r.relname as parent
  from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class r on r.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = to_regnamespace('lantu') and k.conparentid = 0 and s.oid <> r.oid`;

/** All tables with data of their own, each after those that it refers to. */
export async function storedTables(client: ClientBase): Promise<StoredTable[]> {
  const waiting = new Map((await client.query<StoredTable>(listTables)).rows.map((table) => [table.name, table]));
  const { rows } = await client.query<{ child: string; parent: string }>(listReferences);
  const ordered: StoredTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !rows.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const table of ready) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
