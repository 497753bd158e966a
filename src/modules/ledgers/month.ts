import { daysBetween } from '../../core/day.ts';
import { dayAfter } from '../../core/workday.ts';

/** The month so many months away: `2026-11`, 2 → `2027-01`. */
export const monthAfter = (month: string, by: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

/** The days of a month in weeks that begin on Monday, with those of its neighbours that fill them. */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`;
  // 2024 began on a Monday.
  const before = ((daysBetween('2024-01-01', first) % 7) + 7) % 7;
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  const weeks = Math.ceil((before + daysBetween(first, last) + 1) / 7);
  return Array.from({ length: weeks * 7 }, (_, i) => dayAfter(first, i - before));
}
