import type {
  Block,
  Cell,
  FurnitureBlock,
  HeadingBlock,
  Prose,
  ReadDocument,
  Span,
  TableBlock,
} from '../../core/document.ts';
import { joinProse, lineStartsOf } from '../../core/document.ts';
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
import { glueBetween } from './rich.ts';

/** How plain text is laid out: the documents module's, handed in by the app. */
export type LayOutText = (name: string, text: string) => ReadDocument;

/** Text of one paragraph, or of a whole stretch of hard-wrapped lines, at its places in the document's text. */
export interface PlacedText {
  readonly kind: 'text';
  /** Stretches without markup; a line end between two of them is a line wrap. */
  readonly spans: readonly Span[];
  /** Lines that are known to be one paragraph; otherwise plain text decides. */
  readonly isOneParagraph?: boolean;
  /** Level of the heading style, when the file declares one. */
  readonly heading?: number;
  readonly furniture?: FurnitureBlock['what'];
}

/** A table at its place: a rectangle in which a merged cell is the same object at each of its places. */
export interface PlacedTable extends Span {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that the file itself declares as heads. */
  readonly declaredHeads: number;
  /** What the file calls it, where nothing above it does; certain when it stands in the text. */
  readonly title?: string;
  readonly titleSpan?: Span;
}

export type Placed = PlacedText | PlacedTable;

interface Caption {
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly unit: string | null;
  readonly start: number;
}

const noGlue = () => '';

const spanOfText = ({ spans }: PlacedText): Span => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
});

/** Whether a line above a table names it; under a line with the unit stands nothing else. */
function isTitle(item: PlacedText, line: string, underUnit: boolean): boolean {
  if (isNumberedCaption(line)) return isCaption(line);
  if (item.heading !== undefined || hasHeadingNumber(line)) return false;
  return isCaption(line) || (underUnit && line.length <= 50 && !/[。；，：:,]/.test(line));
}

