import { Decimal } from 'decimal.js';
import type * as z from 'zod';
import { missing } from '../../core/missing.ts';
import { monthsOf, type Period } from '../../core/period.ts';
import {
  type DocumentBlock,
  emptyDocument,
  type Figure,
  type Inline,
  joinedRuns,
  type OfficialDocument,
  plainText,
} from '../../core/publication/document.ts';
import { numberHeadings } from '../../core/publication/numbering.ts';
import { type Filling, fillTemplate, parseTemplate, type Quantity } from '../../core/publication/template.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { indicatorOperations, Shown } from '../indicators/operations.ts';
import templates from './monthly-templates.json' with { type: 'json' };

export type Rollup = z.output<(typeof indicatorOperations)['rollups.show']['output']>['rows'][number];

/** What a monthly bulletin says of a roll-up; each is a figure with a source of its own. */
const measures = ['value', 'growth', 'completion', 'ahead', 'rank', 'rankChange'] as const;
export type Measure = (typeof measures)[number];

interface FigurePlace {
  readonly unitPath: string;
  readonly indicatorId: string;
  readonly period: Period;
  readonly depth: number;
  readonly measure: Measure;
}

/** “rollup/cn.23.2303/industry.output/2026-10/1/growth”: enough to ask for the same figure again. */
export const sourceIdOf = ({ unitPath, indicatorId, period, depth, measure }: FigurePlace): string =>
  ['rollup', unitPath, indicatorId, period, depth, measure].join('/');

export function placeOf(id: string): FigurePlace | null {
  const [kind, unitPath, indicatorId, period, depth, measure] = id.split('/');
  if (kind !== 'rollup' || unitPath === undefined || indicatorId === undefined || period === undefined) return null;
  if (!measures.includes(measure as Measure)) return null;
  return { unitPath, indicatorId, period, depth: Number(depth), measure: measure as Measure };
}

const valueOfShown = ({ value, missing: reason, because }: Shown): Quantity['value'] =>
  value === null ? missing(reason ?? 'not-reported', because) : new Decimal(value);

const valueOfRank = (rank: number | null): Quantity['value'] =>
  rank === null ? missing('not-applicable') : new Decimal(rank);

const isFlow = ({ aggregation }: Indicator): boolean => aggregation === 'sum';
const percentDigits = 1;

