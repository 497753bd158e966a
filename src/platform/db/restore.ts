import { basename } from 'node:path';
import type { ClientBase } from 'pg';
import { Problem } from '../../core/problem.ts';
import { type BackupHeader, backupFormat, exchangeSettings, type TableHeader } from './backup.ts';
import { readLines } from './backup-file.ts';
import { apply, type Migration, pending, readMigrations, transaction } from './migrate.ts';
import { quoteName, type StoredTable, storedTables } from './table-order.ts';

type Row = readonly (string | null)[];

const batchCharacters = 4_000_000;

function insertInto(table: StoredTable, columns: readonly string[]): string {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = columns.map((column, index) => {
    const type = types.get(column);
    if (type === undefined) throw new Error(`${table.name} has no column ${column}`);
    return `(v ->> ${index})::${type}`;
  });
  return `insert into ${quoteName(table.name)} (${columns.map(quoteName).join(', ')}) overriding system value
    select ${values.join(', ')} from unnest($1::json[]) as v`;
}

async function empty(client: ClientBase): Promise<void> {
  const tables = await storedTables(client);
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => quoteName(name)).join(', ')}`);
}

async function load(client: ClientBase, lines: AsyncIterable<unknown>): Promise<void> {
  const tables = new Map((await storedTables(client)).map((table) => [table.name, table]));
  let statement = '';
  let batch: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (batch.length > 0) await client.query(statement, [batch]);
    batch = [];
    characters = 0;
  };
  for await (const line of lines) {
    if (Array.isArray(line)) {
      const row = JSON.stringify(line satisfies Row);
      batch.push(row);
      characters += row.length;
      if (characters > batchCharacters || batch.length >= 2000) await flush();
      continue;
    }
    await flush();
    const { table: name, columns } = line as TableHeader;
    const table = tables.get(name);
    if (table === undefined) throw new Error(`there is no table ${name}`);
    statement = insertInto(table, columns);
  }
  await flush();
  for (const { name, columns } of tables.values())
    for (const column of columns.filter(({ isIdentity }) => isIdentity))
      await client.query(
        `select setval(pg_get_serial_sequence($1, $2), max(${quoteName(column.name)}))
        from ${quoteName(name)} having count(*) > 0`,
        [name, column.name],
      );
}

/** Rows that somebody wrote: reference tables may be filled by a migration already. */
async function countRows(client: ClientBase): Promise<number> {
  const tables = (await storedTables(client)).filter((table) => table.class === 'D');
  if (tables.length === 0) return 0;
  const counts = tables.map(({ name }) => `(select count(*) from lantu.${quoteName(name)})`);
  return Number((await client.query(`select ${counts.join(' + ')} as rows`)).rows[0].rows);
}

/** PostgreSQL refused for a reason of its own, not for what the file says. */
const isOurs = (error: unknown): boolean =>
  error instanceof Problem || /^(08|28|42501|53|55P03|57|58)/.test((error as { code?: string }).code ?? '');

async function refill(client: ClientBase, file: string, migrations: readonly Migration[]): Promise<void> {
  const lines = readLines(file);
  try {
    const header = (await lines.next()).value as BackupHeader | undefined;
    if (header?.format !== backupFormat) throw new Error(`it does not begin as ${backupFormat}`);
    const later = pending(migrations, header.migrations);
    await client.query('drop schema if exists lantu cascade');
    for (const migration of migrations) if (!later.includes(migration)) await apply(client, migration);
    await client.query(exchangeSettings);
    await empty(client);
    await load(client, lines);
    for (const migration of later) await apply(client, migration);
  } catch (error) {
    if (isOurs(error)) throw error;
    throw new Problem('backup-damaged', { name: basename(file), reason: (error as Error).message });
  } finally {
    await lines.return(undefined);
  }
}

/**
 * Puts the backup in place of what is there: one transaction, so that a file which turns out damaged on its last line
 * changes nothing. Without `replace`, a database that holds anything is refused.
 */
export async function restore(
  client: ClientBase,
  file: string,
  options: { readonly replace?: boolean | undefined; readonly migrations?: readonly Migration[] } = {},
): Promise<void> {
  const migrations = options.migrations ?? (await readMigrations());
  await transaction(client, async () => {
    const rows = await countRows(client);
    if (rows > 0 && options.replace !== true) throw new Problem('database-not-empty', { rows });
    await refill(client, file, migrations);
  });
  await client.query('analyze');
}
