import { CompiledQuery, type Kysely } from 'kysely';
import type { Database, Scope, Writer } from '../src/core/database.ts';
import type { Tables } from '../src/core/tables.ts';
import { standAt } from '../src/platform/db/postgres.ts';
import { copyMigrated, type MigratedCopy } from './migrated.ts';

/** One for all files of a worker: nothing is left in it, and it goes with the server of the run (database.setup.ts). */
let copy: Promise<MigratedCopy> | undefined;

/** Reads and writes as in the product, each in a savepoint of the one transaction that is never committed. */
function nested(connection: Kysely<Tables>): Database {
  const say = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  }

  const step =
    (leave: string, further = '') =>
    <T>(scope: Scope, work: (db: Writer) => Promise<T>): Promise<T> =>
      inTurn(async () => {
        await say(`savepoint request; ${standAt(scope, 20_000)}${further}`);
        try {
          const result = await work(connection as unknown as Writer);
          await say(leave);
          return result;
        } catch (error) {
          await say('rollback to savepoint request');
          throw error;
        } finally {
          await say('release savepoint request; reset role');
        }
      });

  return {
    read: step('rollback to savepoint request', '; set local transaction_read_only = on') as Database['read'],
    // An error of a statement that the work swallowed shows here, as it would at the commit.
    write: step('select 1'),
  };
}

/** A test with a database to itself: what it writes, it alone sees, and nothing of it stays. */
export const rolledBack =
  (work: (database: Database, owner: Kysely<Tables>) => Promise<void>): (() => Promise<void>) =>
  async () => {
    copy ??= copyMigrated();
    const { owner } = await copy;
    await owner.connection().execute(async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin'));
      try {
        await work(nested(connection), connection);
      } finally {
        await connection.executeQuery(CompiledQuery.raw('rollback'));
      }
    });
  };
