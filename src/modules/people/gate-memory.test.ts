import { expect, test } from 'vitest';
import { createMemory, takeTurns } from './gate-memory.ts';

/** Answers that the test gives when it likes. */
function later<T>() {
  let give: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

test('work under one name waits for the work before, failed or not; under another name it does not', async () => {
  const inTurn = takeTurns();
  const order: string[] = [];
  const gate = later<void>();
  const first = inTurn('a', async () => {
    await gate.promise;
    order.push('a1');
    throw new Error('no');
  });
  const second = inTurn('a', async () => void order.push('a2'));
  await inTurn('b', async () => void order.push('b1'));
  gate.give();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

test('an answer stands for its time and is then asked for again', async () => {
  let at = 0;
  let asked = 0;
  const memory = createMemory<number>({ now: () => new Date(at).toISOString(), ms: 5000, most: 10 });
  const ask = async () => ++asked;
  expect([await memory.recall('k', ask), await memory.recall('k', ask)]).toEqual([1, 1]);
  at = 5000;
  expect(await memory.recall('k', ask)).toBe(2);
  memory.forget();
  expect(await memory.recall('k', ask)).toBe(3);
});

test('an answer that was under way when something changed is given, but not kept', async () => {
  const memory = createMemory<string>({ now: () => '2026-11-22T00:00:00Z', ms: 5000, most: 10 });
  const slow = later<string>();
  const given = memory.recall('k', () => slow.promise);
  memory.forget();
  slow.give('old');
  expect(await given).toBe('old');
  expect(await memory.recall('k', async () => 'new')).toBe('new');
});

test('it never remembers more than its most', async () => {
  const memory = createMemory<string>({ now: () => '2026-11-22T00:00:00Z', ms: 5000, most: 2 });
  for (const key of ['a', 'b', 'c']) await memory.recall(key, async () => key);
  expect(await memory.recall('a', async () => 'asked again')).toBe('asked again');
});
