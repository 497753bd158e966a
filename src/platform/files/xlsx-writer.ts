import { Buffer } from 'node:buffer';
import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { escapeXml } from './xml.ts';

/** In a form: a cell to fill (unlocked, tinted), one computed, one only to compare with (grey). */
export type XlsxLook = 'open' | 'computed' | 'grey';

/** What may be typed into an area, and what is said when something else is. */
export interface XlsxValidation {
  readonly area: string;
  readonly least: number | null;
  readonly message: string;
}

/** A cell to write: figures keep their number format (“0.0%”, “#,##0.00”), days are given as YYYY-MM-DD. */
export type XlsxValue =
  | string
  | number
  | null
  | {
      readonly value: string | number | null;
      readonly format?: string;
      readonly bold?: boolean;
      readonly center?: boolean;
      /** Computed by the spreadsheet; the value is what it shows until it does. */
      readonly formula?: string;
      readonly look?: XlsxLook;
    }
  | { readonly day: string; readonly format?: string };

export interface XlsxSheet {
  readonly name: string;
  readonly rows: Iterable<readonly XlsxValue[]> | AsyncIterable<readonly XlsxValue[]>;
  /** Rows that stay in sight and are repeated on each printed page, set in bold. */
  readonly headerRows?: number;
  /** Widths in characters. */
  readonly widths?: readonly number[];
  /** Areas such as “A1:C1”. */
  readonly merges?: readonly string[];
  /** Only cells that look open can be edited; a person may lift this, there is no password. */
  readonly isProtected?: boolean;
  /** Printed across, all columns on a page. */
  readonly fitsWidth?: boolean;
  /** Not even listed among the hidden sheets. */
  readonly isHidden?: boolean;
  readonly validations?: readonly XlsxValidation[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** 1 → A, 28 → AB. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** The serial number of a day, as spreadsheets count from 1900. */
export const serialOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

const looks = {
  '': { font: 0, fill: 0, border: 0 },
  open: { font: 0, fill: 2, border: 1 },
  computed: { font: 0, fill: 0, border: 1 },
  grey: { font: 2, fill: 0, border: 1 },
} as const;

/** Cell styles as they come up; a style is its number format, weight, alignment and look. */
function styleBook() {
  const keys = new Map<string, number>([['General|0|0|', 0]]);
  const formats = new Map<string, number>([['General', 0]]);
  return {
    styleOf(format: string, bold: boolean, center: boolean, look: XlsxLook | ''): number {
      if (!formats.has(format)) formats.set(format, 163 + formats.size);
      const key = `${format}|${Number(bold)}|${Number(center)}|${look}`;
      if (!keys.has(key)) keys.set(key, keys.size);
      return keys.get(key) as number;
    },
    xml(): string {
      const codes = [...formats]
        .filter(([, id]) => id > 0)
        .map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
      const styles = [...keys.keys()].map((key) => {
        const [, format = '', bold, center, look = ''] = /^(.*)\|(\d)\|(\d)\|(\w*)$/s.exec(key) ?? [];
        const { font, fill, border } = looks[look as XlsxLook | ''];
        const protection = look === 'open' ? '<protection locked="0"/>' : '';
        const alignment =
          center === '1'
            ? '<alignment horizontal="center" vertical="center" wrapText="1"/>'
            : '<alignment vertical="center" wrapText="1"/>';
        return `<xf numFmtId="${formats.get(format) ?? 0}" fontId="${bold === '1' ? 1 : font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}${protection}</xf>`;
      });
      const font = (bold: string, colour = '') => `<font>${bold}<sz val="11"/>${colour}<name val="宋体"/></font>`;
      const thin = ['left', 'right', 'top', 'bottom']
        .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
        .join('');
      return `${declaration}<styleSheet xmlns="${main}">${codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join('')}</numFmts>` : ''}<fonts count="3">${font('')}${font('<b/>')}${font('', '<color rgb="FF8C8C8C"/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8E1"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
    },
  };
}

type StyleBook = ReturnType<typeof styleBook>;

/** Characters that XML cannot hold are dropped; they come in with pasted text. */
const writable = (text: string): string => escapeXml(text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''));

function cellXml(value: XlsxValue, place: string, isHead: boolean, styles: StyleBook): string {
  const full = value !== null && typeof value === 'object' ? value : { value };
  const isDay = 'day' in full;
  const content = isDay ? serialOf(full.day) : full.value;
  const bold = isHead || (!isDay && 'bold' in full && full.bold === true);
  const center = isHead || (!isDay && 'center' in full && full.center === true);
  const format = ('format' in full ? full.format : undefined) ?? (isDay ? 'yyyy-mm-dd' : 'General');
  const look = 'look' in full ? (full.look ?? '') : '';
  const style = styles.styleOf(format, bold, center, look);
  const start = `<c r="${place}"${style > 0 ? ` s="${style}"` : ''}`;
  if ('formula' in full && full.formula !== undefined) {
    const isNumber = typeof content === 'number';
    return `${start}${isNumber ? '' : ' t="str"'}><f>${writable(full.formula)}</f><v>${isNumber ? content : writable(content ?? '')}</v></c>`;
  }
  if (content === null || content === '') return style > 0 ? `${start}/>` : '';
  if (typeof content === 'number' && Number.isFinite(content)) return `${start}><v>${content}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${writable(String(content))}</t></is></c>`;
}

/** Widths and heights stay free: a long name must be readable. */
const protection = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';

function validationsXml(validations: readonly XlsxValidation[]): string {
  if (validations.length === 0) return '';
  const rules = validations.map(
    ({ area, least, message }) =>
      `<dataValidation type="decimal" operator="${least === null ? 'between' : 'greaterThanOrEqual'}" allowBlank="1" showErrorMessage="1" errorStyle="warning" error="${writable(message)}" sqref="${area}"><formula1>${least ?? '-1E15'}</formula1>${least === null ? '<formula2>1E15</formula2>' : ''}</dataValidation>`,
  );
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

async function writeRows(
  {
    rows,
    headerRows = 0,
    widths = [],
    merges = [],
    isProtected = false,
    fitsWidth = false,
    validations = [],
  }: XlsxSheet,
  styles: StyleBook,
  out: PassThrough,
): Promise<void> {
  const write = (text: string): Promise<void> | undefined =>
    out.write(text) ? undefined : new Promise((resolve) => out.once('drain', resolve));
  const frozen =
    headerRows > 0
      ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
      : '';
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  await write(
    `${declaration}<worksheet xmlns="${main}">${fitsWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}${frozen}${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`,
  );
  let row = 0;
  let pending = '';
  for await (const values of rows) {
    row += 1;
    const cells = values
      .map((value, i) => cellXml(value, `${columnName(i + 1)}${row}`, row <= headerRows, styles))
      .join('');
    pending += `<row r="${row}">${cells}</row>`;
    if (pending.length < 65_536) continue;
    await write(pending);
    pending = '';
  }
  const merged = merges.map((area) => `<mergeCell ref="${area}"/>`).join('');
  out.end(
    `${pending}</sheetData>${isProtected ? protection : ''}${merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}${validationsXml(validations)}${fitsWidth ? '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' : ''}</worksheet>`,
  );
}

/** Sheet names are at most 31 characters without : \ / ? * [ ] and differ from each other. */
function sheetNames(sheets: readonly XlsxSheet[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const plain =
      name
        .replace(/[:\\/?*[\]]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || 'Sheet';
    let free = plain;
    for (let n = 2; names.some((taken) => taken.toLowerCase() === free.toLowerCase()); n += 1)
      free = `${plain.slice(0, 27)} (${n})`;
    names.push(free);
  }
  return names;
}

function workbookXml(sheets: readonly XlsxSheet[]): string {
  const names = sheetNames(sheets);
  const list = names
    .map((name, i) => {
      const state = sheets[i]?.isHidden === true ? ' state="veryHidden"' : '';
      return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
    })
    .join('');
  const titles = sheets.flatMap(({ headerRows = 0 }, i) =>
    headerRows > 0
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml((names[i] as string).replaceAll("'", "''"))}'!$1:$${headerRows}</definedName>`,
        ]
      : [],
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationship}"><sheets>${list}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`;
}

function addPart(zip: ZipFile, path: string, xml: string): void {
  zip.addBuffer(Buffer.from(xml), path, { mtime: new Date(Date.UTC(2000, 0, 1)) });
}

function addDirectory(zip: ZipFile, sheets: readonly XlsxSheet[]): void {
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${content}.${type}+xml"/>`;
  const sheetParts = sheets.map((_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('');
  addPart(
    zip,
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${sheetParts}</Types>`,
  );
  const relations = (list: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`;
  addPart(zip, '_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')));
  const sheetRelations = sheets
    .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
    .join('');
  addPart(
    zip,
    'xl/_rels/workbook.xml.rels',
    relations(sheetRelations + relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')),
  );
  addPart(zip, 'xl/workbook.xml', workbookXml(sheets));
}

/** Writes a workbook as a stream, sheet after sheet, however many rows there are. */
export function streamXlsx(sheets: readonly XlsxSheet[]): Readable {
  const zip = new ZipFile();
  const styles = styleBook();
  const out = zip.outputStream as unknown as PassThrough;
  addDirectory(zip, sheets);
  const writeAll = async () => {
    for (const [i, sheet] of sheets.entries()) {
      const rows = new PassThrough();
      zip.addReadStream(rows, `xl/worksheets/sheet${i + 1}.xml`, { mtime: new Date(Date.UTC(2000, 0, 1)) });
      await writeRows(sheet, styles, rows);
    }
    // Styles come last because the cells decide which there are.
    addPart(zip, 'xl/styles.xml', styles.xml());
    zip.end();
  };
  writeAll().catch((error: Error) => out.destroy(error));
  return out;
}

export async function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamXlsx(sheets)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
