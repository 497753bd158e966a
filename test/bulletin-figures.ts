/**
 * Reads the numbers out of a bulletin as it left the system and holds them against its figures: a number that stands
 * there without being tied to a source is told, and so is a figure that got lost. Word and Excel are read as plain XML,
 * so that nothing of ours stands between the file and the reading; the page is read in test/browser/bulletin-page.ts.
 */
import yauzl, { type Entry } from 'yauzl';
import { figuresOf, type OfficialDocument } from '../src/core/publication/document.ts';
import { numbersIn } from '../src/core/publication/loose-numbers.ts';

export interface Differences {
  /** Numbers that stand there and are tied to nothing. */
  readonly loose: readonly string[];
  /** Numbers of figures that do not stand there. */
  readonly lost: readonly string[];
}

/** “36.0” in a text and 36 in a cell are one number. */
const plain = (number: string): string => String(Number(number));

/** What is more on one side than on the other, counted. */
export function difference(found: readonly string[], expected: readonly string[]): Differences {
  const left = new Map<string, number>();
  for (const number of expected) left.set(plain(number), (left.get(plain(number)) ?? 0) + 1);
  const loose = found.filter((number) => {
    const count = left.get(plain(number)) ?? 0;
    if (count > 0) left.set(plain(number), count - 1);
    return count === 0;
  });
  return { loose, lost: [...left].flatMap(([number, count]) => Array.from({ length: count }, () => number)) };
}

/** Every number that the figures of a document print, in reading order. */
export const numbersOfFigures = (document: Pick<OfficialDocument, 'blocks'>): string[] =>
  figuresOf(document).flatMap(({ figure }) => numbersIn(figure.text));

/** The parts of a ZIP as text, by path. */
export function partsOfZip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Promise((done, fail) => {
    const parts = new Map<string, string>();
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return fail(error);
      zip.on('error', fail);
      zip.on('end', () => done(parts));
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return fail(broken);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', fail);
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        }),
      );
      zip.readEntry();
    });
  });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });

/** The paragraphs of a Word file, those of tables among them, as they are read from above. */
export async function docxParagraphs(bytes: Uint8Array): Promise<string[]> {
  const xml = (await partsOfZip(bytes)).get('word/document.xml') ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescaped(text)).join(''),
  );
}

/** Numbers of a Word file against the figures of the document that it was written from. */
export async function docxDifferences(
  bytes: Uint8Array,
  document: Pick<OfficialDocument, 'blocks'>,
): Promise<Differences> {
  const found = (await docxParagraphs(bytes)).flatMap(numbersIn);
  return difference(found, numbersOfFigures(document));
}

export interface SheetCell {
  readonly sheet: string;
  /** “B7”. */
  readonly at: string;
  readonly text: string;
  /** A number that Excel can add up, rather than its digits as words. */
  readonly isNumber: boolean;
}

/** All cells of a workbook that hold something. */
export async function xlsxCells(bytes: Uint8Array): Promise<SheetCell[]> {
  const parts = await partsOfZip(bytes);
  const texts = (xml: string) =>
    [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => unescaped(text)).join('');
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<\/si>/gs)].map(([si]) => texts(si));
  const targets = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].map(([each]) => [
      / Id="([^"]*)"/.exec(each)?.[1] ?? '',
      (/ Target="([^"]*)"/.exec(each)?.[1] ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)];
  return sheets.flatMap(([each]) => {
    const sheet = unescaped(/ name="([^"]*)"/.exec(each)?.[1] ?? '');
    const xml = parts.get(targets.get(/ r:id="([^"]*)"/.exec(each)?.[1] ?? '') ?? '') ?? '';
    return [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].flatMap(([, head = '', body = '']): SheetCell[] => {
      const type = / ?t="([^"]*)"/.exec(head)?.[1] ?? 'n';
      const value = /<v>([^<]*)<\/v>/.exec(body)?.[1];
      const text = type === 's' ? strings[Number(value)] : type === 'inlineStr' ? texts(body) : value;
      const at = /r="([^"]*)"/.exec(head)?.[1] ?? '';
      return text === undefined || text === '' ? [] : [{ sheet, at, text, isNumber: type === 'n' }];
    });
  });
}

const sourcesSheet = '数据来源';

/** Numbers of a workbook’s tables and charts against their figures; and the figures that are words rather than numbers. */
export async function xlsxDifferences(
  bytes: Uint8Array,
  { blocks }: Pick<OfficialDocument, 'blocks'>,
): Promise<Differences & { readonly words: readonly string[] }> {
  const cells = (await xlsxCells(bytes)).filter(({ sheet }) => sheet !== sourcesSheet);
  const shown = { blocks: blocks.filter(({ kind }) => kind === 'table' || kind === 'chart') };
  const isPlain = ({ text }: SheetCell) => /^-?\d+(\.\d+)?$/.test(text);
  const words = cells
    .filter((cell) => isPlain(cell) && !cell.isNumber)
    .map(({ sheet, at, text }) => `${sheet}!${at} ${text}`);
  const found = cells.flatMap((cell) => (cell.isNumber ? [cell.text] : numbersIn(cell.text)));
  return { ...difference(found, numbersOfFigures(shown)), words };
}

/** What the sheet of sources of a workbook says: each figure with its source. */
export async function xlsxSources(bytes: Uint8Array): Promise<{ text: string; source: string }[]> {
  const cells = (await xlsxCells(bytes)).filter(({ sheet }) => sheet === sourcesSheet);
  const rows = Map.groupBy(cells, ({ at }) => at.replace(/^[A-Z]+/, ''));
  rows.delete('1');
  return [...rows.values()].map((row) => {
    const of = (column: string) => row.find(({ at }) => at.startsWith(column))?.text ?? '';
    return { text: of('B'), source: `${of('C')}:${of('D')}` };
  });
}
