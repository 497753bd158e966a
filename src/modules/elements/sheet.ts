/** Demands and quotas as lines of a spreadsheet: a line with its number changes that entry, one without adds one. */
import type { CellIssue, ImportStep } from '../../core/register/import-plan.ts';
import { text } from '../../core/register/kinds.ts';
import type { Register } from '../../core/register/register.ts';
import { clearing, frame, guarded, linesOf, type ReadLine } from '../../core/register/sheet.ts';
import type { Label } from '../../core/text.ts';
import { elementKinds } from './kind.ts';

const cell = text(500);
const field = (id: string, zh: string, en: string, ...headings: readonly string[]) => ({
  id,
  label: { zh, en },
  headings,
  kind: cell,
});

export const demandSheet: Register = {
  plural: 'element-demands',
  noun: 'element_demand',
  label: { zh: '要素需求', en: 'Demands' },
  fields: [
    field('name', '项目', 'Project', '项目名称'),
    field('element', '要素', 'Element', '要素种类'),
    field('from', '起始月', 'From', '开始月份', '需求月份'),
    field('to', '截止月', 'To', '结束月份'),
    field('quantity', '数量', 'Quantity', '需求量'),
    field('unit', '计量单位', 'Measure', '单位'),
    field('note', '说明', 'Note', '备注'),
  ],
};

export const quotaSheet: Register = {
  plural: 'element-quotas',
  noun: 'element_quota',
  label: { zh: '要素指标', en: 'Quotas' },
  fields: [
    field('name', '依据文号', 'Document', '文号', '依据'),
    field('element', '要素', 'Element', '要素种类'),
    field('period', '时期', 'Period', '年度'),
    field('quantity', '数量', 'Quantity', '指标'),
    field('unit', '计量单位', 'Measure', '单位'),
    field('parent', '上级指标编号', 'Out of quota', '出自'),
    field('note', '说明', 'Note', '备注'),
  ],
};

/** Cells of a line by field, as a person reads them. */
export type Cells = Readonly<Record<string, string>>;

export const headsOf = (sheet: Register): string[] => [
  frame.id.label.zh,
  ...sheet.fields.map(({ label }) => label.zh),
  ...(sheet === quotaSheet ? [frame.unitPath.label.zh] : []),
];

export const lineOfCells = (sheet: Register, id: string, cells: Cells): string[] =>
  [
    id,
    ...sheet.fields.map((each) => cells[each.id] ?? ''),
    ...(sheet === quotaSheet ? [cells.unitPath ?? ''] : []),
  ].map(guarded);

/** The element that a word names. */
export function elementNamed(word: string): string | undefined {
  const plain = word.normalize('NFKC').trim().toLowerCase();
  return elementKinds.find(
    ({ id, label, names }) =>
      id === plain || [label.zh, label.en, ...names].some((each) => each.normalize('NFKC').toLowerCase() === plain),
  )?.id;
}

/** What a line means, or which of its cells nobody understands. */
export type Parsed<Input> = { readonly input: Input } | { readonly issues: readonly (Label & { field: string })[] };

export interface Standing {
  readonly id: string;
  readonly cells: Cells;
}

interface Around<Input> {
  readonly standing: readonly Standing[];
  /** For a line without a number: what it has where its cells are empty. */
  readonly blank: Cells;
  readonly parse: (cells: Cells) => Parsed<Input>;
}

export interface SheetStep<Input> extends Pick<ImportStep, 'row' | 'outcome' | 'name' | 'changes' | 'issues' | 'id'> {
  readonly input: Input | null;
}

const merged = (line: ReadLine, before: Cells): Cells => ({
  ...before,
  ...Object.fromEntries(
    [...line.cells]
      .filter(([id, value]) => id !== 'id' && value !== '')
      .map(([id, value]) => [id, clearing.includes(value) ? '' : value]),
  ),
});

/** What each line of a sheet would do: add, change, leave or be refused, with the cell that is wrong. */
export function planSheet<Input>(
  sheet: Register,
  grid: readonly (readonly string[])[],
  { standing, blank, parse }: Around<Input>,
): { steps: readonly SheetStep<Input>[]; issues: readonly Label[] } {
  const { lines, issues } = linesOf(sheet, grid);
  const labels = new Map<string, Label>([
    ...sheet.fields.map((each) => [each.id, each.label] as const),
    ['id', frame.id.label],
    ['unitPath', frame.unitPath.label],
  ]);
  const byId = new Map(standing.map((each) => [each.id, each]));
  const keyOf = (cells: Cells) =>
    JSON.stringify([...labels.keys()].filter((id) => id !== 'id').map((id) => cells[id] ?? ''));
  const known = new Map(standing.map(({ id, cells }) => [keyOf(cells), id]));
  const steps = lines.map((line): SheetStep<Input> => {
    const number = (line.cells.get('id') ?? '').toLowerCase();
    const before = byId.get(number);
    const cells = merged(line, before?.cells ?? blank);
    const read = parse(cells);
    const wrong = [
      ...(number !== '' && before === undefined
        ? [{ field: 'id', zh: '没有这个编号的记录', en: 'no entry has this number' }]
        : []),
      ...('issues' in read ? read.issues : []),
    ].map(
      ({ field: id, zh, en }): CellIssue => ({
        field: id,
        label: labels.get(id) ?? frame.id.label,
        cell: id === 'id' ? number : (cells[id] ?? ''),
        message: { zh, en },
      }),
    );
    const changes = [...labels]
      .map(([id, label]) => ({ field: id, label, before: before?.cells[id] ?? '', after: cells[id] ?? '' }))
      .filter((each) => each.field !== 'id' && each.before !== each.after);
    const same = before === undefined ? known.get(keyOf(cells)) : undefined;
    const isSame = same !== undefined || (before !== undefined && changes.length === 0);
    const outcome = wrong.length > 0 ? 'refused' : isSame ? 'same' : before === undefined ? 'added' : 'changed';
    return {
      row: line.row,
      outcome,
      name: cells.name ?? '',
      changes: outcome === 'same' ? [] : changes,
      issues: wrong,
      id: before?.id ?? same ?? null,
      input: 'input' in read ? read.input : null,
    };
  });
  return { steps, issues };
}
