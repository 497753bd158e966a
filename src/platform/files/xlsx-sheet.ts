import { damaged, type Limits } from './limits.ts';
import { formatCode, printNumber } from './xlsx-format.ts';
import { walkXml } from './xml.ts';

/** What the cells of every sheet refer to. */
export interface Workbook {
  readonly sharedStrings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly is1904: boolean;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetRow {
  /** From 1, as the spreadsheet shows it. */
  readonly row: number;
  /** Text by column from 1; blank cells are absent. */
  readonly cells: ReadonlyMap<number, string>;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

/** “BC12” → [12, 55]. */
export function placeOf(reference: string): readonly [number, number] | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (found === null) return null;
  const column = [...(found[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(found[2]), column];
}

export function sharedStringsOf(name: string, xml: string | null, limits: Limits): string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = '';
  let isOpen = false;
  let phonetic = 0;
  walkXml(name, xml, limits, {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic += 1;
      if (tag === 't') isOpen = phonetic === 0;
    },
    text(words) {
      if (isOpen) text += words;
    },
    close(tag) {
      if (tag === 't') isOpen = false;
      if (tag === 'rPh') phonetic -= 1;
      if (tag === 'si') strings.push(unescapeControl(text));
    },
  });
  return strings;
}

/** Spreadsheets write characters that XML forbids as _x000D_. */
const unescapeControl = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /[\r\n\t]/.test(character) ? '\n' : /\p{Cc}/u.test(character) ? '' : character;
  });

export function formatsOf(name: string, xml: string | null, limits: Limits): string[] {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isCellFormats = false;
  if (xml === null) return [];
  walkXml(name, xml, limits, {
    open(tag, { numFmtId = '0', formatCode: code = '' }) {
      if (tag === 'numFmt') own.set(Number(numFmtId), code);
      else if (tag === 'cellXfs') isCellFormats = true;
      else if (tag === 'xf' && isCellFormats) ids.push(Number(numFmtId));
    },
    close(tag) {
      if (tag === 'cellXfs') isCellFormats = false;
    },
  });
  return ids.map((id) => formatCode(id, own));
}

/** 2024-03-01T00:00:00Z is written out by few programs; a day is shown as a day. */
const isoDay = (text: string): string =>
  text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1/$2/$3');

function shownText(type: string, style: number, value: string, inline: string, workbook: Workbook): string {
  if (type === 's') return workbook.sharedStrings[Number(value)] ?? '';
  if (type === 'inlineStr') return unescapeControl(inline);
  if (type === 'str' || type === 'e') return unescapeControl(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return isoDay(value);
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  return printNumber(number, workbook.formats[style] ?? 'General', workbook.is1904);
}

/** Reads one sheet's cells as the text that is shown, with what is merged and hidden. */
export function readSheet(name: string, xml: string, workbook: Workbook, limits: Limits): Sheet {
  const rows: { row: number; cells: Map<number, string> }[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  let [row, column, count] = [0, 0, 0];
  let [type, style, value, inline] = ['n', 0, '', ''];
  let reading: 'value' | 'inline' | null = null;
  let phonetic = 0;

  walkXml(name, xml, limits, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = 0;
        rows.push({ row, cells: new Map() });
        if (/^(?:1|true)$/.test(attributes.hidden ?? '')) hiddenRows.add(row);
      } else if (tag === 'c') {
        column = placeOf(attributes.r ?? '')?.[1] ?? column + 1;
        [type, style, value, inline] = [attributes.t ?? 'n', Number(attributes.s ?? 0), '', ''];
        count += 1;
        if (count > limits.cells) throw damaged(name, 'a sheet has too many cells');
      } else if (tag === 'v') reading = 'value';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') reading = phonetic === 0 ? 'inline' : null;
      else if (tag === 'col' && /^(?:1|true)$/.test(attributes.hidden ?? ''))
        hiddenColumns.push([Number(attributes.min ?? 0), Number(attributes.max ?? 0)]);
      else if (tag === 'mergeCell') {
        const [from, to = from] = (attributes.ref ?? '').split(':').map(placeOf);
        if (from && to) merges.push({ top: from[0], left: from[1], bottom: to[0], right: to[1] });
      }
    },
    text(text) {
      if (reading === 'value') value += text;
      else if (reading === 'inline') inline += text;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = null;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'c') {
        const text = shownText(type, style, value, inline, workbook).trim();
        if (text !== '') rows.at(-1)?.cells.set(column, text);
      }
    },
  });
  return { rows: rows.sort((a, b) => a.row - b.row), merges, hiddenRows, hiddenColumns };
}
