import type { Cell } from '../../../../core/document.ts';
import type { Line } from '../lines.ts';
import type { Drawn } from './grid.ts';
import { mergeDown } from './merge.ts';
import { type Extent, splitCells } from './tabbed.ts';

const ruler = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** A table drawn with lines: “│” parts the cells, and the lines between its rows are furniture already. */
export function drawnAt(document: string, content: readonly Line[], first: number): (Extent & Drawn) | null {
  const bars = (line: Line | undefined) => (line === undefined ? 0 : line.text.split(/[│┃]/).length - 1);
  const count = bars(content[first]);
  if (count < 1) return null;
  let last = first;
  while (bars(content[last + 1]) === count) last += 1;
  if (last === first) return null;
  const rows = content.slice(first, last + 1).map((line) => withoutFrame(line, splitCells(document, line, /[│┃]/g)));
  return { first, last, rows: mergeDown(rows, 1) };
}

/** A Markdown table: lines parted by “|”, a ruler below the heads. */
export function pipedAt(document: string, content: readonly Line[], first: number): (Extent & Drawn) | null {
  const second = content[first + 1];
  if (!content[first]?.text.includes('|') || second === undefined || !ruler.test(second.text)) return null;
  let last = first + 1;
  while (content[last + 1]?.text.includes('|') && content[last + 1]?.row === (content[last] as Line).row + 1) last += 1;
  const lines = content.slice(first, last + 1).filter((_, i) => i !== 1);
  return {
    first,
    last,
    rows: lines.map((line) => withoutFrame(line, splitCells(document, line, /(?<!\\)\|/g))),
    heads: 1,
  };
}

function withoutFrame({ text }: Line, cells: Cell[]): Cell[] {
  return cells.slice(/^[|│┃]/.test(text) ? 1 : 0, /[|│┃]$/.test(text) ? -1 : undefined);
}
