import { expect, test } from 'vitest';
import { daysOfMonth, monthAfter } from './month.ts';

test('a month is shown in whole weeks from Monday: November 2026 begins on a Sunday and takes six', () => {
  const days = daysOfMonth('2026-11');
  expect(days).toHaveLength(42);
  expect([days[0], days[6], days.at(-1)]).toEqual(['2026-10-26', '2026-11-01', '2026-12-06']);
});

test('February 2027 begins on a Monday and takes four weeks, nothing of its neighbours', () => {
  const days = daysOfMonth('2027-02');
  expect([days.length, days[0], days.at(-1)]).toEqual([28, '2027-02-01', '2027-02-28']);
});

test('months turn over the year in both directions', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', 14)]).toEqual([
    '2027-01',
    '2025-12',
    '2028-01',
  ]);
});
