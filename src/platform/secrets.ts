import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import type { SecretKeys } from './secret-key.ts';

/** The first recommendation of OWASP for argon2id: 19 MiB, two passes, one lane. */
export const argon2 = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Without characters that look alike on paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

export function toBase32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += base32[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + base32[(value << (5 - bits)) & 31] : text;
}

export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text.toUpperCase().replaceAll(/[\s=]/g, '')) {
    const digit = base32.indexOf(letter);
    if (digit === -1) throw new Error('not Base32');
    value = (value << 5) | digit;
    bits += 5;
    if (bits < 8) continue;
    bytes.push((value >>> (bits - 8)) & 255);
    bits -= 8;
    value &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** RFC 4226 §5.3 over a counter; RFC 6238 counts time steps. */
export function oneTimeCode(secret: Uint8Array, counter: number, digits = 6): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', secret).update(message).digest();
  const offset = (digest.at(-1) as number) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0');
}

const group = (length: number): string => Array.from({ length }, () => readable[randomInt(readable.length)]).join('');

/** Passwords, tokens and one-time codes, as the people module asks for them. */
export const secrets = {
  hashPassword: (password: string): Promise<string> => hash(password.normalize('NFKC'), argon2),
  verifyPassword: (digest: string, password: string): Promise<boolean> => verify(digest, password.normalize('NFKC')),
  newToken: (): string => randomBytes(32).toString('base64url'),
  newPassword: (): string => [group(4), group(4), group(4)].join('-'),
  newTotpSecret: (): string => toBase32(randomBytes(20)),
  digest: (text: string): string => createHash('sha256').update(text).digest('hex'),
  codeAt: (secret: string, step: number): string => oneTimeCode(fromBase32(secret), step),
};

const cipher = 'aes-256-gcm';
const sealedPattern = /^v1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;
const ivLength = 12;
const tagLength = 16;

/**
 * The same with the keys of the instance, for what must be read again. Sealed text is `v1.key.data` with AES-256-GCM
 * (NIST SP 800-38D) and belongs to one thing: copied to another account, it does not open.
 */
export const secretsWith = (keys: SecretKeys) => ({
  ...secrets,
  isSealed: (text: string): boolean => sealedPattern.test(text),
  seal: (text: string, about: string): string => {
    const [{ id, bytes }] = keys;
    const iv = randomBytes(ivLength);
    const sealing = createCipheriv(cipher, bytes, iv).setAAD(Buffer.from(about));
    const data = Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
    return `v1.${id}.${data.toString('base64url')}`;
  },
  open: (sealed: string, about: string): string | null => {
    const [, keyId, encoded = ''] = sealed.match(sealedPattern) ?? [];
    const key = keys.find(({ id }) => id === keyId);
    const data = Buffer.from(encoded, 'base64url');
    if (key === undefined || data.length < ivLength + tagLength) return null;
    try {
      const opening = createDecipheriv(cipher, key.bytes, data.subarray(0, ivLength), { authTagLength: tagLength })
        .setAAD(Buffer.from(about))
        .setAuthTag(data.subarray(-tagLength));
      return Buffer.concat([opening.update(data.subarray(ivLength, -tagLength)), opening.final()]).toString('utf8');
    } catch {
      // Altered, or sealed about something else: not to be told apart from a key that is lost.
      return null;
    }
  },
});
