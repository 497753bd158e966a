import { mkdir, readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Tables } from '../../core/tables.ts';
import type { Label } from '../../core/text.ts';
import { backUp } from './backup.ts';
import { type Connection, createKysely, createPool, withClient } from './connect.ts';
import { port, socketDirectoryFor, superuser } from './data-home.ts';
import { type Migration, migrate } from './migrate.ts';
import { applicationRole, createDatabase, isUnavailable, sessionOptions } from './postgres.ts';
import { restore } from './restore.ts';
import { type Embedded, startPostgres } from './supervisor.ts';

export interface DatabaseConfig {
  /** DATABASE_URL: a server instead of the embedded database. Its user owns the tables. */
  readonly databaseUrl?: string | null | undefined;
  /** LANTU_HOME: where the embedded database lives. */
  readonly home?: string | undefined;
  /** LANTU_POSTGRES: the folder of the programs, instead of the bundled ones. */
  readonly postgres?: string | undefined;
  /** LANTU_DB_USER: the account of the database process when Lantu runs as root. */
  readonly user?: string | undefined;
  /** Milliseconds for a single statement. */
  readonly statementTimeout?: number | undefined;
}

export interface OpenDatabase {
  /** What requests use: one transaction each, under row-level security. */
  readonly database: Database;
  /** The owner of the tables, past row-level security: for setting up, backup and restore only. */
  readonly owner: Kysely<Tables>;
  readonly ownerConnection: Connection;
  /** One line for the log. */
  readonly describe: string;
  isHealthy(): Promise<boolean>;
  /** Everything as it stands now, into one file. */
  backup(file: string): Promise<void>;
  /** The backup instead of what is here; refuses to take the place of data unless `replace` is said. */
  restore(file: string, options?: { readonly replace?: boolean | undefined }): Promise<void>;
  close(): Promise<void>;
}

const databaseName = 'lantu';

/** As root the data belong to another account, which could not enter root's home. */
export const defaultHome = (): string => (process.getuid?.() === 0 ? '/var/lib/lantu' : join(homedir(), '.lantu'));

