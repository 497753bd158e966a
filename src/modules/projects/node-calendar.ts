import { type Day, dayNumber } from '../../core/day.ts';
import { dayAfter, isWorkday } from '../../core/workday.ts';
import type { NodeSpec } from './node-plan.ts';

/** Days as numbers since 1970-01-01: plans add and compare thousands of them. */
export type DayNumber = number;
export const numberOf: (day: Day) => DayNumber = dayNumber;
export const dayOf = (number: DayNumber): Day => dayAfter('1970-01-01', number);

const known = new Map<DayNumber, boolean>();

export function isWorked(number: DayNumber): boolean {
  const before = known.get(number);
  if (before !== undefined) return before;
  const worked = isWorkday(dayOf(number));
  known.set(number, worked);
  return worked;
}

/** The day itself or the next working one; `step` −1 looks back. */
function worked(number: DayNumber, step: 1 | -1): DayNumber {
  let moved = number;
  while (!isWorked(moved)) moved += step;
  return moved;
}

/** So many working days on, counting the first. */
function along(number: DayNumber, days: number, step: 1 | -1): DayNumber {
  let moved = worked(number, step);
  for (let passed = 1; passed < days; passed += 1) moved = worked(moved + step, step);
  return moved;
}

type Length = Pick<NodeSpec, 'days' | 'counts'>;

/** First day on which it can begin, from a day on. */
export const beginOn = (number: DayNumber, { counts }: Length): DayNumber =>
  counts === 'working' ? worked(number, 1) : number;

/** Last day on which it can end, up to a day. */
export const endBy = (number: DayNumber, { counts }: Length): DayNumber =>
  counts === 'working' ? worked(number, -1) : number;

/** Its last day, when it begins on a day. */
export const finishFrom = (start: DayNumber, { days, counts }: Length): DayNumber =>
  counts === 'working' ? along(start, days, 1) : start + days - 1;

/** Its first day, when it ends on a day. */
export const startFor = (finish: DayNumber, { days, counts }: Length): DayNumber =>
  counts === 'working' ? along(finish, days, -1) : finish - days + 1;

/** Working days after one day, up to and with another. */
export function workdaysIn(after: DayNumber, upTo: DayNumber): number {
  let count = 0;
  for (let number = after + 1; number <= upTo; number += 1) if (isWorked(number)) count += 1;
  return count;
}
