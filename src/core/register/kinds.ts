import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { Day } from '../day.ts';
import { amountOf, inBase, units } from '../quantity.ts';
import type { Label } from '../text.ts';
import type { FieldKind, Reading } from './register.ts';

/** A measure in its base unit, with what was typed beside it. */
export const Measure = z.object({
  /** In m², 元 and the like, exact. */
  value: z.string().regex(/^-?\d+(\.\d+)?$/),
  typed: z.string().max(60),
  unit: z.string().max(40),
});
export type Measure = z.infer<typeof Measure>;

const refuse = (zh: string, en: string): Reading => ({ refusal: { zh, en } });
const plain = (text: string): string => text.normalize('NFKC').trim();

/** Reads “3.2平方公里”, “1,200 万元”; a bare figure has the unit of the field. */
export function measureOf(text: string, unit: string): Measure | null {
  const [, figure = '', own = ''] = /^([-+]?[\d,，]+(?:\.\d+)?)\s*(.*)$/.exec(plain(text)) ?? [];
  if (figure === '') return null;
  const typed = figure.replaceAll(/[,，+]/g, '');
  const amount = amountOf(typed, own === '' ? unit : own);
  const dimension = units.parse(unit)?.dimension;
  if (amount === null || amount.unit.dimension !== dimension) return null;
  return { value: inBase(amount).toFixed(), typed, unit: own === '' ? unit : own };
}

const Words = z.array(z.string().trim().min(1).max(200)).max(200);
export const splitWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、；;，,\n|]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

export const text = (longest = 500): FieldKind => ({
  schema: z.string().trim().max(longest).nullable(),
  empty: null,
  read: (cell) =>
    cell.length > longest ? refuse(`不得超过 ${longest} 字`, `at most ${longest} characters`) : { value: cell },
  write: (value: string | null) => value ?? '',
});

export const name: FieldKind = {
  ...text(200),
  schema: z.string().trim().min(1).max(200),
  empty: '',
};

/** A code that a standard defines: the schema is the judge, its message is the refusal. */
export const coded = (schema: z.ZodType<string>): FieldKind => ({
  schema: schema.nullable(),
  empty: null,
  read: (cell) => {
    const { data, error } = schema.safeParse(plain(cell));
    const message = error?.issues[0]?.message ?? '';
    return data === undefined ? { refusal: { zh: message, en: message } } : { value: data };
  },
  write: (value: string | null) => value ?? '',
});

export const words: FieldKind = {
  schema: Words,
  empty: [],
  read: (cell) => {
    const { data } = Words.safeParse(splitWords(cell));
    return data === undefined ? refuse('词语过长或过多', 'too long or too many words') : { value: data };
  },
  write: (value: readonly string[]) => value.join('、'),
};

/** Words of a list that the field knows, one or several, given by key or by label. */
export function choice(choices: Readonly<Record<string, Label>>): FieldKind {
  const keyOf = (cell: string) =>
    Object.entries(choices).find(([key, { zh, en }]) => [key, zh, en].includes(cell))?.[0];
  return {
    schema: z.enum(Object.keys(choices)).nullable(),
    empty: null,
    choices,
    read: (cell) => {
      const key = keyOf(plain(cell)) ?? keyOf(cell);
      const list = Object.values(choices);
      return key === undefined
        ? refuse(
            `须是：${list.map(({ zh }) => zh).join('、')}`,
            `must be one of ${list.map(({ en }) => en).join(', ')}`,
          )
        : { value: key };
    },
    write: (value: string | null) => (value === null ? '' : (choices[value]?.zh ?? value)),
  };
}

export const day: FieldKind = {
  schema: Day.nullable(),
  empty: null,
  read: (cell) => {
    const [, year = '', month = '', date = '1'] =
      /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(plain(cell)) ?? [];
    const { data } = Day.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
    return data === undefined ? refuse('日期写作 2026-11-22', 'write the day as 2026-11-22') : { value: data };
  },
  write: (value: string | null) => value ?? '',
};

export const measure = (unit: string): FieldKind => ({
  schema: Measure.nullable(),
  empty: null,
  isFigure: true,
  show: (value: Measure | null) => (value === null ? '' : showMeasure(value)),
  read: (cell) => {
    const value = measureOf(cell, unit);
    return value === null ? refuse(`须是数字，单位可换算为${unit}`, `a figure in ${unit} or alike`) : { value };
  },
  write: (value: Measure | null) => (value === null ? '' : `${value.typed}${value.unit}`),
});

const isYear = (year: string): boolean => /^(?:19|20)\d\d$/.test(year);

/** The years in which something is so: “2023、2024”. */
export const years: FieldKind = {
  schema: z.array(z.string().refine(isYear)).max(100),
  empty: [],
  read: (cell) => {
    const list = splitWords(plain(cell).replaceAll('年', '')).toSorted();
    return list.every(isYear) ? { value: list } : refuse('写四位年份，如 2024、2025', 'years such as 2024、2025');
  },
  write: (value: readonly string[]) => value.join('、'),
};

/** A measure for each of several years: “2026：1200万元；2027：800万元”. */
export const yearly = (unit: string): FieldKind => ({
  schema: z.record(z.string().refine(isYear), Measure),
  empty: {},
  read: (cell) => {
    const parts = plain(cell)
      .split(/[;、\n]/)
      .filter((part) => part.trim() !== '')
      .map((part) => /^\s*(\d{4})年?\s*[:：=]\s*(.+)$/.exec(part));
    const pairs = parts.map((part) => [part?.[1] ?? '', measureOf(part?.[2] ?? '', unit)] as const);
    return pairs.every(([year, value]) => isYear(year) && value !== null)
      ? { value: Object.fromEntries(pairs) }
      : refuse(`写作“2026：1200${unit}；2027：800${unit}”`, `as “2026：1200${unit}；2027：800${unit}”`);
  },
  write: (value: Readonly<Record<string, Measure>>) =>
    Object.entries(value)
      .map(([year, { typed, unit: own }]) => `${year}：${typed}${own}`)
      .join('；'),
});

/** A record of another register, in a cell by name, code or number. */
export const reference = (register: string): FieldKind => ({
  schema: z.uuid().nullable(),
  empty: null,
  refersTo: register,
  read: (cell, neighbours) => neighbours.find(register, cell),
  write: (value: string | null, neighbours) => (value === null ? '' : (neighbours.nameOf(register, value) ?? value)),
});

/** “1,234.5 平方公里” for the eye. */
export const showMeasure = ({ typed, unit }: Measure): string =>
  `${new Decimal(typed).toFixed().replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')} ${unit}`;
