import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newKey } from './secret-key.ts';
import { argon2, fromBase32, oneTimeCode, secrets, secretsWith, toBase32 } from './secrets.ts';

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('the code at %i seconds is that of RFC 6238, appendix B', (seconds, code) => {
  const secret = new TextEncoder().encode('12345678901234567890');
  expect(oneTimeCode(secret, Math.floor(seconds / 30), 8)).toBe(code);
});

test('the first ten counters give what RFC 4226, appendix D, lists', () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  expect(Array.from({ length: 10 }, (_, counter) => oneTimeCode(secret, counter))).toEqual(
    '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '),
  );
});

test('Base32 writes what RFC 4648 writes, and reads back whatever it wrote', () => {
  expect(toBase32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(bytes);
    }),
  );
});

test('a password is kept as argon2id of at least 19 MiB and two passes, salted anew each time', async () => {
  const [one, two] = await Promise.all([
    secrets.hashPassword('青山绿水长又长'),
    secrets.hashPassword('青山绿水长又长'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(argon2.memoryCost * argon2.timeCost).toBeGreaterThanOrEqual(2 * 19 * 1024);
  expect(one).not.toBe(two);
  expect(await secrets.verifyPassword(one, '青山绿水长又长')).toBe(true);
  expect(await secrets.verifyPassword(one, '青山绿水长又短')).toBe(false);
});

test('tokens have 256 bits and never repeat', () => {
  const tokens = Array.from({ length: 200 }, secrets.newToken);
  expect(new Set(tokens).size).toBe(200);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

test('what is sealed opens with its key and about the same thing only, and shows nothing of itself', () => {
  const key = newKey();
  const { seal, open, isSealed } = secretsWith([key]);
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (text, about) => {
      const sealed = seal(text, about);
      expect(isSealed(sealed)).toBe(true);
      expect(open(sealed, about)).toBe(text);
      expect(open(sealed, `${about}x`)).toBeNull();
      expect(secretsWith([newKey()]).open(sealed, about)).toBeNull();
      expect(secretsWith([newKey(), key]).open(sealed, about)).toBe(text);
      expect(seal(text, about)).not.toBe(sealed);
    }),
    { numRuns: 50 },
  );
  expect(seal('JBSWY3DPEHPK3PXP', 'a')).not.toContain('JBSWY3DP');
});

test('sealed text that was altered anywhere does not open', () => {
  const { seal, open } = secretsWith([newKey()]);
  const sealed = seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'a');
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const altered = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
    // The last character of Base64 may carry bits that mean nothing.
    if (at < sealed.length - 1) expect(open(altered, 'a')).toBeNull();
  }
  for (const text of ['', 'v1.', 'v1.00000000.AAAA', 'JBSWY3DPEHPK3PXP']) expect(open(text, 'a')).toBeNull();
});
