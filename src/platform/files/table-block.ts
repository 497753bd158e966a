import type { Cell, Span, TableBlock } from '../../core/document.ts';
import {
  columnsOf,
  hasHeadingNumber,
  headerRowsOf,
  headWords,
  isBoxTitle,
  isCaption,
  isFramedList,
  isNumberedCaption,
  splitCaption,
  unitOfLine,
} from '../../core/table-shape.ts';
import { type Placed, type PlacedTable, type PlacedText, spanOfText } from './placed.ts';

/** What stands above a table and belongs to it. */
interface Caption {
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly unit: string | null;
  readonly start: number;
}

/** Whether a line above a table names it; under a line with the unit stands nothing else. */
function isTitle(item: PlacedText, line: string, underUnit: boolean): boolean {
  if (isNumberedCaption(line)) return isCaption(line);
  if (item.heading !== undefined || hasHeadingNumber(line)) return false;
  return isCaption(line) || (underUnit && line.length <= 50 && !/[。；，：:,]/.test(line));
}

/** Takes the title and the unit line above a table out of the running text. */
export function captionAbove(text: string, placed: readonly Placed[], at: number, taken: Set<Placed>): Caption {
  const { title = null, titleSpan = null, start } = placed[at] as PlacedTable;
  let caption: Caption = { title: titleSpan && title, titleSpan, unit: null, start: titleSpan?.start ?? start };
  for (let i = at - 1; i >= at - 2; i -= 1) {
    const item = placed[i];
    if (item === undefined || item.kind === 'table' || item.furniture !== undefined || taken.has(item)) break;
    const span = spanOfText(item);
    const line = item.spans
      .map((each) => text.slice(each.start, each.end))
      .join('')
      .trim();
    const unit = unitOfLine(line);
    if (unit !== null && caption.unit === null) {
      caption = { ...caption, unit, start: Math.min(caption.start, span.start) };
      taken.add(item);
      continue;
    }
    if (titleSpan === null && isTitle(item, line, caption.unit !== null)) {
      const split = splitCaption(line);
      caption = { title: split.title, titleSpan: span, unit: caption.unit ?? split.unit, start: span.start };
      taken.add(item);
    }
    break;
  }
  return caption;
}

/** A first row merged over the whole width is the table's title or unit, not a head. */
function peelTitle(
  text: string,
  rows: readonly (readonly Cell[])[],
  above: Caption,
): { rows: readonly (readonly Cell[])[]; caption: Caption } {
  let caption = above;
  let from = 0;
  for (; from < rows.length - 1 && from < 3; from += 1) {
    const row = rows[from] as readonly Cell[];
    const said = [...new Set(row)].filter((cell) => cell.text !== '');
    const only = said[0];
    const merged =
      row.length > 1 &&
      said.length === 1 &&
      only !== undefined &&
      row.filter((cell) => cell === only).length === row.length;
    if (!merged || only === undefined) break;
    const unit = unitOfLine(only.text);
    if (unit !== null) caption = { ...caption, unit };
    else if (caption.title === null && !/[。；]$/.test(only.text)) {
      const split = splitCaption(only.text);
      const start = only.start + Math.max(0, text.slice(only.start, only.end).indexOf(split.title));
      caption = {
        ...caption,
        title: split.title,
        titleSpan: { start, end: start + split.title.length },
        unit: caption.unit ?? split.unit,
      };
    } else break;
  }
  return { rows: rows.slice(from), caption };
}

/** Heads without the blanks of wraps and spacing; a merged head stays one cell. */
function withHeadWords(rows: readonly (readonly Cell[])[], headerRows: number): readonly (readonly Cell[])[] {
  const heads = new Map(
    rows.slice(0, headerRows).flatMap((row) => row.map((cell) => [cell, { ...cell, text: headWords(cell.text) }])),
  );
  return rows.map((row) => row.map((cell) => heads.get(cell) ?? cell));
}

/** A table block with its title, unit and heads found. */
export function tableBlock(text: string, table: PlacedTable, above: Caption): TableBlock {
  const named: Caption = above.title === null && table.title !== undefined ? { ...above, title: table.title } : above;
  const { rows, caption } = peelTitle(text, table.rows, named);
  const peeled = table.rows.length - rows.length;
  const box = isBoxTitle(caption.title);
  const declared = Math.max(0, table.declaredHeads - peeled);
  const headerRows = box && declared === 0 && isFramedList(rows) ? 0 : headerRowsOf(rows, declared);
  const worded = withHeadWords(rows, headerRows);
  return {
    kind: 'table',
    end: table.end,
    ...caption,
    headerRows,
    columns: columnsOf(worded, headerRows),
    rows: worded,
    box,
  };
}
