import { type Day, dayNumber } from './day.ts';
import calendar from './vocabulary/holidays.json' with { type: 'json' };

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

/** The day itself, or the next working day where it is off. */
export function onWorkday(day: Day): Day {
  let moved = day;
  while (!isWorkday(moved)) moved = dayAfter(moved, 1);
  return moved;
}

/** So many working days after a day, which is not counted itself. */
export function workdaysAfter(day: Day, days: number): Day {
  let moved = day;
  for (let passed = 0; passed < days; passed += 1) moved = onWorkday(dayAfter(moved, 1));
  return moved;
}
