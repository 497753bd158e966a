import type { Span } from '../../core/document.ts';
import { hasHeadingNumber, isCaption, unitOfLine } from '../../core/table-shape.ts';
import type { SpannedCell } from './grid.ts';
import { joinedLines, richOf } from './rich.ts';
import type { TextWriter } from './text-writer.ts';
import type { Merge, Sheet, SheetRow } from './xlsx-sheet.ts';

/** A cell as shown: its text in one line, with the places that it covers. */
interface Shown {
  readonly text: string;
}

const oneLine = (text: string): string =>
  /[\r\n]/.test(text) ? joinedLines(text.split(/\r?\n|\r/).map((line) => richOf(line, null))).text : text;
const isSentence = (text: string): boolean => text.length > 40 || /[。；]$/.test(text);
const isNote = (text: string): boolean => /^(?:[（(]?(?:备?注|说明|资料来源|数据来源)\s*\d*\s*[:：])/.test(text);
const isUnnamed = (sheet: string): boolean => /^(?:sheet|工作表|表)\s*\d*$/i.test(sheet.trim());

const textsOf = ({ cells }: SheetRow): string[] => [...cells.values()].map(oneLine);
const isLine = ({ cells }: SheetRow): boolean => cells.size === 1;

/** “填报单位：…  单位：万元”: a row of labels above the heads. */
const isLabelRow = (row: SheetRow): boolean =>
  row.cells.size <= 4 &&
  textsOf(row).some((text) => unitOfLine(text) !== null) &&
  textsOf(row).every((text) => /[:：]|^\d{4}/.test(text));

function visibleRows({ rows, hiddenRows, hiddenColumns }: Sheet): SheetRow[] {
  const isHidden = (column: number) => hiddenColumns.some(([from, to]) => column >= from && column <= to);
  return rows
    .filter(({ row }) => !hiddenRows.has(row))
    .map(({ row, cells }) => ({ row, cells: new Map([...cells].filter(([column]) => !isHidden(column))) }));
}

/** Rows between blank ones. */
function regionsOf(sheet: Sheet): SheetRow[][] {
  const regions: SheetRow[][] = [];
  let last = -1;
  const covered = (row: number) => sheet.merges.some(({ top, bottom }) => top < row && row <= bottom && top <= last);
  for (const row of visibleRows(sheet)) {
    if (row.cells.size === 0 && !covered(row.row)) continue;
    const follows = row.row === last + 1 || allHidden(sheet, last + 1, row.row);
    if (follows) regions.at(-1)?.push(row);
    if (!follows || regions.length === 0) regions.push([row]);
    last = row.row;
  }
  return regions;
}

const allHidden = ({ hiddenRows }: Sheet, from: number, to: number): boolean => {
  if (to - from > 10_000) return false;
  for (let row = from; row < to; row += 1) if (!hiddenRows.has(row)) return false;
  return true;
};

interface Part {
  readonly kind: 'lines' | 'table';
  readonly rows: SheetRow[];
}

/** Whether lone cells within a grid are text between two tables rather than headings of its rows. */
const partsTables = (lines: readonly SheetRow[]): boolean =>
  lines.some((row) => textsOf(row).some((text) => isSentence(text) || isCaption(text) || unitOfLine(text) !== null));

/** Lines and grids of a region in their order. */
function partsOf(region: readonly SheetRow[]): Part[] {
  const parts: Part[] = [];
  let lines: SheetRow[] = [];
  const addLines = () => {
    if (lines.length > 0) parts.push({ kind: 'lines', rows: lines });
    lines = [];
  };
  for (const row of region) {
    if (isLine(row) || (parts.at(-1)?.kind !== 'table' && isLabelRow(row))) {
      lines.push(row);
      continue;
    }
    const table = parts.at(-1);
    if (table?.kind === 'table' && !partsTables(lines)) {
      table.rows.push(...lines, row);
      lines = [];
    } else {
      addLines();
      parts.push({ kind: 'table', rows: [row] });
    }
  }
  const table = parts.at(-1);
  // What stands below the last figures is a note, or a heading that has nothing under it.
  const isRow = (row: SheetRow) =>
    textsOf(row).every((text) => !isSentence(text) && !isNote(text)) && !row.cells.has(1);
  while (table?.kind === 'table' && lines[0] !== undefined && isRow(lines[0]))
    table.rows.push(lines.shift() as SheetRow);
  addLines();
  return parts;
}

/** How many of the sorted places from the n-th on lie within a merged area's end. */
function coveredFrom(places: readonly number[], from: number, last: number): number {
  let end = from;
  while (end < places.length && (places[end] as number) <= last) end += 1;
  return end - from;
}

function spannedRows(rows: readonly SheetRow[], merges: readonly Merge[]): SpannedCell<Shown>[][] {
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  const numbers = rows.map(({ row }) => row);
  const shown = new Set(numbers);
  const byRow = mergesByRow(merges, shown);
  return rows.map(({ row, cells }, y) =>
    columns.flatMap((column, x): SpannedCell<Shown>[] => {
      const merge = byRow.get(row)?.find(({ left, right }) => column >= left && column <= right);
      if (merge !== undefined && (merge.top !== row || merge.left !== column) && shown.has(merge.top)) return [];
      const content = { text: oneLine(cells.get(column) ?? '') };
      if (merge === undefined || content.text === '') return [{ content, columns: 1, rows: 1 }];
      return [{ content, columns: coveredFrom(columns, x, merge.right), rows: coveredFrom(numbers, y, merge.bottom) }];
    }),
  );
}

const longestMerge = 20_000;

function mergesByRow(merges: readonly Merge[], shown: ReadonlySet<number>): Map<number, Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.bottom - merge.top > longestMerge) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1)
      if (shown.has(row)) byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  }
  return byRow;
}

interface Named {
  readonly title: string;
  readonly titleSpan: Span;
}

/** Writes lines; above a grid, the last short one that is no caption or heading by its form is the grid's title. */
function writeLines(rows: readonly SheetRow[], isAboveTable: boolean, writer: TextWriter): Named | null {
  const lines = rows.flatMap(textsOf);
  const at = isAboveTable ? lines.findLastIndex((text) => unitOfLine(text) === null) : -1;
  const candidate = lines[at] ?? '';
  const isTitle = candidate !== '' && !isSentence(candidate) && !isCaption(candidate) && !hasHeadingNumber(candidate);
  let named: Named | null = null;
  lines.forEach((text, i) => {
    if (isTitle && i === at) named = { title: text, titleSpan: writer.line(text) };
    else writer.paragraph(text);
  });
  return named;
}

/** Writes a sheet as lines and tables; the lines just above a grid give its title and unit. */
export function writeSheet(title: string, sheet: Sheet, writer: TextWriter): void {
  for (const region of regionsOf(sheet)) {
    const parts = partsOf(region);
    let named: Named | null = null;
    parts.forEach(({ kind, rows }, i) => {
      if (kind === 'lines') {
        named = writeLines(rows, parts[i + 1]?.kind === 'table', writer);
        return;
      }
      const about = named ?? (isUnnamed(title) ? {} : { title });
      writer.table(spannedRows(rows, sheet.merges), ({ text }) => text, about);
      named = null;
    });
  }
}
