import type { Block, FurnitureBlock, ReadDocument, Span } from '../../../core/document.ts';
import { lineStartsOf } from '../../../core/document.ts';
import { groupLines } from './flow.ts';
import { furnitureOf, inlinePageNumbers } from './furniture.ts';
import { type Line, linesOf, withoutFurniture } from './lines.ts';
import { outlineOf } from './outline.ts';
import { tablesIn } from './tables/find.ts';
import { wrapStyleOf } from './wrap.ts';

export { sectionsOf } from './sections.ts';

/** Finds headings, paragraphs, tables and furniture in plain text as official documents really come. */
export function layOut(text: string): Block[] {
  const lines = linesOf(text);
  const furniture = furnitureOf(text, lines);
  const pages = outside(furnitureBlocks(lines, furniture), inlinePageNumbers(text));
  const content = withoutFurniture(lines, ({ index }) => furniture.has(index));
  const tables = tablesIn(
    text,
    lines.filter(({ index }) => !furniture.has(index)),
    content,
  );
  const style = wrapStyleOf(content.filter(({ index }) => !tables.taken.has(index)));
  const groups = stretchesOf(content, tables.taken).flatMap((stretch) => groupLines(stretch, style));
  const blocks = [...outlineOf(text, groups, pages), ...tables.blocks];
  const omitted = [...furnitureBlocks(lines, furniture), ...pages.map((page) => pageNumber(page))];
  return [...blocks, ...omitted].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The lines between tables: a paragraph may go on over furniture, but not over a table. */
function stretchesOf(content: readonly Line[], taken: ReadonlySet<number>): Line[][] {
  const stretches: Line[][] = [[]];
  for (const line of content) {
    if (!taken.has(line.index)) stretches.at(-1)?.push(line);
    else if (stretches.at(-1)?.length !== 0) stretches.push([]);
  }
  return stretches;
}

/** Spans that none of the blocks holds; both are in the order of the document. */
function outside(blocks: readonly FurnitureBlock[], spans: readonly Span[]): Span[] {
  let at = 0;
  return spans.filter(({ start, end }) => {
    while ((blocks[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    return (blocks[at]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

const pageNumber = ({ start, end }: Span): FurnitureBlock => ({ kind: 'furniture', what: 'page-number', start, end });

const furnitureBlocks = (
  lines: readonly Line[],
  found: ReadonlyMap<number, FurnitureBlock['what']>,
): FurnitureBlock[] =>
  lines.flatMap(({ index, from, to }) => {
    const what = found.get(index);
    return what === undefined ? [] : [{ kind: 'furniture', what, start: from, end: to }];
  });

export function layOutText(name: string, text: string): ReadDocument {
  return { name, format: 'txt', text, lineStarts: lineStartsOf(text), blocks: layOut(text) };
}
