import type { Clipboard } from './sheet-clipboard.ts';
import { isTypable, type Place, type SheetTable, type Slot, slotAt } from './sheet-table.ts';

/** The active cell and the far corner of what is selected from it. */
export interface Selection {
  readonly active: Place;
  readonly extent: Place;
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Columns in view, by their number in the table: hidden ones are stepped over and not copied. */
export type Columns = readonly number[];

export const at = (place: Place): Selection => ({ active: place, extent: place });

export const areaOf = ({ active, extent }: Selection): Area => ({
  top: Math.min(active.line, extent.line),
  bottom: Math.max(active.line, extent.line),
  left: Math.min(active.column, extent.column),
  right: Math.max(active.column, extent.column),
});

export const isInside = ({ top, bottom, left, right }: Area, line: number, column: number): boolean =>
  top <= line && line <= bottom && left <= column && column <= right;

export const isSingle = ({ top, bottom, left, right }: Area): boolean => top === bottom && left === right;

type Direction = 'up' | 'down' | 'left' | 'right';

/** Headings of sections are stepped over. */
function lineFrom({ lines }: SheetTable, line: number, by: 1 | -1): number {
  for (let next = line + by; next >= 0 && next < lines.length; next += by) if (!lines[next]?.isSection) return next;
  return line;
}

const columnFrom = (columns: Columns, column: number, by: 1 | -1): number => {
  const beyond = columns.filter((each) => (by === 1 ? each > column : each < column));
  return (by === 1 ? beyond[0] : beyond.at(-1)) ?? column;
};

export const step = (table: SheetTable, columns: Columns, { line, column }: Place, to: Direction): Place => ({
  line: to === 'up' ? lineFrom(table, line, -1) : to === 'down' ? lineFrom(table, line, 1) : line,
  column: to === 'left' ? columnFrom(columns, column, -1) : to === 'right' ? columnFrom(columns, column, 1) : column,
});

/** The farthest cell in a direction. */
export function edge(table: SheetTable, columns: Columns, from: Place, to: Direction): Place {
  let place = from;
  for (;;) {
    const next = step(table, columns, place, to);
    if (next.line === place.line && next.column === place.column) return place;
    place = next;
  }
}

/** Several lines on, as by Page Down. */
export function page(table: SheetTable, from: Place, by: number): Place {
  let line = from.line;
  for (let left = Math.abs(by); left > 0; left -= 1) line = lineFrom(table, line, by > 0 ? 1 : -1);
  return { ...from, line };
}

const canType = (table: SheetTable, fixed: ReadonlySet<string>, { line, column }: Place): boolean => {
  const [row, head] = [table.lines[line], table.columns[column]];
  return row !== undefined && head !== undefined && isTypable(slotAt(table, row, head), fixed);
};

/** The next cell to type by Tab, line by line; null past the last, where Tab leaves the table. */
export function nextTypable(
  table: SheetTable,
  columns: Columns,
  from: Place,
  by: 1 | -1,
  fixed: ReadonlySet<string>,
): Place | null {
  const width = columns.length;
  const count = table.lines.length * width;
  let index = from.line * width + columns.indexOf(from.column) + by;
  for (; index >= 0 && index < count; index += by) {
    const place = { line: Math.floor(index / width), column: columns[index % width] as number };
    if (canType(table, fixed, place)) return place;
  }
  return null;
}

/** Where Enter leads: the cell below, and after the last line the top of the next column to type. */
export function below(table: SheetTable, columns: Columns, from: Place, fixed: ReadonlySet<string>): Place {
  const next = step(table, columns, from, 'down');
  if (next.line !== from.line) return next;
  for (const column of columns.filter((each) => each > from.column)) {
    const line = table.lines.findIndex((_, i) => canType(table, fixed, { line: i, column }));
    if (line !== -1) return { line, column };
  }
  return from;
}

/** What a copy takes: the text of each cell in the area, headings of sections by their name. */
export function copied(
  table: SheetTable,
  columns: Columns,
  { top, bottom, left, right }: Area,
  textAt: (place: Place) => string,
): Clipboard {
  const taken = columns.filter((column) => left <= column && column <= right);
  return Array.from({ length: bottom - top + 1 }, (_, i) =>
    taken.map((column) => textAt({ line: top + i, column })),
  ).filter((_, i) => !table.lines[top + i]?.isSection);
}

export interface Pasted {
  readonly cells: readonly (readonly [string, string])[];
  /** Where something was to go that does not take it, or lies outside; with the text, so that it is not lost. */
  readonly unplaced: readonly { readonly text: string; readonly why: 'computed' | 'outside' }[];
  readonly area: Area;
}

/** What is shown already: pasting a table back over itself is no loss. */
type Shown = (place: Place) => string;

const isSameText = (a: string, b: string): boolean => {
  const bare = (text: string) => text.normalize('NFKC').replaceAll('−', '-').replace(/[\s,]/g, '');
  return bare(a) === bare(b);
};

/** A paste: from the first cell of the selection on; one cell fills all that is selected, as in a spreadsheet. */
export function pasted(
  table: SheetTable,
  columns: Columns,
  area: Area,
  clipboard: Clipboard,
  fixed: ReadonlySet<string>,
  shown: Shown,
): Pasted {
  const cells: [string, string][] = [];
  const unplaced: { text: string; why: 'computed' | 'outside' }[] = [];
  const lines = table.lines.flatMap((line, i) => (line.isSection || i < area.top ? [] : [i]));
  const taken = columns.filter((column) => column >= area.left);
  const isOne = clipboard.length === 1 && clipboard[0]?.length === 1;
  const height = isOne ? lines.filter((line) => line <= area.bottom).length : clipboard.length;
  const width = isOne
    ? taken.filter((column) => column <= area.right).length
    : Math.max(0, ...clipboard.map((row) => row.length));
  for (let i = 0; i < height; i += 1)
    for (let j = 0; j < width; j += 1) {
      const text = (isOne ? clipboard[0]?.[0] : clipboard[i]?.[j]) ?? null;
      if (text === null) continue;
      const [line, column] = [lines[i], taken[j]];
      const [row, head] = [table.lines[line ?? -1], table.columns[column ?? -1]];
      if (row === undefined || head === undefined) {
        if (text.trim() !== '') unplaced.push({ text, why: 'outside' });
        continue;
      }
      const slot = slotAt(table, row, head);
      if (isTypable(slot, fixed)) cells.push([slot.address, text]);
      else if (text.trim() !== '' && !isSameText(text, shown({ line: line as number, column: column as number })))
        unplaced.push({ text, why: 'computed' });
    }
  return {
    cells,
    unplaced,
    area: {
      top: area.top,
      left: area.left,
      bottom: lines[Math.min(height, lines.length) - 1] ?? area.top,
      right: taken[Math.min(width, taken.length) - 1] ?? area.left,
    },
  };
}

/** What Delete empties: the cells of the selection that can be typed. */
export const clearable = (
  table: SheetTable,
  columns: Columns,
  { top, bottom, left, right }: Area,
  fixed: ReadonlySet<string>,
): readonly Slot[] =>
  table.lines.slice(top, bottom + 1).flatMap((line) =>
    columns
      .filter((column) => left <= column && column <= right)
      .map((column) => slotAt(table, line, table.columns[column] as SheetTable['columns'][number]))
      .filter((slot) => isTypable(slot, fixed)),
  );
