import type { Decimal } from 'decimal.js';
import { growth, isMissing, missing, type Value } from '../../core/missing.ts';
import {
  type Accumulation,
  kindOfPeriod,
  type Period,
  periodBefore,
  periodsOfYear,
  previousYear,
  yearOf,
} from '../../core/period.ts';
import { aheadOfSchedule, completion, difference, scheduleShare, sumOf } from '../../core/period-algebra.ts';
import { indicatorById } from './catalog/index.ts';
import { type Indicator, ratioOf } from './indicator.ts';

/** What has been observed of one subject (or of a group of them) and one indicator. */
export type Lookup = (
  indicatorId: string,
  period: Period,
  accumulation: Accumulation,
  scenario: 'actual' | 'plan',
) => Value;

export interface Figure {
  readonly single: Value;
  readonly cumulative: Value;
  /** 同比 and 环比, as shares. */
  readonly yearOnYear: Value;
  readonly onPrevious: Value;
  readonly plan: Value;
  readonly completion: Value;
  /** Completion less 序时进度. */
  readonly ahead: Value;
}

const notReported = missing('not-reported');
const notApplicable = missing('not-applicable');
const isUnreported = (value: Value): boolean => isMissing(value) && value.missing === 'not-reported';

/** Asked for every figure of every unit, and worked out once for a period. */
function oncePerPeriod<T>(make: (period: Period) => T): (period: Period) => T {
  const known = new Map<Period, { readonly made: T }>();
  return (period) => {
    const found = known.get(period) ?? { made: make(period) };
    known.set(period, found);
    return found.made;
  };
}
const periodsAround = oncePerPeriod((period) => periodsOfYear(yearOf(period), kindOfPeriod(period)));
const before = oncePerPeriod(periodBefore);
const yearBefore = oncePerPeriod(previousYear);
const yearAround = oncePerPeriod((period) => String(yearOf(period)));
const isFirst = (period: Period): boolean => periodsAround(period)[0] === period;
export const isStock = ({ aggregation }: Indicator): boolean => aggregation === 'last';
const isReportedTogether = ({ januaryExempt }: Indicator, period: Period): boolean =>
  januaryExempt && /-0[12]$/.test(period);

/** All periods that the figures of one period are worked out from. */
export function periodsBehind(period: Period): readonly Period[] {
  const years = [yearOf(period), yearOf(period) - 1, yearOf(period) - 2];
  return [...new Set(years.flatMap((year) => [...periodsOfYear(year, kindOfPeriod(period)), String(year)]))];
}

/** 当期: as reported, or the step between two figures since January. */
export function singleOf(indicator: Indicator, period: Period, lookup: Lookup): Value {
  const reported = lookup(indicator.id, period, 'single', 'actual');
  if (!isUnreported(reported) || isStock(indicator)) return reported;
  // A rate since January says nothing of the month alone.
  if (indicator.aggregation === 'weighted') return indicator.accumulation === 'cumulative' ? notApplicable : reported;
  if (isReportedTogether(indicator, period)) return notApplicable;
  const upToNow = lookup(indicator.id, period, 'cumulative', 'actual');
  if (isFirst(period)) return upToNow;
  return difference(upToNow, lookup(indicator.id, before(period), 'cumulative', 'actual'));
}

/** 累计: as reported, or the sum of the periods so far. */
export function cumulativeOf(indicator: Indicator, period: Period, lookup: Lookup): Value {
  if (isStock(indicator)) return notApplicable;
  const reported = lookup(indicator.id, period, 'cumulative', 'actual');
  if (!isUnreported(reported) || indicator.aggregation === 'weighted') return reported;
  const parts = periodsAround(period).filter((each) => each <= period);
  return sumOf(parts.map((part) => lookup(indicator.id, part, 'single', 'actual')));
}

/** A ratio of sums, whatever the sums are over: months, subjects or both. */
function ratioBy(indicator: Indicator, part: (component: Indicator) => Value): Value {
  const [above, below] = [indicatorById.get(indicator.above ?? ''), indicatorById.get(indicator.below ?? '')];
  if (above === undefined || below === undefined) return notApplicable;
  return ratioOf(indicator, { value: part(above), base: above.base }, { value: part(below), base: below.base });
}

