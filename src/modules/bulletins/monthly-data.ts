import type { Day } from '../../core/day.ts';
import { monthsOf, type Period } from '../../core/period.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { RankedFigure } from '../indicators/origin-operations.ts';
import type { ScheduledProject } from './bulletin.ts';

/** Words that a unit gave for a figure in one of its reports. */
export interface Remark {
  readonly reportId: string;
  readonly unitPath: string;
  readonly address: string;
  /** Of an explained figure; null for a column of words in which reasons are given. */
  readonly indicatorId: string | null;
  /** The project, park or enterprise of its row. */
  readonly subjectId: string | null;
  readonly text: string;
}

export interface ReportState {
  readonly unitPath: string;
  readonly unitName: string;
  readonly form: string;
}

/** Lists may be shorter than the counts: a province has thousands of reports. */
export interface ReportsOfPeriod {
  readonly missing: readonly ReportState[];
  readonly late: readonly ReportState[];
  readonly counts: { readonly missing: number; readonly late: number };
}

/** Everything that the bulletin of a period is written from, as it was on the day of the draft. */
export interface MonthlyData {
  readonly period: Period;
  readonly unit: { readonly path: string; readonly name: string };
  /** A set of parks; null for the units below one. */
  readonly parks: { readonly ids: readonly string[] | null; readonly name: string | null } | null;
  readonly industry: { readonly code: string; readonly name: string } | null;
  readonly indicators: readonly Indicator[];
  /** Of the unit (or the set) itself, and of those one level below (or each park). */
  readonly own: readonly RankedFigure[];
  readonly below: readonly RankedFigure[];
  /** Units one level below that exist: who of them has no figure at all is named. */
  readonly expected: readonly string[];
  readonly remarks: readonly Remark[];
  readonly notStarted: readonly ScheduledProject[];
  /** Under way and slower than the calendar, the slowest first. */
  readonly behind: readonly ScheduledProject[];
  /** The register holds projects that could have been listed. */
  readonly hasProjects: boolean;
  /** Null where nobody is asked to report: a set of parks, one industry. */
  readonly reports: ReportsOfPeriod | null;
  /** Of the indicators, those with figures that were made up for a demonstration. */
  readonly invented: readonly string[];
  /** Share of the year’s plan due at the end of the period, as exact text. */
  readonly due: string;
  readonly nameOf: (subjectId: string) => string;
  readonly today: Day;
}

/** “2026年1—10月”, “2026年上半年”, “2026年1—9月”. */
export function spelledPeriod(period: Period): string {
  const [year, part] = period.split('-');
  if (part === undefined) return `${year}年`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上半年' : ''}`;
  const last = Number(monthsOf(period)[1].slice(5));
  return last === 1 ? `${year}年1月` : `${year}年1—${last}月`;
}

const longMonths = [1, 3, 5, 7, 8, 10, 12];

/** The day on which a period ends: names and registers are taken as they stood then. */
export function lastDayOf(period: Period): Day {
  const [, month] = monthsOf(period);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = number === 2 ? (isLeap ? 29 : 28) : longMonths.includes(number) ? 31 : 30;
  return `${month}-${days}`;
}
