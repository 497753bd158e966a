import { type Kysely, sql } from 'kysely';
import type { Tables } from '../src/core/tables.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';

interface Column {
  readonly table: string;
  readonly meaning: string;
  readonly column: string;
  readonly type: string;
  readonly sqlType: string;
  readonly remark: string;
  readonly nullable: boolean;
  readonly defaulted: boolean;
  readonly generated: boolean;
}

/** What the driver hands out for a type (src/platform/db/connect.ts), in the words of TypeScript. */
const typeOf: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  float8: 'number',
  bool: 'boolean',
  bytea: 'Uint8Array',
  ...Object.fromEntries(
    ['int8', 'numeric', 'text', 'uuid', 'ltree', 'date', 'timestamptz'].map((type) => [type, 'string']),
  ),
};

const listColumns = sql<Column>`
  select c.relname as table, coalesce(obj_description(c.oid, 'pg_class'), '') as meaning, a.attname as column,
    t.typname as type, format_type(a.atttypid, a.atttypmod) as "sqlType",
    coalesce(col_description(c.oid, a.attnum), '') as remark, not a.attnotnull as nullable,
    a.attidentity = 'd' or (a.atthasdef and a.attgenerated = '') as defaulted,
    a.attidentity = 'a' or a.attgenerated <> '' as generated
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'lantu'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname, a.attnum`;

function typed({ table, column, type, nullable, defaulted, generated }: Column): string {
  if (type === 'jsonb') return nullable ? 'Json | null' : defaulted ? 'JsonWithDefault' : 'Json';
  const array = type.startsWith('_');
  const element = typeOf[array ? type.slice(1) : type];
  if (element === undefined) throw new Error(`${table}.${column}: no TypeScript type for ${type}`);
  const plain = `${array ? `readonly ${element}[]` : element}${nullable ? ' | null' : ''}`;
  if (generated) return `ColumnType<${plain}, never, never>`;
  return defaulted ? `Generated<${plain}>` : plain;
}

const pascal = (name: string): string => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

function describeTable(columns: readonly Column[]): string {
  const { table = '', meaning = '' } = columns[0] ?? {};
  const lines = columns.map((column) => `  ${column.column}: ${typed(column)};`);
  return `/** ${meaning} */\nexport interface ${pascal(table)}Table {\n${lines.join('\n')}\n}\n`;
}

const jsonTypes: readonly (readonly [name: string, text: string])[] = [
  [
    'Json',
    '/** Written as JSON text, read as the value: the driver would make an SQL array of a JavaScript one. */\ntype Json = ColumnType<unknown, string, string>;\n',
  ],
  ['JsonWithDefault', 'type JsonWithDefault = ColumnType<unknown, string | undefined, string>;\n'],
];

/** The text of src/core/tables.ts for the tables that this database has. */
export async function describeTables(owner: Kysely<Tables>): Promise<string> {
  const { rows } = await listColumns.execute(owner);
  const byTable = [...Map.groupBy(rows, ({ table }) => table).values()];
  const body = [
    ...byTable.map(describeTable),
    `/** Every table, by its name in SQL. */\nexport interface Tables {\n${byTable
      .map(([column]) => `  ${column?.table}: ${pascal(column?.table ?? '')}Table;`)
      .join('\n')}\n}\n`,
  ].join('\n');
  const uses = (name: string, text: string) => new RegExp(`\\b${name}\\b`).test(text);
  const helpers = jsonTypes.filter(([name]) => uses(name, body)).map(([, text]) => text);
  const whole = [...helpers, body].join('\n');
  const imports = ['ColumnType', 'Generated'].filter((name) => uses(name, whole));
  const head = imports.length > 0 ? `import type { ${imports.join(', ')} } from 'kysely';\n\n` : '';
  return `// Written by \`npm run generate\` from the migrated database; change a migration instead.\n${head}${whole}`;
}

const sectionOf = (columns: readonly Column[]): string => {
  const { table = '', meaning = '' } = columns[0] ?? {};
  const lines = columns.map(
    ({ column, sqlType, nullable, remark }) => `| ${column} | ${sqlType}${nullable ? '' : ' not null'} | ${remark} |`,
  );
  return `## ${table}\n\n${meaning}\n\n| column | type | meaning |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
};

/** The page docs/generated/database.md. */
export async function describePage(owner: Kysely<Tables>): Promise<string> {
  const { rows } = await listColumns.execute(owner);
  const sections = [...Map.groupBy(rows, ({ table }) => table).values()].map(sectionOf);
  const classes =
    '[R] 参照表 reference · [D] 业务表 distributed by tenant_id, under row-level security · [L] 本机表 local';
  return `# 数据库 Database\n\n${classes}\n\n${sections.join('\n')}`;
}

/** What the migrations of this folder amount to, read from a database made for the moment. */
export const generateDatabase = (): Promise<{ tables: string; description: string }> =>
  withTemporaryHome(async (home) => {
    const { owner, close } = await openDatabase({ home });
    try {
      return { tables: await describeTables(owner), description: await describePage(owner) };
    } finally {
      await close();
    }
  });
