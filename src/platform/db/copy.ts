import pg from 'pg';

const copying = /^\s*copy\s[^;]*\sfrom\s+stdin\s+\$1\s*$/i;

interface Wire {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** COPY … FROM STDIN with its lines at hand. */
class Copy extends pg.Query {
  readonly #lines: string;

  constructor(statement: string, lines: string) {
    super(statement);
    this.#lines = lines;
  }

  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFromChunk(Buffer.from(this.#lines));
    wire.endCopyFrom();
  }
}

/**
 * A client for which `copy TABLE from stdin $1` is a statement with one parameter, the lines as COPY reads them: stores
 * speak SQL alone, and PostgreSQL takes no parameter there.
 */
export class CopyingClient extends pg.Client {
  // @ts-expect-error The declarations list a dozen forms; all others are passed on as they come.
  override query(statement: unknown, ...rest: unknown[]): unknown {
    if (typeof statement === 'string' && copying.test(statement)) {
      const [lines] = rest[0] as [string];
      return super.query(new Copy(statement.replace(/\$1\s*$/, ''), lines) as never);
    }
    return super.query(statement as never, ...(rest as never[]));
  }
}
