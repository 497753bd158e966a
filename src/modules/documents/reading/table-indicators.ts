import { type Cell, sourceOf, type TableBlock } from '../../../core/document.ts';
import type { IndicatorFact } from '../extraction.ts';
import words from '../vocabulary/table-words.json' with { type: 'json' };
import type { Draft, Named } from './draft.ts';
import type { Now } from './periods.ts';
import { type CellFigure, cellFigure, isYearText } from './table/cell-figure.ts';
import {
  bodyRows,
  type Column,
  type Columns,
  columnsIn,
  isIndicatorHead,
  isProjectHead,
  isYearHead,
} from './table/columns.ts';
import { type Label, labelOf } from './table/label.ts';
import { collectiveOf, subjectOfTable } from './table/subject.ts';
import { nameOfTitle, type Times, timesOf } from './table/times.ts';
import { unitOfFigure } from './table/units.ts';

/** The figures stated by tables: row × column, with unit, period and subject from heads, title and row label. */
export function tableIndicatorsOf(draft: Draft, named: Named): IndicatorFact[] {
  const now = nowOf(draft);
  return draft.document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return [];
    const columns = columnsIn(block, now);
    if (columns === null || isProjectHead(columns.label.head)) return [];
    const subject = subjectOfTable(draft, named, block, index);
    return factsOf({ draft, table: block, columns, subject, times: timesOf(draft.about, block, columns.figures) });
  });
}

const nowOf = ({ about }: Draft): Now => {
  const year = Number(about.issuedOn?.slice(0, 4) ?? about.period?.start ?? about.baseYear ?? Number.NaN);
  const base = Number(about.baseYear ?? Number.NaN);
  return { year: Number.isNaN(year) ? null : year, base: Number.isNaN(base) ? null : base };
};

interface Context {
  readonly draft: Draft;
  readonly table: TableBlock;
  readonly columns: Columns;
  /** Whose figures they are where the row does not say. */
  readonly subject: string | null;
  readonly times: Times;
}

interface RowAt {
  readonly cells: readonly Cell[];
  readonly above: readonly Cell[] | null;
  readonly label: Label;
  readonly text: string;
  readonly group: string | null;
}

function factsOf(context: Context): IndicatorFact[] {
  const { columns, table } = context;
  const facts: IndicatorFact[] = [];
  let group: string | null = null;
  let above: readonly Cell[] | null = null;
  for (const cells of bodyRows(table)) {
    const text = cells[columns.label.at]?.text ?? '';
    const said = new Set(cells.filter((cell) => cell.text !== ''));
    if (said.size === 1 && columns.all.length > 2 && cellFigure([...said][0]?.text ?? '') === null) {
      group = labelOf([...said][0]?.text ?? '').name;
    } else if (text !== '') facts.push(...rowFacts(context, { cells, above, label: labelOf(text), text, group }));
    above = cells;
  }
  return facts;
}

const isSubjectHead = (head: string): boolean =>
  words.subjectHeads.some((word) => head.includes(word)) && !isIndicatorHead(head);

function rowFacts(context: Context, row: RowAt): IndicatorFact[] {
  return context.columns.figures.flatMap((column) => {
    const cell = row.cells[column.at];
    const figure = cell === undefined ? null : cellFigure(cell.text);
    if (cell === undefined || figure === null) return [];
    if (row.cells[column.at - 1] === cell && context.columns.figures.some(({ at }) => at === column.at - 1)) return [];
    return [factOf(context, row, column, cell, figure)];
  });
}

function factOf(context: Context, row: RowAt, column: Column, cell: Cell, figure: CellFigure): IndicatorFact {
  const { draft, table, columns, times } = context;
  const { name, subject, period: own } = whatAndWhose(context, row, column, figure.bracketed);
  const { kind, period, isTarget, from } = times.of(column, own, figure.bracketed);
  const growthRow = /(?:增速|增长率|增幅)$/.test(name) && (kind === 'baseline' || kind === 'target');
  const values = figure.values.map(Number);
  const attribute = columns.attribute === null ? '' : (row.cells[columns.attribute.at]?.text ?? '');
  const start = startOf(row, columns, cell);
  return {
    name,
    subject,
    value: values.length === 2 ? [values[0] as number, values[1] as number] : (values[0] as number),
    unit: unitOfFigure(
      figure,
      row.label,
      columns.unit === null ? null : (row.cells[columns.unit.at]?.text ?? null),
      column,
      table,
      kind,
    ),
    comparator: figure.comparator,
    period,
    kind: growthRow ? 'growth_rate' : kind,
    attribute: words.attributes.find((each): each is '预期性' | '约束性' => attribute.includes(each)) ?? null,
    source: { file: draft.document.name, ...sourceOf(draft.document, { start, end: Math.max(cell.end, start) }) },
    printed: figure.values.join('/'),
    isTarget,
    from,
    table: table.title,
  };
}

