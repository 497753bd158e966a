import type { TableBlock } from '../../../../core/document.ts';
import type { Line } from '../lines.ts';
import { alignedAt } from './aligned.ts';
import { boxedAt } from './boxed.ts';
import { captionAbove } from './caption.ts';
import { evenAt } from './even.ts';
import { type Drawn, tableOf } from './grid.ts';
import { listedAt } from './listed.ts';
import { drawnAt, pipedAt } from './piped.ts';
import { spacedAt } from './spaced.ts';
import { type Extent, tabbedAt } from './tabbed.ts';

export interface FoundTables {
  readonly blocks: readonly TableBlock[];
  /** Indexes of the lines that tables take. */
  readonly taken: ReadonlySet<number>;
}

/** Finds the tables in the lines that carry content; `all` has the blank lines too. */
export function tablesIn(document: string, all: readonly Line[], content: readonly Line[]): FoundTables {
  const placeOf = new Map(all.map(({ index }, place) => [index, place]));
  const blocks: TableBlock[] = [];
  const taken = new Set<number>();
  const isTaken = (at: number) => taken.has((content[at] as Line).index);
  for (let at = 0; at < content.length; at += 1) {
    if (isTaken(at)) continue;
    const drawn = tableAt(document, { all, placeOf }, content, at);
    if (drawn === null) continue;
    const { caption, from } = captionAbove(content, drawn.first, isTaken);
    for (let i = from; i <= drawn.last; i += 1) taken.add((content[i] as Line).index);
    const span = { start: (content[drawn.first] as Line).from, end: (content[drawn.last] as Line).to };
    blocks.push(tableOf(drawn, caption, span));
    at = drawn.last;
  }
  return { blocks, taken };
}

interface AllLines {
  readonly all: readonly Line[];
  readonly placeOf: ReadonlyMap<number, number>;
}

function tableAt(document: string, all: AllLines, content: readonly Line[], at: number): (Extent & Drawn) | null {
  return (
    pipedAt(document, content, at) ??
    drawnAt(document, content, at) ??
    listedIn(document, all, content, at) ??
    tabbedAt(document, content, at) ??
    boxedAt(content, at) ??
    alignedAt(content, at) ??
    longer(spacedAt(content, at), evenAt(content, at))
  );
}

/** Of two readings the one that explains more lines. */
function longer<Found extends Extent>(one: Found | null, other: Found | null): Found | null {
  if (one === null || other === null) return one ?? other;
  return one.last > other.last ? one : other;
}

/** A box counts its lines with the blank ones; here they are counted without. */
function listedIn(
  document: string,
  { all, placeOf }: AllLines,
  content: readonly Line[],
  at: number,
): (Extent & Drawn) | null {
  const found = listedAt(document, all, placeOf.get((content[at] as Line).index) as number);
  if (found === null) return null;
  const end = (all[found.last] as Line).index;
  let last = at;
  while (last + 1 < content.length && (content[last + 1] as Line).index <= end) last += 1;
  return { ...found, first: at, last };
}
