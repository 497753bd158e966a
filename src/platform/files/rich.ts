/** Text that remembers, for each stretch, where in a file's source it stands. */
export interface Piece<Origin> {
  /** Offset in the text. */
  readonly at: number;
  readonly length: number;
  /** Characters of the origin left out before this stretch. */
  readonly skip: number;
  readonly origin: Origin;
}

export interface Rich<Origin> {
  readonly text: string;
  readonly pieces: readonly Piece<Origin>[];
}

export const richOf = <Origin>(text: string, origin: Origin | null): Rich<Origin> => ({
  text,
  pieces: origin === null || text === '' ? [] : [{ at: 0, length: text.length, skip: 0, origin }],
});

export function concat<Origin>(parts: readonly Rich<Origin>[]): Rich<Origin> {
  let text = '';
  const pieces: Piece<Origin>[] = [];
  for (const part of parts) {
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
  }
  return { text, pieces };
}

export function slice<Origin>({ text, pieces }: Rich<Origin>, start: number, end: number): Rich<Origin> {
  const kept = pieces.flatMap((piece) => {
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    return to > from ? [{ ...piece, at: from - start, length: to - from, skip: piece.skip + from - piece.at }] : [];
  });
  return { text: text.slice(start, end), pieces: kept };
}

export function trim<Origin>(rich: Rich<Origin>): Rich<Origin> {
  const start = rich.text.length - rich.text.trimStart().length;
  return slice(rich, start, Math.max(start, rich.text.trimEnd().length));
}

export function linesOf<Origin>(rich: Rich<Origin>): Rich<Origin>[] {
  let at = 0;
  return rich.text.split('\n').map((line) => {
    const part = slice(rich, at, at + line.length);
    at += line.length + 1;
    return part;
  });
}

const wide = /[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]/;

/** What goes between two lines of one cell: Chinese words broken over lines grow together, others keep a space. */
export function glueBetween(before: string, after: string): string {
  if (before === '' || after === '') return '';
  return wide.test(before.at(-1) as string) || wide.test(after[0] as string) ? '' : ' ';
}

const listed = 4;

/** Whether two lines set apart on purpose are two things, as the offices in a cell are, and no word in halves. */
const areTwo = (before: string, after: string): boolean =>
  before.length >= listed && after.length >= listed && !/[，。；、：,;:（(]$/.test(before);

/**
 * The lines of a cell as its one line of words. `isWrap` says that the line after the n-th is one only because the
 * cell is narrow.
 */
export function joinedLines<Origin>(
  lines: readonly Rich<Origin>[],
  isWrap: (n: number) => boolean = () => false,
): Rich<Origin> {
  const said = lines.map((line, n) => ({ n, line: trim(line) })).filter(({ line }) => line.text !== '');
  return concat(
    said.flatMap(({ line }, i) => {
      const before = said[i - 1];
      const words = before?.line.text ?? '';
      const wrapped = before !== undefined && isWrap(before.n);
      // A narrow column breaks figures anywhere.
      if (wrapped && /[\d.]$/.test(words) && /^[\d.%]/.test(line.text)) return [line];
      const isApart = before !== undefined && !wrapped && areTwo(words, line.text);
      return [richOf<Origin>(isApart ? ' ' : glueBetween(words, line.text), null), line];
    }),
  );
}
