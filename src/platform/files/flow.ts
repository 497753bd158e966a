import type { Block, Cell, Prose, Span } from '../../core/document.ts';
import type { PlacedText } from './placed.ts';
import { glueBetween } from './rich.ts';

/** The running text alone, as plain text would have it, with each character's place in the document. */
export interface Flow {
  readonly text: string;
  /** [offset in the flow, offset in the document], ascending. */
  readonly pieces: readonly (readonly [number, number])[];
  /** Where each placed text begins in the flow. */
  readonly starts: readonly number[];
}

export function flowOf(text: string, texts: readonly PlacedText[]): Flow {
  let flow = '';
  const pieces: [number, number][] = [];
  const starts: number[] = [];
  for (const { spans, heading, isOneParagraph } of texts) {
    starts.push(flow.length);
    // Declared headings are marked as in Markdown, which plain text understands.
    if (heading !== undefined) flow += `${'#'.repeat(Math.min(heading, 6))} `;
    spans.forEach(({ start, end }, i) => {
      const before = spans[i - 1];
      if (before !== undefined && text.slice(before.end, start).includes('\n'))
        flow +=
          isOneParagraph === true ? glueBetween(text.slice(before.start, before.end), text.slice(start, end)) : '\n';
      pieces.push([flow.length, start]);
      flow += text.slice(start, end);
    });
    flow += '\n\n';
  }
  return { text: flow, pieces, starts };
}

/** Index of the last entry of an ascending list that is not above a value. */
export function lastAtOrBefore(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Carries spans and running text from the flow back to the document. */
export function carrier({ pieces }: Flow) {
  const inFlow = pieces.map(([at]) => at);
  const place = (offset: number): number => {
    const [at, source] = pieces[lastAtOrBefore(inFlow, offset)] ?? [0, 0];
    return source + offset - at;
  };
  const span = ({ start, end }: Span): Span => ({
    start: place(start),
    end: end > start ? place(end - 1) + 1 : place(start),
  });
  const prose = ({ text, runs }: Prose): Prose => {
    const carried: [number, number][] = [];
    runs.forEach(([at, source], i) => {
      const length = (runs[i + 1]?.[0] ?? text.length) - at;
      carried.push([at, place(source)]);
      for (let next = lastAtOrBefore(inFlow, source) + 1; next < pieces.length; next += 1) {
        const [start, document] = pieces[next] as readonly [number, number];
        if (start >= source + length) break;
        if (start > source) carried.push([at + start - source, document]);
      }
    });
    return { text, runs: carried };
  };
  const cells = new Map<Cell, Cell>();
  const cell = (found: Cell): Cell => {
    const carried = cells.get(found) ?? { ...span(found), text: found.text };
    cells.set(found, carried);
    return carried;
  };
  return (block: Block): Block => {
    if (block.kind === 'furniture') return { ...block, ...span(block) };
    if (block.kind !== 'table') return { ...block, ...span(block), prose: prose(block.prose) };
    const titleSpan = block.titleSpan && span(block.titleSpan);
    return { ...block, ...span(block), titleSpan, rows: block.rows.map((row) => row.map(cell)) };
  };
}
