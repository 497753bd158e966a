import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

type Queries = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>;

/** May look. What a GET handler gets. */
export interface Reader extends Queries {
  readonly mayRead: true;
}

/** May look and touch. */
export interface Writer extends Reader, Pick<Transaction<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom'> {
  readonly mayWrite: true;
}

/** The units a request may see, as paths (“370000.371521.kfq”); the empty list sees nothing. */
export type Scope = readonly string[];

/** Transactions in which row-level security already stands at the given scope. */
export interface Database {
  read<T>(scope: Scope, work: (db: Reader) => Promise<T>): Promise<T>;
  write<T>(scope: Scope, work: (db: Writer) => Promise<T>): Promise<T>;
}
