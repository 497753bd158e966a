import { expect, test } from 'vitest';
import {
  kindOfPeriod,
  monthsOf,
  monthsPassed,
  monthsWithin,
  Period,
  periodBefore,
  periodsOfYear,
  previousYear,
} from './period.ts';

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

test.each([
  ['2026-01', '2025-12'],
  ['2026-09', '2026-08'],
  ['2026-Q1', '2025-Q4'],
  ['2026-H2', '2026-H1'],
  ['2026', '2025'],
])('环比 compares %s with %s', (period, before) => expect(periodBefore(period)).toBe(before));

test('the parts of a year are in order, and each knows its months', () => {
  expect(periodsOfYear(2026, 'quarter')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
  expect(periodsOfYear(2026, 'year')).toEqual(['2026']);
  expect(monthsWithin('2026-Q2')).toEqual(['2026-04', '2026-05', '2026-06']);
  expect(periodsOfYear(2026, 'half').flatMap(monthsWithin)).toEqual(periodsOfYear(2026, 'month'));
  expect(['2026', '2026-H1', '2026-Q3', '2026-02'].map(monthsPassed)).toEqual([12, 6, 9, 2]);
  expect(['2026', '2026-H1', '2026-Q3', '2026-02'].map(kindOfPeriod)).toEqual(['year', 'half', 'quarter', 'month']);
});
