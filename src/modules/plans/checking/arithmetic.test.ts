import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, lastDigit, meets, quotient, rounded, sum, widened, yearlyGrowth } from './arithmetic.ts';

test('tolerance follows the printed digits, trailing zeros included', () => {
  expect(lastDigit('4.70').toNumber()).toBe(0.01);
  expect(lastDigit('4.7').toNumber()).toBe(0.1);
  expect(lastDigit('1500').toNumber()).toBe(1);
});

test('a sum of rounded figures always meets the rounded sum', () => {
  const figure = fc.integer({ min: 0, max: 10_000_000 }).map((n) => new Decimal(n).div(1000));
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 20 }), fc.integer({ min: 0, max: 2 }), (terms, places) => {
      const whole = Decimal.sum(...terms);
      const parts = terms.map((term) => rounded(term.toFixed(places)));
      expect(meets(sum(parts), rounded(whole.toFixed(places)))).toBe(true);
    }),
  );
});

test('a growth rate computed from exact figures lies in the interval of the rounded ones', () => {
  const figure = fc.integer({ min: 1000, max: 9_999_999 }).map((n) => new Decimal(n).div(100));
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 1, max: 10 }), (base, target, years) => {
      const exact = yearlyGrowth(exactly(base), exactly(target), years);
      const printed = yearlyGrowth(rounded(base.toFixed(1)), rounded(target.toFixed(1)), years);
      expect(exact !== null && printed !== null && meets(exact, widened(printed, '1e-9'))).toBe(true);
    }),
  );
});

test('4.7 to 7.3 in five years is 9.2 % a year; 1800 to 2000 is not 12 %', () => {
  const near = yearlyGrowth(rounded('4.7'), rounded('7.3'), 5);
  const far = yearlyGrowth(rounded('1800'), rounded('2000'), 5);
  expect(near !== null && meets(near, rounded('9.2'))).toBe(true);
  expect(far !== null && meets(far, rounded('12'))).toBe(false);
});

test('nothing grows from zero', () => {
  expect(quotient(exactly(1), exactly(0))).toBeNull();
  expect(yearlyGrowth(exactly(0), exactly(10), 5)).toBeNull();
});
