import type { FurnitureBlock, Span } from '../../../core/document.ts';
import { isBlank, type Line } from './lines.ts';
import { markerOf } from './numbering.ts';
import { endsSentence } from './wrap.ts';

type What = FurnitureBlock['what'];

const pageNumber =
  /^(?:[-—–－―·•]+\s*\d{1,4}\s*[-—–－―·•]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/;
const address = /^(?:https?:\/\/|www\.)\S+$/i;
const rule = /^(?:[-—–_=*~·.…\u2500-\u257f+]\s*){3,}$/;
const contentsTitle = /^#{0,6}\s*目\s*(?:录|次)$/;
const contentsEntry = /(?:[.．…·⋯]{2,}\s*|\t\s*)(?:[-—]?\s*\d{1,4}\s*[-—]?)?$/;
const contentsEntryWithPage = /(?:[.．…·⋯]{2,}\s*|\t\s*|\s{2,})\d{1,4}$/;

/** Lines that carry no content, by line index. */
export function furnitureOf(document: string, lines: readonly Line[]): Map<number, What> {
  const found = new Map<number, What>();
  for (const line of lines) {
    if (isBlank(line)) continue;
    if (pageNumber.test(line.text)) found.set(line.index, 'page-number');
    else if (address.test(line.text)) found.set(line.index, 'address');
    else if (rule.test(line.text)) found.set(line.index, 'rule');
  }
  markContents(lines, found);
  markLonePageNumbers(document, lines, found);
  markRunningHeads(lines, found);
  markFragments(document, lines, found);
  return found;
}

/** A table of contents: from 目录 to the last line that ends in a page number, or until its headings return. */
function markContents(lines: readonly Line[], found: Map<number, What>): void {
  const content = lines.filter((line) => !isBlank(line));
  for (let i = 0; i < content.length; i += 1) {
    const line = content[i] as Line;
    const titled = contentsTitle.test(line.text);
    if (!titled && !isLeader(content, i)) continue;
    const end = titled ? endOfContents(content, i + 1) : endOfLeaders(content, i);
    for (let k = i; k < end; k += 1) found.set((content[k] as Line).index, 'contents');
    i = Math.max(i, end - 1);
  }
}

const isLeader = (content: readonly Line[], at: number): boolean =>
  [0, 1, 2].every((step) => /[.．…·⋯]{3,}\s*\d{1,4}$/.test(content[at + step]?.text ?? ''));

function endOfLeaders(content: readonly Line[], from: number): number {
  let end = from;
  for (let i = from; i < content.length && i - end < 3; i += 1) {
    if (contentsEntryWithPage.test((content[i] as Line).text)) end = i + 1;
  }
  return end;
}

const bare = (text: string): string => text.replace(/[\s.．…·⋯\t]+\d*$/, '').replace(/[\s#*“”"（）()]/g, '');

function endOfContents(content: readonly Line[], from: number): number {
  const seen = new Set<string>();
  let end = from;
  for (let i = from; i < content.length && i - end < 3; i += 1) {
    const { text, width } = content[i] as Line;
    if (width > 120 || seen.has(bare(text))) break;
    const isEntry = contentsEntryWithPage.test(text) || contentsEntry.test(text);
    const isNumbered = markerOf(text) !== null && !endsSentence(text) && !comesBackAtOnce(content, i);
    if (!isEntry && !isNumbered) continue;
    seen.add(bare(text));
    end = i + 1;
  }
  return end;
}

/** A heading of the document itself stands right above its text. */
function comesBackAtOnce(content: readonly Line[], at: number): boolean {
  const next = content[at + 1];
  return next === undefined || (next.width > 60 && endsSentence(next.text) && markerOf(next.text) === null);
}

/** Numbers alone on their line that count upwards through the document, one to a page. */
function markLonePageNumbers(document: string, lines: readonly Line[], found: Map<number, What>): void {
  const isCell = ({ start, from }: Line) => document.slice(start, from).includes('\t');
  const alone = lines.filter(
    ({ index, text }) =>
      /^\d{1,3}$/.test(text) &&
      !isCell(lines[index] as Line) &&
      stands(lines, index - 1) &&
      stands(lines, index + 1) &&
      !found.has(index),
  );
  const numbers = alone.map(({ text }) => Number(text));
  const rising = numbers.filter(
    (number, i) => i > 0 && number > (numbers[i - 1] as number) && number - (numbers[i - 1] as number) <= 3,
  );
  if (alone.length < 3 || rising.length < 0.9 * (alone.length - 1)) return;
  const apart = alone.every((line, i) => i === 0 || line.start - (alone[i - 1] as Line).start > 200);
  if (apart) for (const { index } of alone) found.set(index, 'page-number');
}

const stands = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index];
  return line === undefined || isBlank(line);
};

/** A short line that comes back at page ends. */
function markRunningHeads(lines: readonly Line[], found: Map<number, What>): void {
  const places = new Map<string, number[]>();
  const content = lines.filter((line) => !isBlank(line));
  content.forEach(({ text, width }, at) => {
    if (width < 8 || width > 70 || text.includes('\t') || text.includes('|') || endsSentence(text) || markerOf(text))
      return;
    const key = text.replace(/\s+/g, '');
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  });
  const isPage = (line: Line | undefined) => line !== undefined && found.get(line.index) === 'page-number';
  for (const at of places.values()) {
    if (at.length < 3) continue;
    const atPages = at.filter((i) => isPage(content[i - 1]) || isPage(content[i + 1]));
    if (atPages.length < 0.6 * at.length) continue;
    for (const i of at) found.set((content[i] as Line).index, 'running-head');
  }
}

const fragmentWidth = 24;
const nearby = 4000;

/**
 * What a scan leaves of the text at the margin of the neighbouring page: a run of stumps, each of whose words
 * stands in the lines around it too.
 */
function markFragments(document: string, lines: readonly Line[], found: Map<number, What>): void {
  const content = lines.filter((line) => !isBlank(line) && !found.has(line.index));
  const isStump = ({ text, width }: Line) =>
    width <= fragmentWidth &&
    !/[。；：:！？]$/.test(text) === true &&
    !/[\t|#\d]$/.test(text) &&
    markerOf(text) === null;
  const isStumpOrEnd = (line: Line) => isStump(line) || (line.width <= fragmentWidth && /[。；]$/.test(line.text));
  for (let i = 0; i < content.length; i += 1) {
    let end = i;
    while (end < content.length && isStumpOrEnd(content[end] as Line)) end += 1;
    const run = content.slice(i, end);
    if (run.length >= 3 && isMarginRun(document, content, i, run)) {
      for (const { index } of run) found.set(index, 'fragment');
    }
    i = Math.max(i, end - 1);
  }
}

function isMarginRun(document: string, content: readonly Line[], at: number, run: readonly Line[]): boolean {
  const before = content[at - 1];
  if (before === undefined || before.width < 3 * fragmentWidth) return false;
  const [first, last] = [run[0] as Line, run.at(-1) as Line];
  const around =
    squeezed(document.slice(Math.max(0, first.from - nearby), first.from)) +
    squeezed(document.slice(last.to, last.to + nearby));
  const repeated = run.filter(({ text }) => around.includes(squeezed(text)));
  const broken = run.filter((line) => document.slice(line.to, line.end).startsWith('  ') || /[，、]$/.test(line.text));
  return repeated.length >= 0.6 * run.length && broken.length >= 0.3 * run.length;
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const inlinePage = /(?<=[\p{Script=Han}，、。；）”])([-－—])\s?(\d{1,3})\s?\1(?=[\p{Script=Han}，、。；“（])/gu;

/** Page numbers that a converter left inside a line: they count upwards through the document. */
export function inlinePageNumbers(document: string): Span[] {
  const found = [...document.matchAll(inlinePage)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    page: Number(match[2]),
  }));
  const rising = found.every(({ page }, i) => i === 0 || page > (found[i - 1]?.page as number));
  return rising ? found.map(({ start, end }) => ({ start, end })) : [];
}
