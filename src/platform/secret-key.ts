import { createHash, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../core/problem.ts';
import { flush } from './flush.ts';

/** A key of AES-256 with the short name by which what it sealed refers to it. */
export interface SecretKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The first one seals; the others still open what they sealed before. */
export type SecretKeys = readonly [SecretKey, ...SecretKey[]];

const keyLength = 32;
const fileName = 'secret.key';

function keyOf(bytes: Uint8Array): SecretKey {
  const id = createHash('sha256').update('lantu key').update(bytes).digest('hex').slice(0, 8);
  return { id, bytes };
}

/** 256 bits by chance. */
export const newKey = (): SecretKey => keyOf(randomBytes(keyLength));

/** 64 hexadecimal digits, or 32 bytes in Base64; several, one after the other, newest first. */
export function parseKeys(text: string, origin: string): SecretKeys {
  const keys = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => keyOf(Buffer.from(word, /^[0-9a-f]{64}$/i.test(word) ? 'hex' : 'base64')));
  const [first, ...others] = keys;
  if (first === undefined || keys.some(({ bytes }) => bytes.length !== keyLength))
    throw new Problem('secret-key-wrong', { origin });
  return [first, ...others];
}

/** Whole or not at all, and never over one that is there: of two that begin at once, both go on with the first. */
async function createFile(home: string, path: string): Promise<void> {
  await mkdir(home, { recursive: true });
  const beginning = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(beginning, 'w', 0o600);
  try {
    await file.writeFile(`${randomBytes(keyLength).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(beginning, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(beginning, { force: true });
  await flush(home);
}

interface Place {
  readonly home: string;
  /** LANTU_SECRET_KEY, or what stands in LANTU_SECRET_KEY_FILE, instead of the file in the data home. */
  readonly secretKey?: string | undefined;
}

/** The keys of this instance; the first start makes one, which nobody but the server's account may read. */
export async function loadKeys({ home, secretKey }: Place): Promise<SecretKeys> {
  if (secretKey !== undefined) return parseKeys(secretKey, 'LANTU_SECRET_KEY');
  const path = join(home, fileName);
  const read = () => readFile(path, 'utf8');
  const text = await read().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await createFile(home, path);
    return read();
  });
  await chmod(path, 0o600);
  return parseKeys(text, path);
}