/** Takes the title and the unit line above a table out of the running text. */
function captionAbove(text: string, placed: readonly Placed[], at: number, taken: Set<Placed>): Caption {
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

function tableBlock(text: string, table: PlacedTable, above: Caption): TableBlock {
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

/** The running text alone, as plain text would have it, with each character's place in the document. */
interface Flow {
  readonly text: string;
  /** [offset in the flow, offset in the document], ascending. */
  readonly pieces: readonly (readonly [number, number])[];
  /** Where each placed text begins in the flow. */
  readonly starts: readonly number[];
}

function flowOf(text: string, texts: readonly PlacedText[]): Flow {
  let flow = '';
  const pieces: [number, number][] = [];
  const starts: number[] = [];
  for (const { spans, heading, isOneParagraph } of texts) {
    starts.push(flow.length);
    // Declared headings are marked as in Markdown, which plain text understands.
    if (heading !== undefined) flow += `${'#'.repeat(Math.min(heading, 6))} `;
    spans.forEach(({ start, end }, i) => {
      const before = spans[i - 1];
      if (before !== undefined && text.slice(before.end, start).includes('\n'))
        flow +=
          isOneParagraph === true ? glueBetween(text.slice(before.start, before.end), text.slice(start, end)) : '\n';
      pieces.push([flow.length, start]);
      flow += text.slice(start, end);
    });
    flow += '\n\n';
  }
  return { text: flow, pieces, starts };
}

function lastAtOrBefore(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Carries spans and running text from the flow back to the document. */
function carrier({ pieces }: Flow) {
  const inFlow = pieces.map(([at]) => at);
  const place = (offset: number): number => {
    const [at, source] = pieces[lastAtOrBefore(inFlow, offset)] ?? [0, 0];
    return source + offset - at;
  };
  const span = ({ start, end }: Span): Span => ({
    start: place(start),
    end: end > start ? place(end - 1) + 1 : place(start),
  });
  const prose = ({ text, runs }: Prose): Prose => {
    const carried: [number, number][] = [];
    runs.forEach(([at, source], i) => {
      const length = (runs[i + 1]?.[0] ?? text.length) - at;
      carried.push([at, place(source)]);
      for (let next = lastAtOrBefore(inFlow, source) + 1; next < pieces.length; next += 1) {
        const [start, document] = pieces[next] as readonly [number, number];
        if (start >= source + length) break;
        if (start > source) carried.push([at + start - source, document]);
      }
    });
    return { text, runs: carried };
  };
  const cells = new Map<Cell, Cell>();
  const cell = (found: Cell): Cell => {
    const carried = cells.get(found) ?? { ...span(found), text: found.text };
    cells.set(found, carried);
    return carried;
  };
  return (block: Block): Block => {
    if (block.kind === 'furniture') return { ...block, ...span(block) };
    if (block.kind !== 'table') return { ...block, ...span(block), prose: prose(block.prose) };
    const titleSpan = block.titleSpan && span(block.titleSpan);
    return { ...block, ...span(block), titleSpan, rows: block.rows.map((row) => row.map(cell)) };
  };
}

/** Heading styles and numbering are two scales: a style has the level that its numbered headings mostly have. */
function styleLevels(declared: readonly { style: number; found: Block | undefined }[]): (style: number) => number {
  const votes = new Map<number, Map<number, number>>();
  for (const { style, found } of declared) {
    if (found?.kind !== 'heading' || found.number === null) continue;
    const counts = votes.get(style) ?? new Map<number, number>();
    counts.set(found.level, (counts.get(found.level) ?? 0) + 1);
    votes.set(style, counts);
  }
  const known = [...votes].map(([style, counts]) => {
    const [[level] = [style]] = [...counts].sort((a, b) => b[1] - a[1]);
    return { style, level };
  });
  return (style) => {
    const nearest = known.toSorted((a, b) => Math.abs(a.style - style) - Math.abs(b.style - style))[0];
    return nearest === undefined ? style : Math.max(1, nearest.level + style - nearest.style);
  };
}

function layOutTexts(text: string, texts: readonly PlacedText[], layOutText: LayOutText): Block[] {
  const flow = flowOf(text, texts);
  const carry = carrier(flow);
  const found: Block[][] = texts.map(() => []);
  for (const block of layOutText('', flow.text).blocks) found[lastAtOrBefore(flow.starts, block.start)]?.push(block);
  const declared = texts.flatMap(({ heading }, i) =>
    heading === undefined ? [] : [{ style: heading, found: found[i]?.[0] }],
  );
  const levelOf = styleLevels(declared);
  return texts.flatMap((item, i): Block[] => {
    const blocks = found[i] as Block[];
    if (item.furniture !== undefined) return [{ kind: 'furniture', what: item.furniture, ...spanOfText(item) }];
    const [first] = blocks;
    if (item.heading === undefined) return blocks.map(carry);
    const whole = spanOfText(item);
    if (first?.kind === 'heading' && blocks.length === 1) {
      const level = first.number === null ? levelOf(item.heading) : first.level;
      return [{ ...(carry(first) as HeadingBlock), ...whole, level }];
    }
    return [
      {
        kind: 'heading',
        ...whole,
        level: levelOf(item.heading),
        number: null,
        prose: joinProse(text, item.spans, noGlue),
      },
    ];
  });
}

/** Makes the document of what a reader placed in its text; what is not declared follows the rules of plain text. */
export function documentOf(
  name: string,
  format: ReadDocument['format'],
  text: string,
  placed: readonly Placed[],
  layOutText: LayOutText,
): ReadDocument {
  const taken = new Set<Placed>();
  const tables = placed.flatMap((item, i) =>
    item.kind === 'table' ? [tableBlock(text, item, captionAbove(text, placed, i, taken))] : [],
  );
  const texts = placed.filter((item): item is PlacedText => item.kind === 'text' && !taken.has(item));
  const blocks = [...layOutTexts(text, texts, layOutText), ...tables].sort((a, b) => a.start - b.start);
  return { name, format, text, lineStarts: lineStartsOf(text), blocks };
}
