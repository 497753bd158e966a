import type { Cell } from '../../../../core/document.ts';
import type { Line } from '../lines.ts';
import { blankCell, type Drawn, headText, type Row } from './grid.ts';
import type { Extent } from './tabbed.ts';

const boxTitle = /^(?:#{1,6}\s+)?(?:\*\*)?专\s*栏\s*[\d一二三四五六七八九十]/;
const itemNumber = /[（(](\d{1,2})[）)]/g;
const listStart = /^(?:([^：:。；（()）]{1,30})[：:]\s*)?[（(]1[）)]/;

export const isBoxTitleLine = ({ text, width }: Line): boolean => boxTitle.test(text) && width <= 120;

/** A 专栏 whose lists run on in one line: “领域：（1）……（2）……”, one row to each item. */
export function boxedAt(content: readonly Line[], first: number): (Extent & Drawn) | null {
  const title = content[first - 1];
  if (title === undefined || !isBoxTitleLine(title) || !listStart.test((content[first] as Line).text)) return null;
  const lists: Line[][] = [];
  let last = first - 1;
  for (let at = first; at < content.length; at += 1) {
    const line = content[at] as Line;
    if (listStart.test(line.text)) lists.push([line]);
    else if (countsOn(lists.at(-1) as Line[], line)) lists.at(-1)?.push(line);
    else break;
    last = at;
  }
  return { first, last, rows: lists.flatMap(rowsOf), heads: 0, box: true };
}

const lastNumber = (lines: readonly Line[]): number =>
  Number(
    [
      ...lines
        .map(({ text }) => text)
        .join('')
        .matchAll(itemNumber),
    ].at(-1)?.[1] ?? 0,
  );

/** A page end cut the list: the next line goes on with its next number. */
const countsOn = (lines: readonly Line[], { text }: Line): boolean =>
  new RegExp(`^[^（(]*[（(]${lastNumber(lines) + 1}[）)]`).test(text) && !text.startsWith('#');

function rowsOf(lines: readonly Line[]): Row[] {
  const first = lines[0] as Line;
  const label = listStart.exec(first.text)?.[1] ?? '';
  const lead: Cell =
    label === '' ? blankCell(first.from) : { start: first.from, end: first.from + label.length, text: headText(label) };
  const marks = marksOf(lines);
  return marks.map(({ to }, i) => {
    const next = marks[i + 1];
    const spans = lines.map((line) => ({
      start: Math.max(line.from, to),
      end: Math.min(line.to, next?.from ?? line.to),
      line,
    }));
    const parts = spans.filter(({ start, end }) => end > start);
    const text = parts.map(({ start, end, line }) => line.text.slice(start - line.from, end - line.from)).join('');
    const item: Cell = {
      start: parts[0]?.start ?? to,
      end: parts.at(-1)?.end ?? to,
      text: headText(text).replace(/[；;。]$/, ''),
    };
    return [lead, item];
  });
}

/** The numbers that count up through the list, and no others that stand in brackets. */
function marksOf(lines: readonly Line[]): { from: number; to: number }[] {
  const marks: { from: number; to: number }[] = [];
  for (const line of lines) {
    for (const found of line.text.matchAll(itemNumber)) {
      if (Number(found[1]) !== marks.length + 1) continue;
      marks.push({ from: line.from + found.index, to: line.from + found.index + found[0].length });
    }
  }
  return marks;
}
