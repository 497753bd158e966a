import { CompiledQuery, type DatabaseConnection, Kysely, type KyselyProps } from 'kysely';
import type { Database, Reader, Scope, Writer } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Tables } from '../../core/tables.ts';
import { setScope } from './scope.ts';

export const applicationRole = 'lantu_app';

const defaultTimeout = 60_000;

const settings = (statementTimeout: number): Readonly<Record<string, string>> => ({
  search_path: 'lantu, public',
  timezone: 'UTC',
  statement_timeout: String(statementTimeout),
  // Long enough to read a document meanwhile.
  idle_in_transaction_session_timeout: String(10 * statementTimeout),
});

/** What stands at the head of every transaction; one message, so it costs one round trip. */
export const standAt = (scope: Scope, statementTimeout: number): string =>
  [
    `set local role ${applicationRole}`,
    ...Object.entries(settings(statementTimeout)).map(([name, value]) =>
      name === 'search_path' ? `set local ${name} = ${value}` : `set local ${name} = '${value}'`,
    ),
    setScope(scope),
  ].join('; ');

/**
 * The same for connections that sign in as the application role: as options of the session, so that a transaction says
 * its scope alone. What is sent outside of a transaction, or before one has begun, cannot write and sees no row.
 */
export const sessionOptions = (statementTimeout = defaultTimeout): string =>
  Object.entries({ ...settings(statementTimeout), default_transaction_read_only: 'on' })
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '')}`)
    .join(' ');

const networkCodes = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Not the statement's fault: no connection, no room for one, or a server that is going down. */
export function isUnavailable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as { code?: string };
  return (
    networkCodes.has(code) ||
    /^(08|57P|53)/.test(code) ||
    /Connection terminated|connection error|timeout exceeded/.test(error.message)
  );
}

export interface DatabaseOptions {
  /** Milliseconds after which PostgreSQL gives a single statement up. */
  readonly statementTimeout?: number | undefined;
  /** The connections sign in as the application role, with `sessionOptions`. */
  readonly isOwnSession?: boolean | undefined;
}

/**
 * As Kysely’s own, but statements that do not wait for each other are sent one behind the other: there the next one is
 * kept until the answer to the last is in.
 */
function onOneConnection(kysely: Kysely<Tables>) {
  const executor = kysely.getExecutor();
  const known = new WeakMap<DatabaseConnection, Kysely<Tables>>();
  const on = (connection: DatabaseConnection): Kysely<Tables> => {
    const own = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
    const unused = {};
    return new Kysely({ config: unused, driver: unused, dialect: unused, executor: own } as unknown as KyselyProps);
  };
  return <T>(work: (connection: Kysely<Tables>) => Promise<T>): Promise<T> =>
    executor.provideConnection((connection) => {
      const made = known.get(connection) ?? on(connection);
      known.set(connection, made);
      return work(made);
    });
}

/** Every request is one transaction as the application role, at the actor's scope; nothing runs outside of one. */
export function createDatabase(
  kysely: Kysely<Tables>,
  { statementTimeout = defaultTimeout, isOwnSession = false }: DatabaseOptions = {},
): Database {
  const withConnection = onOneConnection(kysely);

  async function transaction<T>(
    begin: string,
    scope: Scope,
    work: (db: Writer) => Promise<T>,
    end: (commit: Promise<{ rows: unknown[] }>) => Promise<void>,
  ): Promise<T> {
    const opening = `${begin}; ${isOwnSession ? setScope(scope) : standAt(scope, statementTimeout)}`;
    return withConnection(async (connection) => {
      const say = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
      let result: T;
      try {
        const opened = say(opening);
        // The first statement follows on its heels where nothing could go wrong before the scope stands.
        if (isOwnSession) opened.catch(() => undefined);
        else await opened;
        result = await work(connection as unknown as Writer);
        await opened;
        await end(say('commit'));
      } catch (error) {
        await say('rollback').catch(() => undefined);
        throw error;
      }
      return result;
    });
  }

  /** What was written stands once PostgreSQL says so. */
  const awaited = async (commit: Promise<{ rows: unknown[] }>): Promise<void> => {
    const { rows } = await commit;
    // A statement failed, its error was swallowed, and PostgreSQL turned the commit into a rollback.
    if ((rows[0] as { command?: string } | undefined)?.command === 'ROLLBACK')
      throw new Error('the transaction had failed before its commit');
  };
  /** What was read is in hand: nobody waits for the end, and the next request follows it on the same connection. */
  const unheeded = async (commit: Promise<unknown>): Promise<void> => {
    commit.catch(() => undefined);
  };

  const orUnavailable = async <T>(attempt: Promise<T>): Promise<T> =>
    attempt.catch((error: unknown) => {
      throw isUnavailable(error) ? new Problem('database-unavailable', { reason: error.message }) : error;
    });

  return {
    read: (scope, work) =>
      // One snapshot for the whole request: two queries of it never disagree.
      orUnavailable(
        transaction('begin isolation level repeatable read, read only', scope, work as (db: Reader) => never, unheeded),
      ),
    write: (scope, work) => orUnavailable(transaction('begin read write', scope, work, awaited)),
  };
}
