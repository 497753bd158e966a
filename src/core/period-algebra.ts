import { Decimal } from 'decimal.js';
import { growth, isMissing, missing, ratio, type Value } from './missing.ts';
import { monthsPassed, type Period } from './period.ts';

/** Sums and differences keep every digit; twenty, the usual, would round a province's total in 元 and 角. */
const Exact = Decimal.clone({ precision: 100 });

const nothing = new Exact(0);
const minus = (a: Decimal, b: Decimal): Decimal => new Decimal(new Exact(a).minus(b));

/** The sum of all, or the first hole among them: a total with a hole in it is not a total. */
export function sumOf(values: readonly Value[]): Value {
  let sum = nothing;
  for (const value of values) {
    if (isMissing(value)) return value;
    sum = sum.plus(value);
  }
  return new Decimal(sum);
}

export const difference = (now: Value, before: Value): Value => {
  if (isMissing(now)) return now;
  return isMissing(before) ? before : minus(now, before);
};

interface MonthRule {
  /** 一月不单独报送: January and February are reported together, so neither has a figure of its own. */
  readonly januaryExempt?: boolean;
}

const together = missing('not-applicable', ['1—2月合并报送']);

/** 累计 → 当月: from the twelve (or fewer) cumulative figures of a year, January first. */
export function singlesOf(cumulative: readonly Value[], { januaryExempt = false }: MonthRule = {}): readonly Value[] {
  return cumulative.map((value, i) => {
    if (januaryExempt && i < 2) return together;
    return i === 0 ? value : difference(value, cumulative[i - 1] as Value);
  });
}

/** 当月 → 累计. With January exempt, what February reports holds both months. */
export function cumulativesOf(singles: readonly Value[], { januaryExempt = false }: MonthRule = {}): readonly Value[] {
  let sum: Value = new Decimal(0);
  return singles.map((value, i) => {
    if (januaryExempt && i === 0) return together;
    sum = sumOf([sum, value]);
    return sum;
  });
}

/** 同比: growth over the same period of the year before, as a share. */
export const yearOnYear = growth;

/** 环比: growth over the period just before, as a share. */
export const onPrevious = growth;

/** 序时进度: the share of the year's plan that is due when the period ends; a profile gives each month its own part. */
export function scheduleShare(period: Period, profile?: readonly Decimal[]): Value {
  const passed = monthsPassed(period);
  if (profile === undefined) return new Decimal(passed).div(12);
  if (profile.length !== 12) return missing('not-applicable', ['按月分解须有 12 个月']);
  return ratio(sumOf(profile.slice(0, passed)), sumOf(profile));
}

/** 完成率: what has been done since January over the plan of the year, as a share. */
export const completion = (cumulative: Value, yearPlan: Value): Value => ratio(cumulative, yearPlan);

/** How far ahead of (or, negative, behind) the calendar the year's plan is, as a share of the plan. */
export const aheadOfSchedule = (cumulative: Value, yearPlan: Value, period: Period): Value =>
  difference(completion(cumulative, yearPlan), scheduleShare(period));

export type Direction = 'more' | 'less';

/** Places from 1: equals share a place and the next is left out (1, 2, 2, 4); a hole has no place. */
export function ranksOf(values: readonly Value[], direction: Direction): readonly (number | null)[] {
  const known = values.filter((value): value is Decimal => !isMissing(value));
  const sorted = known.toSorted((a, b) => (direction === 'more' ? b.comparedTo(a) : a.comparedTo(b)));
  const places = new Map<string, number>();
  for (const [i, value] of sorted.entries()) {
    const text = value.isZero() ? '0' : value.toString();
    if (!places.has(text)) places.set(text, i + 1);
  }
  return values.map((value) =>
    isMissing(value) ? null : (places.get(value.isZero() ? '0' : value.toString()) as number),
  );
}

/** Places gained (positive) or lost since before; null where one of the two has no place. */
export const rankChange = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : before - now;
