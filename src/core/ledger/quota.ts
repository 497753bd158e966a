import type { Day } from '../day.ts';
import { monthsOf, type Period, periodsOfYear } from '../period.ts';
import type { Answers } from './entry.ts';
import type { Ledger, Quota } from './ledger.ts';

/** An entry as quotas count it. */
export interface Counted {
  readonly enteredOn: Day;
  readonly stage: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How often something has happened in the period that a day lies in, against how often it has to. */
export interface QuotaStanding {
  readonly quota: string;
  readonly period: Period;
  /** The value of the field it is counted by; null for the unit as a whole. */
  readonly of: string | null;
  readonly done: number;
  readonly times: number;
  /** The month by whose end it has to be met, as `2026-12`. */
  readonly byMonth: string;
  readonly isMet: boolean;
  readonly isLate: boolean;
}

const periodOf = ({ every }: Quota, day: Day): Period =>
  periodsOfYear(Number(day.slice(0, 4)), every).find((period) => {
    const [first, last] = monthsOf(period);
    return first <= day.slice(0, 7) && day.slice(0, 7) <= last;
  }) as Period;

/**
 * `values` are those that have to be served each, such as every project on the list; without, those that occur.
 * A quota whose number the office has not decided is left out.
 */
export function quotasOf(
  ledger: Ledger,
  entries: readonly Counted[],
  today: Day,
  values: Readonly<Record<string, readonly string[]>> = {},
  answers: Answers = {},
): readonly QuotaStanding[] {
  return ledger.quotas.flatMap((quota) => {
    const times = typeof quota.times === 'number' ? quota.times : answers[quota.times.choice];
    if (times === undefined) return [];
    const { byYear } = quota;
    const period = byYear === undefined ? periodOf(quota, today) : String(byYear);
    const [first, last] = monthsOf(period);
    const counted = entries.filter(
      ({ enteredOn, stage, data }) =>
        (byYear !== undefined || (first <= enteredOn.slice(0, 7) && enteredOn.slice(0, 7) <= last)) &&
        (quota.stages === undefined || quota.stages.includes(stage)) &&
        (quota.only === undefined || data[quota.only.field] === quota.only.is),
    );
    const byMonth =
      quota.byMonth === undefined ? last : `${period.slice(0, 4)}-${String(quota.byMonth).padStart(2, '0')}`;
    const standing = (of: string | null, done: number): QuotaStanding => ({
      quota: quota.id,
      period,
      of,
      done,
      times,
      byMonth,
      isMet: done >= times,
      isLate: done < times && today.slice(0, 7) > byMonth,
    });
    const { per } = quota;
    if (per === undefined) return [standing(null, counted.length)];
    const of = (each: Counted) => String(each.data[per] ?? '');
    const all = new Set([...(values[per] ?? []), ...counted.map(of)].filter((value) => value !== ''));
    return [...all].map((value) => standing(value, counted.filter((each) => of(each) === value).length));
  });
}
