import type { Database, Reader, Scope, Writer } from './database.ts';
import type { Actor, Beforehand, Context, Service } from './implement.ts';
import { isRead, type Operation } from './operation.ts';
import { Problem } from './problem.ts';

interface CallOptions {
  /** A create that is repeated with the same key (a double click, a lost answer) gives the first answer again. */
  readonly key?: string | undefined;
}
export type Call = (id: string, input: unknown, actor: Actor, options?: CallOptions) => Promise<unknown>;

/** One row of the audit, as the door hands it to the writer of the system. */
export interface AuditEntry {
  readonly tenantId: string;
  readonly unitPath: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly entity: string | null;
  readonly entityId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

interface Surroundings {
  readonly database: Database;
  today(): string;
  now(): string;
  newId(): string;
  writeAudit(db: Writer, entry: AuditEntry): Promise<void>;
  /** Takes the key for this transaction; a key already used gives the answer it got. A second caller waits here. */
  reserveAnswer(
    db: Writer,
    actor: Actor,
    operation: string,
    key: string,
    at: string,
  ): Promise<{ answer: unknown } | null>;
  keepAnswer(db: Writer, actor: Actor, key: string, answer: unknown): Promise<void>;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
const say = (issues: readonly Issue[]): string =>
  issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');

/** Deadlock, and two that could not both have been first: PostgreSQL took one of them back, which may try again. */
const collisions = new Set(['40P01', '40001']);
const collided = (error: unknown): boolean => collisions.has((error as { code?: string } | null)?.code ?? '');
const attempts = 4;

async function untilUndisturbed<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === attempts || !collided(error)) throw error;
    }
  }
}

/** PostgreSQL keeps no text with a zero character in it, and nobody types one. */
const holdsZero = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return Object.values(value).some(holdsZero);
};
const zeroIssue = '文字中有零字符（U+0000），请删去 (a text holds the zero character U+0000: remove it)';

/**
 * The only door in: finds the operation, checks permission and input, opens a transaction at the actor's
 * scope, runs, writes the audit in the same transaction, checks the output.
 */
export function createCall(services: readonly Service[], surroundings: Surroundings): Call {
  const { database, today, now, newId, writeAudit, reserveAnswer, keepAnswer } = surroundings;
  const byId = new Map<string, { id: string; operation: Operation; handle: Service['handlers'][string] }>();
  const byOperation = new Map<Operation, string>();
  for (const { operations, handlers } of services) {
    for (const [id, operation] of Object.entries(operations)) {
      const handle = handlers[id];
      if (handle === undefined) throw new Error(`operation ${id} has no handler`);
      if (byId.has(id)) throw new Error(`operation ${id} is declared twice`);
      byId.set(id, { id, operation, handle });
      byOperation.set(operation, id);
    }
  }

  function admit(id: string, rawInput: unknown, actor: Actor) {
    const found = byId.get(id);
    if (found === undefined) throw new Problem('not-found', { kind: 'operation', id });
    const { operation, handle } = found;
    if (!actor.permissions.has(operation.permission))
      throw new Problem('not-allowed', { permission: operation.permission });
    const { data: input, error } = operation.input.safeParse(rawInput);
    if (error) throw new Problem('invalid-input', { count: error.issues.length, issues: say(error.issues) });
    const prepare = async (beforehand: Beforehand): Promise<unknown> => handle.prepare?.(beforehand, input);
    const run = async (context: Context, ready: unknown) => operation.output.parse(await handle(context, input, ready));
    return { operation, input, prepare, run };
  }

  return async (id, rawInput, actor, options = {}) => {
    if (byId.get(id)?.operation.isInner) throw new Problem('not-found', { kind: 'operation', id });
    const { operation, input, prepare, run } = admit(id, rawInput, actor);
    if (holdsZero(input)) throw new Problem('invalid-input', { count: 1, issues: zeroIssue });
    const key = operation.shows === 'secret' ? undefined : options.key;
    const scope: Scope = actor.scope;
    let changes: Pick<AuditEntry, 'entity' | 'entityId' | 'before' | 'after'>[] = [];
    let finishing: Promise<unknown>[] = [];
    const inner = async (db: Reader | Writer, other: Operation, otherInput: unknown) => {
      const otherId = byOperation.get(other);
      if (otherId === undefined) throw new Error('an operation was asked for that the system does not offer');
      if (!isRead(other) && isRead(operation)) throw new Error(`${id} reads and may not tell ${otherId} to write`);
      const told = admit(otherId, otherInput, actor);
      const context = contextOn(db);
      // Within a transaction that is open already, there is no before.
      const ready = await told.prepare({ actor, read: (work) => work(context) });
      return (await told.run(context, ready)) as never;
    };
    const contextOn = (db: Reader | Writer): Context => ({
      db: db as Writer,
      actor,
      today: today(),
      now: now(),
      newId,
      audit: (entity, entityId, before, after) => changes.push({ entity, entityId, before, after }),
      finish: (write) => {
        // Somebody else may fail first; then nobody asks how this one went.
        write.catch(() => undefined);
        finishing.push(write);
      },
      ask: (other, otherInput) => inner(db, other, otherInput),
      tell: (other, otherInput) => inner(db, other, otherInput),
    });
    const read = <T>(work: (context: Context<Reader>) => Promise<T>): Promise<T> =>
      database.read(scope, (db) => work(contextOn(db)));
    if (isRead(operation)) return read((context) => run(context as Context, undefined));
    const ready = await prepare({ actor, read });
    const write = async (): Promise<unknown> => {
      [changes, finishing] = [[], []];
      let closing: Promise<unknown> = Promise.resolve();
      const written = database.write(scope, async (db) => {
        const earlier = key === undefined ? null : await reserveAnswer(db, actor, id, key, now());
        if (earlier !== null) return earlier.answer;
        const output = await run(contextOn(db), ready);
        const { tenantId, unitPath, id: actorId } = actor;
        if (changes.length === 0) changes.push({ entity: null, entityId: null, before: null, after: null });
        const about = { tenantId, unitPath, at: now(), actor: actorId, operation: id };
        const last = changes.map((change) => writeAudit(db, { ...about, id: newId(), ...change }));
        if (key !== undefined) last.push(keepAnswer(db, actor, key, output));
        // The commit follows without waiting for them: where one fails, PostgreSQL makes a rollback of it.
        closing = Promise.all([...finishing, ...last]);
        closing.catch(() => undefined);
        return output;
      });
      const output = await written.catch(async (error: unknown) => {
        // Why the last statements failed says more than that the commit did, but no more than a refusal that has words.
        if (!(error instanceof Problem)) await Promise.all([...finishing, closing]);
        throw error;
      });
      // All of it went before the commit; a write that came behind it would be lost, and says so here.
      await closing;
      return output;
    };
    return untilUndisturbed(write);
  };
}
