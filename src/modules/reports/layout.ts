import { type Field, type Form, isAsked, type List } from './form.ts';
import { type Address, addressIn, type ListRow } from './report.ts';

export type Role = 'key' | 'label' | 'unit' | 'figure' | 'last-period' | 'last-year' | 'explanation';

/** A column of the sheet. In a list each field has its own; in the main table all fields share one. */
export interface Column {
  readonly role: Role;
  readonly heading: string;
  readonly width: number;
  /** The field of a list’s column. */
  readonly field: Field | null;
}

export interface Line {
  readonly row: number;
  /** What stands in the first column and tells rows apart; null for a heading of a section. */
  readonly key: string | null;
  readonly label: string;
  readonly field: Field | null;
  readonly item: ListRow | null;
}

/** A table of the workbook, on a sheet of its own. */
export interface Block {
  readonly sheet: string;
  readonly list: List | null;
  readonly headRow: number;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

export type Rows = Readonly<Record<string, readonly ListRow[]>>;

export const mainSheet = '主表';
export const identitySheet = 'lantu';
export const identityMark = 'lantu.form/1';
/** Title, legal header, unit with period, and how to fill stand above the headings. */
const headRow = 5;

const words = {
  month: { last: '上月', lastYear: '上年同月' },
  quarter: { last: '上季', lastYear: '上年同期' },
  year: { last: '上年', lastYear: null },
} as const;

const withUnit = ({ label, unit }: Field): string => (unit === '' ? label.zh : `${label.zh}（${unit}）`);

function mainBlock(form: Form): Block {
  const { last, lastYear } = words[form.period];
  const column = (role: Role, heading: string, width: number): Column => ({ role, heading, width, field: null });
  const lines: Line[] = [];
  let row = headRow;
  let number = 0;
  for (const section of form.sections) {
    row += 1;
    lines.push({ row, key: null, label: section.label.zh, field: null, item: null });
    for (const field of section.fields) {
      row += 1;
      number += 1;
      lines.push({ row, key: String(number), label: field.label.zh, field, item: null });
    }
  }
  return {
    sheet: mainSheet,
    list: null,
    headRow,
    columns: [
      column('key', '行次', 6),
      column('label', '指标名称', 34),
      column('unit', '计量单位', 12),
      column('figure', '本期数', 16),
      column('last-period', `${last}数`, 16),
      ...(lastYear === null ? [] : [column('last-year', `${lastYear}数`, 16)]),
      column('explanation', '情况说明', 40),
    ],
    lines,
  };
}

const comparesWithLast = (field: Field): boolean =>
  field.kind === 'number' && (isAsked(field) || (field.derived !== undefined && 'cumulative' in field.derived));

function listBlock(form: Form, list: List, rows: readonly ListRow[]): Block {
  const { last, lastYear } = words[form.period];
  const columns: Column[] = [{ role: 'key', heading: list.keyLabel.zh, width: 28, field: null }];
  for (const field of list.columns) {
    columns.push({ role: 'figure', heading: withUnit(field), width: field.kind === 'text' ? 28 : 16, field });
    if (!comparesWithLast(field)) continue;
    columns.push({ role: 'last-period', heading: `${field.label.zh}·${last}`, width: 14, field });
    if (lastYear !== null && isAsked(field))
      columns.push({ role: 'last-year', heading: `${field.label.zh}·${lastYear}`, width: 14, field });
  }
  columns.push({ role: 'explanation', heading: '情况说明', width: 40, field: null });
  const lines = rows.map((item, i) => ({
    row: headRow + 1 + i,
    key: item.key,
    label: item.given.name ?? '',
    field: null,
    item,
  }));
  return { sheet: list.label.zh, list, headRow, columns, lines };
}

/** Where everything stands: the writer puts it there and the reader looks for it there. */
export const layoutOf = (form: Form, rows: Rows): readonly Block[] => [
  mainBlock(form),
  ...form.lists.map((list) => listBlock(form, list, rows[list.id] ?? [])),
];

/** The address of the figure that a line has in a column, and its field. */
export function slotOf(block: Block, line: Line, column: Column): { address: Address; field: Field } | null {
  if (block.list !== null && line.item !== null && column.field !== null)
    return { address: addressIn(block.list.id, line.item.key, column.field.id), field: column.field };
  if (block.list === null && line.field !== null) return { address: line.field.id, field: line.field };
  return null;
}

/** The figures that an explanation of a line speaks about. */
export const explainedBy = (block: Block, line: Line): readonly Address[] =>
  block.list === null
    ? line.field === null
      ? []
      : [line.field.id]
    : block.list.columns.map(({ id }) => addressIn(block.list?.id ?? '', line.item?.key ?? '', id));

/** 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

export const placeAt = (sheet: string, row: number, column: number): string =>
  `${sheet}!${columnLetters(column)}${row}`;
