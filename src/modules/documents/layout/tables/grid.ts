import type { Cell, Span, TableBlock } from '../../../../core/document.ts';
import { columnsOf, headerRowsOf, isBoxTitle } from '../../../../core/table-shape.ts';

export type Row = readonly Cell[];

const betweenHan = /(?<=[\p{Script=Han}（）(“”])\s+(?=[\p{Script=Han}（）()“”%])/gu;

/** The words of a body cell: wraps and indentation become one blank. */
export const bodyText = (raw: string): string =>
  raw
    .replace(/\*\*|<\/?su[bp]>/g, '')
    .replace(/(?:\s|<br\s*\/?>)+/g, ' ')
    .trim();

/** The words of a head: a blank between Chinese characters is a wrap or spacing and says nothing. */
export const headText = (raw: string): string => bodyText(raw).replace(betweenHan, '');

export function cellOf(document: string, { start, end }: Span, words = bodyText): Cell {
  const raw = document.slice(start, end);
  const text = raw.trim();
  const from = text === '' ? start : start + raw.length - raw.trimStart().length;
  return { start: from, end: from + text.length, text: words(text) };
}

export const blankCell = (at: number): Cell => ({ start: at, end: at, text: '' });

/** Math.max would put every row of a long table on the stack. */
export const largest = (numbers: readonly number[]): number => numbers.reduce((most, each) => Math.max(most, each), 0);

export const isBlankCell = ({ text }: Cell): boolean => text === '';

/** What stands around a table and belongs to it. */
export interface Caption {
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly unit: string | null;
  readonly start: number;
}

export interface Drawn {
  readonly rows: readonly Row[];
  /** Rows that are surely heads. */
  readonly heads?: number;
  readonly box?: boolean;
}

/** A table block from its rows: equal width, heads worded as heads and joined into the names of columns. */
export function tableOf({ rows, heads, box = false }: Drawn, caption: Caption, span: Span): TableBlock {
  const width = largest(rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...blanks(row, width)]);
  const headerRows = heads ?? headerRowsOf(even);
  const worded = even.map((row, i) => (i < headerRows ? asHeads(row) : row));
  return {
    kind: 'table',
    start: Math.min(caption.start, span.start),
    end: span.end,
    title: caption.title,
    titleSpan: caption.titleSpan,
    unit: caption.unit,
    headerRows,
    columns: columnsOf(worded, headerRows),
    rows: worded,
    box: box || isBoxTitle(caption.title),
  };
}

const blanks = (row: Row, width: number): Cell[] => {
  const at = row.at(-1)?.end ?? 0;
  return Array.from({ length: width - row.length }, () => blankCell(at));
};

function asHeads(row: Row): Row {
  const said = new Map<Cell, Cell>();
  return row.map((cell) => {
    const known = said.get(cell);
    if (known !== undefined) return known;
    const text = headText(cell.text);
    const head = text === cell.text ? cell : { ...cell, text };
    said.set(cell, head);
    return head;
  });
}
