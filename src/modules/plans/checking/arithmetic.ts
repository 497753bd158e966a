import { Decimal } from 'decimal.js';

/**
 * What a printed figure can stand for. Rounding is never an error, so every comparison works on intervals:
 * a printed number stands for everything that would have been rounded to it.
 */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** One unit of the last printed digit: 0.01 for “4.70”, 1 for “1500”. */
export const lastDigit = (printed: string): Decimal => new Decimal(10).pow(-printed.replace(/^[^.]*\.?/, '').length);

export const around = (value: Decimal, slack: Decimal.Value): Interval => ({
  low: value.minus(slack),
  high: value.plus(slack),
});

/** Everything that rounds to the printed digits. */
export const rounded = (printed: string): Interval => around(new Decimal(printed), lastDigit(printed).div(2));

export const exactly = (value: Decimal.Value): Interval => around(new Decimal(value), 0);

export const hull = (a: Interval, b: Interval): Interval => ({
  low: Decimal.min(a.low, b.low),
  high: Decimal.max(a.high, b.high),
});

export const sum = (terms: readonly Interval[]): Interval => ({
  low: Decimal.sum(0, ...terms.map(({ low }) => low)),
  high: Decimal.sum(0, ...terms.map(({ high }) => high)),
});

export const scaled = ({ low, high }: Interval, factor: Decimal.Value): Interval => ({
  low: low.times(factor),
  high: high.times(factor),
});

/** a ÷ b of positive figures; null where b may be zero. */
export const quotient = (a: Interval, b: Interval): Interval | null =>
  b.low.lte(0) ? null : { low: a.low.div(b.high), high: a.high.div(b.low) };

export const product = (a: Interval, b: Interval): Interval => ({
  low: a.low.times(b.low),
  high: a.high.times(b.high),
});

export const meets = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high);

export const widened = ({ low, high }: Interval, slack: Decimal.Value): Interval => ({
  low: low.minus(slack),
  high: high.plus(slack),
});

/** The yearly growth in percent that leads from base to target; null without a positive base. */
export function yearlyGrowth(base: Interval, target: Interval, years: number): Interval | null {
  const ratio = quotient(target, base);
  if (ratio === null || ratio.low.lte(0) || years <= 0) return null;
  const rate = (factor: Decimal) => factor.pow(new Decimal(1).div(years)).minus(1).times(100);
  return { low: rate(ratio.low), high: rate(ratio.high) };
}

/** A value for people: without float noise, without needless zeros. */
export const show = (value: Decimal.Value, places = 4): string => new Decimal(value).toDecimalPlaces(places).toFixed();