async function ensureDatabase({ connection }: Embedded): Promise<void> {
  await withClient({ ...connection, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

interface Place {
  readonly owner: Connection;
  readonly application: Connection;
  readonly isOwnSession: boolean;
  readonly describe: string;
  stop(): Promise<void>;
}

async function embedded(config: DatabaseConfig, onStep: (step: Label) => void): Promise<Place> {
  const server = await startPostgres({ ...config, home: config.home ?? defaultHome() }, onStep);
  try {
    await ensureDatabase(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const owner = { ...server.connection, database: databaseName };
  return {
    owner,
    application: { ...owner, user: applicationRole, options: sessionOptions(config.statementTimeout) },
    isOwnSession: true,
    describe: `PostgreSQL ${server.version}, ${server.dataDirectory} (${server.runner})`,
    stop: server.stop,
  };
}

async function onServer(url: string): Promise<Place> {
  const owner = { connectionString: url };
  const server = await withClient(owner, async (client) => {
    const { rows } = await client.query<{ version: string; name: string }>(
      `select current_setting('server_version') as version, current_database() as name`,
    );
    return `PostgreSQL ${rows[0]?.version}, ${client.host}/${rows[0]?.name}`;
  });
  return {
    owner,
    application: owner,
    isOwnSession: false,
    describe: server,
    stop: async () => {},
  };
}

const backupsKept = 5;

/** Into the data home, where an operator looks after an upgrade that went wrong; the oldest make room. */
async function backUpBefore(place: Place, home: string, { name }: Migration): Promise<string> {
  const folder = join(home, 'backups');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = new Date().toISOString();
  const file = join(folder, `${now.replaceAll(/[-:]|\.\d+/g, '')}-before-${name.replace(/\.sql$/, '')}.lantu`);
  await withClient(place.owner, (client) => backUp(client, file, now));
  const kept = (await readdir(folder)).filter((each) => /-before-.*\.lantu$/.test(each)).sort();
  for (const old of kept.slice(0, -backupsKept)) await rm(join(folder, old));
  return file;
}

async function bringUp(
  place: Place,
  { databaseUrl, home }: DatabaseConfig,
  onStep: (step: Label) => void,
): Promise<void> {
  const isEmbedded = databaseUrl == null;
  await withClient(place.owner, async (client) => {
    onStep({ zh: '检查数据表', en: 'Checking the tables' });
    const names = await migrate(client, {
      // A server has an operator with backups of their own; here nobody else would take one.
      ...(isEmbedded && {
        beforeChange: async (next) => {
          const file = await backUpBefore(place, home ?? defaultHome(), next);
          onStep({ zh: `升级前已备份到 ${file}`, en: `Backed up to ${file} before the upgrade` });
        },
      }),
    });
    if (names.length > 0) onStep({ zh: `已执行 ${names.length} 项数据库变更`, en: `Ran ${names.length} migrations` });
    // On a server the owner steps into the role; here the application signs in as it and could not step out.
    if (isEmbedded) await client.query(`alter role ${applicationRole} login password null`);
  });
}

/** Starts or reaches PostgreSQL, brings its tables up to date and hands out the two ways in. */
export async function openDatabase(
  config: DatabaseConfig,
  onStep: (step: Label) => void = () => {},
): Promise<OpenDatabase> {
  const place = await (config.databaseUrl == null ? embedded(config, onStep) : onServer(config.databaseUrl)).catch(
    (error) => {
      // A folder that may not be written, a full disk, a host that does not answer: the system's own words say which.
      const isOfTheSystem = isUnavailable(error) || 'syscall' in error;
      throw isOfTheSystem ? new Problem('database-unavailable', { reason: error.message }) : error;
    },
  );
  try {
    await bringUp(place, config, onStep);
  } catch (error) {
    await place.stop();
    throw error;
  }
  const application = createKysely(createPool(place.application, 10));
  const owner = asOwner(place.owner);
  return {
    database: createDatabase(application, {
      statementTimeout: config.statementTimeout,
      isOwnSession: place.isOwnSession,
    }),
    owner,
    ownerConnection: place.owner,
    describe: place.describe,
    isHealthy: () =>
      sql`select 1`.execute(application).then(
        () => true,
        () => false,
      ),
    backup: (file) => withClient(place.owner, (client) => backUp(client, file, new Date().toISOString())),
    restore: (file, options) => withClient(place.owner, (client) => restore(client, file, options)),
    close: async () => {
      await Promise.all([application.destroy(), owner.destroy()]);
      await place.stop();
    },
  };
}

const asOwner = (connection: Connection) =>
  createKysely(createPool({ ...connection, options: '-c search_path=lantu,public' }, 2));

/** The database of a running Lantu, which goes on working; or our own, opened for as long as it is needed. */
async function beside<T>(
  config: DatabaseConfig,
  work: (connection: Connection) => Promise<T>,
  onStep: (step: Label) => void,
): Promise<T> {
  if (config.databaseUrl == null) {
    const host = socketDirectoryFor(config.home ?? defaultHome());
    const running = { host, port, user: superuser, database: databaseName };
    const isRunning = await withClient(running, async () => true).catch(() => false);
    if (isRunning) return work(running);
  }
  const opened = await openDatabase(config, onStep);
  try {
    return await work(opened.ownerConnection);
  } finally {
    await opened.close();
  }
}

/** A backup also beside a running Lantu. */
export const backUpDatabase = (
  config: DatabaseConfig,
  file: string,
  onStep: (step: Label) => void = () => {},
): Promise<void> =>
  beside(
    config,
    (connection) => withClient(connection, (client) => backUp(client, file, new Date().toISOString())),
    onStep,
  );

/** Past row-level security, also beside a running Lantu: for standing commands of whoever may read the data home. */
export const withOwner = <T>(
  config: DatabaseConfig,
  work: (owner: Kysely<Tables>) => Promise<T>,
  onStep: (step: Label) => void = () => {},
): Promise<T> =>
  beside(
    config,
    async (connection) => {
      const owner = asOwner(connection);
      try {
        return await work(owner);
      } finally {
        await owner.destroy();
      }
    },
    onStep,
  );