/** A stock stands as it is at the end; a flow is taken since January, or of the period alone. */
const valueIn =
  (period: Period, lookup: Lookup, accumulation: Accumulation) =>
  (component: Indicator): Value =>
    isStock(component) || accumulation === 'single'
      ? singleOf(component, period, lookup)
      : cumulativeOf(component, period, lookup);

/** 当期 and 累计 of a period, the one worked out from the other where only one was reported. */
export function valuesOf(indicator: Indicator, period: Period, lookup: Lookup): Pick<Figure, 'single' | 'cumulative'> {
  if (indicator.aggregation !== 'ratio')
    return { single: singleOf(indicator, period, lookup), cumulative: cumulativeOf(indicator, period, lookup) };
  return {
    single: ratioBy(indicator, valueIn(period, lookup, 'single')),
    cumulative: ratioBy(indicator, valueIn(period, lookup, 'cumulative')),
  };
}

/** The year's plan of an indicator: of a ratio, the ratio of the plans of its parts unless one was set for itself. */
export function planOf(indicator: Indicator, year: Period, lookup: Lookup): Value {
  const [asReported, other]: Accumulation[] =
    indicator.accumulation === 'single' ? ['single', 'cumulative'] : ['cumulative', 'single'];
  const own = lookup(indicator.id, year, asReported as Accumulation, 'plan');
  const set = isUnreported(own) ? lookup(indicator.id, year, other as Accumulation, 'plan') : own;
  if (!isUnreported(set) || indicator.aggregation !== 'ratio') return set;
  return ratioBy(indicator, (component) => planOf(component, year, lookup));
}

/** Rates and stocks have no share of the year that is due by now. */
const isFlow = ({ aggregation }: Indicator): boolean => aggregation === 'sum';

export interface FigureAndBefore extends Figure {
  /** 当期 and 累计 of the period before. */
  readonly before: Pick<Figure, 'single' | 'cumulative'>;
}

export function figureOf(indicator: Indicator, period: Period, lookup: Lookup): FigureAndBefore {
  const now = valuesOf(indicator, period, lookup);
  const lastYear = valuesOf(indicator, yearBefore(period), lookup);
  const earlier = valuesOf(indicator, before(period), lookup);
  const takesSingle = indicator.accumulation === 'single';
  const [main, mainLastYear] = takesSingle ? [now.single, lastYear.single] : [now.cumulative, lastYear.cumulative];
  const plan = planOf(indicator, yearAround(period), lookup);
  const isRate = indicator.aggregation === 'weighted';
  return {
    single: now.single,
    cumulative: now.cumulative,
    before: earlier,
    yearOnYear: isRate ? notApplicable : growth(main, mainLastYear),
    onPrevious: isRate ? notApplicable : growth(now.single, earlier.single),
    plan,
    completion: completion(main, plan),
    ahead: isFlow(indicator) ? aheadOfSchedule(main, plan, period) : notApplicable,
  };
}

export const dueShare = (period: Period): Value => scheduleShare(period);

const slotOf = (accumulation: Accumulation, scenario: string): number =>
  (accumulation === 'single' ? 0 : 1) + (scenario === 'actual' ? 0 : 2);

/** A lookup over what was loaded; what is not there was not reported. */
export function lookupIn(
  rows: Iterable<{ indicatorId: string; period: Period; accumulation: Accumulation; scenario: string; value: Value }>,
): Lookup {
  const known = new Map<string, Map<Period, (Value | undefined)[]>>();
  for (const { indicatorId, period, accumulation, scenario, value } of rows) {
    const ofIndicator = known.get(indicatorId) ?? new Map<Period, (Value | undefined)[]>();
    const slots = ofIndicator.get(period) ?? [undefined, undefined, undefined, undefined];
    slots[slotOf(accumulation, scenario)] = value;
    known.set(indicatorId, ofIndicator.set(period, slots));
  }
  return (indicatorId, period, accumulation, scenario) =>
    known.get(indicatorId)?.get(period)?.[slotOf(accumulation, scenario)] ?? notReported;
}

/** A share as a percentage with one decimal; null where there is none. */
export const percent = (value: Value): string | null =>
  isMissing(value) ? null : (value as Decimal).times(100).toFixed(1);
