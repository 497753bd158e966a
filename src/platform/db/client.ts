import type { Writable } from 'node:stream';
import pg from 'pg';

const copying = /^\s*copy\s[^;]*\sfrom\s+stdin\s+\$1\s*$/i;

interface Wire {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** COPY … FROM STDIN with its lines at hand. */
class Copy extends pg.Query {
  readonly #lines: string;

  constructor(statement: string, lines: string, done: (error: Error | null, result: unknown) => void) {
    super(statement, [], done as never);
    this.#lines = lines;
  }

  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFromChunk(Buffer.from(this.#lines));
    wire.endCopyFrom();
  }
}

const repeatsBeforeNamed = 4;
const mostNamed = 150;
const mostSeen = 2000;
const longestNamed = 10_000;

/** Statements that recur are prepared once for each connection; those built anew for every request never are. */
const seen = new Map<string, number>();
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNamed || text.length > longestNamed) return known;
  const times = (seen.get(text) ?? 0) + 1;
  if (times <= repeatsBeforeNamed) {
    if (seen.size >= mostSeen) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * A client that prepares what recurs, and for which `copy TABLE from stdin $1` is a statement with one parameter, the
 * lines as COPY reads them: stores speak SQL alone, and PostgreSQL takes no parameter there.
 */
export class Client extends pg.Client {
  // @ts-expect-error The declarations list a dozen forms; all but these two are passed on as they come.
  override query(statement: unknown, ...rest: unknown[]): unknown {
    this.#gather();
    const [values] = rest;
    if (typeof statement !== 'string' || !Array.isArray(values) || values.length === 0)
      return super.query(statement as never, ...(rest as never[]));
    if (copying.test(statement)) return this.#copy(statement.replace(/\$1\s*$/, ''), values[0] as string);
    return super.query({ name: nameOf(statement), text: statement, values } as never, ...(rest.slice(1) as never[]));
  }

  /** What is said in one turn goes out in one write: on a small machine a system call costs more than the statement. */
  #gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  #copy(statement: string, lines: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      super.query(
        new Copy(statement, lines, (error, result) => (error === null ? resolve(result) : reject(error))) as never,
      );
    });
  }
}
