import { Decimal } from 'decimal.js';
import type { Span } from '../../../core/document.ts';
import { convert, type Units } from '../../../core/quantity.ts';
import { comparatorAfter, comparatorBefore } from './comparators.ts';
import { type Figure, figureAt, rangeJoint, skipSpaces } from './figures.ts';
import { isDigit, isLatin, numeralStart } from './numerals.ts';
import type { Quantity } from './reading.ts';
import { isUnitless } from './unit-words.ts';

const addresses =
  /https?:\/\/[^\s，。；）]+|www\.[^\s，。；）]+|[\w.+-]+@[\w.-]+|\b0\d{2,3}-\d{7,8}\b|\b1[3-9]\d{9}\b/g;

/** What cannot hold a figure: dates, addresses, telephone numbers. */
function blocked(text: string, dates: readonly Span[]): readonly Span[] {
  if (!/[@:]\S|www\.|\d{7}/.test(text)) return dates;
  const spans = [...dates];
  for (const match of text.matchAll(addresses)) spans.push({ start: match.index, end: match.index + match[0].length });
  return spans.sort((a, b) => a.start - b.start);
}

const minusSigns = '-－−';

/** 增速为-3.2%: a minus stands after a word, never between two numbers. */
function signed(text: string, figure: Figure): Figure {
  const at = figure.start - 1;
  if (at < 0 || !minusSigns.includes(text.charAt(at)) || !/[%‰℃]|百分点/.test(figure.unit)) return figure;
  const before = text.charCodeAt(at - 1);
  const joins = isDigit(before) || isLatin(before) || /[%年元吨亩月日\-—]/.test(text.charAt(at - 1));
  return joins ? figure : { ...figure, start: at, values: figure.values.map((value) => `-${value}`) };
}

/** The second figure in the unit of the first: “5000万元至1亿元” runs from 5000 to 10000 万元. */
function sameUnit(low: Figure, high: Figure, units: Units): Figure | null {
  const join = (values: string[], unit: string): Figure => ({ ...low, end: high.end, values, unit, form: high.form });
  const [a = '', b = ''] = [low.values[0], high.values[0]];
  if (low.unit === high.unit) return join([a, b], high.unit);
  if (low.unit === '') return join([a, b], high.unit);
  const [from, to] = [units.parse(high.unit), units.parse(low.unit)];
  if (from === null || to === null || from.dimension !== to.dimension) {
    // 3万—5万吨: the unit is said once.
    return high.unit.startsWith(low.unit) ? join([a, b], high.unit) : null;
  }
  const moved = convert({ value: new Decimal(b), unit: from }, to);
  return moved === null ? null : join([a, moved.value.toFixed()], low.unit);
}

/** A range runs on from a figure, unless the sentence moves “从…到…”. */
function rangeFrom(text: string, low: Figure, units: Units): Figure | null {
  if (low.values.length > 1) return null;
  rangeJoint.lastIndex = low.end;
  const joint = rangeJoint.exec(text);
  if (joint === null) return null;
  const at = rangeJoint.lastIndex;
  if (numeralStart[text.charCodeAt(at)] !== 1 && numeralStart[text.charCodeAt(at)] !== 2) return null;
  if (/[到至]/.test(joint[0]) && /[从由自][^，。；]{0,24}$/.test(text.slice(Math.max(0, low.start - 26), low.start)))
    return null;
  const high = figureAt(text, at, units);
  if ('skip' in high || high.unit === '' || high.values.length > 1) return null;
  return sameUnit(low, high, units);
}

function finished(text: string, figure: Figure): Quantity {
  const before = comparatorBefore(
    text,
    figure.start,
    figure.form === 'order-of-magnitude' || /^1(?:0+)?$/.test(figure.values[0] ?? ''),
  );
  const afterAt = skipSpaces(text, figure.end);
  const after = comparatorAfter(text, afterAt);
  const range = figure.values.length > 1;
  return {
    start: before?.start ?? figure.start,
    end: after === null ? figure.end : after.end,
    values: figure.values,
    unit: figure.unit,
    comparator: range ? 'range' : (after?.comparator ?? before?.comparator ?? figure.comparator ?? '='),
    form: figure.form,
    digits: { start: figure.start, end: figure.end },
  };
}

const sharedJoint = /^[ \u3000]*(?:、|和|与|及|以及)[ \u3000]*$/;

/** “1、2、3亿元”: figures joined up to one with a unit share it; what stays bare needs a comparator to be a figure. */
function shareUnits(text: string, figures: Figure[]): Figure[] {
  for (let i = figures.length - 2; i >= 0; i--) {
    const [here, next] = [figures[i] as Figure, figures[i + 1] as Figure];
    if (here.unit !== '' || next.unit === '' || here.start === 0) continue;
    if (sharedJoint.test(text.slice(here.end, next.start))) here.unit = next.unit;
  }
  return figures.filter((figure) => figure.unit !== '' || isBareFigure(text, figure));
}

/** 容积率不低于1.0: without a unit only where a comparator or copula asks for a figure, and the clause ends. */
function isBareFigure(text: string, { start, end }: Figure): boolean {
  const before = text.slice(Math.max(0, start - 6), start).trimEnd();
  const asked =
    comparatorBefore(text, start, false) !== null ||
    /(?:达到?|[为是至到]|控制在)$/.test(before) ||
    isUnitless(before) ||
    (/[和、]$/.test(before) && text.slice(start, end).includes('.'));
  if (!asked || /[标准版号型年期表图第页条款]$/.test(before)) return false;
  const after = text.slice(end, end + 8).trimStart();
  return after === '' || /^[，。；、）)]|^以[上下内]|^左右/.test(after);
}

/** Every figure of a narrow text, in order. */
export function quantitiesIn(text: string, dates: readonly Span[], units: Units): Quantity[] {
  const closed = blocked(text, dates);
  const figures: Figure[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    if (numeralStart[text.charCodeAt(at)] === 0) continue;
    while (next < closed.length && (closed[next] as Span).end <= at) next++;
    const gate = closed[next];
    if (gate !== undefined && gate.start <= at) {
      at = gate.end - 1;
      continue;
    }
    const figure = figureAt(text, at, units);
    if ('skip' in figure) {
      at = figure.skip - 1;
      continue;
    }
    const range = rangeFrom(text, figure, units);
    const found = signed(text, range ?? figure);
    figures.push(found);
    at = Math.max(at, found.end - 1);
  }
  return shareUnits(text, figures).map((figure) => finished(text, figure));
}
