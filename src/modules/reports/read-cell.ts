import { Decimal } from 'decimal.js';
import { type Missing, missing, missingReasons } from '../../core/missing.ts';
import { convert, units } from '../../core/quantity.ts';
import type { Data } from '../../core/text.ts';
import type { FileRule } from './file-rules.ts';
import type { Field } from './form.ts';
import type { Content } from './report.ts';

/** A cell of a workbook as it is stored. */
export interface RawCell {
  readonly kind: 'number' | 'text' | 'date' | 'error' | 'boolean';
  readonly text: string;
  readonly format: string;
  readonly hasFormula: boolean;
}

export interface CellReading {
  readonly content?: Content;
  readonly notes: readonly { readonly rule: FileRule; readonly data: Data }[];
}

/** What offices write where there is no figure. */
const holeWords: Readonly<Record<string, Missing['missing']>> = {
  '—': 'not-applicable',
  '——': 'not-applicable',
  '-': 'not-applicable',
  '--': 'not-applicable',
  '/': 'not-applicable',
  无: 'not-applicable',
  不适用: 'not-applicable',
  未报: 'not-reported',
  未报送: 'not-reported',
  缺: 'not-reported',
  暂无: 'not-reported',
  不详: 'not-reported',
  涉密: 'suppressed',
  保密: 'suppressed',
};

const plain = /^[+-]?\d+(\.\d+)?$/;
const scientific = /^[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}$/;
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const numerals = /^[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟点]+$/;

/** Some programs store the error of a formula as words. */
const errorText = /^(#(REF|DIV\/0|N\/A|VALUE|NAME|NUM|NULL)[!?]?|Err:\d+)$/i;

/** Binary fractions leave dust in the sixteenth digit of a stored number. */
const withoutDust = (text: string): Decimal => new Decimal(text).toSignificantDigits(15);

const isPercentFormat = (format: string): boolean => format.replace(/"[^"]*"|\\./g, '').includes('%');

function readNumber({ text, format }: RawCell, field: Field): CellReading {
  const name = field.label.zh;
  const value = withoutDust(text);
  const isPercent = field.unit === '%';
  if (isPercentFormat(format)) {
    const shown = value.times(100);
    if (!isPercent)
      return { notes: [{ rule: 'cell/percent-of', data: { name, unit: field.unit, found: `${shown.toFixed()}%` } }] };
    return { content: shown, notes: [{ rule: 'cell/percent-taken', data: { name, value: shown.toFixed() } }] };
  }
  const isUnsure = isPercent && !value.isZero() && value.abs().lt(1);
  const notes: CellReading['notes'] = isUnsure
    ? [{ rule: 'cell/percent-unsure', data: { name, value: value.toFixed(), hundred: value.times(100).toFixed() } }]
    : [];
  return { content: value, notes };
}

/** Digits followed by a unit: “120万元” in a cell of 亿元. */
function readWithUnit(text: string, field: Field): CellReading | null {
  const [, digits = '', unit = ''] = /^([+-]?[\d,]+(?:\.\d+)?)\s*(\D.*)$/.exec(text) ?? [];
  const plainDigits = grouped.test(digits) ? digits.replaceAll(',', '') : digits;
  if (!plain.test(plainDigits)) return null;
  const [from, to] = [units.parse(unit), units.parse(field.unit)];
  if (from === null || to === null) return null;
  const name = field.label.zh;
  const value = convert({ value: new Decimal(plainDigits), unit: from }, to)?.value ?? null;
  if (value === null) return { notes: [{ rule: 'cell/other-unit', data: { name, found: unit, unit: field.unit } }] };
  const data = {
    name,
    found: text,
    value: value.toFixed(),
    how: `已折算为${field.unit}`,
    howEn: `converted to ${field.unit}`,
  };
  return { content: value, notes: [{ rule: 'cell/cleaned', data }] };
}

const ways = {
  width: { how: '全角改半角', howEn: 'full-width characters' },
  group: { how: '去掉千分位', howEn: 'without separators of thousands' },
  power: { how: '科学记数', howEn: 'scientific notation' },
  space: { how: '去掉空格', howEn: 'without blanks' },
  text: { how: '文本格式的数字', howEn: 'a figure stored as text' },
} as const;

function readTyped(raw: string, field: Field): CellReading {
  const name = field.label.zh;
  const narrow = raw.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
  if (narrow === '') return { notes: [] };
  const hole = holeWords[raw.trim()] ?? holeWords[narrow];
  if (hole !== undefined)
    return {
      content: missing(hole, [raw.trim()]),
      notes: [{ rule: 'cell/hole', data: { name, found: raw.trim(), reason: missingReasons[hole].zh } }],
    };
  const digits = grouped.test(narrow) ? narrow.replaceAll(',', '') : narrow;
  if (plain.test(digits) || scientific.test(digits)) {
    const value = new Decimal(digits);
    const way = /[\uff01-\uff5e]/.test(raw)
      ? ways.width
      : digits !== narrow
        ? ways.group
        : scientific.test(digits)
          ? ways.power
          : narrow !== raw
            ? ways.space
            : ways.text;
    return {
      content: value,
      notes: [{ rule: 'cell/cleaned', data: { name, found: raw, value: value.toFixed(), ...way } }],
    };
  }
  const found = raw.trim().slice(0, 40);
  const withUnit = readWithUnit(narrow, field);
  if (withUnit !== null) return withUnit;
  if (/^[+-]?[\d,，]+(\.\d+)?$/.test(narrow)) return { notes: [{ rule: 'cell/grouping', data: { name, found } }] };
  if (numerals.test(narrow)) return { notes: [{ rule: 'cell/numerals', data: { name, found } }] };
  return { notes: [{ rule: 'cell/text', data: { name, found, unit: field.unit } }] };
}

/** What a clerk typed into a cell: the content if it is sure, and what had to be said about it. */
export function readCell(raw: RawCell | undefined, field: Field): CellReading {
  if (raw === undefined) return { notes: [] };
  const name = field.label.zh;
  if (raw.kind === 'error' || errorText.test(raw.text.trim()))
    return { notes: [{ rule: 'cell/error', data: { name, found: raw.text } }] };
  if (field.kind === 'text') return raw.text.trim() === '' ? { notes: [] } : { content: raw.text.trim(), notes: [] };
  if (raw.kind === 'date') return { notes: [{ rule: 'cell/date', data: { name } }] };
  if (raw.kind === 'boolean') return { notes: [{ rule: 'cell/boolean', data: { name, found: raw.text } }] };
  if (raw.kind === 'text') return readTyped(raw.text, field);
  if (raw.text === '' && raw.hasFormula) return { notes: [{ rule: 'cell/formula-unknown', data: { name } }] };
  return Number.isFinite(Number(raw.text)) ? readNumber(raw, field) : readTyped(raw.text, field);
}
