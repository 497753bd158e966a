import type { Cell } from '../../core/document.ts';
import { damaged, type Limits } from './limits.ts';

/** A cell as a file declares it: it may cover further places to the right and below. */
export interface SpannedCell<Content> {
  readonly content: Content;
  readonly columns: number;
  readonly rows: number;
}

/** Puts cells with spans into a rectangle; `null` where no cell reaches. */
export function rectangleOf<Content>(
  name: string,
  rows: readonly (readonly SpannedCell<Content>[])[],
  limits: Limits,
): (Content | null)[][] {
  const grid: (Content | null)[][] = rows.map(() => []);
  let places = 0;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const { content, columns, rows: height } of cells) {
      while (grid[row]?.[column] != null) column += 1;
      const bottom = Math.min(row + Math.max(1, height), rows.length);
      places += (bottom - row) * columns;
      if (places > limits.cells) throw damaged(name, 'a table has too many cells');
      for (let y = row; y < bottom; y += 1)
        for (let x = column; x < column + columns; x += 1) {
          const line = grid[y] as (Content | null)[];
          line[x] ??= content;
        }
      column += columns;
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  if (width * grid.length > limits.cells) throw damaged(name, 'a table has too many cells');
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null));
}

/** A row or column that says nothing anywhere is spacing. */
export function withoutBlankEdges(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const kept = rows.filter((row) => row.some(({ text }) => text !== ''));
  const width = kept[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => i).filter((i) => kept.some((row) => row[i]?.text !== ''));
  return columns.length === width ? kept : kept.map((row) => columns.map((i) => row[i] as Cell));
}
