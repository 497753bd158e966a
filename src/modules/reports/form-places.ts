import { isAsked } from './form.ts';
import { type Notes, say } from './form-notes.ts';
import { type Block, type Column, columnLetters, type Line, placeAt } from './layout.ts';
import { isSame, type RawSheet, squeezed, textAt } from './raw-sheet.ts';
import type { RawCell } from './read-cell.ts';

const mostHeadRows = 30;

/** The row in which most headings of a block stand, and how many do. */
export function headOf(sheet: RawSheet, block: Block): { row: number; hits: number } {
  const headings = new Set(block.columns.map(({ heading }) => squeezed(heading)));
  let best = { row: block.headRow, hits: 0 };
  for (const [row, cells] of sheet.cells) {
    if (row > mostHeadRows) continue;
    const hits = [...cells.values()].filter(({ text }) => headings.has(squeezed(text))).length;
    if (hits > best.hits) best = { row, hits };
  }
  return best;
}

/** The sheet on which a block stands, by its name or, where that was changed, by its headings. */
export function sheetFor(
  block: Block,
  sheets: readonly RawSheet[],
  taken: ReadonlySet<string>,
  notes: Notes,
): RawSheet | null {
  const named = sheets.find(({ name }) => name === block.sheet);
  if (named !== undefined) return named;
  const alike = sheets
    .filter(({ name }) => !taken.has(name))
    .map((sheet) => ({ sheet, hits: headOf(sheet, block).hits }))
    .sort((a, b) => b.hits - a.hits)[0];
  if (alike === undefined || alike.hits * 2 < block.columns.length) {
    say(notes, 'file/sheet-missing', null, { sheet: block.sheet });
    return null;
  }
  say(notes, 'file/sheet-renamed', alike.sheet.name, { sheet: block.sheet, found: alike.sheet.name });
  return alike.sheet;
}

const isNeeded = ({ role, field }: Column): boolean =>
  role === 'key' ||
  role === 'label' ||
  role === 'explanation' ||
  (role === 'figure' && (field === null || isAsked(field)));

/** Where each column of a block stands now, by its heading; a column that cannot be told is left out. */
export function columnsOf(block: Block, sheet: RawSheet, head: number, notes: Notes): Map<Column, number> {
  const found = new Map<Column, number>();
  const cells = [...(sheet.cells.get(head) ?? new Map<number, RawCell>())].filter(([, { text }]) => text.trim() !== '');
  const used = new Set<number>();
  for (const [i, column] of block.columns.entries()) {
    const places = cells.filter(([, { text }]) => isSame(text, column.heading)).map(([at]) => at);
    for (const at of places) used.add(at);
    const [at] = places;
    const expected = column.heading;
    if (places.length > 1)
      say(notes, 'file/heading-twice', placeAt(sheet.name, head, places[1] as number), { expected });
    else if (at !== undefined) {
      found.set(column, at);
      if (at !== i + 1)
        say(notes, 'file/column-moved', placeAt(sheet.name, head, at), { expected, from: columnLetters(i + 1) });
    } else if (isNeeded(column))
      say(notes, 'file/heading-changed', placeAt(sheet.name, head, i + 1), {
        expected,
        found: textAt(sheet, head, i + 1) || '空白',
      });
  }
  for (const [at, { text }] of cells)
    if (!used.has(at)) say(notes, 'file/column-added', placeAt(sheet.name, head, at), { found: text.trim() });
  return found;
}

/** Rows by the code in the first column; what is there twice, gone or added is said. */
export function linesOf(
  block: Block,
  sheet: RawSheet,
  head: number,
  columns: ReadonlyMap<Column, number>,
  notes: Notes,
): Map<Line, number> {
  const found = new Map<Line, number>();
  const [keyColumn, labelColumn] = [...columns]
    .filter(([{ role }]) => role === 'key' || role === 'label')
    .map(([, at]) => at);
  if (keyColumn === undefined) return found;
  const byKey = Map.groupBy(
    [...sheet.cells.keys()].filter((row) => row > head),
    (row) => textAt(sheet, row, keyColumn),
  );
  const known = new Set<string>();
  let isMoveSaid = false;
  for (const line of block.lines) {
    if (line.key === null) continue;
    known.add(line.key);
    const rows = byKey.get(line.key) ?? [];
    const [row] = rows;
    const data = { name: line.label, key: line.key, from: line.row };
    if (row === undefined) say(notes, 'file/row-missing', placeAt(sheet.name, line.row, keyColumn), data);
    else if (rows.length > 1) say(notes, 'file/row-twice', placeAt(sheet.name, rows[1] as number, keyColumn), data);
    else {
      found.set(line, row);
      if (row !== line.row && !isMoveSaid) say(notes, 'file/rows-moved', placeAt(sheet.name, row, keyColumn), data);
      isMoveSaid ||= row !== line.row;
    }
  }
  const figureColumns = [...columns].filter(([{ role }]) => role === 'figure').map(([, at]) => at);
  for (const [key, rows] of byKey)
    for (const row of rows) {
      if (known.has(key) || figureColumns.every((at) => textAt(sheet, row, at) === '')) continue;
      const text = key || textAt(sheet, row, labelColumn ?? 2) || '无代码';
      say(notes, 'file/row-added', placeAt(sheet.name, row, keyColumn), { found: text });
    }
  return found;
}
