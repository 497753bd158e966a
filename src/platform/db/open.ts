import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Tables } from '../../core/tables.ts';
import type { Label } from '../../core/text.ts';
import { type Connection, createKysely, createPool, withClient } from './connect.ts';
import { migrate } from './migrate.ts';
import { applicationRole, createDatabase, isUnavailable } from './postgres.ts';
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
    application: { ...owner, user: applicationRole },
    describe: `PostgreSQL ${server.version}, ${server.dataDirectory} (${server.runner})`,
    stop: server.stop,
  };
}

async function onServer(url: string): Promise<Place> {
  const owner = { connectionString: url };
  const { rows } = await withClient(owner, (client) =>
    client.query<{ version: string; name: string }>(
      `select current_setting('server_version') as version, current_database() as name`,
    ),
  );
  const { host } = new URL(url);
  return {
    owner,
    application: owner,
    describe: `PostgreSQL ${rows[0]?.version}, ${host || 'socket'}/${rows[0]?.name}`,
    stop: async () => {},
  };
}

async function bringUp(place: Place, isEmbedded: boolean, onStep: (step: Label) => void): Promise<void> {
  await withClient(place.owner, async (client) => {
    onStep({ zh: '检查数据表', en: 'Checking the tables' });
    const names = await migrate(client, {});
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
  const isEmbedded = config.databaseUrl == null;
  const place = await (config.databaseUrl == null ? embedded(config, onStep) : onServer(config.databaseUrl)).catch(
    (error) => {
      throw isUnavailable(error) ? new Problem('database-unavailable', { reason: error.message }) : error;
    },
  );
  try {
    await bringUp(place, isEmbedded, onStep);
  } catch (error) {
    await place.stop();
    throw error;
  }
  const application = createKysely(createPool(place.application, 10));
  const owner = createKysely(createPool({ ...place.owner, options: '-c search_path=lantu,public' }, 2));
  return {
    database: createDatabase(application, { statementTimeout: config.statementTimeout }),
    owner,
    ownerConnection: place.owner,
    describe: place.describe,
    isHealthy: () =>
      sql`select 1`.execute(application).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all([application.destroy(), owner.destroy()]);
      await place.stop();
    },
  };
}
