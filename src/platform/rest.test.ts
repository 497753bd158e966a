import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collectAtRest } from './rest.ts';

test('what the last work left is given back once nobody asks any more', async () => {
  const rest = collectAtRest(40);
  let left: unknown[] | null = Array.from({ length: 500_000 }, (_, i) => ({ i }));
  rest.noteWork();
  const full = process.memoryUsage().heapUsed;
  expect(left.length).toBe(500_000);
  left = null;
  while (process.memoryUsage().heapUsed > full - 10_000_000) await sleep(20);
  rest.stop();
});
