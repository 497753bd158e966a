import { isFigure } from '../../../../core/table-shape.ts';
import { type Line, stepsBetween } from '../lines.ts';
import { isNumberedCaption } from './caption.ts';
import { blankCell, bodyText, type Drawn, largest, type Row } from './grid.ts';
import { spreadHeads } from './heads.ts';
import { mergeDown } from './merge.ts';
import type { Extent } from './tabbed.ts';
import { type Token, tokensOf } from './tokens.ts';

const gap = /[^\S\n]{2,}|\u3000+/g;
const fewestLines = 3;

function partsOf(line: Line): Token[] {
  const isText = /[。；]\s*$/.test(line.text) || line.text.includes('\t') || line.width > 200;
  return isText || isNumberedCaption(line) || /单\s*位\s*[:：]/.test(line.text) ? [] : tokensOf(line, gap);
}

/** Columns kept apart by two blanks or more and standing one below the other. */
export function alignedAt(content: readonly Line[], first: number): (Extent & Drawn) | null {
  const lines: { line: Line; parts: Token[] }[] = [];
  for (let at = first; at < content.length; at += 1) {
    const line = content[at] as Line;
    if (at > first && stepsBetween(content[at - 1] as Line, line) > 2) break;
    const parts = partsOf(line);
    if (parts.length < 2) break;
    lines.push({ line, parts });
  }
  const width = largest(lines.map(({ parts }) => parts.length));
  const full = lines.filter(({ parts }) => parts.length === width);
  if (lines.length < fewestLines || width < 2 || full.length < 0.4 * lines.length) return null;
  if (!lines.some(({ parts }) => parts.some(({ text }) => isFigure(text)))) return null;
  const columns = full.map(({ line, parts }) => placed(line, parts));
  const rows = lines.map(({ line, parts }) => (parts.length === width ? cellsOf(parts) : rowOf(line, parts, columns)));
  const spread = spreadHeads(rows, width);
  return { first, last: first + lines.length - 1, rows: mergeDown(spread, 1) };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

const indentOf = (line: Line): number => line.from - line.start;
const placed = (line: Line, parts: readonly Token[]): Place[] =>
  parts.map(({ column, edge }) => ({ from: column + indentOf(line), to: edge + indentOf(line) }));

const cellsOf = (parts: readonly Token[]): Row =>
  parts.map(({ start, end, text }) => ({ start, end, text: bodyText(text) }));

/** A line with blanks in it: each word goes to the column below or above which it stands. */
function rowOf(line: Line, parts: readonly Token[], columns: readonly Place[][]): Row {
  const width = columns[0]?.length ?? 0;
  const row: (Row[number] | undefined)[] = new Array(width);
  let from = startsInside(line, parts, columns) ? 1 : 0;
  parts.forEach((part, i) => {
    const [place] = placed(line, [part]) as [Place];
    const latest = width - (parts.length - i);
    let best = from;
    for (let column = from; column <= latest; column += 1) {
      if (distance(columns, column, place) < distance(columns, best, place)) best = column;
    }
    row[best] = cellsOf([part])[0];
    from = best + 1;
  });
  return Array.from(row, (cell) => cell ?? blankCell(line.to));
}

/** Indented past the beginning of every first cell: the first cell is blank. */
const startsInside = (line: Line, parts: readonly Token[], columns: readonly Place[][]): boolean => {
  const [place] = placed(line, parts);
  return columns.slice(0, 20).every((places) => (place?.from ?? 0) > (places[0]?.from ?? 0));
};

const distance = (columns: readonly Place[][], column: number, { from, to }: Place): number =>
  Math.min(
    ...columns.slice(0, 20).map((places) => {
      const place = places[column] as Place;
      return Math.min(
        Math.abs(place.from - from),
        Math.abs(place.to - to),
        Math.abs(place.from + place.to - from - to) / 2,
      );
    }),
  );
