import type { Label } from '../../core/text.ts';
import { type Field, type Form, isAsked, type List } from './form.ts';
import { type Address, addressIn, type ListRow } from './report.ts';

type SheetRole = 'label' | 'unit' | 'figure' | 'last-period' | 'last-year';

/** A column as the page shows it. In a list each field has its own; in the main table all fields share one. */
export interface SheetColumn {
  readonly id: string;
  readonly role: SheetRole;
  readonly heading: Label;
  readonly unit: string;
  readonly field: Field | null;
}

/** A line of a table: a field, a project or enterprise, or the heading of a section. */
export interface SheetLine {
  readonly id: string;
  readonly label: Label;
  readonly field: Field | null;
  readonly row: ListRow | null;
  readonly isSection: boolean;
}

/** One table of a report as a grid of cells. */
export interface SheetTable {
  readonly id: string;
  readonly label: Label;
  readonly list: List | null;
  readonly columns: readonly SheetColumn[];
  readonly lines: readonly SheetLine[];
}

/** What stands where a line and a column meet. */
export interface Slot {
  readonly address: Address;
  readonly field: Field;
  readonly role: SheetRole;
}

const earlierWords = {
  month: { last: { zh: '上月', en: 'Last month' }, lastYear: { zh: '上年同月', en: 'A year ago' } },
  quarter: { last: { zh: '上季', en: 'Last quarter' }, lastYear: { zh: '上年同期', en: 'A year ago' } },
  year: { last: { zh: '上年', en: 'Last year' }, lastYear: null },
} as const;

const words = {
  item: { zh: '指标', en: 'Item' },
  unit: { zh: '单位', en: 'Unit' },
  now: { zh: '本期', en: 'This period' },
};

/** How the periods beside are called; a yearly form has one only. */
export const earlierLabels = (form: Pick<Form, 'period'>): { readonly last: Label; readonly lastYear: Label | null } =>
  earlierWords[form.period];

function mainTable(form: Form): SheetTable {
  const { last, lastYear } = earlierWords[form.period];
  const column = (role: SheetRole, heading: Label): SheetColumn => ({
    id: role,
    role,
    heading,
    unit: '',
    field: null,
  });
  return {
    id: 'main',
    label: form.label,
    list: null,
    columns: [
      column('label', words.item),
      column('unit', words.unit),
      column('figure', words.now),
      column('last-period', last),
      ...(lastYear === null ? [] : [column('last-year', lastYear)]),
    ],
    lines: form.sections.flatMap(({ id, label, fields }): SheetLine[] => [
      { id: `section ${id}`, label, field: null, row: null, isSection: true },
      ...fields.map((field) => ({ id: field.id, label: field.label, field, row: null, isSection: false })),
    ]),
  };
}

function listTable(form: Form, list: List, rows: readonly ListRow[]): SheetTable {
  const { last, lastYear } = earlierWords[form.period];
  const columns: SheetColumn[] = [];
  const name = list.columns.find(({ id, given }) => id === 'name' && given);
  columns.push({ id: 'label', role: 'label', heading: name?.label ?? list.keyLabel, unit: '', field: null });
  for (const field of list.columns) {
    if (field === name) continue;
    columns.push({ id: field.id, role: 'figure', heading: field.label, unit: field.unit, field });
    if (field.kind === 'text' || !isAsked(field)) continue;
    columns.push({ id: `${field.id} last`, role: 'last-period', heading: last, unit: field.unit, field });
    if (lastYear !== null)
      columns.push({ id: `${field.id} year`, role: 'last-year', heading: lastYear, unit: field.unit, field });
  }
  return {
    id: list.id,
    label: list.label,
    list,
    columns,
    lines: rows.map((row) => {
      const text = row.given.name || row.key;
      return { id: row.key, label: { zh: text, en: text }, field: null, row, isSection: false };
    }),
  };
}

