import type { Cell } from '../../../../core/document.ts';
import { isFigure } from '../../../../core/table-shape.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { isBlankCell, type Row } from './grid.ts';
import { isLandCode } from './tokens.ts';

/** A line of a table that only names a group of the lines below it. */
export const isGroupRow = (row: Row): boolean =>
  row.length > 2 && row.filter((cell) => !isBlankCell(cell)).length === 1;

const isSerial = (text: string): boolean => /^[（(]?\d{1,3}[）).、]?$/.test(text);

/**
 * A flattened table leaves blanks below a merged cell. They are filled where that is plain: in a column of
 * words that stands left of a column without blanks.
 */
export function mergeDown(rows: readonly Row[], headerRows: number): Row[] {
  const body = rows.slice(headerRows);
  const width = rows[0]?.length ?? 0;
  const lines = body.filter((row) => !isGroupRow(row));
  const column = (at: number) => lines.map((row) => row[at] as Cell);
  const isWhole = (at: number) =>
    column(at).every((cell) => !isBlankCell(cell)) && column(at).some(({ text }) => !isSerial(text));
  const firstWhole = Array.from({ length: width }, (_, at) => at).find(isWhole) ?? 0;
  // A blank code or number stands for no code; only words are merged.
  const merged = Array.from({ length: firstWhole }, (_, at) => at).filter((at) => isMergedColumn(column(at)));
  if (merged.length === 0) return [...rows];
  let above: Row | null = null;
  return rows.map((row, i) => {
    if (i < headerRows || isGroupRow(row)) {
      above = null;
      return row;
    }
    const before = above;
    const filled: Row = row.map((cell, at) =>
      merged.includes(at) && isBlankCell(cell) && before !== null && !isTotal(row) ? (before[at] as Cell) : cell,
    );
    above = filled;
    return filled;
  });
}

const total = new RegExp(`(?:${words.totals.join('|')})$`);
const isTotal = (row: Row): boolean => row.some(({ text }) => total.test(text.replace(/\s/g, '')));

const isMergedColumn = (cells: readonly Cell[]): boolean => {
  const [first] = cells;
  const said = cells.filter((cell) => !isBlankCell(cell));
  const isWords = said.every(({ text }) => !isFigure(text) && !isSerial(text) && !isLandCode(text));
  return first !== undefined && !isBlankCell(first) && isWords && said.length < cells.length;
};
