import type { Prose, Span } from '../../../core/document.ts';

/** A stretch of the document; `glued` says that nothing stood between it and the one before but markup. */
export interface Piece extends Span {
  readonly glued: boolean;
}

const markup = /(?<!\*)\*\*(?!\*)|<\/?(?:sub|sup|b|strong|em|i|u|span|font)(?:\s[^<>\n]*)?>|<br\s*\/?>/g;

const isLatin = (character: string): boolean => /[A-Za-z0-9]/.test(character);

/** What goes between two wrapped lines: a blank between Latin words, nothing in Chinese. */
export const glueBetween = (before: string, after: string): string => (isLatin(before) && isLatin(after) ? ' ' : '');

/** A stretch without emphasis marks and without the places to leave out. */
export function piecesOf(document: string, { start, end }: Span, omit: readonly Span[] = []): Piece[] {
  const holes: Span[] = omit.filter((hole) => hole.start < end && hole.end > start);
  for (const found of document.slice(start, end).matchAll(markup)) {
    holes.push({ start: start + found.index, end: start + found.index + found[0].length });
  }
  holes.sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = start;
  for (const hole of [...holes, { start: end, end }]) {
    if (hole.start > at) pieces.push({ start: at, end: hole.start, glued: pieces.length > 0 });
    at = Math.max(at, hole.end);
  }
  return pieces;
}

export function proseOf(document: string, pieces: readonly Piece[]): Prose {
  const parts: string[] = [];
  const runs: [number, number][] = [];
  let length = 0;
  let last = '';
  for (const { start, end, glued } of pieces) {
    const text = document.slice(start, end);
    if (text === '') continue;
    const between = last === '' || glued ? '' : glueBetween(last, text[0] as string);
    runs.push([length + between.length, start]);
    parts.push(between, text);
    length += between.length + text.length;
    last = text.at(-1) as string;
  }
  return { text: parts.join(''), runs };
}
