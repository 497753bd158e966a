import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Every, isDue, type LastTurn } from './job.ts';

const done = (at: string): LastTurn => ({ doneAt: at, triedAt: at });
const at = (now: string, today = now.slice(0, 10)) => ({ now, today });

test('a job that never ran is due, whatever its rhythm', () => {
  expect(isDue({ minutes: 5 }, null, at('2026-11-22T02:00:00Z'))).toBe(true);
  expect(isDue({ dailyAt: '08:30' }, null, at('2026-11-21T23:00:00Z', '2026-11-22'))).toBe(true);
});

test('a daily job is due from its time in China on, once a day, and once after days of rest', () => {
  const daily: Every = { dailyAt: '08:30' };
  const last = done('2026-11-21T00:31:00Z');
  expect(isDue(daily, last, at('2026-11-22T00:29:59Z'))).toBe(false);
  expect(isDue(daily, last, at('2026-11-22T00:30:00Z'))).toBe(true);
  expect(isDue(daily, done('2026-11-22T00:30:00Z'), at('2026-11-22T09:00:00Z'))).toBe(false);
  expect(isDue(daily, done('2026-11-22T00:30:00Z'), at('2026-11-22T16:30:00Z', '2026-11-23'))).toBe(false);
  expect(isDue(daily, last, at('2026-11-29T20:00:00Z', '2026-11-30'))).toBe(true);
});

test('a job that failed is tried again after ten minutes, also when it had come through before', () => {
  for (const doneAt of [null, '2026-11-22T01:00:00Z']) {
    const failed = { doneAt, triedAt: '2026-11-22T02:00:00Z' };
    expect(isDue({ minutes: 1 }, failed, at('2026-11-22T02:09:59Z'))).toBe(false);
    expect(isDue({ minutes: 1 }, failed, at('2026-11-22T02:10:00Z'))).toBe(true);
  }
});

test('asked every minute, a job of every n minutes runs once in n minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300 }), (minutes, length) => {
      let last: LastTurn | null = null;
      let runs = 0;
      for (let step = 0; step < length; step += 1) {
        const now = new Date(Date.UTC(2026, 10, 22) + step * 60_000).toISOString();
        if (!isDue({ minutes }, last, at(now))) continue;
        last = done(now);
        runs += 1;
      }
      expect(runs).toBe(Math.ceil(length / minutes));
    }),
  );
});
