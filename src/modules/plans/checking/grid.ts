import type { Cell, Source, TableBlock } from '../../../core/document.ts';
import type { Reading } from '../../documents/reading/reading.ts';
import { sourceAt } from './passages.ts';
import words from './table-words.json' with { type: 'json' };

/** A cell with a number: its digits as printed, commas taken out. */
export interface Figure {
  readonly printed: string;
  readonly cell: Cell;
}

export type RowRole = 'part' | 'total' | 'subtotal' | 'of-which' | 'blank';

export interface GridRow {
  readonly index: number;
  /** The land-use or other classification code, if the row carries one. */
  readonly code: string | null;
  readonly label: string;
  /** 一 is 1, 1 is 2, （1） is 3; 0 without a number. */
  readonly depth: number;
  readonly role: RowRole;
  /** By column; undefined where the cell holds no number. */
  readonly figures: readonly (Figure | undefined)[];
  readonly source: Source;
}

/** A table of figures as a checker sees it. */
export interface Grid {
  readonly reading: Reading;
  readonly table: TableBlock;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

const narrow = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The number that a cell holds and nothing else, apart from its percent sign. */
export function figureIn(cell: Cell): Figure | undefined {
  const text = narrow(cell.text).replace(/,(?=\d{3})/g, '');
  const [, printed] = text.match(/^([-−]?\d+(?:\.\d+)?)%?$/) ?? [];
  return printed === undefined ? undefined : { printed: printed.replace('−', '-'), cell };
}

const unitInCell =
  /^(?:约)?[-−]?\d+(?:\.\d+)?(亿元?|万元?|亿美元|万美元|亩|公顷|平方公里|平方米|万平方米|家|个|户|人|吨|万吨)$/;

/** “28亿元”, “35亿”: the one unit that all cells of a column carry with their numbers, so that they can be added. */
function unitOfColumn(cells: readonly Cell[]): string | null {
  const units = new Set<string>();
  for (const cell of cells) {
    const text = narrow(cell.text).replace(/,(?=\d{3})/g, '');
    if (!/\d/.test(text)) continue;
    const unit = unitInCell.exec(text)?.[1];
    if (unit === undefined) return null;
    units.add(unit.replace(/^([亿万])$/, '$1元'));
  }
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : null;
}

/** The number of a cell that carries its column's unit. */
const figureWithUnit = (cell: Cell): Figure | undefined => {
  const [printed] =
    narrow(cell.text)
      .replace(/,(?=\d{3})/g, '')
      .match(/[-−]?\d+(?:\.\d+)?/) ?? [];
  return printed === undefined ? undefined : { printed: printed.replace('−', '-'), cell };
};

const codePattern = /^[A-Z]\d{0,3}$/;
const has = (list: readonly string[], label: string): boolean => list.some((word) => label.includes(word));

function depthOf(cells: readonly string[]): number {
  const first = cells.find((text) => text !== '') ?? '';
  if (/^[一二三四五六七八九十]+[、.．]?/.test(first) && /^[一二三四五六七八九十]+($|[、.．])/.test(first)) return 1;
  if (/^[（(]\d+[）)]/.test(first)) return 3;
  return /^\d+($|[、.．](?!\d))/.test(first) ? 2 : 0;
}

function roleOf(label: string, code: string | null, figures: readonly (Figure | undefined)[]): RowRole {
  if (figures.every((figure) => figure === undefined)) return 'blank';
  if (code !== null && !/(合计|总计)$/.test(label)) return 'part';
  if (words.subtotals.includes(label)) return 'subtotal';
  if (/^(其中|#)/.test(label)) return 'of-which';
  return words.totals.includes(label) || /(合计|总计|城乡用地|总用地)$/.test(label) ? 'total' : 'part';
}

/** “合计（8个）” is a total; the count in brackets says of how many. */
const withoutCount = (name: string): string =>
  name.replace(/^((?:合计|总计|小计|共计))[（(](?:共)?\d+[个项家户条][）)]$/, '$1');

function rowOf(reading: Reading, cells: readonly Cell[], index: number, { ordinal, names, united }: Layout): GridRow {
  const texts = cells.map(({ text }) => narrow(text));
  const codes = texts.filter((text) => codePattern.test(text));
  const worded = (text: string | undefined, i: number) => i !== ordinal && /\p{Script=Han}/u.test(text ?? '');
  // A total may be said under 序号, where no row has a name.
  const inOrdinal = /^(?:合计|总计|小计|共计)/.test(texts[ordinal] ?? '') ? texts[ordinal] : undefined;
  const name = inOrdinal ?? (worded(texts[names], names) ? (texts[names] ?? '') : (texts.find(worded) ?? ''));
  const [, inline] = name.match(/^([A-Z]\d{0,3})(?=\p{Script=Han})/u) ?? [];
  const figures = cells.map((cell, i) =>
    i === ordinal ? undefined : united.has(i) ? figureWithUnit(cell) : figureIn(cell),
  );
  const label = inline
    ? name.slice(inline.length)
    : withoutCount(name).replace(/^([（(]?\d+[）)、.．]|[一二三四五六七八九十]+[、.．])/, '');
  const filled = cells.filter(({ text }) => text !== '');
  const [start, end] = [filled[0]?.start ?? 0, filled.at(-1)?.end ?? 0];
  // A code beside a total is what a merged or flattened cell left there.
  const coded = /(合计|总计)$/.test(label) ? null : (inline ?? codes.sort((a, b) => b.length - a.length)[0] ?? null);
  return {
    index,
    code: coded,
    label,
    depth: depthOf(texts),
    role: roleOf(label, coded, figures),
    figures,
    source: sourceAt(reading, { start, end }),
  };
}

interface Layout {
  readonly ordinal: number;
  readonly names: number;
  /** Columns whose cells all carry one unit with their numbers. */
  readonly united: ReadonlySet<number>;
}

/** The column that names its rows: 指标名称 rather than 类别 or 计量单位. */
function namesColumn(columns: readonly string[]): number {
  const exact = columns.findIndex((head) =>
    /^(指标|主要指标|具体指标)?名称$|^(主要|具体)?指标([（(].*)?$|二级指标|(项目|园区|产业|企业|单位|用地)名称/.test(
      head,
    ),
  );
  return exact >= 0
    ? exact
    : columns.findIndex((head) => !words.ordinalHeads.includes(head) && !words.groupHeads.includes(head));
}

function gridOf(reading: Reading, table: TableBlock): Grid {
  const columns = table.columns.map(narrow);
  const ordinal = columns.findIndex((head) => words.ordinalHeads.includes(head));
  const body = table.rows.slice(table.headerRows);
  const united = new Set(
    columns.flatMap((_, at) => (unitOfColumn(body.flatMap((row) => row[at] ?? [])) === null ? [] : [at])),
  );
  const layout = { ordinal, names: namesColumn(columns), united };
  const rows = table.rows
    .slice(table.headerRows)
    .map((cells, i) => rowOf(reading, cells, table.headerRows + i, layout));
  return { reading, table, columns, rows };
}

const remembered = new WeakMap<Reading, readonly Grid[]>();

/** The tables of a document; boxes of prose are left out. */
export function gridsOf(reading: Reading): readonly Grid[] {
  const known = remembered.get(reading);
  if (known) return known;
  const found = reading.document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const grid = gridOf(reading, block);
    // A box may be a list of words, or a table of figures that was printed one cell to a line.
    return block.box && (grid.columns.length < 3 || figureColumns(grid).length === 0) ? [] : [grid];
  });
  remembered.set(reading, found);
  return found;
}

/** What a table is called when one speaks of it. */
export const titleOf = ({ table }: Grid): string => (table.title ?? '').trim() || '表格';

const columnOf = (grid: Grid, column: number): string => grid.columns[column] ?? '';

export const isShare = (grid: Grid, column: number): boolean => has(words.shares, columnOf(grid, column));

/** Whether the figures of a column may be added up at all: money and areas may, rates and ratios may not. */
export const isAdditive = (grid: Grid, column: number): boolean =>
  !has(words.shares, columnOf(grid, column)) && !has(words.notAdditive, columnOf(grid, column));

/** The columns in which at least two rows hold a number. */
export const figureColumns = (grid: Grid): number[] =>
  grid.columns.flatMap((_, column) =>
    grid.rows.filter(({ figures }) => figures[column] !== undefined).length >= 2 ? [column] : [],
  );

/** The place of one figure together with the name of its row. */
export const figureSource = (grid: Grid, row: GridRow): Source =>
  row.source.quote === '' ? sourceAt(grid.reading, grid.table) : row.source;
