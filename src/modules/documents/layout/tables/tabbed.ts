import type { Cell } from '../../../../core/document.ts';
import { headerRowsOf, isCaption, isFigure, unitOfLine } from '../../../../core/table-shape.ts';
import { type Line, stepsBetween } from '../lines.ts';
import { markerOf } from '../numbering.ts';
import { blankCell, cellOf, type Drawn, isBlankCell, largest, type Row } from './grid.ts';
import { spreadHeads } from './heads.ts';
import { isGroupRow, mergeDown } from './merge.ts';

export interface Extent {
  /** Places in the list of content lines; `last` is inclusive. */
  readonly first: number;
  readonly last: number;
}

export const rawOf = (document: string, { start, end }: Line): string => document.slice(start, end);

export function splitCells(document: string, line: Line, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let at = line.start;
  for (const found of rawOf(document, line).matchAll(separator)) {
    cells.push(cellOf(document, { start: at, end: line.start + found.index }));
    at = line.start + found.index + found[0].length;
  }
  return [...cells, cellOf(document, { start: at, end: line.end })];
}

const isTabRow = (document: string, line: Line): boolean => {
  const raw = rawOf(document, line);
  const tabs = raw.split('\t').length - 1;
  return tabs > 1 || (tabs === 1 && !raw.trimEnd().startsWith('\t') && /\t\s*\S/.test(raw));
};

/** The lines of a table whose cells are parted by tabs. */
export function tabbedAt(document: string, content: readonly Line[], first: number): (Extent & Drawn) | null {
  if (!isTabRow(document, content[first] as Line)) return null;
  const lines: Line[][] = [];
  let last = first - 1;
  for (let at = first; at < content.length; at += 1) {
    const line = content[at] as Line;
    const gap = at === first ? 1 : stepsBetween(content[at - 1] as Line, line);
    if (gap > 2) break;
    if (isTabRow(document, line)) {
      lines.push([line]);
      last = at;
    } else if (gap === 1 && isGroupInside(document, content, at)) lines.push([line]);
    else if (gap === 1 && isWrapInside(document, content, at)) lines.at(-1)?.push(line);
    else break;
  }
  if (lines.length < 2) return null;
  const rows = lines.map((own) => rowOf(document, own));
  const width = widthOf(rows);
  const cut = rows.map((row) => row.slice(0, Math.max(width, lastWord(row))));
  const unrepeated = cut.filter((row, i) => i === 0 || !sameWords(row, cut[0] as Row));
  const spread = spreadHeads(unrepeated, width).map((row) => [...row, ...fill(row, width)]);
  return { first, last, rows: mergeDown(spread, headerRowsOf(spread)) };
}

/** A line without tabs between two lines of the table goes on with the last cell. */
function isWrapInside(document: string, content: readonly Line[], at: number): boolean {
  const [before, line, after] = [content[at - 1], content[at], content[at + 1]];
  if (before === undefined || line === undefined || after === undefined) return false;
  if (isCaption(line.text) || unitOfLine(line.text) !== null || markerOf(line.text) !== null || line.width > 60)
    return false;
  return after.index === line.index + 1 && isTabRow(document, after) && isTabRow(document, before);
}

const longestGroup = 40;

/** “一、经济发展” alone on a line between two rows of figures or serial numbers names the group of rows below it. */
function isGroupInside(document: string, content: readonly Line[], at: number): boolean {
  const [before, line, after] = [content[at - 1], content[at], content[at + 1]];
  if (before === undefined || line === undefined || after === undefined) return false;
  if (after.index !== line.index + 1 || !isTabRow(document, after) || !isTabRow(document, before)) return false;
  const marker = markerOf(line.text);
  if (marker === null || line.width > longestGroup || /[。；，：:]/.test(line.text)) return false;
  const [above, below] = [before, after].map((each) => splitCells(document, each, /\t/g)) as [Cell[], Cell[]];
  // The heads of another table would come with the same line above them.
  return above.length === below.length && below.some(({ text }) => isFigure(text));
}

function rowOf(document: string, lines: readonly Line[]): Row {
  const cells = splitCells(document, lines[0] as Line, /\t/g);
  const wrapped = lines.at(-1) as Line;
  if (lines.length === 1) return cells;
  const last = cells.findLastIndex((cell) => !isBlankCell(cell));
  return cells.map((cell, i) => (i === last ? cellOf(document, { start: cell.start, end: wrapped.to }) : cell));
}

const lastWord = (row: Row): number => row.findLastIndex((cell) => !isBlankCell(cell)) + 1;

/** The width that most lines have; a line that says more widens the table. */
function widthOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [common = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return largest([common, ...rows.map(lastWord)]);
}

const fill = (row: Row, width: number): Cell[] =>
  Array.from({ length: Math.max(0, width - row.length) }, () => blankCell(row.at(-1)?.end ?? 0));

/** Heads that come back at the top of the next page. */
const sameWords = (a: Row, b: Row): boolean =>
  !isGroupRow(a) && b.length === a.length && a.every(({ text }, i) => text === b[i]?.text);
