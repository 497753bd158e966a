import type { Page, Word } from './pdf-page.ts';

/** Words on one baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
  /** Stretches with a wide gap between them, as columns have. */
  readonly segments: readonly { readonly text: string; readonly x: number; readonly right: number }[];
}

const wide = /[\u2014-\u2026\u2e80-\u9fff\uff00-\uffef]/;

/** The blank that a gap on the page means: letters are set tight, Chinese may be spread to fill the line. */
function blankBetween(before: Word, after: Word): string {
  const gap = (after.x - before.right) / after.size;
  if (/\s$/.test(before.text) || /^\s/.test(after.text)) return '';
  const isChinese = wide.test(before.text.at(-1) ?? '') && wide.test(after.text[0] ?? '');
  return gap > (isChinese ? 0.9 : 0.22) ? ' ' : '';
}

const between = /(?<=[\u2e80-\u9fff\uff00-\uffef“”（）《》]) (?=[\u2e80-\u9fff\uff00-\uffef“”（）《》])/g;
const beside = /[\u2e80-\u9fff\uff00-\uffef](?=[\u2e80-\u9fff\uff00-\uffef])/g;

/** A line spread out to fill its width has a blank after most characters, and they mean nothing. */
function withoutSpread(text: string): string {
  const blanks = text.match(between)?.length ?? 0;
  return blanks >= 4 && blanks > (text.match(beside)?.length ?? 0) ? text.replace(between, '') : text;
}

const columnGap = 1.6;

function lineOf(words: readonly Word[], page: number): TextLine {
  const sorted = words.toSorted((a, b) => a.x - b.x);
  const segments: { text: string; x: number; right: number }[] = [];
  sorted.forEach((word, i) => {
    const before = sorted[i - 1];
    const last = segments.at(-1);
    if (before === undefined || last === undefined || word.x - before.right > columnGap * word.size)
      segments.push({ text: word.text, x: word.x, right: word.right });
    else {
      last.text += blankBetween(before, word) + word.text;
      last.right = Math.max(last.right, word.right);
    }
  });
  const shown = segments
    .map((segment) => ({ ...segment, text: withoutSpread(segment.text.trim()) }))
    .filter(({ text }) => text !== '');
  return {
    text: shown.map(({ text }) => text).join(' '),
    x: sorted[0]?.x ?? 0,
    right: Math.max(...sorted.map(({ right }) => right)),
    y: sorted[0]?.y ?? 0,
    size: Math.max(...sorted.map(({ size }) => size)),
    page,
    segments: shown,
  };
}

/** Lines from top to bottom; small marks above or below a line belong to it. */
export function linesOf(words: readonly Word[], page: number): TextLine[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const base = row?.reduce((tallest, each) => (each.size > tallest.size ? each : tallest));
    if (row !== undefined && base !== undefined && Math.abs(word.y - base.y) < 0.5 * Math.max(base.size, word.size))
      row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => lineOf(row, page)).filter(({ text }) => text !== '');
}

/** Where the running text of the document begins and ends on the page. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  /** Whether paragraphs begin with an indent. */
  readonly indents: boolean;
  /** Whether a wider step parts them. */
  readonly isSpaced: boolean;
  /** Usual distance between two lines, in their size. */
  readonly leading: number;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const widerStep = 1.1;

export function marginsOf(lines: readonly TextLine[]): Margins {
  const long = lines.filter(({ text }) => text.length >= 15);
  const body = long.length >= 3 ? long : lines;
  const left = quantile(
    body.map(({ x }) => x),
    0.05,
  );
  const right = quantile(
    body.map((line) => line.right),
    0.9,
  );
  const indented = body.filter(({ x, size }) => x - left > 1.2 * size && x - left < 3 * size).length;
  const steps = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before !== undefined && before.page === line.page && line.y > before.y
      ? [(line.y - before.y) / line.size]
      : [];
  });
  const leading = quantile(steps, 0.4);
  const wider = steps.filter((step) => step > leading * widerStep && step < leading * 2.5).length;
  return {
    left,
    right,
    indents: indented >= Math.max(2, body.length * 0.04),
    isSpaced: wider >= Math.max(2, steps.length * 0.05),
    leading,
  };
}

/** Whether a line goes on with the paragraph of the line before it. */
export function goesOn(before: TextLine, line: TextLine, margins: Margins): boolean {
  const { left, right, indents, isSpaced, leading } = margins;
  if (Math.abs(before.size - line.size) > 0.12 * line.size) return false;
  if (line.x - left > 0.9 * line.size || before.right < right - 1.9 * line.size) return false;
  const step = (line.y - before.y) / line.size;
  const isOnPage = before.page === line.page;
  if (isOnPage && step > Math.max(leading * 1.35, leading + 0.4)) return false;
  if (indents || !/[。；：！？]$/.test(before.text)) return true;
  return isOnPage && isSpaced && step <= leading * widerStep;
}

const pageNumber = /^(?:[-—–－―·•\s]*\d{1,4}[-—–－―·•\s]*|第\s*\d{1,4}\s*页.*|\d{1,4}\s*\/\s*\d{1,4}|[ivxlIVXL]{1,6})$/;

/** Lines at the edge of the page that say its number, or the same on page after page. */
export function furnitureOn(
  pages: readonly Page[],
  lines: readonly TextLine[],
): Map<TextLine, 'page-number' | 'running-head'> {
  const found = new Map<TextLine, 'page-number' | 'running-head'>();
  const atEdge = lines.filter(({ y, page }) => {
    const height = pages[page]?.height ?? 0;
    return y < height * 0.11 || y > height * 0.9;
  });
  const repeated = new Map<string, Set<number>>();
  const keyOf = ({ text, y }: TextLine) => `${text.replace(/\d+/g, '#').replace(/\s/g, '')}@${Math.round(y / 8)}`;
  for (const line of atEdge) repeated.set(keyOf(line), (repeated.get(keyOf(line)) ?? new Set()).add(line.page));
  for (const line of atEdge) {
    if (pageNumber.test(line.text)) found.set(line, 'page-number');
    else if ((repeated.get(keyOf(line))?.size ?? 0) >= Math.max(3, pages.length * 0.3)) found.set(line, 'running-head');
  }
  return found;
}