/** Every measure of a roll-up as a number for sentences, tied to where it comes from. */
export function quantitiesOf(row: Rollup, indicator: Indicator, period: Period, depth: number) {
  const source = (measure: Measure) => ({
    kind: 'formula' as const,
    id: sourceIdOf({ unitPath: row.unitPath, indicatorId: row.indicatorId, period, depth, measure }),
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
  const shown = isFlow(indicator) || row.single.value === null ? row.cumulative : row.single;
  return {
    value: { value: valueOfShown(shown), digits: indicator.decimals, source: source('value') },
    growth: share('growth', row.yearOnYear),
    completion: share('completion', row.completion),
    ahead: share('ahead', row.ahead),
    rank: place('rank', row.rank),
    rankChange: place('rankChange', row.rankChange),
  } satisfies Record<Measure, Quantity>;
}

const said = (template: string, filling: Filling): Inline => fillTemplate(parseTemplate(template), filling);
const saidPlainly = (template: string, filling: Record<string, string>): string => plainText(said(template, filling));

/** “2026年1—10月”, “2026年上半年”, “2026年第三季度”. */
export function spelledPeriod(period: Period): string {
  const [year, part] = period.split('-');
  if (part === undefined) return `${year}年`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上半年' : '下半年'}`;
  const last = Number(monthsOf(period)[1].slice(5));
  return last === 1 ? `${year}年1月` : `${year}年1—${last}月`;
}

export interface MonthlyData {
  readonly period: Period;
  readonly unit: { readonly path: string; readonly name: string };
  readonly indicators: readonly Indicator[];
  /** Of the unit itself, and of those one level below. */
  readonly own: readonly Rollup[];
  readonly below: readonly Rollup[];
  readonly nameOf: (unitPath: string) => string;
  readonly today: string;
}

const heading = (level: number, text: string): DocumentBlock => ({ kind: 'heading', level, content: [text] });
const figureOf = (content: Inline): string | Figure => content[0] ?? '';

function ranked(indicator: Indicator, { below, period, nameOf }: MonthlyData, number: number): DocumentBlock[] {
  const rows = below.filter(({ indicatorId }) => indicatorId === indicator.id);
  if (rows.length < 2) return [];
  const sorted = [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const words = { period: spelledPeriod(period), name: indicator.label.zh, number: String(number) };
  const cell = (quantity: Quantity) => said(templates.table.cell, { cell: quantity });
  const lines = sorted.map((row) => ({ row, quantities: quantitiesOf(row, indicator, period, 1) }));
  const moved = (up: boolean) =>
    lines.filter(({ row: { rankChange } }) => rankChange !== null && (up ? rankChange > 0 : rankChange < 0));
  const list = (up: boolean): DocumentBlock[] => {
    const runs = moved(up).flatMap(
      ({ row, quantities }, i): Inline => [
        `${i > 0 ? '、' : ''}${nameOf(row.unitPath)}（`,
        ...said('{rankChange:{}|{}|{}}', { rankChange: quantities.rankChange }),
        '位）',
      ],
    );
    if (runs.length === 0) return [];
    const [before = '', after = ''] = (up ? templates.rise : templates.fall)
      .replace('{name}', words.name)
      .split('{list}');
    return [{ kind: 'paragraph', content: joinedRuns([before, ...runs, after]), marks: ['ranking'] }];
  };
  const table: DocumentBlock = {
    kind: 'table',
    title: saidPlainly(templates.table.title, words),
    unit: indicator.unit,
    columns: templates.table.columns.map((head, i) => ({ head, align: i === 0 ? 'left' : i < 4 ? 'right' : 'center' })),
    rows: lines.map(({ row, quantities: { value, growth, completion, rank, rankChange } }) => [
      [nameOf(row.unitPath)],
      ...[value, growth, completion, rank].map(cell),
      said(templates.table.rankChange, { rankChange }),
    ]),
    notes: [],
    marks: ['ranking'],
  };
  const bars = lines
    .filter(({ quantities }) => quantities.value.value instanceof Decimal)
    .map(({ row, quantities }) => ({ label: nameOf(row.unitPath), value: figureOf(cell(quantities.value)) }));
  const title = saidPlainly(templates.chart, words);
  const chart: DocumentBlock = { kind: 'chart', title, unit: indicator.unit, bars, marks: ['ranking'] };
  return [table, ...list(true), ...list(false), ...(bars.length > 0 ? [chart] : [])];
}

/** The bulletin of a period as it follows from the approved figures; nothing in it is typed by hand. */
export function monthlyDocument(data: MonthlyData): OfficialDocument {
  const { period, unit, indicators, own, below, nameOf, today } = data;
  const words = { period: spelledPeriod(period), unit: unit.name };
  const sentences = indicators.flatMap((indicator): DocumentBlock[] => {
    const row = own.find(({ indicatorId }) => indicatorId === indicator.id);
    if (row === undefined) return [];
    const filling = { name: indicator.label.zh, measure: indicator.unit, ...quantitiesOf(row, indicator, period, 0) };
    return [{ kind: 'paragraph', content: said(templates.sentence[indicator.aggregation], filling) }];
  });
  const rankings = indicators.flatMap((indicator, i) => ranked(indicator, data, i + 1));
  const silent = [
    ...new Set(below.filter(({ known, holes }) => known === 0 || holes > 0).map(({ unitPath }) => unitPath)),
  ];
  const missingList = silent.map(nameOf).join('、');
  const blocks: DocumentBlock[] = [
    { kind: 'paragraph', content: [saidPlainly(templates.lead, words)] },
    heading(1, templates.headings.overview),
    ...sentences,
    ...(rankings.length > 0
      ? [{ ...heading(1, templates.headings.ranking), marks: ['ranking' as const] }, ...rankings]
      : []),
    ...(silent.length > 0
      ? [
          { ...heading(1, templates.headings.missing), marks: ['internal' as const] },
          {
            kind: 'paragraph' as const,
            content: said(templates.missing, { list: missingList }),
            marks: ['internal' as const],
          },
        ]
      : []),
  ];
  const title = saidPlainly(templates.title, words);
  return { ...emptyDocument, title, signature: unit.name, date: today, blocks: numberHeadings(blocks) };
}

/** What a figure of a monthly bulletin reads today. */
export function printedToday(
  row: Rollup,
  indicator: Indicator,
  { period, depth, measure }: FigurePlace,
): string | null {
  const quantity = quantitiesOf(row, indicator, period, depth)[measure];
  const content = said('{it:{}|}', { it: quantity });
  return content.length === 0 ? null : plainText(content);
}
