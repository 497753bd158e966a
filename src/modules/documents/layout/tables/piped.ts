import type { Cell } from '../../../../core/document.ts';
import type { Line } from '../lines.ts';
import type { Drawn } from './grid.ts';
import { type Extent, splitCells } from './tabbed.ts';

const ruler = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** A Markdown table: lines parted by “|”, a ruler below the heads. */
export function pipedAt(document: string, content: readonly Line[], first: number): (Extent & Drawn) | null {
  const second = content[first + 1];
  if (!content[first]?.text.includes('|') || second === undefined || !ruler.test(second.text)) return null;
  let last = first + 1;
  while (content[last + 1]?.text.includes('|') && content[last + 1]?.index === (content[last] as Line).index + 1)
    last += 1;
  const lines = content.slice(first, last + 1).filter((_, i) => i !== 1);
  return {
    first,
    last,
    rows: lines.map((line) => withoutFrame(line, splitCells(document, line, /(?<!\\)\|/g))),
    heads: 1,
  };
}

function withoutFrame({ text }: Line, cells: Cell[]): Cell[] {
  return cells.slice(text.startsWith('|') ? 1 : 0, text.endsWith('|') ? -1 : undefined);
}
