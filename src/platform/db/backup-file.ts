import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { flush } from '../flush.ts';

/**
 * The container: gzip over lines of JSON. The last line is `{"end":…,"sha256":…}` over all lines before it, so that a
 * file cut short or altered is known for what it is. Any tool that reads gzip and JSON can read a backup without us.
 */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const beginning = `${file}.new`;
  const hash = createHash('sha256');
  let count = 0;
  async function* closed() {
    for await (const line of lines) {
      const whole = `${line}\n`;
      hash.update(whole);
      count += 1;
      yield whole;
    }
    yield `${JSON.stringify({ end: count, sha256: hash.digest('hex') })}\n`;
  }
  try {
    await pipeline(Readable.from(closed()), createGzip({ level: 6 }), createWriteStream(beginning, { mode: 0o600 }));
    await flush(beginning);
    await rename(beginning, file);
    await flush(dirname(file));
  } catch (error) {
    await rm(beginning, { force: true });
    throw error;
  }
}

const newline = 10;

/** Only the line feed parts lines: readline would also part at U+2028, which JSON leaves inside strings. */
function intoLines(): Transform {
  let held: Buffer[] = [];
  return new Transform({
    readableObjectMode: true,
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
        this.push(Buffer.concat([...held, chunk.subarray(from, at)]));
        held = [];
        from = at + 1;
      }
      if (from < chunk.length) held.push(chunk.subarray(from));
      done();
    },
  });
}

/** Yields every line but the last, and throws at the end if that does not vouch for them. */
export async function* readLines(file: string): AsyncGenerator<unknown> {
  const source = createReadStream(file);
  const lines = intoLines();
  const pumped = pipeline(source, createGunzip(), lines);
  // Awaited below; a reader that stops early must not leave it unheard.
  pumped.catch(() => undefined);
  const hash = createHash('sha256');
  let count = 0;
  let previous: Buffer | undefined;
  for await (const line of lines as AsyncIterable<Buffer>) {
    if (previous !== undefined) {
      hash.update(previous).update('\n');
      count += 1;
      yield JSON.parse(previous.toString('utf8'));
    }
    previous = line;
  }
  await pumped;
  const last = previous === undefined ? {} : (JSON.parse(previous.toString('utf8')) as Record<string, unknown>);
  if (last.end !== count || last.sha256 !== hash.digest('hex')) throw new Error('the closing line does not fit');
}
