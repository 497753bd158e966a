import type { Day } from '../../core/day.ts';
import { monthsOf } from '../../core/period.ts';
import { dayAfter, onWorkday, workdaysAfter } from '../../core/workday.ts';
import type { Form } from './form.ts';

/** 期满之后第 n 日: the last day of the period is day 0. */
export function endOf(period: string): Day {
  const [year = 0, month = 1] = monthsOf(period)[1].split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return dayAfter(next, -1);
}

/** The day by which a report is due: the n-th after its period, and the next working day where that is off. */
export const dueOn = ({ due }: Pick<Form, 'due'>, period: string): Day => onWorkday(dayAfter(endOf(period), due.day));

/** The last day on which it may come with leave: so many working days after it was due. */
export const lateUntil = (form: Pick<Form, 'due' | 'late'>, period: string): Day =>
  workdaysAfter(dueOn(form, period), form.late.days);
