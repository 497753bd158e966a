/**
 * A document as read: its text, and what its parts are.
 *
 * `text` is the document exactly as the reader saw it (LF line ends); every other thing in the system points
 * into it by offset, so that a number can always be shown in the sentence it came from. Readers of formats
 * without lines (DOCX, XLSX, HTML) write one paragraph or one table row per line, cells separated by tabs.
 */

/** Offsets into `ReadDocument.text`, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Running text of one block with line wraps, converter noise and indentation taken out.
 * `runs` says where each stretch of `text` came from: runs[i] = [offset in text, offset in the document].
 */
export interface Prose {
  readonly text: string;
  readonly runs: readonly (readonly [number, number])[];
}

export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  /** 1 is the highest; for 一、 （一） 1. （1） the depth in the document's own numbering. */
  readonly level: number;
  /** The number as printed: “一、”, “（二）”, “1.”, “第三章”; null without one. */
  readonly number: string | null;
  readonly prose: Prose;
}

export interface ParagraphBlock extends Span {
  readonly kind: 'paragraph';
  readonly prose: Prose;
}

/** An item of a numbered or bulleted list. */
export interface ItemBlock extends Span {
  readonly kind: 'item';
  readonly marker: string;
  readonly prose: Prose;
}

export interface Cell extends Span {
  /** The words of the cell without wraps; '' for an empty one. */
  readonly text: string;
}

/**
 * A table as a rectangle: every place of a merged cell holds the same `Cell` object.
 * The first `headerRows` rows are heads; `columns` joins them from top to bottom with “/”.
 */
export interface TableBlock extends Span {
  readonly kind: 'table';
  readonly title: string | null;
  readonly titleSpan: Span | null;
  /** “单位：亿元” above the table. */
  readonly unit: string | null;
  readonly headerRows: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** A 专栏: a framed list rather than a grid of figures. */
  readonly box: boolean;
}

/** What a reader of the content skips: page numbers, running heads, tables of contents, addresses, OCR remains. */
export interface FurnitureBlock extends Span {
  readonly kind: 'furniture';
  readonly what: 'page-number' | 'contents' | 'running-head' | 'address' | 'fragment' | 'rule';
}

export type Block = HeadingBlock | ParagraphBlock | ItemBlock | TableBlock | FurnitureBlock;

export type DocumentFormat = 'txt' | 'md' | 'html' | 'docx' | 'xlsx' | 'pdf';

export interface ReadDocument {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
  readonly blocks: readonly Block[];
}

/** Where a statement stands. `quote` is the exact source text, wraps and all; `line` counts from 1. */
export interface Source {
  readonly file?: string;
  readonly line: number;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The 1-based line that holds an offset. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The place in the document that a place in running text came from. */
export function documentOffset({ runs }: Prose, offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.[0] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  const [inProse, inDocument] = runs[low] ?? [0, 0];
  return inDocument + offset - inProse;
}

/** The document's span of a stretch of running text: from its first character to its last, wraps included. */
export function spanOf(prose: Prose, start: number, end: number): Span {
  const from = documentOffset(prose, start);
  return { start: from, end: end > start ? documentOffset(prose, end - 1) + 1 : from };
}

export function sourceOf(document: Pick<ReadDocument, 'text' | 'lineStarts'>, { start, end }: Span): Source {
  return { line: lineAt(document.lineStarts, start), quote: document.text.slice(start, end), start, end };
}

/**
 * Joins spans of the document into running text, keeping where each came from.
 * `glue` goes between spans: '' inside Chinese, ' ' where Latin words were wrapped.
 */
export function joinProse(
  document: string,
  spans: readonly Span[],
  glue: (before: string, after: string) => string,
): Prose {
  let text = '';
  const runs: [number, number][] = [];
  for (const { start, end } of spans) {
    if (end <= start) continue;
    const piece = document.slice(start, end);
    const between = text === '' ? '' : glue(text.at(-1) as string, piece[0] as string);
    // The glue has no place of its own: it is counted to the end of what stands before it.
    text += between;
    runs.push([text.length, start]);
    text += piece;
  }
  return { text, runs };
}

/** Part of a running text that still knows its places. */
export function sliceProse(prose: Prose, start: number, end: number): Prose {
  const runs: [number, number][] = [];
  prose.runs.forEach(([at, source], i) => {
    const next = prose.runs[i + 1]?.[0] ?? prose.text.length;
    if (next <= start || at >= end) return;
    const from = Math.max(at, start);
    runs.push([from - start, source + from - at]);
  });
  return { text: prose.text.slice(start, end), runs };
}
