import { Decimal } from 'decimal.js';
import { Day } from '../day.ts';
import { monthsOf, type Period, type PeriodKind, periodsOfYear, yearOf } from '../period.ts';
import { units } from '../quantity.ts';
import type { Label } from '../text.ts';
import type { Answers } from './entry.ts';
import type { Ledger } from './ledger.ts';

/** Which entries: everything that is given has to hold. */
export interface Among {
  readonly stages?: readonly string[];
  /** Only those with this word in this field: of all assessments, the yearly ones. */
  readonly only?: { readonly field: string; readonly is: string };
  /** Only those whose figure is more than this, or as much if that is said: firms with sales of more than 50 亿元. */
  readonly above?: { readonly field: string; readonly than: number; readonly unit: string; readonly orEqual?: true };
}

/** 频次、数量与占比. A number over the entries of a unit in a period, and what a document or the office asks of it. */
export interface Measure {
  readonly id: string;
  readonly label: Label;
  /** How many entries; a field added up; or the part of them that `counts`, by number or weighed by the field. */
  readonly kind: 'count' | 'sum' | 'share';
  readonly field?: string;
  /** 次, 件, 万元, %: what the number and its target are given in. */
  readonly unit: string;
  /** `standing`: the entries as they stand today, whenever they were made (存量). */
  readonly every: PeriodKind | 'standing';
  /** The field with the day by which an entry belongs to a period; left out, the day on which it was entered. */
  readonly on?: string;
  /** To be reached by the end of this month of the year, earlier than the period ends. */
  readonly byMonth?: number;
  /** 存量目标: to be reached by the end of this year. */
  readonly byYear?: number;
  /** Each value of this field for itself; left out, for the unit. */
  readonly per?: string;
  readonly counts?: Among;
  /** Of a share, the whole; left out, all entries of the period. */
  readonly among?: Among;
  readonly target?: {
    readonly is: 'at-least' | 'at-most';
    /** A number, or the choice of the ledger that says how many: 定期 is not yet a number. */
    readonly value: number | { readonly choice: string };
  };
  /** 出处与期限. The document that asks it, for its own years: it holds where a unit has adopted it. */
  readonly set?: { readonly document: string; readonly years: readonly [number, number] };
}