/** The quote begins at the row's label, or where the row's own cells begin if the label is merged from above. */
function startOf({ cells, above }: RowAt, { label }: Columns, figure: Cell): number {
  const isOwn = (cell: Cell | undefined): cell is Cell =>
    cell !== undefined && cell.text !== '' && cell.start <= figure.start && !(above?.includes(cell) ?? false);
  const labelled = cells[label.at];
  if (isOwn(labelled)) return labelled.start;
  return Math.min(figure.start, ...cells.filter(isOwn).map((cell) => cell.start));
}

/** What a figure measures, whose it is, and when if the row says so. */
interface Attribution {
  readonly name: string;
  readonly subject: string | null;
  readonly period: string | null;
}

const vagueLabel = /^(?:总量|总额|总数|增速|增长率|占比|合计|小计|其他)$/;
const placeLike = new RegExp(`(?:${words.subjectEndings.join('|')})$`);

/** Whether the row or the column is the indicator, and whose figure it then is. */
function whatAndWhose(context: Context, row: RowAt, column: Column, bracketed: boolean): Attribution {
  const { columns, table, subject } = context;
  const { meaning } = column;
  const label = row.label.name;
  const growth = bracketed ? '' : (meaning.growth ?? '');
  if (columns.code !== null || isLand(columns)) return { ...landName(row, columns, column), subject, period: null };
  const named = meaning.name === '' || isMeasureAlone(meaning.name) ? besides(context, column) : meaning.name;
  if (isYearHead(columns.label.head) || isYearText(label)) {
    const name = named || nameOfTitle(table.title);
    return { name: (name || label) + growth, subject, period: /(\d{4})/.exec(label)?.[1] ?? null };
  }
  const own = vagueLabel.test(label) && row.group !== null ? row.group + label : label;
  if (isIndicatorHead(columns.label.head)) {
    if (meaning.name === '') return { name: own + growth, subject, period: null };
    const isPlace = placeLike.test(meaning.name);
    return { name: isPlace ? own : own + meaning.name, subject: isPlace ? meaning.name : subject, period: null };
  }
  if (named !== '') return { name: named + growth, subject: whose(context, row), period: null };
  const titled = nameOfTotals(columns) || (isSubjectHead(columns.label.head) ? nameOfTitle(table.title) : '');
  return titled === ''
    ? { name: own + growth, subject, period: null }
    : { name: titled + growth, subject: whose(context, row), period: null };
}

/** “投资合计｜2021年｜2022年”: the years share out what the total sums. */
const nameOfTotals = ({ figures }: Columns): string =>
  figures
    .map(({ meaning }) => /^(.{2,})(?:合计|总计|小计)$/.exec(meaning.name)?.[1])
    .find((name) => name !== undefined) ?? '';

const isMeasureAlone = (name: string): boolean => /^(?:所?占?比例?|比重|份额)$/.test(name);

/** A column of growth or shares without a name belongs to the figures left of it: “产值｜增速｜税收”. */
function besides({ columns }: Context, { at, meaning }: Column): string {
  if (meaning.growth === null && !isMeasureAlone(meaning.name)) return '';
  const left = columns.figures.findLast(
    (column) => column.at < at && column.meaning.name !== '' && !isMeasureAlone(column.meaning.name),
  );
  return left === undefined ? meaning.name : left.meaning.name + meaning.name;
}

const whose = ({ table, columns }: Context, { label }: RowAt): string =>
  label.isTotal && label.name.length <= 4 ? `${collectiveOf(table.title, columns.label.head)}合计` : label.name;

const isLand = ({ label }: Columns): boolean =>
  /^(?:地类|(?:用地|土地|地类)(?:名称|类型|类别|性质|分类))$/.test(label.head.replace(/\s/g, ''));

/** “H11 城市建设用地面积”, “H11 城市建设用地占城乡用地比例”. */
function landName({ cells, label }: RowAt, { code }: Columns, { meaning, head }: Column): { name: string } {
  const printed = code === null ? '' : (cells[code.at]?.text ?? '');
  const lead = printed === '' ? '' : `${printed} `;
  const measure = meaning.name || (meaning.measure === 'share' ? '占比' : head.replace(/[（(].*$/, ''));
  const isArea = /面积$/.test(measure);
  const use = label.isTotal && label.name.length <= 2 ? `${label.name}用地` : label.name;
  return { name: `${lead}${use}${isArea ? '面积' : measure}` };
}
