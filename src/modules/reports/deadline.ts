import { type Day, dayNumber } from '../../core/day.ts';
import { monthsOf } from '../../core/period.ts';
import type { Form } from './form.ts';
import calendar from './holidays.json' with { type: 'json' };

const off = Object.values(calendar.years).flatMap((year) => year.off as [string, string][]);
const worked = new Set(Object.values(calendar.years).flatMap((year) => year.worked));

/** Years whose days off are decreed; in others only the weekends count. */
export const yearsWithHolidays: readonly string[] = Object.keys(calendar.years);

/** The inverse of `dayNumber`, by the same civil calendar. */
function dayOfNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * part + 2) / 5) + 1;
  const month = part < 10 ? part + 3 : part - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const padded = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${padded(month)}-${padded(day)}`;
}

export const dayAfter = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** Saturdays and Sundays are off unless worked in exchange (调休); statutory holidays are off. */
export function isWorkday(day: Day): boolean {
  if (worked.has(day)) return true;
  if (off.some(([from, to]) => from <= day && day <= to)) return false;
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday > 0 && weekday < 6;
}

function onWorkday(day: Day): Day {
  let moved = day;
  while (!isWorkday(moved)) moved = dayAfter(moved, 1);
  return moved;
}

/** 期满之后第 n 日；the last day of the period is day 0. */
function endOf(period: string): Day {
  const [year = 0, month = 1] = monthsOf(period)[1].split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return dayAfter(next, -1);
}

/** The day by which a report is due: the n-th after its period, and the next working day where that is off. */
export const dueOn = ({ due }: Pick<Form, 'due'>, period: string): Day => onWorkday(dayAfter(endOf(period), due.day));

/** The last day on which it may come with leave: so many working days after it was due. */
export function lateUntil(form: Pick<Form, 'due' | 'late'>, period: string): Day {
  let day = dueOn(form, period);
  for (let granted = 0; granted < form.late.days; granted += 1) day = onWorkday(dayAfter(day, 1));
  return day;
}
