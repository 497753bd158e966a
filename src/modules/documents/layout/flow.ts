import type { Span } from '../../../core/document.ts';
import words from '../vocabulary/heading-words.json' with { type: 'json' };
import type { Line } from './lines.ts';
import { bareMarkerOf, isHeadingMarker, type Marker, markerOf } from './numbering.ts';
import { endsFully, endsOpen, endsSentence, isIndented, type WrapStyle } from './wrap.ts';

/** Lines that make one paragraph, heading or item. */
export interface Group {
  readonly lines: readonly Line[];
  /** Hash signs before it, as in Markdown. */
  readonly hashes: number;
  /** The first character after hash signs and quotation marks of Markdown. */
  readonly from: number;
  readonly marker: Marker | null;
}

const hashMark = /^(#{1,6})\s+/;
const openingMark = /^(?:>\s*)?(?:\*\*)?/;
const caption = /^(?:(?:续?表|图|附图|附表|专栏)\s*[\d一二三四五六七八九十]|单\s*位\s*[:：])/;
const titleEnd = new RegExp(`(?:${words.documentKinds.join('|')})(?:[（(][^（()）]*[)）])?[》”]?$`);
const longestHeadingLine = 96;
const salutation = /[：:]$/;

function groupOf(line: Line, hasDecimals: boolean): Omit<Group, 'lines'> {
  const hashes = hashMark.exec(line.text);
  const start = hashes?.[0].length ?? openingMark.exec(line.text)?.[0].length ?? 0;
  const body = line.text.slice(start);
  const marker = markerOf(body) ?? (hasDecimals ? bareMarkerOf(body) : null);
  return { hashes: hashes?.[1]?.length ?? 0, from: line.from + start, marker };
}

/** Joins the lines of a paragraph, heading or item. */
export function groupLines(lines: readonly Line[], style: WrapStyle): Group[] {
  const groups: { lines: Line[]; head: Omit<Group, 'lines'> }[] = [];
  for (const line of lines) {
    const head = groupOf(line, style.hasDecimals);
    const last = groups.at(-1);
    if (last !== undefined && head.hashes === 0 && last.head.hashes === 0 && continues(last, line, head, style)) {
      last.lines.push(line);
    } else groups.push({ lines: [line], head });
  }
  return groups.map(({ lines: own, head }) => ({ lines: own, ...head }));
}

interface Before {
  readonly lines: readonly Line[];
  readonly head: Omit<Group, 'lines'>;
}

function continues(before: Before, line: Line, head: Omit<Group, 'lines'>, style: WrapStyle): boolean {
  const last = before.lines.at(-1) as Line;
  if (/^[，。、；：！？）”》]/.test(line.text)) return !endsFully(last.text);
  if (caption.test(line.text) || caption.test((before.lines[0] as Line).text)) return false;
  if (style.column === null) return continuesPage(before, line, head);
  if (style.indents && isIndented(line)) return false;
  return continuesWrap(before, line, head, style as WrapStyle & { column: number });
}

/** In a document of whole paragraphs a page end may still have cut one in two. */
function continuesPage(before: Before, line: Line, { marker }: Omit<Group, 'lines'>): boolean {
  const last = before.lines.at(-1) as Line;
  if (marker !== null || endsSentence(last.text) || salutation.test(line.text)) return false;
  if (mayBeHeading(before.lines, before.head) && last.width <= longestHeadingLine) return false;
  const isBody = /[，。；]/.test(last.text) || (before.lines.length > 1 && last.width >= 30) || last.width >= 90;
  const isListed = /、/.test(last.text) && last.width >= 40;
  if (!isBody && !isListed) return false;
  return !titleEnd.test(last.text) || /[，。；]/.test(last.text);
}

function continuesWrap(
  { lines, head }: Before,
  line: Line,
  { marker }: Omit<Group, 'lines'>,
  { column, indents }: WrapStyle & { column: number },
): boolean {
  const last = lines.at(-1) as Line;
  const isFull = last.width >= column - fullWithin(lines.length === 1, mayBeHeading(lines, head));
  if (endsFully(last.text) || endsSentence(last.text)) {
    // A line wider than an indented one cannot begin a paragraph.
    return isFull && marker === null && lines.length > 1 && (indents || line.width > column - 3);
  }
  if (marker !== null && isHeadingMarker(marker))
    return isFull && !isLikelyNext(head.marker, marker) && line.width > column - 9;
  if (isFull) return true;
  if (endsOpen(last.text)) return marker === null && last.width >= column / 2;
  const isBody = /[，。；]/.test(lines.map(({ text }) => text).join(''));
  return marker === null && isBody && head.marker === null && last.width >= column - 16;
}

/** How far a full line may stay short of the column: a first line is indented, a heading must look full to go on. */
const fullWithin = (isFirst: boolean, isHeading: boolean): number => (isHeading ? 6 : isFirst ? 9 : 6);

/** A numbered line without a sentence in it: what follows is its text rather than its second line. */
const mayBeHeading = (lines: readonly Line[], { marker }: Omit<Group, 'lines'>): boolean =>
  marker !== null && lines.length === 1 && !/[。；：]/.test((lines[0] as Line).text);

const isLikelyNext = (before: Marker | null, next: Marker): boolean =>
  before === null || before.family !== next.family || next.value === (before.value ?? 0) + 1;

export const spanOfGroup = ({ lines }: Group): Span => ({
  start: (lines[0] as Line).from,
  end: (lines.at(-1) as Line).to,
});
