import * as z from 'zod';
import type { Day } from '../../core/day.ts';
import { monthsOf, type Period } from '../../core/period.ts';
import { type Carry, type ElementKind, elementById } from './kind.ts';

/** `2026-07`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
  error: '月份须写作 2026-07 (a month is written so)',
});
export type Month = z.infer<typeof Month>;

/** Months counted through, so that they can be added and compared. */
export const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
export const monthOf = (number: number): Month =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
export const monthOfDay = (day: Day): Month => day.slice(0, 7);
export const firstOfYear = (month: number): number => month - (month % 12);
export const lastOfYear = (month: number): number => firstOfYear(month) + 11;

export const monthsFrom = (first: Month, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, i) => monthOf(numberOf(first) + i));

/** First and last month in which something holds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const forGood = 9999 * 12 + 11;
export const spanOf = (from: Month, to: Month | null): Span => ({
  from: numberOf(from),
  to: to === null ? forGood : numberOf(to),
});
export const covers = ({ from, to }: Span, month: number): boolean => from <= month && month <= to;
export const within = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;
/** Months that two spans share. */
export const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);

/** The months in which a quota of a period may be used. */
export function lifeOf({ carry }: { readonly carry: Carry }, period: Period): Span {
  const [first, last] = monthsOf(period).map(numberOf) as [number, number];
  if (carry === 'none') return { from: first, to: last };
  return { from: first, to: carry === 'year' ? lastOfYear(first) : forGood };
}

export const lifeIn = (element: string, period: Period): Span =>
  lifeOf(elementById.get(element) as ElementKind, period);
