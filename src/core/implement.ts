import type { z } from 'zod';
import type { Reader, Scope, Writer } from './database.ts';
import type { IsRead, Operation, Operations } from './operation.ts';

/** Who acts: a person in a post, for a tenant, within a scope. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** The county-level unit or zone that owns what the actor writes. */
  readonly tenantId: string;
  /** The actor's own unit; rows written carry it. */
  readonly unitPath: string;
  readonly scope: Scope;
  readonly permissions: ReadonlySet<string>;
  /** The plainly marked local sample officer of a first look. */
  readonly isSample?: boolean;
  /** The post worked in, the session worked by and a password that must be changed first: for people with accounts. */
  readonly signedIn?: {
    readonly postId: string | null;
    readonly sessionId: string | null;
    readonly mustChange: boolean;
  };
}

type ReadOperation = Operation & { readonly route: `GET ${string}` };
type WriteOperation = Operation & { readonly route: `${'POST' | 'PUT' | 'DELETE'} ${string}` };

/** Everything a handler may know besides its input. Time and ids come in here, never from globals. */
export interface Context<Db = Writer> {
  readonly db: Db;
  readonly actor: Actor;
  /** YYYY-MM-DD where the users are. */
  readonly today: string;
  /** The instant of the request, ISO 8601 in UTC. */
  readonly now: string;
  newId(): string;
  /** What the row was and is, for the audit row that the door writes in the same transaction. */
  audit(entity: string, id: string, before: unknown, after: unknown): void;
  /**
   * A last write, of which the handler needs no more than that it succeeds: the audit and the commit follow it without a
   * wait, and where it fails, nothing is committed and its error is the answer. Its statements are all sent at once.
   */
  finish(write: Promise<unknown>): void;
  /** How modules use each other: a declared read, in the same transaction, as the same actor. */
  ask<Op extends ReadOperation>(operation: Op, input: z.input<Op['input']>): Promise<z.output<Op['output']>>;
  /** The same for a declared write of an earlier module; refused while reading. */
  tell<Op extends WriteOperation>(operation: Op, input: z.input<Op['input']>): Promise<z.output<Op['output']>>;
}

type Handler<Op extends Operation> = (
  context: Context<IsRead<Op> extends true ? Reader : Writer>,
  input: z.output<Op['input']>,
) => Promise<z.input<Op['output']>>;

/** What a write may do before its transaction opens: look things up, each look in a short transaction of its own. */
export interface Beforehand {
  readonly actor: Actor;
  read<T>(work: (context: Context<Reader>) => Promise<T>): Promise<T>;
}

type Preparation = (beforehand: Beforehand, input: unknown) => Promise<unknown>;
type AnyHandler = ((context: Context, input: unknown, ready?: unknown) => Promise<unknown>) & {
  readonly prepare?: Preparation;
};

/**
 * A write whose slow part is done before its transaction opens, so that no connection and no lock waits meanwhile.
 * @param prepare is done once, also where the write has to be tried again
 * @param write gets what was prepared; what may have changed since then it has to check itself
 */
export function prepared<Op extends WriteOperation, Ready>(
  prepare: (beforehand: Beforehand, input: z.output<Op['input']>) => Promise<Ready>,
  write: (context: Context, input: z.output<Op['input']>, ready: Ready) => Promise<z.input<Op['output']>>,
): Handler<Op> {
  return Object.assign(write, { prepare }) as unknown as Handler<Op>;
}

/** A module's operations with the code behind them. */
export interface Service {
  readonly operations: Operations;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
}

export type Handlers<Ops extends Operations> = { readonly [Id in keyof Ops]: Handler<Ops[Id]> };

/** Pairs every operation with its handler; forgetting one, or writing inside a GET, does not compile. */
export const implement = <Ops extends Operations>(operations: Ops, handlers: Handlers<Ops>): Service => ({
  operations,
  handlers: handlers as unknown as Service['handlers'],
});
