import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { growth, missing, ratio } from './missing.ts';

test('a ratio over zero is missing with its reason, not infinite', () => {
  expect(ratio(new Decimal(5), new Decimal(0))).toEqual(missing('zero-denominator'));
});

test('a hole is passed on as it is', () => {
  const hole = missing('not-reported', ['enterprise.tax']);
  expect(growth(hole, new Decimal(1))).toBe(hole);
  expect(growth(new Decimal(1), hole)).toBe(hole);
});

test('growth is exact in decimals', () => {
  expect(growth(new Decimal('0.3'), new Decimal('0.1')).toString()).toBe('2');
});