/** An entry as measures count it. */
export interface Counted {
  readonly entryId: string;
  readonly enteredOn: Day;
  readonly stage: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const measureStates = {
  met: { zh: '达到', en: 'Met' },
  short: { zh: '未达', en: 'Short' },
  late: { zh: '逾期未达', en: 'Late' },
  over: { zh: '超出', en: 'Over' },
  unknown: { zh: '无数据', en: 'No data' },
  open: { zh: '目标待定', en: 'Target to decide' },
  plain: { zh: '无目标', en: 'No target' },
  'not-adopted': { zh: '未采用', en: 'Not adopted' },
  outside: { zh: '不在执行期', en: 'Outside its years' },
} as const satisfies Record<string, Label>;
export type MeasureState = keyof typeof measureStates;

/** What has to be done about it: of these the report is full. */
export const isUnmet = (state: MeasureState): boolean => state === 'short' || state === 'late' || state === 'over';

export interface MeasureStanding {
  readonly measure: string;
  readonly period: Period;
  /** The value of the field that it is counted by; null for the unit as a whole. */
  readonly of: string | null;
  /** In the unit of the measure; null where there is nothing to divide by or nothing is known. */
  readonly value: string | null;
  readonly target: number | null;
  /** The month by whose end it has to be met, as `2026-12`; null for what stands without a day. */
  readonly byMonth: string | null;
  readonly state: MeasureState;
  /** The last year in which it holds here, as the office decided; null where it has not, or need not. */
  readonly until: number | null;
  /** 算式: entries that make the number, those that it is a part of, and those that lack the field. */
  readonly working: {
    readonly counted: readonly string[];
    readonly among: readonly string[];
    readonly without: readonly string[];
  };
}

/** The decision of an office to follow what a document asked, and until which year. */
export const adoptionOf = (measure: string): string => `adopt-${measure}`;

const periodAt = (every: PeriodKind, day: Day): Period =>
  periodsOfYear(Number(day.slice(0, 4)), every).find((period) => {
    const [first, last] = monthsOf(period);
    return first <= day.slice(0, 7) && day.slice(0, 7) <= last;
  }) as Period;

function isAmong(entry: Counted, { stages, only, above }: Among = {}): boolean {
  const { stage, data } = entry;
  if (stages !== undefined && !stages.includes(stage)) return false;
  if (only !== undefined && String(data[only.field]) !== only.is) return false;
  const figure = above === undefined ? null : figureIn(entry, above.field, above.unit);
  return above === undefined || (figure !== null && (above.orEqual ? figure.gte(above.than) : figure.gt(above.than)));
}

function isIn(period: Period, day: unknown): boolean {
  const [first, last] = monthsOf(period);
  return Day.safeParse(day).success && first <= String(day).slice(0, 7) && String(day).slice(0, 7) <= last;
}

/** The figure of a field in a unit; null where it is not filled. */
function figureIn({ data }: Counted, field: string, unit: string): Decimal | null {
  const value = data[field];
  if (typeof value === 'number') return new Decimal(value);
  if (typeof value !== 'object' || value === null || !('value' in value)) return null;
  const to = units.parse(unit);
  const base = new Decimal(String(value.value));
  return to === null ? base : base.mul(to.below).div(to.above);
}

const figureOf = ({ field = '', unit }: Measure, entry: Counted) => figureIn(entry, field, unit);

const idsOf = (entries: readonly Counted[]) => entries.map(({ entryId }) => entryId);

function worked(measure: Measure, entries: readonly Counted[]) {
  const whole = measure.kind === 'share' ? entries.filter((each) => isAmong(each, measure.among)) : entries;
  const isKnown = (each: Counted) => measure.field === undefined || figureOf(measure, each) !== null;
  const parts = whole.filter((each) => isAmong(each, measure.counts));
  const relevant = measure.kind === 'share' ? whole : parts;
  const without = relevant.filter((each) => !isKnown(each));
  const sum = (some: readonly Counted[]): Decimal =>
    measure.field === undefined
      ? new Decimal(some.length)
      : some.reduce((total, each) => total.add(figureOf(measure, each) ?? 0), new Decimal(0));
  const counted = parts.filter(isKnown);
  const among = whole.filter(isKnown);
  const isUnknown = measure.kind === 'share' ? sum(among).isZero() : without.length > 0 && counted.length === 0;
  const value = measure.kind === 'share' ? sum(counted).mul(100).div(sum(among)) : sum(counted);
  return {
    value: isUnknown ? null : value,
    working: {
      counted: idsOf(counted),
      among: measure.kind === 'share' ? idsOf(among) : [],
      without: idsOf(without),
    },
  };
}

interface Asked {
  readonly target: number | null;
  readonly byMonth: string | null;
  readonly until: number | null;
  readonly year: number;
  readonly today: Day;
}

function stateOf({ target: asked, set }: Measure, value: Decimal | null, answers: Asked): MeasureState {
  const { target, byMonth, until, year, today } = answers;
  if (asked === undefined) return value === null ? 'unknown' : 'plain';
  if (set !== undefined && until === null) return 'not-adopted';
  if (set !== undefined && (year < set.years[0] || year > (until ?? 0))) return 'outside';
  if (target === null) return 'open';
  if (value === null) return 'unknown';
  if (asked.is === 'at-most') return value.gt(target) ? 'over' : 'met';
  if (value.gte(target)) return 'met';
  return byMonth !== null && today.slice(0, 7) > byMonth ? 'late' : 'short';
}

function deadlineOf({ every, byMonth, byYear }: Measure, period: Period): string | null {
  if (byYear !== undefined) return `${byYear}-12`;
  if (byMonth !== undefined) return `${period.slice(0, 4)}-${String(byMonth).padStart(2, '0')}`;
  return every === 'standing' ? null : monthsOf(period)[1];
}

export interface Question {
  readonly today: Day;
  /** A day of the period that is asked for; left out, today. */
  readonly on?: Day;
  readonly answers?: Answers;
  /** By field, the values that have to be served each, such as every project of a list; without, those that occur. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** Every measure of a ledger over the entries of one unit, in the period that a day lies in. */
export function measuresOf(
  ledger: Pick<Ledger, 'measures'>,
  entries: readonly Counted[],
  { today, on = today, answers = {}, values = {} }: Question,
): readonly MeasureStanding[] {
  return ledger.measures.flatMap((measure) => {
    const { every, per, target: asked } = measure;
    const period = every === 'standing' ? String(measure.byYear ?? on.slice(0, 4)) : periodAt(every, on);
    const dayOf = (each: Counted) => (measure.on === undefined ? each.enteredOn : each.data[measure.on]);
    const own = every === 'standing' ? entries : entries.filter((each) => isIn(period, dayOf(each)));
    const target = typeof asked?.value === 'object' ? answers[asked.value.choice] : asked?.value;
    const adopted = measure.set === undefined ? null : (answers[adoptionOf(measure.id)] ?? null);
    const standing = (of: string | null, some: readonly Counted[]): MeasureStanding => {
      const { value, working } = worked(measure, some);
      const byMonth = deadlineOf(measure, period);
      const year = every === 'standing' ? Number(on.slice(0, 4)) : yearOf(period);
      const said = { target: target ?? null, byMonth, until: adopted, year, today };
      const state = stateOf(measure, value, said);
      return {
        ...{ measure: measure.id, period, of, target: said.target, byMonth, until: adopted, state, working },
        value: value === null ? null : value.toDecimalPlaces(2).toString(),
      };
    };
    if (per === undefined) return [standing(null, own)];
    const of = (each: Counted) => String(each.data[per] ?? '');
    const all = new Set([...(values[per] ?? []), ...own.map(of)].filter((value) => value !== ''));
    return [...all].map((value) =>
      standing(
        value,
        own.filter((each) => of(each) === value),
      ),
    );
  });
}
