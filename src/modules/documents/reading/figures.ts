import { Decimal } from 'decimal.js';
import type { Units } from '../../../core/quantity.ts';
import type { Comparator } from '../extraction.ts';
import { comparatorAfter, comparatorBefore, infixes } from './comparators.ts';
import { numberedPlaceEnd } from './numbered-places.ts';
import { arabicNumeral, chineseNumeral, isDigit, isLatin, type Numeral, numeralStart } from './numerals.ts';
import type { Quantity } from './reading.ts';
import { endOfUnits, labels, mayBeOne, takesUnit } from './unit-words.ts';

/** A numeral with its unit, before comparators and neighbours are looked at. */
export interface Figure {
  start: number;
  end: number;
  values: string[];
  unit: string;
  form: Quantity['form'];
  comparator: Comparator | null;
}

export const skipSpaces = (text: string, at: number): number => {
  let next = at;
  while (text[next] === ' ' || text[next] === '\u00a0' || text[next] === '\u3000') next++;
  return next;
};

const skipSpacesBack = (text: string, at: number): number => {
  let previous = at;
  while (previous > 0 && (text[previous - 1] === ' ' || text[previous - 1] === '\u3000')) previous--;
  return previous;
};

/** What joins the ends of a range: 3-5个, 8—10%, 三至五家. */
export const rangeJoint = /[ \u3000]*(?:[-–~～至到]|[—─]{1,2})[ \u3000]*/y;
const doublings = /翻(?:了)?(近|约|将近|超)?(一|两|三|四)?(番|翻)/y;

/** “2×15MW”: so many of that size; the figure is the whole. */
function product(text: string, at: number, first: Numeral): Numeral {
  const sign = skipSpaces(text, first.end);
  if (text[sign] !== '×' && text[sign] !== '*' && text[sign] !== 'x') return first;
  const second = arabicNumeral(text, skipSpaces(text, sign + 1));
  if (second === null || at === second.end) return first;
  return { ...first, end: second.end, value: new Decimal(first.value).times(second.value).toFixed() };
}

/** “1/3”, “三分之一”, “百分之三十”: a part of a whole. */
function partOfWhole(text: string, at: number, first: Numeral): Figure | null {
  const figure = (end: number, value: string, unit: string): Figure => ({
    start: at,
    end,
    values: [value],
    unit,
    form: 'plain',
    comparator: null,
  });
  if (text.startsWith('分之', first.end)) {
    const from = first.end + 2;
    const above = chineseNumeral(text, from) ?? arabicNumeral(text, from);
    if (above === null) return null;
    if (first.bare && first.value === '100') return figure(above.end, above.value, '%');
    if (first.bare && first.value === '1000') return figure(above.end, above.value, '‰');
    return figure(above.end, new Decimal(above.value).div(first.value).toDecimalPlaces(4).toFixed(), '比例');
  }
  if (first.chinese || text[first.end] !== '/' || first.value.includes('.')) return null;
  const below = arabicNumeral(text, first.end + 1);
  if (below === null || Number(below.value) <= Number(first.value) || Number(below.value) > 100) return null;
  if (text[below.end] === '/' || takesUnit(text, below.end)) return null;
  return figure(below.end, new Decimal(first.value).div(below.value).toDecimalPlaces(4).toFixed(), '比例');
}

/** 万, 亿 and 余 after an Arabic number, then the unit: “10余亿元”, “3亿多元”, “200多种”. */
function withUnit(text: string, start: number, number: Numeral, units: Units): Figure {
  let at = number.end;
  let multiple = number.multiple;
  let comparator: Comparator | null = null;
  for (let turns = 0; turns < 2; turns++) {
    const next = skipSpaces(text, at);
    const infix = infixes.get(text.charAt(next));
    if (infix !== undefined && comparator === null) {
      comparator = infix;
      at = next + 1;
    }
    const from = skipSpaces(text, at);
    if (multiple !== '' || numeralStart[text.charCodeAt(from)] !== 2) break;
    const closing = /^[十百千万亿]{1,3}/.exec(text.slice(from, from + 3))?.[0];
    if (closing === undefined) break;
    if (endOfUnits(text, from, units) === from || /^[万亿]/.test(closing)) {
      multiple = closing;
      at = from + closing.length;
    }
  }
  const from = skipSpaces(text, at);
  const end = endOfUnits(text, from, units);
  const name = text.slice(from, end).replace(/\s+/g, '');
  const values = number.upTo === null ? [number.value] : [number.value, number.upTo];
  const unit = multiple + name;
  return { start, end: end > from ? end : at, values, unit, form: name === '倍' ? 'multiple' : 'plain', comparator };
}

