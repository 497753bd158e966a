import { Decimal } from 'decimal.js';
import { type DocumentBlock, type Figure, type Inline, joinedRuns } from '../../core/publication/document.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { RankedFigure } from '../indicators/origin-operations.ts';
import { type MonthlyData, type Remark, spelledPeriod } from './monthly-data.ts';
import templates from './monthly-templates.json' with { type: 'json' };
import { countOf, nameOf as indicatorName, quantitiesOf, said, saidPlainly, withRuns, wordsOf } from './quantities.ts';

/** More bars than this would fill pages; the table above has them all. */
const mostBars = 15;
const mostReasons = 3;

interface Line {
  readonly row: RankedFigure;
  readonly quantities: ReturnType<typeof quantitiesOf>;
}

const named = (lines: readonly Line[], indicator: Indicator, period: string): string =>
  indicatorName(
    indicator,
    lines.map(({ row }) => row),
    period,
  );

const isBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}.`);

/** Reasons in columns of words are given for what was completed of a project. */
const explainedInWords = 'project.completed-investment';

const reasonsOf = ({ row }: Line, { id, above, below }: Indicator, remarks: readonly Remark[]): Remark[] =>
  remarks.filter(
    ({ unitPath, indicatorId }) =>
      isBelow(unitPath, row.subjectId) &&
      (indicatorId === null ? id === explainedInWords : [id, above, below].includes(indicatorId)),
  );

/** A unit’s own words, tied to the report that they stand in. */
function reasonParagraph(line: Line, indicator: Indicator, data: MonthlyData, isUp: boolean): DocumentBlock[] {
  const reasons = reasonsOf(line, indicator, data.remarks);
  if (reasons.length === 0) return [];
  const { subjectId: unitPath, indicatorId } = line.row;
  const { period } = data;
  const runs = reasons
    .slice(0, mostReasons)
    .flatMap((remark, i): Inline => [...(i > 0 ? ['；'] : []), wordsOf(remark)]);
  const rest = countOf(reasons.length - mostReasons, { kind: 'remarks', unitPath, indicatorId, period });
  const more = reasons.length > mostReasons ? said(templates.moreReasons, { count: rest }) : [];
  const moved = [isUp ? templates.rose : templates.fell, ...said(templates.moved, line.quantities)];
  const filling = { unit: data.nameOf(unitPath) };
  const [before = '', after = ''] = templates.reason.split('{moved}');
  const content = [...said(before, filling), ...moved, ...withRuns(after, 'reasons', [...runs, ...more], {})];
  return [{ kind: 'paragraph', content: joinedRuns(content), marks: ['ranking', 'internal'] }];
}

/** More movers than this would fill a page; then those who moved most are named. */
const mostMovers = 12;

/** Who gained places, or lost them, and what they say of it. */
function movers(lines: readonly Line[], indicator: Indicator, data: MonthlyData, isUp: boolean): DocumentBlock[] {
  const placesOf = ({ row: { rankChange } }: Line): number => (rankChange ?? 0) * (isUp ? 1 : -1);
  const all = lines.filter((line) => placesOf(line) > 0);
  if (all.length === 0) return [];
  const isMany = all.length > mostMovers;
  const moved = isMany ? all.toSorted((a, b) => placesOf(b) - placesOf(a)).slice(0, mostMovers) : all;
  const runs = moved.flatMap(
    ({ row, quantities }, i): Inline => [
      `${i > 0 ? '、' : ''}${data.nameOf(row.subjectId)}（`,
      ...said(templates.moved, quantities),
      '）',
    ],
  );
  const [few, many] = isUp ? [templates.rise, templates.roseMost] : [templates.fall, templates.fellMost];
  const name = named(lines, indicator, data.period);
  const content = withRuns(isMany ? many : few, 'list', runs, { name });
  return [
    { kind: 'paragraph', content: joinedRuns(content), marks: ['ranking'] },
    ...moved.flatMap((line) => reasonParagraph(line, indicator, data, isUp)),
  ];
}

const firstFigure = (content: Inline): string | Figure => content[0] ?? '';

function chartOf(lines: readonly Line[], indicator: Indicator, { period, nameOf }: MonthlyData, number: number) {
  const known = lines.filter(({ quantities }) => quantities.value.value instanceof Decimal);
  if (known.length === 0) return [];
  const words = { period: spelledPeriod(period), name: named(lines, indicator, period), number: String(number) };
  const title = saidPlainly(templates.chart, words) + (known.length > mostBars ? templates.chartFirst : '');
  const bars = known.slice(0, mostBars).map(({ row, quantities }) => ({
    label: nameOf(row.subjectId),
    value: firstFigure(said(templates.table.cell, { cell: quantities.value })),
  }));
  return [{ kind: 'chart' as const, title, unit: indicator.unit, bars, marks: ['ranking' as const] }];
}

export interface Numbering {
  table: number;
  chart: number;
}

/** The table by place; a column in which nobody has anything does not stand. */
function rankingTable(lines: readonly Line[], indicator: Indicator, data: MonthlyData, number: number): DocumentBlock {
  const { period, parks, nameOf } = data;
  const { title, unit, park, columns } = templates.table;
  const words = { period: spelledPeriod(period), name: named(lines, indicator, period), number: String(number) };
  const cells = lines.map(({ quantities }) => columns.map(({ cell }) => said(cell, quantities)));
  const isFilled = (column: number): boolean =>
    cells.some((row) => row[column]?.some((run) => typeof run !== 'string'));
  const kept = columns.map((_, i) => i).filter((i) => i === 0 || isFilled(i));
  const align = kept.map((i) => ({ head: columns[i]?.head ?? '', align: columns[i]?.align as 'right' | 'center' }));
  return {
    kind: 'table',
    title: saidPlainly(title, words),
    unit: indicator.unit,
    columns: [{ head: parks === null ? unit : park, align: 'left' }, ...align],
    rows: lines.map(({ row }, at) => [[nameOf(row.subjectId)], ...kept.map((i) => cells[at]?.[i] ?? [])]),
    notes: [],
    marks: ['ranking'],
  };
}

/** Table, movers and, of the first, a chart; nothing where fewer than two are compared. */
export function rankingBlocks(indicator: Indicator, data: MonthlyData, numbering: Numbering): DocumentBlock[] {
  const rows = data.below.filter(({ indicatorId }) => indicatorId === indicator.id);
  if (rows.length < 2 || indicator.direction === 'neither') return [];
  const lines = rows
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
    .map((row) => ({ row, quantities: quantitiesOf(data, row, indicator, 1) }));
  const moved = [...movers(lines, indicator, data, true), ...movers(lines, indicator, data, false)];
  const chart = numbering.chart === 0 ? chartOf(lines, indicator, data, ++numbering.chart) : [];
  return [rankingTable(lines, indicator, data, ++numbering.table), ...moved, ...chart];
}
