import { Decimal } from 'decimal.js';
import { isMissing, missing, ratio, type Value } from '../../core/missing.ts';
import { type Period, periodBefore, previousYear, yearOf } from '../../core/period.ts';
import { rankChange, ranksOf } from '../../core/period-algebra.ts';
import { catalog, indicatorById } from './catalog/index.ts';
import { type Figure, figureOf, type Lookup, lookupIn } from './figures.ts';
import type { Indicator } from './indicator.ts';

/** A roll-up as it is kept: a sum, of values times weights where the indicator is weighted. */
export interface Sum {
  readonly unitPath: string;
  readonly period: Period;
  readonly indicatorId: string;
  readonly accumulation: 'single' | 'cumulative';
  readonly scenario: 'actual' | 'plan';
  readonly total: string;
  readonly weight: string | null;
  readonly known: number;
  readonly holes: number;
}

export const weighted = catalog.filter(({ aggregation }) => aggregation === 'weighted');

export function valueOfSum({ total, weight, known }: Pick<Sum, 'total' | 'weight' | 'known'>): Value {
  if (known === 0) return missing('not-reported');
  return weight === null ? new Decimal(total) : ratio(new Decimal(total), new Decimal(weight));
}

/** The months that a comparison needs, whatever the number of months kept: this, two before, last year’s, the plan’s. */
export const periodsOfRollup = (period: Period): readonly Period[] => {
  const before = periodBefore(period);
  return [...new Set([period, before, periodBefore(before), previousYear(period), String(yearOf(period))])];
};

export interface RollupFigure extends Figure {
  readonly unitPath: string;
  readonly indicator: Indicator;
  readonly known: number;
  readonly holes: number;
  readonly rank: number | null;
  readonly rankChange: number | null;
}

interface Group {
  readonly unitPath: string;
  readonly counts: (indicator: Indicator) => { readonly known: number; readonly holes: number };
  readonly lookup: Lookup;
}

const groupsOf = (sums: readonly Sum[], period: Period): readonly Group[] =>
  [...Map.groupBy(sums, ({ unitPath }) => unitPath)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unitPath, own]) => ({
      unitPath,
      counts: countsIn(own, period),
      lookup: lookupIn(own.map((sum) => ({ ...sum, value: valueOfSum(sum) }))),
    }));

/** How many subjects stand behind the figures of a period; of a ratio, behind the lesser of its parts. */
function countsIn(sums: readonly Sum[], period: Period) {
  const counts = new Map<string, Sum>();
  for (const sum of sums) if (sum.period === period && sum.scenario === 'actual') counts.set(sum.indicatorId, sum);
  return ({ id, above, below }: Indicator) => {
    const own = (above === undefined ? [id] : [above, below]).flatMap((each) => counts.get(each ?? '') ?? []);
    return {
      known: own.length === 0 ? 0 : Math.min(...own.map(({ known }) => known)),
      holes: own.length === 0 ? 0 : Math.max(...own.map(({ holes }) => holes)),
    };
  };
}

const mainOf = (indicator: Indicator, { single, cumulative }: Pick<Figure, 'single' | 'cumulative'>): Value =>
  indicator.accumulation === 'single' || (isMissing(cumulative) && !isMissing(single)) ? single : cumulative;

/** The figures of each group, with its place among the groups and how many places it gained since the period before. */
export function rollupFigures(
  sums: readonly Sum[],
  period: Period,
  wanted: readonly Indicator[] = catalog,
): RollupFigure[] {
  const groups = groupsOf(sums, period);
  const present = new Set(sums.map(({ indicatorId }) => indicatorId));
  const stands = ({ id, above, below }: Indicator) =>
    present.has(id) || (above !== undefined && present.has(above) && present.has(below ?? ''));
  return wanted.filter(stands).flatMap((indicator) => {
    const now = groups.map(({ lookup }) => figureOf(indicator, period, lookup));
    const direction = indicator.direction === 'less' ? 'less' : 'more';
    const places = ranksOf(
      now.map((figure) => mainOf(indicator, figure)),
      direction,
    );
    const earlier = ranksOf(
      now.map(({ before }) => mainOf(indicator, before)),
      direction,
    );
    const isRanked = indicator.direction !== 'neither' && groups.length > 1;
    return groups.map(({ unitPath, counts }, i) => ({
      ...(now[i] as Figure),
      unitPath,
      indicator,
      ...counts(indicator),
      rank: isRanked ? (places[i] ?? null) : null,
      rankChange: isRanked ? rankChange(places[i] ?? null, earlier[i] ?? null) : null,
    }));
  });
}

/** An indicator with those that it is made of. */
export const withParts = ({ id, above, below }: Indicator): readonly string[] =>
  [id, above, below].filter((each): each is string => each !== undefined && indicatorById.has(each));
