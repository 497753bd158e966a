import { Decimal } from 'decimal.js';
import { missing } from '../../core/missing.ts';
import { kindOfPeriod, type Period } from '../../core/period.ts';
import { type Figure, type Inline, plainText } from '../../core/publication/document.ts';
import { type Filling, fillTemplate, parseTemplate, type Quantity } from '../../core/publication/template.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Shown } from '../indicators/operations.ts';
import type { Measure } from '../indicators/origin.ts';
import type { RankedFigure } from '../indicators/origin-operations.ts';
import { type Place, sourceOf } from './figure-source.ts';
import type { MonthlyData, Remark } from './monthly-data.ts';
import templates from './monthly-templates.json' with { type: 'json' };

const valueOfShown = ({ value, missing: reason, because }: Shown): Quantity['value'] =>
  value === null ? missing(reason ?? 'not-reported', because) : new Decimal(value);

const valueOfRank = (rank: number | null): Quantity['value'] =>
  rank === null ? missing('not-applicable') : new Decimal(rank);

const percentDigits = 1;

/** A rate in per cent changes by points; its growth in per cent would mislead. */
const isRate = ({ unit }: Indicator): boolean => unit === '%';

type Scope = Pick<MonthlyData, 'unit' | 'parks' | 'industry' | 'period'>;

/** Where a measure of a row is asked for again. */
function placeOfRow({ parks, industry, period }: Scope, row: RankedFigure, depth: number, measure: Measure): Place {
  const more = industry === null ? {} : { industry: industry.code };
  const { subjectId, indicatorId, basis } = row;
  if (parks === null)
    return { kind: 'rollup', unitPath: subjectId, indicatorId, period, depth, measure, ...basis, ...more };
  return { kind: 'parks', parkId: depth === 0 ? null : subjectId, indicatorId, period, measure, ...more };
}

/** Every measure of a row as a number for sentences, tied to where it comes from. */
export function quantitiesOf(scope: Scope, row: RankedFigure, indicator: Indicator, depth: number) {
  const source = (measure: Measure) => sourceOf(placeOfRow(scope, row, depth, measure));
  const amount = (measure: Measure, shown: Shown): Quantity => ({
    value: valueOfShown(shown),
    digits: indicator.decimals,
    source: source(measure),
  });
  const share = (measure: Measure, shown: Shown): Quantity => ({
    value: valueOfShown(shown),
    digits: percentDigits,
    percent: true,
    source: source(measure),
  });
  const place = (measure: Measure, rank: number | null): Quantity => ({
    value: valueOfRank(rank),
    digits: 0,
    source: source(measure),
  });
  return {
    value: amount('value', row.value),
    plan:
      row.completion.value === null
        ? { ...amount('plan', row.plan), value: missing('not-applicable') }
        : amount('plan', row.plan),
    growth: isRate(indicator)
      ? { ...share('growth', row.yearOnYear), value: missing('not-applicable') }
      : share('growth', row.yearOnYear),
    completion: share('completion', row.completion),
    ahead: share('ahead', row.ahead),
    rank: place('rank', row.rank),
    rankChange: place('rankChange', row.rankChange),
  } satisfies Record<Measure, Quantity>;
}

/** The name of an indicator; where only the period alone is known of a figure since January, that is said. */
export function nameOf(indicator: Indicator, rows: readonly RankedFigure[], period: Period): string {
  const isAlone = indicator.accumulation === 'cumulative' && rows.some(({ accumulation }) => accumulation === 'single');
  return isAlone ? `${indicator.label.zh}（${templates.alone[kindOfPeriod(period)]}）` : indicator.label.zh;
}

/** A unit’s own words without the stop at their end, tied to the report that they stand in. */
export const wordsOf = ({ reportId, address, text }: Remark): Figure => ({
  text: text.trim().replace(/[。；;.]+$/, ''),
  source: sourceOf({ kind: 'remark', reportId, address }),
});

/** A count, or a number of days. */
export const countOf = (count: number, place: Place): Quantity => ({
  value: new Decimal(count),
  digits: 0,
  source: sourceOf(place),
});

const parsed = new Map<string, ReturnType<typeof parseTemplate>>();

/** The sentence of a template; templates are few and parsed once. */
export function said(template: string, filling: Filling): Inline {
  const known = parsed.get(template) ?? parseTemplate(template);
  parsed.set(template, known);
  return fillTemplate(known, filling);
}

export const saidPlainly = (template: string, filling: Readonly<Record<string, string>>): string =>
  plainText(said(template, filling));

/** What a quantity reads, with its sign; null for a hole. */
export function printed(quantity: Quantity): string | null {
  const content = said('{it:{}|}', { it: quantity });
  return content.length === 0 ? null : plainText(content);
}

/** “{list}” in a template is runs rather than a word or number. */
export function withRuns(template: string, name: string, runs: Inline, filling: Filling): Inline {
  const [before = '', after = ''] = template.split(`{${name}}`);
  return [...said(before, filling), ...runs, ...said(after, filling)];
}
