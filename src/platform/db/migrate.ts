import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { Problem } from '../../core/problem.ts';

export interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
}

export type Applied = Pick<Migration, 'name' | 'checksum'>;

export const migrationsDirectory = join(import.meta.dirname, 'migrations');
const named = /^\d{8}-[a-z]+-[a-z0-9-]+\.sql$/;
/** Any number, but always the same: two Lantu that start at once migrate one after the other. */
const lockNumber = 7_267_001;

export async function readMigrations(directory = migrationsDirectory): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql'));
  const wrong = names.find((name) => !named.test(name));
  if (wrong !== undefined) throw new Error(`${wrong}: migrations are named YYYYMMDD-<module>-<what>.sql`);
  return Promise.all(
    names.sort().map(async (name) => {
      // Line ends depend on how the sources were fetched, the meaning does not.
      const sql = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

export async function appliedMigrations(client: ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('lantu.schema_migration') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  return (await client.query<Applied>('select name, checksum from lantu.schema_migration order by name')).rows;
}

/** What is still to run; refuses when what ran is not what the folder says. */
export function pending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((each) => [each.name, each]));
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (migration === undefined) throw new Problem('migration-unknown', { name });
    if (migration.checksum !== checksum) throw new Problem('migration-edited', { name });
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** Runs one migration inside the transaction that the caller holds. */
export async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('set local search_path = lantu, public');
  try {
    await client.query(sql);
  } catch (error) {
    const { message, position } = error as Error & { position?: string };
    const line = position === undefined ? '' : `:${sql.slice(0, Number(position)).split('\n').length}`;
    throw new Error(`${name}${line}: ${message}`, { cause: error });
  }
  await client.query('insert into lantu.schema_migration (name, checksum, applied_at) values ($1, $2, now())', [
    name,
    checksum,
  ]);
}

export async function transaction<T>(client: ClientBase, work: () => Promise<T>, begin = 'begin'): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** Called before the first change to a database that already has tables. */
  readonly beforeChange?: (next: Migration) => Promise<void>;
}

/** Forward only, each migration in its own transaction. Returns the names that ran. */
export async function migrate(client: ClientBase, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  await client.query('select pg_advisory_lock($1)', [lockNumber]);
  try {
    const applied = await appliedMigrations(client);
    const waiting = pending(migrations, applied);
    if (waiting[0] !== undefined && applied.length > 0) await options.beforeChange?.(waiting[0]);
    for (const migration of waiting) await transaction(client, () => apply(client, migration));
    return waiting.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber]).catch(() => undefined);
  }
}
