import type { Label } from '../text.ts';
import { day } from './kinds.ts';
import type { Field, Neighbours, Register, RegisterData } from './register.ts';

/** Columns of a sheet that every register has beside its fields. */
export const frame = {
  id: { label: { zh: '编号', en: 'Number' }, headings: ['id'] },
  since: { label: { zh: '起始日', en: 'Since' }, headings: ['设立日期', 'since'] },
  unitPath: { label: { zh: '归属单位', en: 'Unit' }, headings: ['单位路径', 'unit'] },
} as const;

export interface ReadLine {
  /** As the spreadsheet counts, the heading included. */
  readonly row: number;
  /** By column; a column that the sheet lacks is absent, which is not the same as empty. */
  readonly cells: ReadonlyMap<string, string>;
}

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_()*:]/g, '');

/** The lines of a sheet by column, and what is wrong with its headings. */
export function linesOf(
  register: Register,
  grid: readonly (readonly string[])[],
): { lines: readonly ReadLine[]; issues: readonly Label[] } {
  const known = new Map<string, string>();
  const columns = [...Object.entries(frame), ...register.fields.map((field) => [field.id, field] as const)];
  for (const [id, { label, headings = [] }] of columns)
    for (const heading of [id, label.zh, label.en, ...headings]) known.set(plain(heading), id);
  const top = grid.findIndex((row) => row.some((cell) => cell !== ''));
  const issues: Label[] = [];
  const places = new Map<string, number>();
  for (const [i, title] of (grid[top] ?? []).entries()) {
    if (title === '') continue;
    const id = known.get(plain(title));
    if (id === undefined) issues.push({ zh: `不认识的列“${title}”`, en: `unknown column “${title}”` });
    else if (places.has(id)) issues.push({ zh: `列“${title}”重复`, en: `column “${title}” stands twice` });
    else places.set(id, i);
  }
  if (!places.has('name') && !places.has('id'))
    issues.push({ zh: '缺少列“名称”', en: 'the column “名称” (name) is missing' });
  const lines = grid
    .map((row, i) => ({
      row: i + 1,
      isBlank: row.every((cell) => cell.trim() === ''),
      cells: new Map([...places].map(([id, place]) => [id, unguarded((row[place] ?? '').trim())])),
    }))
    .filter(({ row, isBlank }) => row > top + 1 && !isBlank);
  return { lines, issues };
}

/** A cell that a spreadsheet would run as a formula is written with an apostrophe, which reading takes off again. */
export const guarded = (cell: string): string =>
  /^[=+@\t\r-]./.test(cell) && !/^-?[\d.]+$/.test(cell) ? `'${cell}` : cell;
const unguarded = (cell: string): string => (/^'[=+@-]/.test(cell) ? cell.slice(1) : cell);

/** What “empty this cell” is written as; a blank cell leaves the record as it is. */
export const clearing = ['-', '—', '无'];

export const headingsOf = ({ fields }: Register): string[] => [
  frame.id.label.zh,
  ...fields.map(({ label }) => label.zh),
  frame.since.label.zh,
  frame.unitPath.label.zh,
];

export const cellOf = ({ id, kind }: Field, data: RegisterData, neighbours: Neighbours): string =>
  data[id] === undefined ? '' : kind.write(data[id] as never, neighbours);

export interface Written {
  readonly id: string;
  readonly since: string;
  readonly unitPath: string;
  readonly data: RegisterData;
}

export const rowOf = ({ fields }: Register, { id, since, unitPath, data }: Written, neighbours: Neighbours): string[] =>
  [id, ...fields.map((field) => cellOf(field, data, neighbours)), since, unitPath].map(guarded);

export const readDay = (cell: string): string | null => {
  const reading = day.read(cell, noNeighbours);
  return 'value' in reading ? (reading.value as string) : null;
};

const noNeighbours: Neighbours = {
  find: () => ({ refusal: { zh: '没有可查的登记册', en: 'no register to look in' } }),
  nameOf: () => null,
};
