import type { Span } from '../../../core/document.ts';

/** A line of the document: `from`–`to` is what is left of it without the blanks on either side. */
export interface Line extends Span {
  readonly index: number;
  /** Place among the lines as they stand without page ends: index until furniture is taken out. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** The words between `from` and `to`. */
  readonly text: string;
  /** Display columns of the words, a Chinese character being two. */
  readonly width: number;
  /** Display columns of the blanks before the words. */
  readonly indent: number;
}

const isWide = (code: number): boolean =>
  code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026) || (code >= 0x2460 && code <= 0x25ff);

export function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += isWide(text.charCodeAt(i)) ? 2 : 1;
  return width;
}

function indentOf(raw: string): number {
  let columns = 0;
  for (let i = 0; i < raw.length && /\s/.test(raw[i] as string); i += 1) columns += raw[i] === '\u3000' ? 2 : 1;
  return columns;
}

export function lineOf(document: string, index: number, start: number, end: number): Line {
  const raw = document.slice(start, end);
  const text = raw.trim();
  const from = text === '' ? start : start + raw.length - raw.trimStart().length;
  return {
    index,
    row: index,
    start,
    end,
    from,
    to: from + text.length,
    text,
    width: displayWidth(text),
    indent: indentOf(raw),
  };
}

export const isBlank = ({ text }: Line): boolean => text === '';

/** The lines of the document; a form feed parts lines as a line end does. */
export function linesOf(document: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of document.matchAll(/\n|\f/g)) {
    lines.push(lineOf(document, lines.length, start, found.index));
    start = found.index + 1;
  }
  lines.push(lineOf(document, lines.length, start, document.length));
  return lines;
}

/** The lines that carry content; what a page end put between two of them no longer parts them. */
export function withoutFurniture(lines: readonly Line[], isFurniture: (line: Line) => boolean): Line[] {
  const content: Line[] = [];
  let row = 0;
  let blanks = 0;
  let pageEnds = false;
  for (const line of lines) {
    if (isBlank(line)) blanks += 1;
    else if (isFurniture(line)) pageEnds = true;
    else {
      row += 1 + (pageEnds ? Math.min(blanks, 1) : blanks);
      content.push({ ...line, row });
      blanks = 0;
      pageEnds = false;
    }
  }
  return content;
}

/** How many lines below the other a line stands: 1 right below it. */
export const stepsBetween = (above: Line, below: Line): number => below.row - above.row;
