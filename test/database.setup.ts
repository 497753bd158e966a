/**
 * One PostgreSQL for all database tests of a run, with one migrated database in it that tests copy (test/migrated.ts).
 * TEST_DATABASE_URL runs the same tests on a server: its user must be allowed to make databases and roles.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Connection, withClient } from '../src/platform/db/connect.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { applicationRole } from '../src/platform/db/postgres.ts';
import { startPostgres } from '../src/platform/db/supervisor.ts';

/** What a test file needs to know; it travels to the workers as plain data. */
export interface TestServer {
  /** Without the database's name. */
  readonly owner: Record<string, string | number>;
  /** As the product does it: signed in as the role when embedded, stepping into it on a server. */
  readonly application: Record<string, string | number>;
  /** Databases of this run begin with it. */
  readonly prefix: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer;
  }
}

export const onDatabase = (where: TestServer['owner'], database: string): Connection => {
  const { connectionString, ...parts } = where;
  if (connectionString === undefined) return { ...parts, database };
  const url = new URL(String(connectionString));
  url.pathname = `/${database}`;
  return { connectionString: url.href };
};

async function startServer(): Promise<{ server: Omit<TestServer, 'prefix'>; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined) {
    const owner = { connectionString: url };
    return { server: { owner, application: owner }, stop: async () => {} };
  }
  const home = await mkdtemp(join(tmpdir(), 'lantu-test-'));
  await chmod(home, 0o755);
  const { connection, stop } = await startPostgres({ home });
  return {
    server: { owner: { ...connection }, application: { ...connection, user: applicationRole } },
    stop: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

let tearDown = async (): Promise<void> => {};

export async function setup(project: TestProject): Promise<void> {
  const { server, stop } = await startServer();
  tearDown = stop;
  const prefix = `lantu_test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const maintenance = onDatabase(server.owner, 'postgres');
  await withClient(maintenance, (client) => client.query(`create database ${template}`));
  await withClient(onDatabase(server.owner, template), async (client) => {
    await migrate(client);
    if (!('connectionString' in server.owner)) await client.query(`alter role ${applicationRole} login`);
  });
  tearDown = async () => {
    await withClient(maintenance, async (client) => {
      const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix]);
      for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
    });
    await stop();
  };
  project.provide('server', { ...server, prefix });
}

export const teardown = (): Promise<void> => tearDown();
