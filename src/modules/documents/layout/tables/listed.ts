import { headerRowsOf, isCaption } from '../../../../core/table-shape.ts';
import type { Line } from '../lines.ts';
import { isHeadingMarker, markerOf } from '../numbering.ts';
import { blankCell, cellOf, type Drawn, type Row } from './grid.ts';
import { spreadHeads } from './heads.ts';
import { mergeDown } from './merge.ts';
import { type Extent, rawOf } from './tabbed.ts';

const caption = /^\s*(?:图|表|专栏)\s*[\d一二三四五六七八九十]/;
const cellLine = /^[ \u3000]*\t/;

const isCell = (document: string, line: Line): boolean => {
  const raw = rawOf(document, line);
  return cellLine.test(raw) && !raw.trim().includes('\t');
};

const mostColumns = 12;
const longestLine = 2000;

interface Open {
  start: number;
  end: number;
}

/**
 * A box that a converter printed one cell per line: a tab begins a cell, lines without one go on with it, a
 * blank cell repeats the one above. The cells of the first row, up to a blank line, say how many columns there are.
 * `lines` are all the lines of the document, for here blank cells and blank lines matter.
 */
export function listedAt(document: string, lines: readonly Line[], from: number): (Extent & Drawn) | null {
  if (!isCell(document, lines[from] as Line)) return null;
  const columns = headColumns(document, lines, from);
  if (columns < 2 || columns > mostColumns) return null;
  const cells: Open[] = [];
  let last = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (isCell(document, line)) cells.push({ start: line.start, end: line.end });
    else if (line.text === '') {
      if (lines[at + 1] === undefined || isEnd(document, lines, at, columns, cells)) break;
      continue;
    } else if (!goesOn(document, lines, at, cells, columns)) break;
    else (cells.at(-1) as Open).end = line.end;
    last = at;
  }
  if (cells.length < 2 * columns) return null;
  const rows = rowsOf(document, cells, columns);
  return { first: from, last, rows, heads: Math.max(1, headerRowsOf(rows)) };
}

function headColumns(document: string, lines: readonly Line[], from: number): number {
  let columns = 0;
  for (let at = from; columns <= mostColumns && at < lines.length && isCell(document, lines[at] as Line); at += 1)
    columns += 1;
  return columns;
}

/** Two blank lines close a box whose last row is whole. */
function isEnd(document: string, lines: readonly Line[], at: number, columns: number, cells: readonly Open[]): boolean {
  const next = lines[at + 1] as Line;
  if (isCell(document, next)) return false;
  return next.text === '' && cells.length % columns === 0 && !isCell(document, lines[at + 2] ?? next);
}

const reach = 8;

/** A line without a tab belongs to the cell above when more cells follow, or when it goes on counting. */
function goesOn(
  document: string,
  lines: readonly Line[],
  at: number,
  cells: readonly Open[],
  columns: number,
): boolean {
  const line = lines[at] as Line;
  if (caption.test(line.text) || isCaption(line.text)) return false;
  const marker = markerOf(line.text);
  if (marker !== null && isHeadingMarker(marker)) return false;
  const cell = cells.at(-1) as Open;
  const counted = document
    .slice(Math.max(cell.start, cell.end - longestLine), cell.end)
    .split('\n')
    .findLast((text) => text.trim() !== '');
  const before = markerOf((counted ?? '').trim());
  if (marker !== null && before !== null && marker.family === before.family && marker.value === (before.value ?? 0) + 1)
    return true;
  // After a whole row and a blank line only a list in the last cell goes on.
  const isWhole = cells.length % columns === 0 && lines[at - 1]?.text === '';
  return !isWhole && cellsFollow(document, lines, at);
}

function cellsFollow(document: string, lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < Math.min(lines.length, at + reach); next += 1) {
    const line = lines[next] as Line;
    if (isCell(document, line)) return true;
    if (caption.test(line.text)) return false;
  }
  return false;
}

function rowsOf(document: string, open: readonly Open[], columns: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < open.length; at += columns) {
    const row = open.slice(at, at + columns).map((span) => cellOf(document, span));
    rows.push([...row, ...Array.from({ length: columns - row.length }, () => blankCell(row.at(-1)?.end ?? 0))]);
  }
  return mergeDown(spreadHeads(rows, columns), 1);
}
