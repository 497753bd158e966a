import type { Cell, FurnitureBlock, Span } from '../../core/document.ts';
import { rectangleOf, type SpannedCell, withoutBlankEdges } from './grid.ts';
import type { Limits } from './limits.ts';
import type { Placed } from './placed.ts';

/** Writes the text of a format that has no lines of its own: one paragraph or table row per line. */
export interface TextWriter {
  readonly placed: Placed[];
  paragraph(text: string, about?: { heading?: number; furniture?: FurnitureBlock['what'] }): Span;
  /** A line that is part of something placed otherwise, such as a table's title. */
  line(text: string): Span;
  /** Cells are told where their text was written, each once. */
  table<Content>(
    rows: readonly (readonly SpannedCell<Content>[])[],
    textOf: (content: Content) => string,
    about?: {
      declaredHeads?: number;
      title?: string;
      titleSpan?: Span;
      wrote?: (content: Content, span: Span) => void;
    },
  ): void;
  text(): string;
}

/** Tabs mean columns in the text, so none may come from within a line. Lengths stay, so that offsets hold. */
const withoutTabs = (text: string): string => text.replace(/[\t\r\v\f\u2028\u2029]/g, ' ');
const oneLine = (text: string): string => withoutTabs(text).replaceAll('\n', ' ');

/** The lines of a paragraph that has breaks of its own. */
function linesIn(text: string, start: number): Span[] {
  let at = start;
  return text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length };
    at = span.end + 1;
    return span;
  });
}

export function textWriter(name: string, limits: Limits): TextWriter {
  const pieces: string[] = [];
  let length = 0;
  const placed: Placed[] = [];
  const write = (text: string): Span => {
    pieces.push(text);
    length += text.length;
    return { start: length - text.length, end: length };
  };

  return {
    placed,
    text: () => pieces.join(''),
    paragraph(text, about = {}) {
      const span = write(withoutTabs(text));
      write('\n');
      if (text.trim() !== '') placed.push({ kind: 'text', spans: linesIn(text, span.start), ...about });
      return span;
    },
    line(text) {
      const span = write(oneLine(text));
      write('\n');
      return span;
    },
    table(rows, textOf, { declaredHeads = 0, wrote, ...about } = {}) {
      const grid = rectangleOf(name, rows, limits);
      const cells = new Map<unknown, Cell>();
      const start = length;
      const written = grid.map((line) => {
        const row = line.map((place, column): Cell => {
          if (column > 0) write('\t');
          if (place === null) return { ...write(''), text: '' };
          const known = cells.get(place);
          if (known !== undefined) return known;
          const text = oneLine(textOf(place));
          const cell: Cell = { ...write(text), text };
          cells.set(place, cell);
          wrote?.(place, cell);
          return cell;
        });
        write('\n');
        return row;
      });
      const shown = withoutBlankEdges(written);
      if (shown.length > 0)
        placed.push({ kind: 'table', start, end: length - 1, rows: shown, declaredHeads, ...about });
    },
  };
}
