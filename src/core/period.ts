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
