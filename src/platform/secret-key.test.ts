import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadKeys, newKey, parseKeys } from './secret-key.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lantu-key-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const file = () => join(home, 'secret.key');
const mode = () => statSync(file()).mode & 0o777;

test('the first start makes a key that only its account may read; later ones find the same', async () => {
  const [first] = await loadKeys({ home });
  expect(first.bytes).toHaveLength(32);
  expect(mode()).toBe(0o600);
  chmodSync(file(), 0o644);
  expect((await loadKeys({ home }))[0].id).toBe(first.id);
  expect(mode()).toBe(0o600);
  expect(readdirSync(home)).toEqual(['secret.key']);
});

test('of several that begin at once all go on with one key', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => loadKeys({ home })));
  expect(new Set(all.map(([{ id }]) => id)).size).toBe(1);
});

test('a key of the environment comes before the file, in hexadecimal or Base64, and leaves no file', async () => {
  const { id, bytes } = newKey();
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    const [first] = await loadKeys({ home, secretKey: Buffer.from(bytes).toString(encoding) });
    expect(first.id).toBe(id);
  }
  expect(readdirSync(home)).toEqual([]);
});

test('several keys stand newest first', () => {
  const [newer, older] = [newKey(), newKey()];
  const text = [newer, older].map(({ bytes }) => Buffer.from(bytes).toString('hex')).join('\n');
  expect(parseKeys(text, 'here').map(({ id }) => id)).toEqual([newer.id, older.id]);
});

test('a damaged key stops the start and is named; it is never replaced', async () => {
  writeFileSync(file(), 'too short\n');
  await expect(loadKeys({ home })).rejects.toMatchObject({ code: 'secret-key-wrong', data: { origin: file() } });
  expect(readFileSync(file(), 'utf8')).toBe('too short\n');
  for (const text of ['', 'x', 'ab'.repeat(31)])
    await expect(loadKeys({ home, secretKey: text })).rejects.toMatchObject({ code: 'secret-key-wrong' });
});
