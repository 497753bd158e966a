import { Problem } from '../../core/problem.ts';
import { checkSize, damaged, defaultLimits } from './limits.ts';
import { relationsOf, targetOf } from './relations.ts';
import { decodeText } from './text.ts';
import { formatsOf, readSheet, sharedStringsOf } from './xlsx-sheet.ts';
import { walkXml } from './xml.ts';
import { openPackage } from './zip.ts';

type Rows = readonly (readonly string[])[];

/** RFC 4180 with what Chinese spreadsheets do to it: tabs or semicolons, lone quotes inside, line breaks in quotes. */
export function parseCsv(text: string): Rows {
  const head = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  const separator = [',', '\t', ';'].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] as string;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

async function firstSheet(name: string, bytes: Uint8Array): Promise<Rows> {
  const limits = defaultLimits;
  const file = await openPackage(name, bytes, limits);
  const path = targetOf(await relationsOf(name, file, '', limits), 'officeDocument') ?? 'xl/workbook.xml';
  if (!file.has(path)) throw new Problem('file-format', { format: 'zip' });
  const relations = await relationsOf(name, file, path, limits);
  const part = async (type: string) => {
    const target = targetOf(relations, type);
    return target !== null && file.has(target) ? file.text(target) : null;
  };
  let first: string | null = null;
  let is1904 = false;
  walkXml(name, await file.text(path), limits, {
    open(tag, { date1904, state = 'visible', id = '' }) {
      if (tag === 'workbookPr') is1904 = /^(?:1|true)$/.test(date1904 ?? '');
      if (tag === 'sheet' && state === 'visible') first ??= id;
    },
  });
  const target = relations.find(({ id }) => id === first)?.target;
  if (target === undefined || !file.has(target)) throw damaged(name, '没有可见的工作表 / no visible sheet');
  const workbook = {
    sharedStrings: sharedStringsOf(name, await part('sharedStrings'), limits),
    formats: formatsOf(name, await part('styles'), limits),
    is1904,
  };
  const sheet = readSheet(name, await file.text(target), workbook, limits);
  const rows: string[][] = [];
  for (const { row, cells } of sheet.rows) {
    // Rows keep their numbers, so that a message can name the one that the spreadsheet shows.
    while (rows.length < Math.min(row, limits.cells) - 1) rows.push([]);
    rows.push(Array.from({ length: Math.max(0, ...cells.keys()) }, (_, i) => cells.get(i + 1) ?? ''));
  }
  return rows;
}

/** The rows of the first sheet of a workbook, or of a CSV file, as text; row numbers are those that one sees. */
export async function readRows(name: string, bytes: Uint8Array): Promise<Rows> {
  checkSize(name, bytes.length, defaultLimits);
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isPacked ? firstSheet(name, bytes) : parseCsv(decodeText(name, bytes));
}
