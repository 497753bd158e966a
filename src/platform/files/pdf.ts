import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FurnitureBlock, ReadDocument, Span } from '../../core/document.ts';
import { Problem } from '../../core/problem.ts';
import { unitOfLine } from '../../core/table-shape.ts';
import { documentOf } from './document-of.ts';
import type { SpannedCell } from './grid.ts';
import { damaged, type Limits } from './limits.ts';
import { spreadRuns, unruledRows } from './pdf-columns.ts';
import { type GridCell, type RuledGrid, ruledGrids, wordsWithin } from './pdf-grids.ts';
import { furnitureOn, goesOn, linesOf, type Margins, marginsOf, type TextLine } from './pdf-lines.ts';
import { type Page, readPage } from './pdf-page.ts';
import type { LayOutText } from './placed.ts';
import { joinedLines, richOf } from './rich.ts';
import { type TextWriter, textWriter } from './text-writer.ts';

type Library = typeof import('pdfjs-dist');

const folder = (name: string): string =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** The library is large and few files are PDF, so it is loaded when the first one comes. */
const loadLibrary = (): Promise<Library> => import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<Library>;

async function open(library: Library, name: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = library.getDocument({
    // The library takes the buffer away, and the caller keeps the file.
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    // Pictures are not looked at, so none is unpacked.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    const { name: kind, message } = error as Error;
    throw kind === 'PasswordException' ? new Problem('file-protected', { name }) : damaged(name, message);
  }
}

async function readPages(name: string, bytes: Uint8Array, limits: Limits): Promise<Page[]> {
  const library = await loadLibrary();
  const file = await open(library, name, bytes);
  try {
    if (file.numPages > limits.pages)
      throw new Problem('file-too-large', { name, size: `${file.numPages} 页`, limit: `${limits.pages} 页` });
    const pages: Page[] = [];
    const until = performance.now() + limits.seconds * 1000;
    for (let number = 1; number <= file.numPages; number += 1) {
      if (performance.now() > until) throw damaged(name, `reading takes more than ${limits.seconds} s`);
      const page = await file.getPage(number);
      pages.push(await readPage(page, library.OPS as unknown as Record<string, number>));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw error instanceof Problem ? error : damaged(name, (error as Error).message);
  } finally {
    await file.loadingTask.destroy();
  }
}

interface PdfCell {
  readonly text: string;
}
type Rows = readonly (readonly SpannedCell<PdfCell>[])[];

/** A table, as far as one page shows it. */
interface Grid {
  readonly kind: 'grid';
  readonly edges: readonly number[];
  readonly isCutAbove: boolean;
  isCutBelow: boolean;
  rows: Rows;
}
type Element = { readonly kind: 'line'; readonly line: TextLine } | Grid;

const joinTexts = (texts: readonly string[], isWrap?: (n: number) => boolean): string =>
  joinedLines(
    texts.map((text) => richOf(text, null)),
    isWrap,
  ).text;

/** A line that leaves room for more than a character in its cell was ended on purpose. */
function wordsInCell({ words, width }: GridCell): string {
  const lines = linesOf(words, 0);
  const isWrap = (n: number): boolean => {
    const line = lines[n] as TextLine;
    return line.right - line.x > width - 2.6 * line.size;
  };
  return joinTexts(
    lines.map(({ text }) => text),
    isWrap,
  );
}

function ruledElement({ edges, isCutAbove, isCutBelow, rows }: RuledGrid): Grid {
  const spanned = rows.map((row) =>
    row.map((cell) => ({ content: { text: wordsInCell(cell) }, columns: cell.columns, rows: cell.rows })),
  );
  return { kind: 'grid', edges, isCutAbove, isCutBelow, rows: spanned };
}

/** Title and unit on one baseline are two lines; so is whatever else stands beside a unit. */
function partLines(line: TextLine): TextLine[] {
  const unit = line.segments.at(-1);
  if (line.segments.length < 2 || unit === undefined || unitOfLine(unit.text) === null) return [line];
  const segments = line.segments.slice(0, -1);
  const last = segments.at(-1) as TextLine['segments'][number];
  const text = segments.map((segment) => segment.text).join(' ');
  return [
    { ...line, text, segments, right: last.right },
    { ...line, text: unit.text, segments: [unit], x: unit.x },
  ];
}

/** Lines and tables of a page from top to bottom. */
function elementsOf(page: Page, index: number): Element[] {
  const grids = ruledGrids(page);
  const inGrids = new Set(grids.flatMap((grid) => wordsWithin(page.words, grid)));
  const lines = linesOf(
    page.words.filter((word) => !inGrids.has(word)),
    index,
  ).flatMap(partLines);
  const placed: { y: number; element: Element }[] = grids.map((grid) => ({ y: grid.top, element: ruledElement(grid) }));
  const taken = new Set<TextLine>();
  for (const { from, to } of spreadRuns(lines)) {
    const run = lines.slice(from, to);
    const rows = unruledRows(run);
    if (rows === null) continue;
    for (const line of run) taken.add(line);
    const spanned = rows.map((row) =>
      row.map((texts) => ({ content: { text: joinTexts(texts, () => true) }, columns: 1, rows: 1 })),
    );
    placed.push({
      y: (run[0] as TextLine).y,
      element: { kind: 'grid', edges: [], isCutAbove: false, isCutBelow: false, rows: spanned },
    });
  }
  for (const line of lines) if (!taken.has(line)) placed.push({ y: line.y, element: { kind: 'line', line } });
  return placed.sort((a, b) => a.y - b.y).map(({ element }) => element);
}

const wordsOf = (row: Rows[number]): string => row.map(({ content }) => content.text).join('\t');
const columnCount = ({ rows }: Grid): number =>
  Math.max(...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));

function isContinued(before: Grid, after: Grid): boolean {
  if (columnCount(before) !== columnCount(after)) return false;
  return before.edges.every((edge, i) => Math.abs(edge - (after.edges[i] ?? 0)) < 8);
}

/** Rows that a table repeats as heads on its next page. */
function repeatedHeads(before: Grid, after: Grid): number {
  const same = after.rows.findIndex((row, i) => wordsOf(row) !== wordsOf(before.rows[i] ?? []));
  return same < 0 ? after.rows.length : same;
}

/** Two parts of one row that a page end has cut. */
const oneRow = (above: Rows[number], below: Rows[number]): Rows[number] =>
  above.map((cell, i) => ({
    ...cell,
    content: { text: joinTexts([cell.content.text, below[i]?.content.text ?? ''], () => true) },
  }));

/** Where every row begins with a word, one that does not is the rest of the row before the page end. */
const isRest = ({ rows }: Grid, row: Rows[number] | undefined): boolean =>
  row !== undefined &&
  row[0]?.content.text === '' &&
  rows.length > 1 &&
  rows.every(([first]) => first?.content.text !== '');

function joinedRows(before: Grid, after: Grid): Rows {
  const rest = after.rows.slice(repeatedHeads(before, after));
  const [last, first] = [before.rows.at(-1), rest[0]];
  const isCut = last?.length === first?.length && ((before.isCutBelow && after.isCutAbove) || isRest(before, first));
  if (!isCut || last === undefined || first === undefined) return [...before.rows, ...rest];
  return [...before.rows.slice(0, -1), oneRow(last, first), ...rest.slice(1)];
}

const isContinuation = (element: Element | undefined): boolean =>
  element?.kind === 'line' && /^[（(]?续\s*(?:表|上表)/.test(element.line.text);

/** Joins tables that a page end has cut. */
function joinTables(elements: readonly Element[], isFurniture: (line: TextLine) => boolean): Element[] {
  const joined: Element[] = [];
  for (const element of elements) {
    if (element.kind === 'line') {
      joined.push(element);
      continue;
    }
    const passed = joined.findLastIndex(
      (each) => !(each.kind === 'line' && (isFurniture(each.line) || isContinuation(each))),
    );
    const before = joined[passed];
    if (before?.kind === 'grid' && passed < joined.length && isContinued(before, element)) {
      before.rows = joinedRows(before, element);
      before.isCutBelow = element.isCutBelow;
    } else joined.push(element);
  }
  return joined;
}

interface OpenParagraph {
  readonly spans: Span[];
  last: TextLine;
}

function writeElements(
  elements: readonly Element[],
  furniture: ReadonlyMap<TextLine, FurnitureBlock['what']>,
  margins: Margins,
  writer: TextWriter,
): void {
  let open: OpenParagraph | null = null;
  for (const element of elements) {
    if (element.kind === 'grid') {
      open = null;
      writer.table(element.rows, ({ text }) => text);
      continue;
    }
    const { line } = element;
    const what = furniture.get(line);
    const span = writer.line(line.text);
    if (what !== undefined) {
      writer.placed.push({ kind: 'text', spans: [span], furniture: what });
    } else if (open !== null && goesOn(open.last, line, margins)) {
      open.spans.push(span);
      open.last = line;
    } else {
      open = { spans: [span], last: line };
      writer.placed.push({ kind: 'text', spans: open.spans, isOneParagraph: true });
    }
  }
}

const lettersOn = ({ words }: Page): number =>
  words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/** Scanners leave no text, or a name and a page number on each page. */
const isScanned = (pages: readonly Page[]): boolean =>
  pages.every((page) => lettersOn(page) < (pages.length > 1 ? 25 : 1));

/** Reads the text layer: lines in reading order, paragraphs by their indents, ruled and aligned tables. */
export async function readPdf(
  name: string,
  bytes: Uint8Array,
  layOutText: LayOutText,
  limits: Limits,
): Promise<ReadDocument> {
  const pages = await readPages(name, bytes, limits);
  if (isScanned(pages)) throw new Problem('file-no-text', { name });
  const elements = pages.flatMap(elementsOf);
  const lines = elements.flatMap((element) => (element.kind === 'line' ? [element.line] : []));
  const furniture = furnitureOn(pages, lines);
  const running = lines.filter((line) => !furniture.has(line));
  const writer = textWriter(name, limits);
  writeElements(
    joinTables(elements, (line) => furniture.has(line)),
    furniture,
    marginsOf(running),
    writer,
  );
  return documentOf(name, 'pdf', writer.text(), writer.placed, layOutText);
}
