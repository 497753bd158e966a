import * as z from 'zod';

/** `2026`, `2026-H1`, `2026-Q3`, `2026-09`: a year, a half, a quarter or a month, as text that sorts. */
export const Period = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/, {
  error: '期别须写作 2026、2026-H1、2026-Q3 或 2026-09 (a period is written so)',
});
export type Period = z.infer<typeof Period>;

/** 当期 counts the period alone, 累计 from the first of January to its end. */
export type Accumulation = 'single' | 'cumulative';

/** First and last month of a period, as `YYYY-MM`. */
export function monthsOf(period: Period): readonly [string, string] {
  const [year, part] = period.split('-');
  const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
  if (part === undefined) return [month(1), month(12)];
  if (part.startsWith('H')) return [month(Number(part[1]) * 6 - 5), month(Number(part[1]) * 6)];
  if (part.startsWith('Q')) return [month(Number(part[1]) * 3 - 2), month(Number(part[1]) * 3)];
  return [period, period];
}

export const yearOf = (period: Period): number => Number(period.slice(0, 4));

/** The same part of another year: 同比 compares with it. */
export const inYear = (period: Period, year: number): Period => `${year}${period.slice(4)}`;

export const previousYear = (period: Period): Period => inYear(period, yearOf(period) - 1);

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month';

export function kindOfPeriod(period: Period): PeriodKind {
  if (period.length === 4) return 'year';
  return period[5] === 'H' ? 'half' : period[5] === 'Q' ? 'quarter' : 'month';
}

const partsOfYear = { year: 1, half: 2, quarter: 4, month: 12 } as const satisfies Record<PeriodKind, number>;

/** Which of its year’s parts a period is, from 1: `2026-Q3` is the third. */
const partOf = (period: Period): number => Number(/(\d+)$/.exec(period.slice(5))?.[1] ?? 1);

const nthPeriod = (year: number, kind: PeriodKind, part: number): Period => {
  const marks = { year: '', half: `-H${part}`, quarter: `-Q${part}`, month: `-${String(part).padStart(2, '0')}` };
  return `${String(year).padStart(4, '0')}${marks[kind]}`;
};

/** All periods of a kind in a year, in order. */
export const periodsOfYear = (year: number, kind: PeriodKind): readonly Period[] =>
  Array.from({ length: partsOfYear[kind] }, (_, i) => nthPeriod(year, kind, i + 1));

/** The period just before, of the same length: 环比 compares with it. */
export function periodBefore(period: Period): Period {
  const kind = kindOfPeriod(period);
  const part = partOf(period);
  return part > 1 ? nthPeriod(yearOf(period), kind, part - 1) : nthPeriod(yearOf(period) - 1, kind, partsOfYear[kind]);
}

/** The months that a period runs over, in order. */
export function monthsWithin(period: Period): readonly Period[] {
  const [first, last] = monthsOf(period);
  return periodsOfYear(yearOf(period), 'month').filter((month) => month >= first && month <= last);
}

/** Months of the year that have passed when the period ends: 9 at the end of `2026-Q3`. */
export const monthsPassed = (period: Period): number => Number(monthsOf(period)[1].slice(5));
