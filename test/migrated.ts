import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import type { Database } from '../src/core/database.ts';
import type { Tables } from '../src/core/tables.ts';
import { type Connection, createKysely, createPool, withClient } from '../src/platform/db/connect.ts';
import { createDatabase, sessionOptions } from '../src/platform/db/postgres.ts';
import { onDatabase } from './database.setup.ts';

export interface Migrated {
  /** As requests have it. */
  readonly database: Database;
  /** Past row-level security, to prepare and to look behind. */
  readonly owner: Kysely<Tables>;
  readonly ownerConnection: Connection;
  readonly applicationConnection: Connection;
}

export interface MigratedCopy extends Migrated {
  drop(): Promise<void>;
}

export interface CopyOptions {
  /** Milliseconds for a single statement. */
  readonly statementTimeout?: number;
  /** Without tables: for tests of the migrations themselves. */
  readonly isEmpty?: boolean;
}

/** A fresh database, copied from the migrated one in a tenth of a second. */
export async function copyMigrated({ statementTimeout, isEmpty = false }: CopyOptions = {}): Promise<MigratedCopy> {
  const { owner, application, prefix } = inject('server');
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  const maintain = (sql: string) => withClient(onDatabase(owner, 'postgres'), (client) => client.query(sql));
  await maintain(`create database ${name}${isEmpty ? '' : ` template ${prefix}_template`}`);
  const ownerConnection = onDatabase(owner, name);
  // On a server the owner steps into the role; the embedded database is entered as it (platform/db/open.ts).
  const isOwnSession = process.env.TEST_DATABASE_URL === undefined;
  const options = isOwnSession ? { options: sessionOptions(statementTimeout) } : {};
  const applicationConnection = { ...onDatabase(application, name), ...options };
  const applicationKysely = createKysely(createPool(applicationConnection, 5));
  const ownerKysely = createKysely(createPool({ ...ownerConnection, options: '-c search_path=lantu,public' }, 2));
  return {
    database: createDatabase(applicationKysely, { statementTimeout, isOwnSession }),
    owner: ownerKysely,
    ownerConnection,
    applicationConnection,
    drop: async () => {
      await Promise.all([applicationKysely.destroy(), ownerKysely.destroy()]);
      await maintain(`drop database ${name} with (force)`);
    },
  };
}

/** A test with a real database to itself, for what needs several connections or real commits. */
export const migrated =
  (work: (copy: Migrated) => Promise<void>, options?: CopyOptions): (() => Promise<void>) =>
  async () => {
    const copy = await copyMigrated(options);
    try {
      await work(copy);
    } finally {
      await copy.drop();
    }
  };
