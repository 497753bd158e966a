import type { PlanDetail } from '../../plan.ts';
import type { PlanBlock } from './marks.ts';

export type TableBlock = Extract<PlanBlock, { kind: 'table' }>;
type Cell = TableBlock['rows'][number][number];

/** What the document pane draws as one virtual row: a block, or a piece of a long table. */
export type DocumentRow =
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'table'; readonly block: number; readonly from: number; readonly to: number };

const rowsPerPiece = 16;

export function documentRows(blocks: PlanDetail['blocks']): DocumentRow[] {
  return blocks.flatMap((block, index): DocumentRow[] => {
    if (block.kind !== 'table') return [{ kind: 'block', block: index }];
    const pieces: DocumentRow[] = [];
    for (let from = 0; from < Math.max(1, block.rows.length); from += rowsPerPiece)
      pieces.push({ kind: 'table', block: index, from, to: Math.min(block.rows.length, from + rowsPerPiece) });
    return pieces;
  });
}

const shownWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e80 ? 2 : 1.1;
  return width;
};

const shares = new WeakMap<TableBlock, number[]>();

/** Column widths in percent from what the cells hold: all pieces of a table then stand under each other. */
export function columnShares(table: TableBlock): number[] {
  const known = shares.get(table);
  if (known) return known;
  const widths: number[] = [];
  for (const row of table.rows.slice(0, 200))
    row.forEach(({ text }, column) => {
      // Beyond some length a cell wraps instead of pushing the others aside.
      widths[column] = Math.max(widths[column] ?? 5, Math.min(34, shownWidth(text) + 2));
    });
  const sum = widths.reduce((a, b) => a + b, 0) || 1;
  const result = widths.map((width) => (width / sum) * 100);
  shares.set(table, result);
  return result;
}

export interface ShownCell {
  readonly cell: Cell;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

const isSame = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a !== undefined && b !== undefined && a.text !== '' && a.start === b.start && a.end === b.end;

/** The cells of one row as HTML wants them: merged places (the same cell in each) become one with its spans. */
export function shownCells(table: TableBlock, row: number, from: number, to: number): ShownCell[] {
  const at = (r: number, c: number) => table.rows[r]?.[c];
  const shown: ShownCell[] = [];
  const cells = table.rows[row] ?? [];
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] as Cell;
    if (isSame(cell, at(row, column - 1)) || (row > from && isSame(cell, at(row - 1, column)))) continue;
    let columns = 1;
    while (isSame(cell, at(row, column + columns))) columns++;
    let rows = 1;
    while (row + rows < to && isSame(cell, at(row + rows, column))) rows++;
    shown.push({ cell, column, columns, rows });
  }
  return shown;
}

export const isFigure = (text: string): boolean =>
  /^[-—–+]?[\d,.，．０-９\s]+[%％]?$/.test(text) || /^[—–-]+$/.test(text);

/** A first guess of a row's height, so that the scroll bar is nearly right before a row has been seen. */
function estimatedHeight(blocks: PlanDetail['blocks'], row: DocumentRow): number {
  const block = blocks[row.block] as PlanBlock;
  if (row.kind === 'table') return (row.to - row.from) * 30 + 36;
  if (block.kind === 'heading') return 46;
  if (block.kind === 'furniture') return 22;
  return Math.ceil((block.end - block.start) / 40) * 27 + 8;
}

/** Rows that are drawn together: about a screenful, so that scrolling seldom has anything to do. */
export interface Piece {
  readonly rows: readonly DocumentRow[];
  readonly height: number;
}

const pieceHeight = 640;

export function piecesOf(blocks: PlanDetail['blocks'], rows: readonly DocumentRow[]): Piece[] {
  const pieces: { rows: DocumentRow[]; height: number }[] = [];
  for (const row of rows) {
    const height = estimatedHeight(blocks, row);
    const last = pieces.at(-1);
    if (last && last.height + height <= pieceHeight) {
      last.rows.push(row);
      last.height += height;
    } else pieces.push({ rows: [row], height });
  }
  return pieces;
}

/** The piece in which a place of the document is drawn. */
export function pieceAt(blocks: PlanDetail['blocks'], pieces: readonly Piece[], offset: number): number {
  const index = pieces.findIndex(({ rows }) =>
    rows.some((row) => {
      const block = blocks[row.block] as PlanBlock;
      if (offset >= block.end) return false;
      if (row.kind !== 'table' || block.kind !== 'table') return true;
      const end = row.to < block.rows.length ? block.rows[row.to]?.[0]?.start : block.end;
      return end === undefined || offset < end;
    }),
  );
  return index < 0 ? pieces.length - 1 : index;
}
