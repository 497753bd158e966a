import { Buffer } from 'node:buffer';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Problem } from '../../core/problem.ts';
import { damaged, type Limits } from './limits.ts';

/** The parts of a packed file; each is unpacked only when asked for. Names are looked up, never used as paths. */
export interface Package {
  readonly paths: readonly string[];
  has(path: string): boolean;
  bytes(path: string): Promise<Uint8Array>;
  text(path: string): Promise<string>;
  modified(path: string): Date;
}

const MiB = 1024 * 1024;

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function openBuffer(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );
}

/** What the directory of the file admits to; the rest is counted while unpacking. */
function checkEntries(name: string, entries: readonly Entry[], limits: Limits): void {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const swollen = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > MiB && uncompressedSize > limits.ratio * Math.max(compressedSize, 1),
  );
  if (entries.length > limits.entries || total > limits.unpacked || swollen) throw new Problem('file-bomb', { name });
  // Office programs encrypt the whole package; a ZIP password on single parts comes from archivers.
  if (entries.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) === 1))
    throw new Problem('file-protected', { name });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export async function openPackage(name: string, bytes: Uint8Array, limits: Limits): Promise<Package> {
  let zip: ZipFile;
  let entries: Entry[];
  try {
    zip = await openBuffer(bytes);
    if (zip.entryCount > limits.entries) throw new Problem('file-bomb', { name });
    entries = await listEntries(zip);
  } catch (error) {
    throw error instanceof Problem ? error : damaged(name, reasonOf(error));
  }
  checkEntries(name, entries, limits);
  const byPath = new Map(entries.map((entry) => [entry.fileName.replaceAll('\\', '/').replace(/^\/+/, ''), entry]));
  let unpacked = 0;

  const unpack = (entry: Entry): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const refuse = (error: unknown) => reject(error instanceof Problem ? error : damaged(name, reasonOf(error)));
      const most = Math.max(MiB, limits.ratio * Math.max(entry.compressedSize, 1));
      zip.openReadStream(entry, (error, stream) => {
        if (error) return refuse(error);
        const chunks: Buffer[] = [];
        let size = 0;
        stream.on('data', (chunk: Buffer) => {
          size += chunk.length;
          unpacked += chunk.length;
          if (size > most || unpacked > limits.unpacked) stream.destroy(new Problem('file-bomb', { name }));
          else chunks.push(chunk);
        });
        stream.on('error', refuse);
        stream.on('end', () => resolve(Buffer.concat(chunks)));
      });
    });

  const entryAt = (path: string): Entry => {
    const entry = byPath.get(path);
    if (entry === undefined) throw damaged(name, `${path} is missing`);
    return entry;
  };

  const bytesAt = (path: string): Promise<Uint8Array> => unpack(entryAt(path));
  return {
    paths: [...byPath.keys()],
    has: (path) => byPath.has(path),
    bytes: bytesAt,
    text: async (path) => decodeXml(await bytesAt(path)),
    modified: (path) => entryAt(path).getLastModDate(),
  };
}

/** XML parts are UTF-8 but for the few that some exporters write in UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
