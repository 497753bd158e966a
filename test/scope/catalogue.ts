/** What the database says of its own tables: the rows of a world are made from it. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../src/core/tables.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
}

export interface Reference {
  readonly parent: string;
  readonly columns: readonly string[];
  readonly parentColumns: readonly string[];
}

export interface TableShape {
  readonly name: string;
  readonly class: 'R' | 'D' | 'L';
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  /** The words that a check lets into a column. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly checks: readonly Check[];
}

export interface Check {
  readonly name: string;
  readonly columns: readonly string[];
  readonly text: string;
}

const names = (numbers: string, table: string) =>
  sql.raw(`(select jsonb_agg(a.attname order by u.place) from unnest(${numbers}) with ordinality u(number, place)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = u.number)`);

type Raw = Omit<TableShape, 'choices'>;

const wordsOf = (text: string): string[] => [...text.matchAll(/'([^']*)'::text/g)].map(([, word = '']) => word);

/** Every table, each after those that it refers to. */
export async function tableShapes(owner: Kysely<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<Raw>`
    select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '^\\[(.)') as class,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'isNullable', not a.attnotnull, 'hasDefault', a.atthasdef or a.attidentity <> '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select ${names('k.conkey', 'c.oid')} from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') as key,
      coalesce((select jsonb_agg(jsonb_build_object('parent', p.relname, 'columns', ${names('k.conkey', 'k.conrelid')},
          'parentColumns', ${names('k.confkey', 'k.confrelid')}))
        from pg_constraint k join pg_class p on p.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> k.conrelid), '[]') as references,
      coalesce((select jsonb_agg(jsonb_build_object('name', k.conname, 'columns', ${names('k.conkey', 'k.conrelid')},
          'text', pg_get_constraintdef(k.oid)))
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks
    from pg_class c
    where c.relnamespace = 'lantu'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migration'
    order by c.relname`.execute(owner);
  const waiting = rows.map((table): TableShape => {
    const single = table.checks.filter(({ columns, text }) => columns.length === 1 && /= ANY/.test(text));
    return { ...table, choices: Object.fromEntries(single.map(({ columns, text }) => [columns[0], wordsOf(text)])) };
  });
  const ordered: TableShape[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ references }) =>
      references.every(({ parent }) => ordered.some(({ name }) => name === parent)),
    );
    ordered.push(...waiting.splice(at, 1));
  }
  return ordered;
}
