import type { Day } from '../day.ts';
import type { Label } from '../text.ts';
import type { Field, Neighbours, Register, RegisterData } from './register.ts';
import { cellOf, clearing, frame, linesOf, type ReadLine, readDay, type Written } from './sheet.ts';

export const outcomes = {
  refused: { zh: '拒绝', en: 'Refused' },
  changed: { zh: '变更', en: 'Changed' },
  added: { zh: '新增', en: 'Added' },
  same: { zh: '未变', en: 'Same' },
} as const satisfies Record<string, Label>;
export type Outcome = keyof typeof outcomes;

export interface CellChange {
  readonly field: string;
  readonly label: Label;
  readonly before: string;
  readonly after: string;
}

export interface CellIssue {
  readonly field: string;
  readonly label: Label;
  readonly cell: string;
  readonly message: Label;
}

export interface ImportStep {
  readonly row: number;
  readonly outcome: Outcome;
  readonly name: string;
  readonly changes: readonly CellChange[];
  readonly issues: readonly CellIssue[];
  /** Of the record that is changed or the same. */
  readonly id: string | null;
  readonly since: Day;
  readonly unitPath: string;
  readonly data: RegisterData;
}

export interface Surroundings {
  /** The records as of the day from which changes hold. */
  readonly standing: readonly Written[];
  readonly since: Day;
  readonly unitPath: string;
  readonly neighbours: Neighbours;
  readonly mayOwn: (unitPath: string) => boolean;
}

export const emptyData = ({ fields }: Register): RegisterData =>
  Object.fromEntries([
    ['name', ''],
    ['code', null],
    ['aliases', []],
    ...fields.map(({ id, kind }) => [id, kind.empty]),
  ]) as unknown as RegisterData;

/** Records by number, code and name; a name that several bear finds none of them. */
function finder(standing: readonly Written[]) {
  const byId = new Map(standing.map((each) => [each.id, each]));
  const byCode = Map.groupBy(standing, ({ data }) => data.code ?? '');
  const byName = Map.groupBy(standing, ({ data }) => data.name);
  return (line: ReadLine): Written | null | Label => {
    const id = line.cells.get('id') ?? '';
    if (id !== '') return byId.get(id.toLowerCase()) ?? { zh: '没有这个编号的记录', en: 'no record has this number' };
    const code = line.cells.get('code') ?? '';
    const name = line.cells.get('name') ?? '';
    const same = code === '' ? [] : (byCode.get(code.normalize('NFKC').trim().toUpperCase()) ?? []);
    // Two of one name with different codes are two things: a code that nobody has yet makes a new one.
    const named = (byName.get(name) ?? []).filter(({ data }) => code === '' || data.code === null);
    const found = same.length > 0 ? same : named;
    if (found.length > 1)
      return { zh: `有 ${found.length} 条同名记录，请填编号`, en: `${found.length} records match, give the number` };
    return found[0] ?? null;
  };
}

function readCells(fields: readonly Field[], line: ReadLine, before: RegisterData, neighbours: Neighbours) {
  const data: Record<string, unknown> = { ...before };
  const issues: CellIssue[] = [];
  for (const { id, label, kind } of fields) {
    const cell = line.cells.get(id) ?? '';
    if (cell === '') continue;
    const reading = clearing.includes(cell) && id !== 'name' ? { value: kind.empty } : kind.read(cell, neighbours);
    if ('refusal' in reading) {
      issues.push({ field: id, label, cell, message: reading.refusal });
      continue;
    }
    const { success, data: value, error } = kind.schema.safeParse(reading.value);
    if (success) data[id] = value;
    else {
      const message = error.issues[0]?.message ?? '';
      issues.push({ field: id, label, cell, message: { zh: message, en: message } });
    }
  }
  return { data: data as RegisterData, issues };
}

const labelOf = ({ fields }: Register, id: string): Label =>
  (fields.find((field) => field.id === id) ?? frame[id as keyof typeof frame]).label;

