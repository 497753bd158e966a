import type { ClientBase } from 'pg';
import { writeLines } from './backup-file.ts';
import { type Applied, appliedMigrations, transaction } from './migrate.ts';
import { quoteName, type StoredTable, storedTables } from './table-order.ts';

export const backupFormat = 'lantu.backup/1';

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: typeof backupFormat;
  readonly createdAt: string;
  /** What made the tables: a restore makes the same ones first and migrates on afterwards. */
  readonly migrations: readonly Applied[];
}

/** The line before a table's rows; each row is an array of the columns' text, or null. */
export interface TableHeader {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Text means the same on every server with these. */
export const exchangeSettings = `
  set local search_path = lantu, public;
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex';
  set local extra_float_digits = 3`;

const batchCharacters = 4_000_000;

async function* rowsOf(client: ClientBase, { name, columns, key }: StoredTable): AsyncGenerator<string> {
  const fields = columns.map((column) => `${quoteName(column.name)}::text`).join(', ');
  const order = key.length > 0 ? `order by ${key.map(quoteName).join(', ')}` : '';
  await client.query(
    `declare dump no scroll cursor for select to_json(array[${fields}])::text as row from ${quoteName(name)} ${order}`,
  );
  // Rows may be short facts or megabytes of a file: the next batch is sized after the last.
  let count = 16;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${count} from dump`);
    if (rows.length === 0) break;
    let characters = 0;
    for (const { row } of rows) {
      characters += row.length;
      yield row;
    }
    count = Math.min(5000, Math.max(1, Math.floor((batchCharacters * rows.length) / characters)));
  }
  await client.query('close dump');
}

/** How far a backup has come: whole tables, because what a row weighs is not known beforehand. */
export interface BackupProgress {
  readonly tables: number;
  readonly ofTables: number;
}

async function* dump(
  client: ClientBase,
  createdAt: string,
  onProgress: (progress: BackupProgress) => void,
): AsyncGenerator<string> {
  const header: BackupHeader = { format: backupFormat, createdAt, migrations: await appliedMigrations(client) };
  yield JSON.stringify(header);
  const tables = await storedTables(client);
  for (const [index, table] of tables.entries()) {
    onProgress({ tables: index, ofTables: tables.length });
    const begin: TableHeader = { table: table.name, columns: table.columns.map(({ name }) => name) };
    yield JSON.stringify(begin);
    yield* rowsOf(client, table);
  }
}

/**
 * Everything as it stood at one moment, into one file, while others go on writing. It holds values rather than
 * PostgreSQL's own files, so it may be restored on an embedded database or a server of any version that Lantu runs on.
 * The client is the owner's: the application would see its scope only.
 */
export async function backUp(
  client: ClientBase,
  file: string,
  createdAt: string,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<void> {
  await transaction(
    client,
    async () => {
      await client.query(exchangeSettings);
      await writeLines(file, dump(client, createdAt, onProgress));
    },
    'begin isolation level repeatable read, read only',
  );
}
