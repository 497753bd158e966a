import * as z from 'zod';
import { reference, splitWords, text } from '../../core/register/kinds.ts';
import type { FieldKind } from '../../core/register/register.ts';
import { UnitPath } from '../people/unit.ts';

/** A unit, by its path; in a cell by name or path. */
export const unit: FieldKind = { ...reference('units'), schema: UnitPath.nullable() };

export const project = reference('projects');
export const park = reference('parks');
export const enterprise = reference('enterprises');

/** Whole numbers that are counted: 户, 次, 人. */
export const count: FieldKind = {
  ...text(12),
  schema: z.int().min(0).max(1_000_000_000).nullable(),
  isFigure: true,
  read: (cell) => {
    const plain = cell.normalize('NFKC').replaceAll(',', '').trim();
    return /^\d{1,10}$/.test(plain)
      ? { value: Number(plain) }
      : { refusal: { zh: '须是整数', en: 'a whole number is needed' } };
  },
  write: (value: number | null) => (value === null ? '' : String(value)),
};

/** 是否. */
export const truth: FieldKind = {
  ...text(4),
  schema: z.boolean().nullable(),
  choices: { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } },
  read: (cell) => {
    const plain = cell.trim().toLowerCase();
    if (['是', '有', '√', 'yes', 'true', '1'].includes(plain)) return { value: true };
    if (['否', '无', '×', 'no', 'false', '0'].includes(plain)) return { value: false };
    return { refusal: { zh: '须填“是”或“否”', en: 'yes or no is needed' } };
  },
  write: (value: boolean | null) => (value === null ? '' : value ? '是' : '否'),
};

const Entries = z.array(z.uuid()).max(200);

/** Entries of another ledger, by number; people choose them on a page of their own. */
export const entryList: FieldKind = {
  schema: Entries,
  empty: [],
  read: (cell) => {
    const { data } = Entries.safeParse(splitWords(cell));
    return data === undefined
      ? { refusal: { zh: '须是事项编号（由导出得来）', en: 'numbers of entries, as an export writes them' } }
      : { value: data };
  },
  write: (value: readonly string[]) => value.join('、'),
  show: (value: readonly string[]) => (value.length === 0 ? '' : `${value.length} 件`),
};
