import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Form } from '../modules/reports/form.ts';
import type { Workbooks } from '../modules/reports/workbook.service.ts';
import { sheets } from '../platform/files/sheets.ts';
import { readRawSheets } from '../platform/files/xlsx-cells.ts';
import { writeXlsx } from '../platform/files/xlsx-writer.ts';

const folder = join(import.meta.dirname, '../modules/reports/forms');

const readForms = (): readonly Form[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'))
    .sort()
    .map((name) => Form.parse(parse(readFileSync(join(folder, name), 'utf8'))));

let shipped: readonly Form[] | undefined;

/** The editions of forms that are shipped, one file each, read once; a form that breaks its own rules stops the start. */
export function forms(): readonly Form[] {
  shipped ??= readForms();
  return shipped;
}

export const workbooks: Workbooks = {
  write: writeXlsx,
  read: readRawSheets,
  digest: (text) => sheets.digest(new TextEncoder().encode(text)),
};
