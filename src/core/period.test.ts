import { expect, test } from 'vitest';
import { monthsOf, Period, previousYear } from './period.ts';

test.each([
  ['2026', ['2026-01', '2026-12']],
  ['2026-H2', ['2026-07', '2026-12']],
  ['2026-Q3', ['2026-07', '2026-09']],
  ['2026-02', ['2026-02', '2026-02']],
])('%s runs over the months %j', (period, months) => expect(monthsOf(period)).toEqual(months));

test('同比 compares with the same part of the year before', () => {
  expect(previousYear('2026-Q3')).toBe('2025-Q3');
  expect(previousYear('2026')).toBe('2025');
});

test.each(['2026-13', '2026-Q5', '26', '2026-H3', '2026-1'])('%s is no period', (text) => {
  expect(Period.safeParse(text).success).toBe(false);
});