/** 六大产业: a count of what follows; the measure word may come in between (5大类). */
function greatOnes(text: string, start: number, number: Numeral, units: Units): Figure | null {
  const great = skipSpaces(text, number.end);
  if (text[great] !== '大' || number.bare || number.multiple !== '') return null;
  // 党的二十大 is a congress.
  if (Number(number.value) > 15 && number.chinese) return null;
  const next = text.charCodeAt(great + 1);
  if (!(next >= 0x4e00 && next <= 0x9fff)) return null;
  const end = endOfUnits(text, great + 1, units);
  const name = text.slice(great + 1, end);
  const measured = units.isMeasureWord(name) && name !== '';
  const unit = measured ? name : '个';
  return { start, end: measured ? end : great + 1, values: [number.value], unit, form: 'plain', comparator: null };
}

/** 百亿级, 超千亿, 亿元以上: a number whose figure is left out. */
function magnitude(text: string, start: number, number: Numeral, units: Units): Figure | null {
  const figure = withUnit(text, start, number, units);
  const gradeAt = skipSpaces(text, figure.end);
  const grade = text[gradeAt] === '级';
  const end = grade ? gradeAt + 1 : figure.end;
  const compared =
    comparatorBefore(text, start, true) !== null || comparatorAfter(text, skipSpaces(text, figure.end)) !== null;
  const name = figure.unit.slice(number.multiple.length);
  const many = number.value !== '1' || number.multiple.length > 1;
  if (name === '') {
    if (number.multiple === '' || !(grade || compared)) return null;
    // An industry of 百亿级 is measured in money; nothing else goes without its unit.
    return { ...figure, end, unit: `${number.multiple}元`, form: 'order-of-magnitude' };
  }
  if (!(grade || compared || many) || labels.needsArabic(name)) return null;
  return { ...figure, end, form: grade ? 'order-of-magnitude' : figure.form };
}

function chineseFigure(text: string, start: number, units: Units): Figure | { skip: number } {
  const place = numberedPlaceEnd(text, start);
  if (place > start) return { skip: place };
  const number = chineseNumeral(text, start);
  if (number === null) {
    let end = start + 1;
    while (numeralStart[text.charCodeAt(end)] === 2) end++;
    return { skip: end };
  }
  const skip = { skip: number.end };
  const vague = number.bare ? labels.vagueBefore(text, start) : labels.ordinalBefore(text, start);
  if (vague || text[start - 1] === '数' || text[start - 1] === '几' || labels.after(text, number.end)) return skip;
  const part = partOfWhole(text, start, number);
  if (part !== null) return part;
  const great = greatOnes(text, start, number, units);
  if (great !== null) return great;
  if (number.bare) return magnitude(text, start, number, units) ?? skip;
  const figure = withUnit(text, start, number, units);
  const name = figure.unit.slice(number.multiple.length);
  if (name === '' && number.multiple === '') {
    // 三至五家: the unit comes with the second number.
    rangeJoint.lastIndex = number.end;
    return rangeJoint.test(text) && numeralStart[text.charCodeAt(rangeJoint.lastIndex)] === 2 ? figure : skip;
  }
  if (name === '' && comparatorBefore(text, start, false) === null) return skip;
  const run = text.slice(start, number.end);
  // 二 before a measure word ranks (二期, 二类), 两 counts; 一 is mostly an article.
  if (run === '二' && !name.startsWith('成')) return skip;
  if (run === '一' && !mayBeOne(text, start, name)) return skip;
  if (labels.needsArabic(name)) return skip;
  return figure;
}

function arabicFigure(text: string, start: number, units: Units): Figure | { skip: number } {
  const first = arabicNumeral(text, start) as Numeral;
  const number = product(text, start, first);
  const before = skipSpacesBack(text, start);
  const previous = text.charCodeAt(start - 1);
  const glued =
    start > 0 &&
    (isLatin(previous) ||
      text[start - 1] === '.' ||
      text[start - 1] === ':' ||
      (text[start - 1] === '：' && isDigit(text.charCodeAt(start - 2))));
  const skip = { skip: number.end };
  if (glued || labels.ordinalBefore(text, before)) return skip;
  const next = skipSpaces(text, number.end);
  if (labels.after(text, next) || text[number.end] === ':') return skip;
  const part = partOfWhole(text, start, number);
  if (part !== null) return part;
  const great = greatOnes(text, start, number, units);
  if (great !== null) return great;
  const figure = withUnit(text, start, number, units);
  if (figure.unit === '' && isLatin(text.charCodeAt(number.end))) return skip;
  return figure;
}

/** The figure that begins at a numeral, or where to look on: a label, a rank, a number without a unit. */
export function figureAt(text: string, at: number, units: Units): Figure | { skip: number } {
  const kind = numeralStart[text.charCodeAt(at)];
  if (kind === 3) {
    doublings.lastIndex = at;
    const match = doublings.exec(text);
    if (match === null) return { skip: at + 1 };
    const times = { 一: 1, 两: 2, 三: 3, 四: 4 }[match[2] ?? '一'] ?? 1;
    return {
      start: at,
      end: doublings.lastIndex,
      values: [String(2 ** times)],
      unit: '倍',
      form: 'multiple',
      comparator: match[1] === undefined ? null : match[1] === '超' ? '>' : '~',
    };
  }
  return kind === 1 ? arabicFigure(text, at, units) : chineseFigure(text, at, units);
}
