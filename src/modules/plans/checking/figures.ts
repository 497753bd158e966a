import { Decimal } from 'decimal.js';
import type { Source } from '../../../core/document.ts';
import { amountOf, inBase } from '../../../core/quantity.ts';
import type { Comparator, IndicatorFact } from '../../documents/extraction.ts';
import type { Quantity, Reading } from '../../documents/reading/reading.ts';
import type { Dossier } from '../dossier.ts';
import { type Interval, lastDigit, meets, widened } from './arithmetic.ts';
import words from './indicator-words.json' with { type: 'json' };

/** A printed figure in base units: its face value, one unit of its last digit, and all that it can stand for. */
export interface Measured {
  readonly dimension: string;
  readonly value: Decimal;
  readonly step: Decimal;
  readonly comparator: Comparator;
  /** What the words allow: “750亿元以上” reaches to infinity. */
  readonly possible: Interval;
  /** As printed: “1.5万千瓦”. */
  readonly text: string;
}

const infinity = new Decimal(Number.POSITIVE_INFINITY);
/** 约 and 左右 leave a twentieth to either side, or one printed digit if that is more. */
const looseness = 0.05;

function possibleOf(low: Decimal, high: Decimal, step: Decimal, comparator: Comparator): Interval {
  const half = step.div(2);
  if (comparator === '>=' || comparator === '>') return { low: low.minus(half), high: infinity };
  if (comparator === '<=' || comparator === '<') return { low: infinity.neg(), high: high.plus(half) };
  if (comparator === '~') return widened({ low, high }, Decimal.max(step, high.abs().times(looseness)));
  return widened({ low, high }, half);
}

export function measured(printed: readonly string[], unit: string, comparator: Comparator): Measured | null {
  const amounts = printed.map((digits) => amountOf(digits, unit));
  const steps = printed.map((digits) => amountOf(lastDigit(digits), unit));
  const [first, last = first] = [amounts[0], amounts.at(-1)];
  if (!first || !last || !steps[0]) return null;
  const [low, high] = [inBase(first), inBase(last)];
  const step = Decimal.max(...steps.flatMap((each) => (each ? [inBase(each)] : [])));
  return {
    dimension: first.unit.dimension,
    value: comparator === 'range' ? low.plus(high).div(2) : low,
    step,
    comparator,
    possible: possibleOf(low, high, step, comparator),
    text: `${printed.join('—')}${unit}`,
  };
}

export const measuredQuantity = ({ values, unit, comparator }: Quantity): Measured | null =>
  measured(values, unit, comparator);

/** The same quantity said twice: it may differ by one unit of its last printed digit. */
export const restates = (a: Measured, b: Measured): boolean =>
  a.dimension === b.dimension && meets(a.possible, widened(b.possible, Decimal.max(a.step, b.step).div(2)));

/** How far apart two face values are, as a share of the smaller. */
export const apart = (a: Measured, b: Measured): number => {
  const [low, high] = a.value.lt(b.value) ? [a.value, b.value] : [b.value, a.value];
  return low.lte(0) ? Number.POSITIVE_INFINITY : high.div(low).minus(1).toNumber();
};

/** A stated figure of a document with its measure. */
export interface Figure extends Measured {
  readonly fact: IndicatorFact;
  readonly reading: Reading;
  readonly key: string;
  readonly subject: string;
  /** The year in which it holds: the last one of a span; null without a period. */
  readonly year: number | null;
}

const remembered = new WeakMap<Reading, readonly Figure[]>();

/** An indicator's name without the words that do not tell it apart from its own restatement. */
export function nameKey(name: string): string {
  let key = name.normalize('NFKC').replace(/[\s（）()“”"、:：]|十[一二三四五]五|期间/g, '');
  for (const [long = '', short = ''] of words.synonyms) key = key.replaceAll(long, short);
  for (const filler of words.fillers) key = key.replaceAll(filler, '');
  const tail = words.tails.find((each) => key.endsWith(each) && key.length > each.length + 1);
  return tail ? key.slice(0, -tail.length) : key;
}

const suffix =
  /(经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|开发区|产业园区|工业园区|产业园|工业园|园区|园|产业)$/;

/** A subject without the general part of its name, so that 利民开发区 and 利民经济技术开发区 meet. */
export const subjectCore = (subject: string): string =>
  subject.normalize('NFKC').replace(/\s/g, '').replace(suffix, '');

const general = new Set(['开发区', '园区', '园', '产业', '']);

export function sameSubject(a: string, b: string): boolean {
  if (a === b) return true;
  const [tailA, tailB] = [a.slice(subjectCore(a).length), b.slice(subjectCore(b).length)];
  return subjectCore(a) === subjectCore(b) && subjectCore(a) !== '' && (general.has(tailA) || general.has(tailB));
}

const yearOfPeriod = (period: string | null): number | null => {
  const year = period?.split('/').at(-1)?.slice(0, 4);
  return year && /^\d{4}$/.test(year) ? Number(year) : null;
};

/** The stated figures of a document whose unit is known. */
export function figuresOf(reading: Reading): readonly Figure[] {
  const known = remembered.get(reading);
  if (known) return known;
  const found = reading.facts.indicators.flatMap((fact): Figure[] => {
    const measure = measured(fact.printed.split('/'), fact.unit, fact.comparator);
    if (!measure) return [];
    // A figure without a subject of its own is the zone's.
    const subject = fact.subject ?? reading.facts.document.regions.at(-1) ?? '';
    return [{ ...measure, fact, reading, subject, key: nameKey(fact.name), year: yearOfPeriod(fact.period) }];
  });
  remembered.set(reading, found);
  return found;
}

/** Facts that a person gave or that came from storage may lack the file; the reading knows it. */
export const sourceOfFigure = ({ fact: { source }, reading }: Figure): Source => ({
  file: reading.document.name,
  line: source.line,
  quote: source.quote,
  start: source.start,
  end: source.end,
});

/** Groups by a key in one pass; rules look up instead of comparing all pairs. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export const allFigures = ({ readings }: Dossier): readonly Figure[] => readings.flatMap(figuresOf);

/** “食品产业 2025年 主营业务收入 750亿元”, as a person would name it. */
export const nameFigure = ({ fact, subject }: Figure): string =>
  `${subject}${fact.period ? `${fact.period.replace('/', '—')}年` : ''}${fact.name}`;
