import type { ReadDocument } from '../../core/document.ts';
import { Problem } from '../../core/problem.ts';
import { documentOf } from './document-of.ts';
import { readBody } from './docx-body.ts';
import type { BodyItem, Origin, Paragraph, Table, TableCell } from './docx-model.ts';
import { type Numbering, numberingOf } from './docx-numbering.ts';
import { type Styles, stylesOf } from './docx-styles.ts';
import type { SpannedCell } from './grid.ts';
import { damaged, type Limits } from './limits.ts';
import type { LayOutText, Placed } from './placed.ts';
import { relationsOf, targetOf } from './relations.ts';
import { concat, joinedLines, linesOf, type Rich, richOf } from './rich.ts';
import { type TextWriter, textWriter } from './text-writer.ts';
import { walkXml } from './xml.ts';
import type { Package } from './zip.ts';

/** A stretch of the document's text and where it stands in the body's XML. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  /** Characters of the origin before this stretch. */
  readonly skip: number;
  readonly origin: Origin;
}

export interface ReadDocx {
  readonly text: string;
  readonly placed: readonly Placed[];
  /** In the order of the text. */
  readonly anchors: readonly Anchor[];
  /** The main part and its XML. */
  readonly path: string;
  readonly xml: string;
}

interface Parts {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** A heading style on a whole passage is a mistake of the writer: headings are short and hold one sentence. */
const longestHeading = 80;

function headingOf(paragraph: Paragraph, text: string, { styles }: Parts): number | undefined {
  const outline = paragraph.outline ?? styles.outlineOf(paragraph.style);
  if (outline === null || !(outline >= 0 && outline <= 8)) return undefined;
  return text.length <= longestHeading && !/[。；;].*\S/.test(text) ? outline + 1 : undefined;
}

/** The printed number of a paragraph whose list is counted by the word processor. */
function numberOf(paragraph: Paragraph, { styles, numbering }: Parts): string {
  const inherited = styles.numberingOf(paragraph.style);
  const num = paragraph.num ?? inherited?.num ?? null;
  if (num === null || num === '0') return '';
  const level = paragraph.level ?? (paragraph.num === null ? (inherited?.level ?? null) : null);
  return numbering.next(num, level, inherited?.style ?? paragraph.style);
}

/** The words of a paragraph as printed, with its number. */
function printed(paragraph: Paragraph, parts: Parts): Rich<Origin> {
  const rich = concat(paragraph.parts);
  return rich.text.trim() === '' ? rich : concat([richOf<Origin>(numberOf(paragraph, parts), null), rich]);
}

const tablesIn = (items: readonly BodyItem[]): Table[] => items.filter((item) => item.kind === 'table');
const cellsOf = ({ rows }: Table): TableCell[] => rows.flat();

/** A single column, or a table around a table, only frames what it holds. */
function isFrame(table: Table): boolean {
  const nested = cellsOf(table).some(({ items }) => tablesIn(items).length > 0);
  const widest = Math.max(0, ...table.rows.map((row) => row.length));
  return widest <= 1 || (nested && widest <= 2);
}

function cellLines(items: readonly BodyItem[], parts: Parts): Rich<Origin>[] {
  return items.flatMap((item) =>
    item.kind === 'paragraph'
      ? linesOf(printed(item, parts))
      : cellsOf(item).map((cell) => joinedLines(cellLines(cell.items, parts))),
  );
}

function write(items: readonly BodyItem[], parts: Parts, writer: TextWriter, anchors: Anchor[]): void {
  const anchor = ({ pieces }: Rich<Origin>, start: number) => {
    for (const { at, length, skip, origin } of pieces)
      anchors.push({ start: start + at, end: start + at + length, skip, origin });
  };
  for (const item of items) {
    if (item.kind === 'paragraph') {
      if (parts.styles.isHidden(item.style)) continue;
      const rich = printed(item, parts);
      const heading = headingOf(item, rich.text, parts);
      const isContents = item.isContents || parts.styles.isContents(item.style);
      const about = isContents ? { furniture: 'contents' as const } : heading === undefined ? {} : { heading };
      if (rich.text.trim() !== '') anchor(rich, writer.paragraph(rich.text, about).start);
    } else if (isFrame(item)) {
      for (const cell of cellsOf(item)) write(cell.items, parts, writer, anchors);
    } else {
      writeTable(item, parts, writer, anchor);
    }
  }
}

function writeTable(
  table: Table,
  parts: Parts,
  writer: TextWriter,
  anchor: (rich: Rich<Origin>, start: number) => void,
) {
  // In the order of the rows, since reading a cell counts its numbered paragraphs.
  const words = new Map(cellsOf(table).map((cell) => [cell, joinedLines(cellLines(cell.items, parts))]));
  const rows = table.rows.map((row) =>
    row.map((cell): SpannedCell<TableCell> => ({ content: cell, columns: cell.columns, rows: cell.rows })),
  );
  writer.table(rows, (cell) => words.get(cell)?.text ?? '', {
    declaredHeads: table.declaredHeads,
    wrote: (cell, span) => anchor(words.get(cell) ?? richOf<Origin>('', null), span.start),
  });
}

/** The XML of each note by its id. */
function notesIn(name: string, xml: string, tag: string, limits: Limits): Map<string, string> {
  const found = new Map<string, string>();
  let open: { id: string; from: number } | null = null;
  walkXml(name, xml, limits, {
    open(element, { id = '', type }, _, end) {
      if (element === tag && (type === undefined || type === 'normal')) open = { id, from: end };
    },
    close(element, start) {
      if (element !== tag || open === null) return;
      found.set(open.id, xml.slice(open.from, start));
      open = null;
    },
  });
  return found;
}

export async function readDocxParts(name: string, file: Package, limits: Limits): Promise<ReadDocx> {
  const path = targetOf(await relationsOf(name, file, '', limits), 'officeDocument') ?? 'word/document.xml';
  if (!file.has(path)) throw damaged(name, `${path} is missing`);
  const relations = await relationsOf(name, file, path, limits);
  const partText = async (type: string): Promise<string | null> => {
    const target = targetOf(relations, type);
    return target !== null && file.has(target) ? file.text(target) : null;
  };
  const xml = await file.text(path);
  const parts: Parts = {
    styles: stylesOf(name, await partText('styles'), limits),
    numbering: numberingOf(name, await partText('numbering'), limits),
  };
  const body = readBody(name, xml, limits);
  const writer = textWriter(name, limits);
  const anchors: Anchor[] = [];
  write(body.items, parts, writer, anchors);
  for (const kind of ['footnote', 'endnote'] as const) {
    const marks = body.notes.filter((note) => note.kind === kind);
    const source = marks.length > 0 ? await partText(`${kind}s`) : null;
    if (source === null) continue;
    const words = notesIn(name, source, kind, limits);
    for (const { id, origin } of marks) {
      const note = words.get(id);
      if (note === undefined) continue;
      write(readBody(name, `<note>${note}</note>`, limits, origin).items, parts, writer, anchors);
    }
  }
  return { text: writer.text(), placed: writer.placed, anchors, path, xml };
}

export async function readDocx(
  name: string,
  file: Package,
  layOutText: LayOutText,
  limits: Limits,
): Promise<ReadDocument> {
  const { text, placed } = await readDocxParts(name, file, limits);
  if (text.trim() === '') throw new Problem(hasPictures(file) ? 'file-no-text' : 'file-empty', { name });
  return documentOf(name, 'docx', text, placed, layOutText);
}

const hasPictures = ({ paths }: Package): boolean => paths.some((path) => path.includes('/media/'));
