import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import type { ReadDocument } from '../../core/document.ts';
import { Problem } from '../../core/problem.ts';
import { documentOf } from './document-of.ts';
import type { SpannedCell } from './grid.ts';
import { damaged, type Limits } from './limits.ts';
import type { LayOutText } from './placed.ts';
import { joinedLines, richOf } from './rich.ts';
import { decodeText } from './text.ts';
import { type TextWriter, textWriter } from './text-writer.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const unseen = new Set(
  'script style noscript template head nav iframe object svg math select option button textarea input form-footer'.split(
    ' ',
  ),
);
const blockTags = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu ol p pre section summary table ul'
  ).split(' '),
);

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

const isUnseen = (element: Element): boolean =>
  unseen.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');

/** The charset that the page names itself, before the encoding is guessed. */
export function decodeHtml(name: string, bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const charset = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (charset === undefined || marked || /^utf-?(?:8|16)/i.test(charset)) return decodeText(name, bytes);
  try {
    // gb2312 and gbk pages hold GB18030 characters as often as not; the standard decoder reads all three.
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n');
  } catch {
    return decodeText(name, bytes);
  }
}

/** Old pages leave many elements open, which nest; beyond that, building and walking the tree takes too long. */
const deeperThanXml = 3;

function shallowTree(name: string, limits: Limits): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  const most = limits.depth * deeperThanXml;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      open += 1;
      if (open > most) throw damaged(name, `more than ${most} nested elements`);
    },
    onItemPop() {
      open -= 1;
    },
  };
}

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

function elementsIn(node: Node, tag: string): Element[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child) && child.tagName === tag ? [child] : isElement(child) ? elementsIn(child, tag) : [],
  );
}

const squeeze = (text: string): string =>
  text
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/\u00a0/g, ' ')
    .trim();

/** Words of an element in one line; parts that stand on lines of their own are kept apart if they are not Chinese. */
function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!isElement(node)) return '';
  if (isUnseen(node)) return '';
  if (node.tagName === 'br') return '\u000b';
  const inner = childrenOf(node).map(wordsOf).join('');
  return blockTags.has(node.tagName) || node.tagName === 'td' ? `\u000b${inner}\u000b` : inner;
}

const cellText = (cell: Element): string =>
  joinedLines(
    wordsOf(cell)
      .split('\u000b')
      .map((line) => richOf(squeeze(line), null)),
  ).text;

const spanAttribute = (cell: Element, name: string, most: number): number => {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : name === 'rowspan' && value === 0 ? most : 1;
};

function ownRows(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (!isElement(child) || isUnseen(child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? ownRows(child) : [];
  });
}

const cellsOf = (row: Element): Element[] =>
  childrenOf(row).filter(
    (cell): cell is Element => isElement(cell) && ['td', 'th'].includes(cell.tagName) && !isUnseen(cell),
  );

/** Heads that the page declares: rows in thead, or rows of th only. */
function declaredHeads(rows: readonly Element[]): number {
  const plain = rows.findIndex(
    (row) => (row.parentNode as Element).tagName !== 'thead' && !cellsOf(row).every(({ tagName }) => tagName === 'th'),
  );
  return plain < 0 ? 0 : plain;
}

/** A table that holds tables, or a single column, only arranges the page. */
function isLayout(table: Element, rows: readonly Element[]): boolean {
  return elementsIn(table, 'table').length > 0 || rows.every((row) => cellsOf(row).length <= 1);
}

function writeTable(table: Element, writer: TextWriter, limits: Limits): void {
  const rows = ownRows(table);
  const caption = elementsIn(table, 'caption')[0];
  if (caption !== undefined) writer.paragraph(cellText(caption));
  if (isLayout(table, rows)) {
    for (const row of rows) for (const cell of cellsOf(row)) writeBlocks(childrenOf(cell), writer, limits);
    return;
  }
  const spanned = rows.map((row) =>
    cellsOf(row).map(
      (cell): SpannedCell<Element> => ({
        content: cell,
        columns: spanAttribute(cell, 'colspan', 1000),
        rows: spanAttribute(cell, 'rowspan', rows.length),
      }),
    ),
  );
  writer.table(spanned, cellText, { declaredHeads: declaredHeads(rows) });
}

function headingLevel({ tagName }: Element): number | undefined {
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Writes each block as a line; words directly in a container form lines between its blocks. */
function writeBlocks(nodes: readonly Node[], writer: TextWriter, limits: Limits, heading?: number): void {
  let words = '';
  const flush = () => {
    for (const line of words.split('\u000b').map(squeeze))
      if (line !== '') writer.paragraph(line, heading === undefined ? {} : { heading });
    words = '';
  };
  for (const node of nodes) {
    if (!isElement(node)) {
      words += wordsOf(node);
    } else if (isUnseen(node)) {
    } else if (node.tagName === 'table') {
      flush();
      writeTable(node, writer, limits);
    } else if (blockTags.has(node.tagName) || holdsBlocks(node)) {
      flush();
      if (node.tagName === 'pre') writeLines(node, writer);
      else writeBlocks(childrenOf(node), writer, limits, headingLevel(node) ?? heading);
    } else {
      words += wordsOf(node);
    }
  }
  flush();
}

/** Inline elements that wrap whole blocks, as editors and converters leave them. */
const holdsBlocks = (node: Node): boolean =>
  childrenOf(node).some((child) => isElement(child) && (blockTags.has(child.tagName) || holdsBlocks(child)));

function writeLines(pre: Element, writer: TextWriter): void {
  for (const line of wordsOf(pre).replaceAll('\u000b', '\n').split('\n'))
    if (line.trim() !== '') writer.paragraph(line);
}

export function readHtml(name: string, bytes: Uint8Array, layOutText: LayOutText, limits: Limits): ReadDocument {
  const page = parse(decodeHtml(name, bytes), { treeAdapter: shallowTree(name, limits) });
  const writer = textWriter(name, limits);
  writeBlocks(page.childNodes, writer, limits);
  const text = writer.text();
  if (text.trim() === '') throw new Problem('file-empty', { name });
  return documentOf(name, 'html', text, writer.placed, layOutText);
}
