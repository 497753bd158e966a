import { isMissing, type Value } from '../../core/missing.ts';
import { type Accumulation, type Period, periodBefore, previousYear, yearOf } from '../../core/period.ts';
import type { Label } from '../../core/text.ts';
import { indicatorById } from './catalog/index.ts';
import { cumulativeOf, type Figure, isStock, type Lookup, planOf, singleOf } from './figures.ts';
import type { Indicator } from './indicator.ts';

/** What a page says of a roll-up: each measure follows from sums of observations by one formula. */
export const measures = {
  value: { zh: '下列各数之和', en: 'the sum of what follows' },
  plan: { zh: '下列各数之和', en: 'the sum of what follows' },
  growth: { zh: '本期合计 ÷ 上年同期合计 − 1', en: 'this period over the same of last year, less one' },
  completion: { zh: '自年初累计 ÷ 全年计划', en: 'since January over the plan of the year' },
  ahead: {
    zh: '自年初累计 ÷ 全年计划 − 序时进度',
    en: 'since January over the year’s plan, less the share due by now',
  },
  rank: { zh: '按数值排列的名次，并列占位', en: 'the place by value, equals share it' },
  rankChange: { zh: '上期名次 − 本期名次', en: 'the place of the period before less the place of this' },
} as const satisfies Record<string, Label>;
export type Measure = keyof typeof measures;

export const partRoles = {
  now: { zh: '本期', en: 'This period' },
  lastYear: { zh: '上年同期', en: 'Same period of last year' },
  before: { zh: '上期', en: 'Period before' },
  plan: { zh: '全年计划', en: 'Plan of the year' },
} as const satisfies Record<string, Label>;
export type PartRole = keyof typeof partRoles;

export const formulaOf = ({ aggregation, above, below, weight }: Indicator, measure: Measure): Label => {
  const named = (id: string | undefined) => indicatorById.get(id ?? '')?.label ?? { zh: '', en: '' };
  if (measure !== 'value') return measures[measure];
  if (aggregation === 'ratio')
    return {
      zh: `“${named(above).zh}”之和 ÷“${named(below).zh}”之和`,
      en: `the sum of “${named(above).en}” over the sum of “${named(below).en}”`,
    };
  if (aggregation === 'weighted')
    return {
      zh: `按“${named(weight).zh}”加权平均`,
      en: `mean weighted by “${named(weight).en}”`,
    };
  return measures.value;
};

/** Of 当期 and 累计 the one that speaks for an indicator: as its dictionary says, or the only one there is. */
export const mainAccumulation = (
  { accumulation }: Pick<Indicator, 'accumulation'>,
  { single, cumulative }: Pick<Figure, 'single' | 'cumulative'>,
): Accumulation =>
  accumulation === 'single' || (isMissing(cumulative) && !isMissing(single)) ? 'single' : 'cumulative';

/** A sum that a figure was worked out from. */
export interface Part {
  readonly role: PartRole;
  readonly indicatorId: string;
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly scenario: 'actual' | 'plan';
  readonly value: Value;
}

const components = (indicator: Indicator): readonly Indicator[] =>
  indicator.aggregation === 'ratio'
    ? [indicator.above, indicator.below].flatMap((id) => indicatorById.get(id ?? '') ?? [])
    : [indicator];

/** Follows what a figure looks up, so that its parts are exactly those that it was computed from. */
function followed(role: PartRole, lookup: Lookup, compute: (lookup: Lookup) => void): Part[] {
  const met = new Map<string, Part>();
  compute((indicatorId, period, accumulation, scenario) => {
    const value = lookup(indicatorId, period, accumulation, scenario);
    const part = { role, indicatorId, period, accumulation, scenario, value };
    if (!isMissing(value)) met.set([indicatorId, period, accumulation, scenario].join(' '), part);
    return value;
  });
  return [...met.values()];
}

const actual = (role: PartRole, indicator: Indicator, period: Period, accumulation: Accumulation, lookup: Lookup) =>
  followed(role, lookup, (follow) => {
    for (const each of components(indicator))
      (isStock(each) || accumulation === 'single' ? singleOf : cumulativeOf)(each, period, follow);
  });

/** The sums behind a measure of an indicator, for one unit or set. */
export function partsOf(
  indicator: Indicator,
  period: Period,
  measure: Measure,
  accumulation: Accumulation,
  lookup: Lookup,
): Part[] {
  const at = (role: PartRole, when: Period) => actual(role, indicator, when, accumulation, lookup);
  const now = at('now', period);
  if (measure === 'growth') return [...now, ...at('lastYear', previousYear(period))];
  if (measure === 'rankChange') return [...now, ...at('before', periodBefore(period))];
  if (measure === 'value' || measure === 'rank') return now;
  const plan = followed('plan', lookup, (follow) => void planOf(indicator, String(yearOf(period)), follow));
  return measure === 'plan' ? plan : [...now, ...plan];
}
