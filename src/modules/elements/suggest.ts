/** Demands that follow from what is promised of a project: land from its area, people from its jobs, energy from its need. */
import type { Decimal } from 'decimal.js';
import type { Day } from '../../core/day.ts';
import { convert, units } from '../../core/quantity.ts';
import type { Label } from '../../core/text.ts';
import { amountIn, exact } from './amount.ts';
import type { Suggestion } from './demand-operations.ts';
import { type ElementKind, kindOf } from './kind.ts';
import { type Month, monthOfDay } from './month.ts';

/** A promise as far as a demand follows from it. */
export interface Promised {
  readonly id: string;
  readonly measure: string;
  readonly typed: string | null;
  readonly unit: string | null;
  readonly dimension: string | null;
  readonly said: Label;
}

export interface ProjectDays {
  readonly startOn: Day | null;
  readonly finishOn: Day | null;
  readonly startedOn: Day | null;
  readonly producingOn: Day | null;
}

interface Need {
  readonly typed: string;
  readonly unit: string;
  readonly promises: readonly Promised[];
  readonly working: Label | null;
}

interface When {
  readonly from: Month;
  readonly because: Label;
}

/** The month of the first day that is known; one that has passed is asked for now. */
function whenOf(days: readonly (readonly [Day | null, Label])[], today: Day): When {
  const now = monthOfDay(today);
  const [day, label] = days.find(([each]) => each !== null) ?? [null, null];
  if (day === null || label === null)
    return { from: now, because: { zh: '名录没有日期，取本月', en: 'the register has no day: this month' } };
  const month = monthOfDay(day);
  if (month >= now) return { from: month, because: { zh: `${label.zh} ${day}`, en: `${label.en} ${day}` } };
  return {
    from: now,
    because: { zh: `${label.zh} ${day} 已过，取本月`, en: `${label.en} ${day} has passed: this month` },
  };
}

const words = {
  start: { zh: '开工', en: 'start' },
  finish: { zh: '计划竣工', en: 'planned completion' },
  producing: { zh: '投产', en: 'production' },
} satisfies Record<string, Label>;

const isOf = (kind: ElementKind, { typed, unit }: Promised): boolean =>
  typed !== null && unit !== null && amountIn(kind, typed, unit) !== null;

/** A promise that is an amount of the element itself: 100 亩, 300 人. */
function stated(kind: ElementKind, promises: readonly Promised[], measure: string): Need | null {
  const found = promises.find((promise) => promise.measure === measure && isOf(kind, promise));
  if (found?.typed == null || found.unit === null) return null;
  return { typed: found.typed.replaceAll(',', ''), unit: found.unit, promises: [found], working: null };
}

const perMonth = (year: Decimal): string => year.div(12).toDecimalPlaces(2).toFixed();

function figure({ typed, unit }: Promised, to: string): Decimal | null {
  const [from, into] = [units.parse(unit?.replace(/\/年$/, '') ?? ''), units.parse(to)];
  const digits = typed?.normalize('NFKC').replaceAll(',', '') ?? '';
  if (from === null || into === null || !/^\d+(\.\d+)?$/.test(digits)) return null;
  return convert({ value: exact(digits), unit: from }, into)?.value ?? null;
}

/** 能耗: so much a year, or so much for each 万元 of a promised output. */
function energyOf(promises: readonly Promised[]): Need | null {
  const own = promises.filter(({ measure }) => measure === 'energy');
  for (const promise of own) {
    const year = figure(promise, '吨标准煤');
    if (year !== null)
      return {
        typed: perMonth(year),
        unit: '吨标准煤',
        promises: [promise],
        working: {
          zh: `${year.toFixed()} 吨标准煤/年 ÷ 12 = ${perMonth(year)}`,
          en: `${year.toFixed()} tce a year ÷ 12 = ${perMonth(year)}`,
        },
      };
    const intensity = figure(promise, '吨标准煤/万元');
    const output = promises.find(({ measure }) => measure === 'output');
    const value = output === undefined ? null : figure(output, '万元');
    if (intensity === null || output === undefined || value === null) continue;
    const total = intensity.times(value);
    const line = `${intensity.toFixed()} × ${value.toFixed()} ÷ 12 = ${perMonth(total)}`;
    return {
      typed: perMonth(total),
      unit: '吨标准煤',
      promises: [promise, output],
      working: { zh: `单位产值能耗 × 年产值 ÷ 12：${line}`, en: `energy per output × output ÷ 12: ${line}` },
    };
  }
  return null;
}

/** Suggestions only: each names its facts, and a person accepts it or not. */
export function suggestionsOf(
  promises: readonly Promised[],
  { startOn, finishOn, startedOn, producingOn }: ProjectDays,
  today: Day,
  taken: ReadonlySet<string>,
): Suggestion[] {
  const building = whenOf(
    [
      [startedOn, words.start],
      [startOn, words.start],
    ],
    today,
  );
  const running = whenOf(
    [
      [producingOn, words.producing],
      [finishOn, words.finish],
    ],
    today,
  );
  const needs: readonly (readonly [string, Need | null, When])[] = [
    ['land', stated(kindOf('land'), promises, 'land'), building],
    ['labour', stated(kindOf('labour'), promises, 'jobs'), running],
    ['energy', energyOf(promises), running],
  ];
  return needs.flatMap(([element, need, when]) => {
    if (need === null) return [];
    const quantity = amountIn(kindOf(element), need.typed, need.unit);
    if (quantity === null) return [];
    const promiseIds = need.promises.map(({ id }) => id);
    return [
      {
        key: `${element}:${promiseIds.join('+')}`,
        element,
        ...when,
        to: null,
        quantity: quantity.toFixed(),
        typed: need.typed,
        unit: need.unit,
        promiseIds,
        said: {
          zh: need.promises.map(({ said }) => said.zh).join('；'),
          en: need.promises.map(({ said }) => said.en).join('; '),
        },
        working: need.working,
        isTaken: promiseIds.some((id) => taken.has(id)),
      },
    ];
  });
}
