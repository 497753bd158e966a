import type { Day } from '../../core/day.ts';
import { monthsOf, type Period } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { amountOf, inBase } from '../../core/quantity.ts';
import type { Label } from '../../core/text.ts';
import { dayAfter } from '../../core/workday.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import { actions, projectActions } from '../projects/lifecycle.ts';
import { type Comparator, comparators, measureById, type NewPromise, type PromiseMeasure } from './promise.ts';

/** The last day of a period: the day before the first of the month that follows. */
export function lastDayOf(period: Period): Day {
  const [, last] = monthsOf(period);
  const [year = 0, month = 0] = last.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return dayAfter(next, -1);
}

/** The words of a promise as they are kept. */
export interface Worded {
  readonly measure: string;
  readonly what: string | null;
  readonly comparator: Comparator;
  readonly value: string | null;
  readonly dimension: string | null;
  readonly typed: string | null;
  readonly unit: string | null;
  readonly dueOn: Day | null;
  readonly period: Period | null;
  readonly owner: string | null;
}

const wrong = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });

/** A figure in base units with its dimension; null where the figure or its unit is not understood. */
export function readAmount(typed: string, unit: string): { value: string; dimension: string } | null {
  const digits = typed.normalize('NFKC').trim().replaceAll(',', '');
  if (!/^[+-]?\d+(\.\d+)?$/.test(digits)) return null;
  const amount = amountOf(digits, unit);
  return amount === null ? null : { value: inBase(amount).toFixed(), dimension: amount.unit.dimension };
}

export function needAmount(typed: string, unit: string): { value: string; dimension: string } {
  const read = readAmount(typed, unit);
  if (read === null)
    throw wrong(
      `“${typed}${unit}”读不懂，数写数字，单位写“万元”“亩”“人”等`,
      `“${typed}${unit}” is not understood; write a figure and a unit such as 万元`,
    );
  return read;
}

/** Reads what was typed; a Problem says what a promise of this kind still needs. */
export function wordsOfPromise({ measure, what, typed, unit, dueOn, period, owner, comparator }: NewPromise): Worded {
  const declared = measureById.get(measure) as PromiseMeasure;
  const name = declared.label.zh;
  const due = dueOn ?? (period === null ? null : lastDayOf(period));
  const common = { measure, what, dueOn: due, period, owner };
  if (declared.kind === 'words' && (what ?? '') === '')
    throw wrong(`“${name}”须写明内容`, `${declared.label.en}: say what is promised`);
  if (declared.kind === 'day' && due === null)
    throw wrong(`“${name}”须写明承诺的日期`, `${declared.label.en}: give the promised day`);
  if (declared.kind !== 'amount')
    return { ...common, comparator: 'at-least', value: null, dimension: null, typed: null, unit: null };
  if (typed === null) throw wrong(`“${name}”须填写数值`, `${declared.label.en}: give the figure`);
  const given = unit ?? declared.unit;
  const { value, dimension } = needAmount(typed, given);
  const standard = declared.unit === '' ? dimension : needAmount('1', declared.unit).dimension;
  // “万元/年” is the same money, said of a year.
  if (dimension !== standard && dimension !== `${standard}/year`)
    throw wrong(
      `“${name}”的单位“${given}”不合，写作“${declared.unit}”或可换算的单位`,
      `${declared.label.en}: “${given}” does not measure it, write ${declared.unit} or a unit that converts to it`,
    );
  const usual = declared.isCeiling ? 'at-most' : 'at-least';
  return { ...common, comparator: comparator ?? usual, value, dimension, typed, unit: given };
}

/** “总投资 不少于 4.9 亿元”, “开工 不晚于 2026-06-30”. */
export function sayPromise({ measure, what, comparator, typed, unit, dueOn }: Worded): Label {
  const { label, kind } = measureById.get(measure) as PromiseMeasure;
  const of = (language: keyof Label) =>
    what === null ? label[language] : language === 'zh' ? `${label.zh}（${what}）` : `${label.en} (${what})`;
  if (kind === 'words') return { zh: what ?? label.zh, en: what ?? label.en };
  if (kind === 'day') return { zh: `${of('zh')} 不晚于 ${dueOn}`, en: `${of('en')} by ${dueOn}` };
  const { zh, en } = comparators[comparator];
  const figure = `${typed} ${unit ?? ''}`.trim();
  return { zh: `${of('zh')} ${zh} ${figure}`, en: `${of('en')} ${en} ${figure}` };
}

const asks = {
  day: {
    zh: '在项目页办理“{event}”，或登记实际日期与佐证',
    en: 'take the step “{event}” on the page of the project, or record the day with evidence',
  },
  figure: {
    zh: '报表填报“{indicator}”并审定，或登记实际数与佐证',
    en: 'report “{indicator}” and have it approved, or record the figure with evidence',
  },
  typed: { zh: '登记实际数，附佐证', en: 'record the figure with evidence' },
  finding: { zh: '认定是否履行，附佐证', en: 'find whether it is kept, with evidence' },
} as const satisfies Record<string, Label>;

/** The step of a project whose day settles the promise. */
const stepOf = (event: PromiseMeasure['event']): Label | undefined =>
  projectActions.map((id): Step => actions[id]).find(({ statistics }) => event !== undefined && statistics === event)
    ?.label;
interface Step {
  readonly label: Label;
  readonly statistics?: string;
}

/** What somebody has to enter so that the promise is proved or disproved. */
export function askOf({ measure }: Pick<Worded, 'measure'>): Label {
  const { label, kind, observed, event } = measureById.get(measure) as PromiseMeasure;
  if (kind === 'words') return asks.finding;
  if (kind === 'day') return filled(asks.day, 'event', stepOf(event) ?? label);
  const indicator = indicatorById.get(observed?.indicator ?? '')?.label;
  return indicator === undefined ? asks.typed : filled(asks.figure, 'indicator', indicator);
}

const filled = (words: Label, slot: string, { zh, en }: Label): Label => ({
  zh: words.zh.replace(`{${slot}}`, zh),
  en: words.en.replace(`{${slot}}`, en),
});
