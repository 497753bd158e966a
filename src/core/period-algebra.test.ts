import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMissing, missing, type Value } from './missing.ts';
import { monthsWithin, periodsOfYear } from './period.ts';
import {
  aheadOfSchedule,
  completion,
  cumulativesOf,
  rankChange,
  ranksOf,
  scheduleShare,
  singlesOf,
  sumOf,
  yearOnYear,
} from './period-algebra.ts';

/** Up to 28 digits: more than the usual precision of a Decimal. */
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), fc.integer({ min: 0, max: 8 }))
  .map(([whole, digits]) => new Decimal(`${whole}e-${digits}`));
const hole = fc.constantFrom(missing('not-reported'), missing('suppressed'));
const value: fc.Arbitrary<Value> = fc.oneof({ weight: 9, arbitrary: amount }, { weight: 1, arbitrary: hole });
const year = fc.array(amount, { minLength: 12, maxLength: 12 });
const show = (each: Value) => (isMissing(each) ? each.missing : each.toFixed());

test('当月 from 累计 and back is exact, to the last digit', () => {
  fc.assert(
    fc.property(year, (singles) => {
      expect(singlesOf(cumulativesOf(singles)).map(show)).toEqual(singles.map(show));
    }),
  );
});

test('the quarters of a year, the halves and the months make the same year', () => {
  fc.assert(
    fc.property(year, (singles) => {
      const months = periodsOfYear(2026, 'month');
      const within = (period: string) => sumOf(monthsWithin(period).map((m) => singles[months.indexOf(m)] as Value));
      const whole = show(within('2026'));
      for (const kind of ['half', 'quarter', 'month'] as const)
        expect(show(sumOf(periodsOfYear(2026, kind).map(within)))).toBe(whole);
    }),
  );
});

test('a hole in one month leaves that 当月 and the next without a figure, and every later month has one', () => {
  const cumulative = [1, 3, null, 8, 13].map((n) => (n === null ? missing('not-reported') : new Decimal(n)));
  expect(singlesOf(cumulative).map(show)).toEqual(['1', '2', 'not-reported', 'not-reported', '5']);
});

test('with January exempt, February carries both months and March is March alone', () => {
  const cumulative = [missing('not-applicable'), new Decimal(20), new Decimal(33)];
  const singles = singlesOf(cumulative, { januaryExempt: true });
  expect(singles.map(show)).toEqual(['not-applicable', 'not-applicable', '13']);
  const reported = [missing('not-applicable'), new Decimal(20), new Decimal(13)];
  expect(cumulativesOf(reported, { januaryExempt: true }).map(show)).toEqual(['not-applicable', '20', '33']);
});

test('growth from nothing is no figure, and says why', () => {
  expect(yearOnYear(new Decimal(5), new Decimal(0))).toEqual(missing('zero-denominator'));
  expect(show(yearOnYear(new Decimal(112), new Decimal(100)))).toBe('0.12');
});

test('序时进度 is three quarters at the end of September, or what the monthly profile says', () => {
  expect(show(scheduleShare('2026-09'))).toBe('0.75');
  expect(show(scheduleShare('2026-Q2'))).toBe('0.5');
  const profile = Array.from({ length: 12 }, (_, i) => new Decimal(i < 6 ? 1 : 3));
  expect(show(scheduleShare('2026-06', profile))).toBe('0.25');
  expect(show(completion(new Decimal(60), new Decimal(80)))).toBe('0.75');
  expect(show(aheadOfSchedule(new Decimal(60), new Decimal(80), '2026-06'))).toBe('0.25');
  expect(scheduleShare('2026-06', [])).toMatchObject({ missing: 'not-applicable' });
});

test('equals share a place, the next one is left out, and a hole has none', () => {
  const values = [5, 7, null, 7, 1].map((n) => (n === null ? missing('not-reported') : new Decimal(n)));
  expect(ranksOf(values, 'more')).toEqual([3, 1, null, 1, 4]);
  expect(ranksOf(values, 'less')).toEqual([2, 3, null, 3, 1]);
  expect([rankChange(2, 5), rankChange(5, 2), rankChange(null, 2)]).toEqual([3, -3, null]);
});

test('a place is one more than the number of those that are better, however the rows are ordered', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 30 }), (values) => {
      const ranks = ranksOf(values, 'more');
      for (const [i, each] of values.entries()) {
        const better = values.filter((other) => !isMissing(other) && !isMissing(each) && other.gt(each)).length;
        expect(ranks[i]).toBe(isMissing(each) ? null : better + 1);
      }
      expect(ranksOf(values.toReversed(), 'more')).toEqual(ranks.toReversed());
    }),
  );
});
