import { Decimal } from 'decimal.js';
import {
  type DocumentBlock,
  emptyDocument,
  type Inline,
  type OfficialDocument,
} from '../../core/publication/document.ts';
import { numberHeadings } from '../../core/publication/numbering.ts';
import type { Quantity } from '../../core/publication/template.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { sourceOf } from './figure-source.ts';
import { type MonthlyData, spelledPeriod } from './monthly-data.ts';
import { projectBlocks } from './monthly-projects.ts';
import { type Numbering, rankingBlocks } from './monthly-ranking.ts';
import { reportBlocks } from './monthly-reports.ts';
import templates from './monthly-templates.json' with { type: 'json' };
import { nameOf, quantitiesOf, said, saidPlainly } from './quantities.ts';

/** “青川县”, “青川县纺织业行业”, “青川县重点园区”. */
function scopeOf({ unit, parks, industry }: MonthlyData): string {
  const whose = parks === null ? unit.name : `${unit.name}${parks.name ?? templates.wholeSet}`;
  return industry === null ? whose : `${whose}${saidPlainly(templates.industry, { industry: industry.name })}`;
}

/** 序时进度 as a number for sentences. */
export const dueQuantity = ({ due, period }: Pick<MonthlyData, 'due' | 'period'>): Quantity => ({
  value: new Decimal(due),
  digits: 1,
  percent: true,
  source: sourceOf({ kind: 'calendar', period }),
});

function sentenceOf(indicator: Indicator, data: MonthlyData): DocumentBlock[] {
  const row = data.own.find(({ indicatorId }) => indicatorId === indicator.id);
  if (row === undefined) return [];
  const filling = {
    name: nameOf(indicator, [row], data.period),
    measure: indicator.unit,
    ...quantitiesOf(data, row, indicator, 0),
  };
  return [{ kind: 'paragraph', content: said(templates.sentence[indicator.aggregation], filling) }];
}

/** All headline figures in one table, for who looks rather than reads. */
function overviewTable(data: MonthlyData, numbering: Numbering): DocumentBlock[] {
  const rows = data.indicators.flatMap((indicator): Inline[][] => {
    const row = data.own.find(({ indicatorId }) => indicatorId === indicator.id);
    if (row === undefined) return [];
    const { value, growth, plan, completion, ahead } = quantitiesOf(data, row, indicator, 0);
    const cells = [value, growth, plan, completion, ahead].map((cell) => said('{cell:{}|—}', { cell }));
    return [[[nameOf(indicator, [row], data.period)], [indicator.unit], ...cells]];
  });
  if (rows.length < 2) return [];
  const { title, columns } = templates.overview;
  const words = { period: spelledPeriod(data.period), number: String(++numbering.table) };
  return [
    {
      kind: 'table',
      title: saidPlainly(title, words),
      unit: null,
      columns: columns.map((head, i) => ({ head, align: i === 0 ? 'left' : i === 1 ? 'center' : 'right' })),
      rows,
      notes: [],
    },
  ];
}

/** Invented figures are called so before the first of them. */
function warning({ indicators, invented }: MonthlyData): DocumentBlock[] {
  const names = indicators.filter(({ id }) => invented.includes(id)).map(({ label }) => label.zh);
  if (names.length === 0) return [];
  return [{ kind: 'paragraph', content: said(templates.invented, { list: names.join('、') }) }];
}

const section = (title: string, blocks: readonly DocumentBlock[]): DocumentBlock[] => {
  if (blocks.length === 0) return [];
  // A heading goes where all that stands below it goes.
  const marks = (blocks[0]?.marks ?? []).filter((mark) => blocks.every((block) => block.marks?.includes(mark)));
  const heading: DocumentBlock = { kind: 'heading', level: 1, content: [title] };
  return [marks.length > 0 ? { ...heading, marks } : heading, ...blocks];
};

/** The bulletin of a period as it follows from the approved figures; nothing in it is typed by hand. */
export function monthlyDocument(data: MonthlyData): OfficialDocument {
  const { period, unit, indicators, own, parks, today } = data;
  const words = { period: spelledPeriod(period), scope: scopeOf(data) };
  const numbering: Numbering = { table: 0, chart: 0 };
  const { headings } = templates;
  const hasPlan = own.some(({ ahead }) => ahead.value !== null);
  const overview: DocumentBlock[] = [
    ...indicators.flatMap((indicator) => sentenceOf(indicator, data)),
    ...(hasPlan ? [{ kind: 'paragraph' as const, content: said(templates.due, { due: dueQuantity(data) }) }] : []),
    ...overviewTable(data, numbering),
  ];
  const blocks: DocumentBlock[] = [
    ...warning(data),
    { kind: 'paragraph', content: [saidPlainly(templates.lead, words)] },
    ...section(headings.overview, overview),
    ...section(
      parks === null ? headings.ranking : headings.parks,
      indicators.flatMap((indicator) => rankingBlocks(indicator, data, numbering)),
    ),
    ...section(headings.projects, projectBlocks(data, numbering)),
    ...section(headings.missing, reportBlocks(data)),
  ];
  const title = saidPlainly(templates.title, words);
  return { ...emptyDocument, title, signature: unit.name, date: today, blocks: numberHeadings(blocks) };
}
