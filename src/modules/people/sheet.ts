import type { Label } from '../../core/text.ts';

/** A column of an import: the headings it is known by, the first of them printed in messages. */
export type Columns = Readonly<Record<string, readonly string[]>>;

export interface SheetRow<Name extends string> {
  /** As the spreadsheet counts, the heading included. */
  readonly row: number;
  readonly cells: Readonly<Record<Name, string>>;
}

const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[\s_（）()*：:]/g, '');

/** Rows by column name. The heading is the first row with words; headings nobody knows and missing ones are said. */
export function rowsOf<Name extends string>(
  rows: readonly (readonly string[])[],
  columns: Readonly<Record<Name, readonly string[]>>,
  required: readonly NoInfer<Name>[],
): { rows: readonly SheetRow<Name>[]; issues: readonly Label[] } {
  const names = Object.keys(columns) as Name[];
  const top = rows.findIndex((row) => row.some((cell) => cell !== ''));
  const heading = rows[top] ?? [];
  const places = new Map<Name, number>();
  const issues: Label[] = [];
  for (const [i, title] of heading.entries()) {
    if (title === '') continue;
    const name = names.find((each) => columns[each].some((known) => plain(known) === plain(title)));
    if (name === undefined) issues.push({ zh: `不认识的列“${title}”`, en: `unknown column “${title}”` });
    else if (places.has(name)) issues.push({ zh: `列“${title}”重复`, en: `column “${title}” stands twice` });
    else places.set(name, i);
  }
  for (const name of required)
    if (!places.has(name))
      issues.push({ zh: `缺少列“${columns[name][0]}”`, en: `column “${columns[name].at(-1)}” is missing` });
  const cellsOf = (row: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, (row[places.get(name) ?? -1] ?? '').trim()])) as Record<Name, string>;
  const data = rows
    .map((row, i) => ({ row: i + 1, cells: cellsOf(row), isBlank: row.every((cell) => cell.trim() === '') }))
    .filter(({ row, isBlank }) => row > top + 1 && !isBlank);
  return { rows: data, issues };
}

/** 2026-11-22, 2026/11/22, 2026.11.22 or 2026年11月22日; null when it is none of them. */
export function dayOf(text: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