/** The tables of a report. Lists come first where there are any: their totals are only computed. */
export const tablesOf = (form: Form, rows: Readonly<Record<string, readonly ListRow[]>>): readonly SheetTable[] => {
  const lists = form.lists.map((list) => listTable(form, list, rows[list.id] ?? []));
  const isComputed = form.sections.every(({ fields }) => fields.every((field) => !isAsked(field)));
  return isComputed ? [...lists, mainTable(form)] : [mainTable(form), ...lists];
};

export function slotAt(table: SheetTable, line: SheetLine, column: SheetColumn): Slot | null {
  if (line.isSection || column.role === 'label' || column.role === 'unit') return null;
  const field = table.list === null ? line.field : column.field;
  if (field === null) return null;
  const address =
    table.list === null || line.row === null ? field.id : addressIn(table.list.id, line.row.key, field.id);
  return { address, field, role: column.role };
}

/** Whether a person may type there: asked of them, and not fixed by another form. */
export const isTypable = (slot: Slot | null, fixed: ReadonlySet<Address>): slot is Slot =>
  slot !== null && slot.role === 'figure' && isAsked(slot.field) && !fixed.has(slot.address);

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a cell of the report stands. */
export function placeOf(table: SheetTable, address: Address): Place | null {
  const [list, key, column] = address.split('/') as [string, string?, string?];
  if (key === undefined) {
    const line = table.list === null ? table.lines.findIndex(({ id }) => id === address) : -1;
    return line === -1 ? null : { line, column: table.columns.findIndex(({ role }) => role === 'figure') };
  }
  if (table.list?.id !== list) return null;
  const at = { line: table.lines.findIndex(({ id }) => id === key), column: -1 };
  const place = { ...at, column: table.columns.findIndex(({ id, role }) => role === 'figure' && id === column) };
  return place.line === -1 || place.column === -1 ? null : place;
}

/** What a cell is called: “年产 5 万吨项目 · 本月完成投资”. */
export function cellLabel(tables: readonly SheetTable[], address: Address): Label {
  for (const table of tables) {
    const place = placeOf(table, address);
    const line = table.lines[place?.line ?? -1];
    const column = table.columns[place?.column ?? -1];
    if (line === undefined || column === undefined) continue;
    if (table.list === null) return line.label;
    return { zh: `${line.label.zh} · ${column.heading.zh}`, en: `${line.label.en} · ${column.heading.en}` };
  }
  return { zh: address, en: address };
}

/** A formula in words, for whoever asks why a cell is not typed. */
export function formulaWords(field: Field, siblings: readonly Field[], lists: readonly List[]): Label | null {
  const formula = field.derived;
  if (formula === undefined) return null;
  const both = (make: (say: (label: Label) => string, key: 'zh' | 'en') => string): Label => ({
    zh: make(({ zh }) => zh, 'zh'),
    en: make(({ en }) => en, 'en'),
  });
  const of = (id: string, among: readonly Field[] = siblings): Label =>
    among.find((each) => each.id === id)?.label ?? { zh: id, en: id };
  const listOf = (id: string) => lists.find((list) => list.id === id);
  if ('sum' in formula)
    return both((say) =>
      [formula.sum.map((id) => say(of(id))).join(' + '), ...formula.minus.map((id) => say(of(id)))].join(' − '),
    );
  if ('ratio' in formula) {
    const times = formula.times === 1 ? '' : ` × ${formula.times}`;
    return both((say) => `${say(of(formula.ratio[0]))} ÷ ${say(of(formula.ratio[1]))}${times}`);
  }
  if ('total' in formula) {
    const list = listOf(formula.of);
    const column = of(formula.total, list?.columns ?? []);
    return { zh: `${list?.label.zh}中“${column.zh}”之和`, en: `Sum of “${column.en}” in ${list?.label.en}` };
  }
  if ('count' in formula) {
    const list = listOf(formula.count);
    return { zh: `${list?.label.zh}的行数`, en: `Rows of ${list?.label.en}` };
  }
  const typed = of(formula.cumulative);
  return {
    zh: `上期累计 + ${typed.zh}（一月从零起）`,
    en: `The last running sum + ${typed.en} (from zero in January)`,
  };
}
