import { createHash } from 'node:crypto';
import { writeCsv } from './csv.ts';
import { readRows } from './rows.ts';
import { writeXlsx } from './xlsx-writer.ts';

/** What registers need to read and write spreadsheets; headings stay in sight. */
export const sheets = {
  readRows,
  writeCsv,
  writeXlsx: (title: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
    writeXlsx([{ name: title, rows, headerRows: 1, widths: rows[0]?.map((_, i) => (i === 1 ? 32 : 18)) ?? [] }]),
  digest: (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex'),
};
