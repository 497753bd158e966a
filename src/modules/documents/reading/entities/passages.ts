import type { Block, Cell, Prose, ReadDocument, Source, Span, TableBlock } from '../../../../core/document.ts';
import { sourceOf, spanOf } from '../../../../core/document.ts';

/** Running text of a heading, paragraph or item. */
export interface Passage {
  readonly prose: Prose;
  readonly block: number;
  readonly kind: 'heading' | 'paragraph' | 'item';
  /** Heading number or list marker as printed. */
  readonly marker: string | null;
}

const markerOf = (block: Block): string | null =>
  block.kind === 'heading' ? block.number : block.kind === 'item' ? block.marker : null;

/** The document's running text, block by block; tables and furniture are left out. */
export const passagesOf = (blocks: readonly Block[]): Passage[] =>
  blocks.flatMap((block, i): Passage[] =>
    block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'item'
      ? [{ prose: block.prose, block: i, kind: block.kind, marker: markerOf(block) }]
      : [],
  );

/** A cell's words as running text that knows its places: the cell itself keeps only its whole span. */
export function cellProse(document: Pick<ReadDocument, 'text'>, cell: Cell): Prose {
  const runs: [number, number][] = [];
  let at = cell.start;
  for (let i = 0; i < cell.text.length; i++) {
    let next = at;
    while (next < cell.end && document.text[next] !== cell.text[i]) next++;
    if (next >= cell.end) continue;
    const last = runs.at(-1);
    if (last === undefined || next - last[1] !== i - last[0]) runs.push([i, next]);
    at = next + 1;
  }
  return { text: cell.text, runs: runs.length > 0 ? runs : [[0, cell.start]] };
}

const isStatement = (text: string): boolean => text.length >= 12 && /[，。；]/u.test(text);

/** Cells that say something in sentences, as running text. */
export function cellPassages(document: Pick<ReadDocument, 'text'>, table: TableBlock, block: number): Passage[] {
  const cells = new Set(table.rows.slice(table.headerRows).flat());
  return [...cells]
    .filter(({ text }) => isStatement(text))
    .map((cell) => ({ prose: cellProse(document, cell), block, kind: 'paragraph', marker: null }));
}

const read = new WeakMap<ReadDocument, readonly Passage[]>();

/** Running text of blocks and of the cells that hold sentences, in the order of the document; laid out once. */
export function statementsOf(document: ReadDocument): readonly Passage[] {
  const known = read.get(document);
  if (known !== undefined) return known;
  const passages = new Map(passagesOf(document.blocks).map((passage) => [passage.block, passage]));
  const statements = document.blocks.flatMap((block, i) => {
    if (block.kind === 'table') return cellPassages(document, block, i);
    const passage = passages.get(i);
    return passage === undefined ? [] : [passage];
  });
  read.set(document, statements);
  return statements;
}

/** The source of a stretch of running text. */
export const sourceAt = (document: ReadDocument, prose: Prose, { start, end }: Span): Source => ({
  file: document.name,
  ...sourceOf(document, spanOf(prose, start, end)),
});

/** Cuts running text at the ends of sentences; brackets and quotation marks do not count. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!'。！？；'.includes(text[at] as string)) continue;
    spans.push({ start, end: at });
    start = at + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
