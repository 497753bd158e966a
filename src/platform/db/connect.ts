import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../../core/tables.ts';
import { Client } from './client.ts';

/** Where a server is: an address as in DATABASE_URL, or the parts of one. */
export type Connection = { readonly connectionString: string } | Omit<pg.ClientConfig, 'types'>;

const timestamptz = 1184;
const date = 1082;

/** As sessions in UTC say an instant: a date need not be made of it to write it differently. */
const ofOurs = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/;

/** “2026-11-22 10:05:00.5+08” → “2026-11-22T02:05:00.500Z”; `infinity` and years before Christ stay as they are. */
export function instant(text: string): string {
  const [, day, time, fraction = ''] = ofOurs.exec(text) ?? [];
  if (day !== undefined) return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const parsed = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(parsed.getTime()) ? text : parsed.toISOString();
}

const asText = (text: string): string => text;

/** Values as Lantu handles them: instants and days are text, whole and decimal numbers of any size are text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid === timestamptz) return instant;
    if (oid === date) return asText;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as unknown as pg.CustomTypesConfig;

const named = (connection: Connection): pg.ClientConfig => ({
  application_name: 'lantu',
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  ...connection,
  types,
});

export function createPool(connection: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...named(connection),
    max,
    idleTimeoutMillis: 10_000,
    Client,
    pipeline: true,
  } as pg.PoolConfig);
  // A connection that breaks is replaced at the next request, and the query under way is told. The event itself, unheard,
  // would end the process; the pool hears it only from connections that are idle in it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A connection of its own, for work that holds locks or one long transaction. */
export async function withClient<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(named(connection));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const createKysely = (pool: pg.Pool): Kysely<Tables> => new Kysely({ dialect: new PostgresDialect({ pool }) });
