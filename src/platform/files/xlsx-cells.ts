import { Problem } from '../../core/problem.ts';
import { checkSize, damaged, defaultLimits, type Limits } from './limits.ts';
import { refuseOle } from './refused.ts';
import { relationsOf, targetOf } from './relations.ts';
import { formatsOf, type Merge, placeOf, readSheet, sharedStringsOf } from './xlsx-sheet.ts';
import { walkXml } from './xml.ts';
import { openPackage } from './zip.ts';

/** A cell as it is stored rather than shown: a form must tell 0.15 from 15 % and a day from a number. */
export interface RawCell {
  readonly kind: 'number' | 'text' | 'date' | 'error' | 'boolean';
  readonly text: string;
  readonly format: string;
  readonly hasFormula: boolean;
}

export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** By row and column, both from 1. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
}

/** What remains of a format without its literals and colours tells days from figures. */
const isDayFormat = (format: string): boolean =>
  format !== 'General' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General/gi, ''));

function cellOf(type: string, style: number, value: string, inline: string, hasFormula: boolean, book: Book): RawCell {
  const format = book.formats[style] ?? 'General';
  const as = (kind: RawCell['kind'], text: string): RawCell => ({ kind, text, format, hasFormula });
  if (type === 's') return as('text', book.strings[Number(value)] ?? '');
  if (type === 'inlineStr') return as('text', inline);
  if (type === 'str') return as('text', value);
  if (type === 'e') return as('error', value);
  if (type === 'b') return as('boolean', value === '1' ? 'TRUE' : 'FALSE');
  if (type === 'd' || isDayFormat(format)) return as('date', value);
  return as('number', value.trim());
}

function rawCells(name: string, xml: string, book: Book, limits: Limits): Map<number, Map<number, RawCell>> {
  const cells = new Map<number, Map<number, RawCell>>();
  let [row, column, count] = [0, 0, 0];
  let [type, style, value, inline, hasFormula] = ['n', 0, '', '', false];
  let reading: 'value' | 'inline' | null = null;
  walkXml(name, xml, limits, {
    open(tag, attributes) {
      if (tag === 'row') [row, column] = [Number(attributes.r ?? row + 1), 0];
      else if (tag === 'c') {
        column = placeOf(attributes.r ?? '')?.[1] ?? column + 1;
        [type, style, value, inline, hasFormula] = [attributes.t ?? 'n', Number(attributes.s ?? 0), '', '', false];
        count += 1;
        if (count > limits.cells) throw damaged(name, 'a sheet has too many cells');
      } else if (tag === 'v') reading = 'value';
      else if (tag === 't') reading = 'inline';
      else if (tag === 'f') hasFormula = true;
    },
    text(text) {
      if (reading === 'value') value += text;
      else if (reading === 'inline') inline += text;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = null;
      if (tag !== 'c' || (value === '' && inline === '' && !hasFormula)) return;
      if (!cells.has(row)) cells.set(row, new Map());
      cells.get(row)?.set(column, cellOf(type, style, value, inline, hasFormula, book));
    },
  });
  return cells;
}

/** Every sheet of a workbook, hidden ones too, cell by cell as stored. */
export async function readRawSheets(name: string, bytes: Uint8Array): Promise<RawSheet[]> {
  const limits = defaultLimits;
  checkSize(name, bytes.length, limits);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuseOle(name, bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Problem('file-format', { format: 'CSV / TXT' });
  const file = await openPackage(name, bytes, limits);
  const path = targetOf(await relationsOf(name, file, '', limits), 'officeDocument') ?? 'xl/workbook.xml';
  if (!path.includes('workbook') || !file.has(path)) throw new Problem('file-format', { format: 'DOCX / ZIP' });
  const relations = await relationsOf(name, file, path, limits);
  const part = async (type: string) => {
    const target = targetOf(relations, type);
    return target !== null && file.has(target) ? file.text(target) : null;
  };
  const formats = formatsOf(name, await part('styles'), limits);
  const book: Book = { strings: sharedStringsOf(name, await part('sharedStrings'), limits), formats };
  const entries: { title: string; relation: string; isHidden: boolean }[] = [];
  walkXml(name, await file.text(path), limits, {
    open(tag, { name: title = '', id: relation = '', state = 'visible' }) {
      if (tag === 'sheet') entries.push({ title, relation, isHidden: state !== 'visible' });
    },
  });
  const sheets: RawSheet[] = [];
  for (const { title, relation, isHidden } of entries) {
    const target = relations.find(({ id }) => id === relation)?.target;
    if (target === undefined || !file.has(target)) throw damaged(name, `${title} is missing`);
    const xml = await file.text(target);
    const { merges, hiddenRows, hiddenColumns } = readSheet(
      name,
      xml,
      { sharedStrings: book.strings, formats, is1904: false },
      limits,
    );
    sheets.push({ name: title, isHidden, cells: rawCells(name, xml, book, limits), merges, hiddenRows, hiddenColumns });
  }
  return sheets;
}