function stepOf(register: Register, line: ReadLine, found: Written | null | Label, around: Surroundings): ImportStep {
  const issues: CellIssue[] = [];
  const refuse = (field: string, message: Label) =>
    issues.push({ field, label: labelOf(register, field), cell: line.cells.get(field) ?? '', message });
  const record = found !== null && 'data' in found ? found : null;
  if (found !== null && !('data' in found)) refuse('id', found);
  const read = readCells(register.fields, line, record?.data ?? emptyData(register), around.neighbours);
  issues.push(...read.issues);
  const { data } = read;
  if (data.name === '') refuse('name', { zh: '须有名称', en: 'a name is needed' });
  const unitPath = line.cells.get('unitPath') || record?.unitPath || around.unitPath;
  if (record !== null && unitPath !== record.unitPath)
    refuse('unitPath', { zh: `归属单位是 ${record.unitPath}，不能由导入改变`, en: `it belongs to ${record.unitPath}` });
  else if (!around.mayOwn(unitPath))
    refuse('unitPath', { zh: '单位不存在或不在您的范围内', en: 'not a unit of yours' });
  const sinceCell = line.cells.get('since') ?? '';
  const since = record !== null || sinceCell === '' ? around.since : readDay(sinceCell);
  if (since === null) refuse('since', { zh: '日期写作 2026-11-22', en: 'write the day as 2026-11-22' });
  const changes = register.fields
    .map((field) => ({
      field: field.id,
      label: field.label,
      before: record === null ? '' : cellOf(field, record.data, around.neighbours),
      after: cellOf(field, data, around.neighbours),
    }))
    .filter(({ before, after }) => before !== after);
  for (const { field } of record === null ? [] : changes) {
    const movesBy = register.fields.find(({ id }) => id === field)?.movesBy;
    if (movesBy !== undefined) refuse(field, movesBy);
  }
  const outcome = issues.length > 0 ? 'refused' : record === null ? 'added' : changes.length > 0 ? 'changed' : 'same';
  const { row } = line;
  const name = data.name || (line.cells.get('name') ?? '');
  return { row, outcome, name, changes, issues, id: record?.id ?? null, since: since ?? around.since, unitPath, data };
}

/** What each line of a sheet would do. Every line is answered: added, changed, the same, or refused with the cell. */
export function planImport(
  register: Register,
  grid: readonly (readonly string[])[],
  around: Surroundings,
): { steps: readonly ImportStep[]; issues: readonly Label[] } {
  const { lines, issues } = linesOf(register, grid);
  const find = finder(around.standing);
  const taken = new Map<string, number>();
  const steps = lines.map((line) => {
    const step = stepOf(register, line, find(line), around);
    const { id, data, row } = step;
    const keys = [id, data.code && `code ${data.code}`, id === null && data.code === null && `name ${data.name}`];
    const earlier = keys.map((key) => (key ? taken.get(key) : undefined)).find((known) => known !== undefined);
    for (const key of keys) if (key && step.outcome !== 'refused') taken.set(key, taken.get(key) ?? row);
    if (earlier === undefined) return step;
    const message = { zh: `与第 ${earlier} 行重复`, en: `the same as row ${earlier}` };
    const issue = { field: 'name', label: labelOf(register, 'name'), cell: step.name, message };
    return { ...step, outcome: 'refused' as const, issues: [...step.issues, issue] };
  });
  return { steps, issues };
}

export interface Tally {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}

export function tallyOf(steps: readonly Pick<ImportStep, 'outcome'>[]): Tally {
  const count = (outcome: Outcome) => steps.filter((step) => step.outcome === outcome).length;
  return {
    read: steps.length,
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    refused: count('refused'),
  };
}

/** Rows in = added + changed + the same + refused, said so that anyone can add it up. */
export const sayTally = ({ read, added, changed, same, refused }: Tally): Label => ({
  zh: `读入 ${read} 行 = 新增 ${added} + 变更 ${changed} + 未变 ${same} + 拒绝 ${refused}`,
  en: `${read} rows read = ${added} added + ${changed} changed + ${same} the same + ${refused} refused`,
});
