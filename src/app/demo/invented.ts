/**
 * Figures of a demonstration that nobody measured. They follow from the name of what they are of and the month, by a
 * fixed rule: the same demo has the same figures everywhere, and each of them says that it was invented.
 */
import { monthsPassed, type Period, periodsOfYear, yearOf } from '../../core/period.ts';

/** A number between 0 and 1 that belongs to a word (FNV-1a, mixed once more). */
export function chanceOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

const between = (low: number, high: number, word: string): number => low + (high - low) * chanceOf(word);
const rounded = (value: number, decimals: number): string => value.toFixed(decimals);

/** Share of a year’s work that falls in each month in a cold country: little in winter, most in summer. */
const season = [0.02, 0.02, 0.05, 0.08, 0.11, 0.13, 0.13, 0.13, 0.12, 0.1, 0.07, 0.04] as const;
const monthNumber = (period: Period): number => Number(period.slice(5));
export const shareOfMonth = (period: Period): number => season[monthNumber(period) - 1] ?? 0;
export const monthsOfYear = (year: number): readonly Period[] => periodsOfYear(year, 'month');

/** Months of last year and this one that have ended before the day. */
export function endedMonths(today: string): readonly Period[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year].flatMap((each) => periodsOfYear(each, 'month')).filter((month) => month < today.slice(0, 7));
}

export function endedQuarters(today: string): readonly Period[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return [year - 1, year]
    .flatMap((each) => periodsOfYear(each, 'quarter'))
    .filter((quarter) => yearOf(quarter) < year || monthsPassed(quarter) < month);
}

export interface InventedValue {
  readonly indicatorId: string;
  readonly accumulation: 'single' | 'cumulative';
  readonly typed: string;
  readonly unit: string;
}

/** A year’s plan of a project in 万元: a share of its investment where the document states one. */
export function annualPlanOf(project: string, year: number, investment: number | null): number {
  const share = between(0.18, 0.42, `${project} share ${year}`);
  const plan = investment === null ? between(600, 9000, `${project} plan ${year}`) : investment * share;
  return Math.max(100, Math.round(plan / 10) * 10);
}

/** What a project completed in a month, in 万元; the pace says how much of its plan it reaches in a year. */
export function completedOf(
  project: string,
  month: Period,
  plan: number,
  pace = between(0.7, 1.12, `${project} pace ${yearOf(month)}`),
): number {
  const weather = between(0.75, 1.25, `${project} ${month}`);
  return Math.round(plan * pace * weather * shareOfMonth(month));
}

/** Flows of a county: what a year holds of it at middle size, and how it is written. */
const countyFlows = [
  ['industry.output', 60, '亿元', 2],
  ['industry.value-added', 16, '亿元', 2],
  ['investment.fixed-assets', 22, '亿元', 2],
  ['economy.budget-revenue', 62000, '万元', 0],
  ['promotion.signed', 14, '个', 0],
  ['promotion.signed-amount', 30, '亿元', 2],
  ['promotion.landed', 11, '亿元', 2],
  ['project.started', 9, '个', 0],
] as const;

/** Reported together for January and February, and cumulatively since. */
const together = new Set(['industry.output', 'industry.value-added', 'investment.fixed-assets']);

function yearOfFlow(unit: string, id: string, middle: number, year: number): number {
  const size = between(0.35, 2.4, `${unit} size`);
  const growth = between(0.94, 1.16, `${unit} ${id} growth ${year}`);
  return middle * size * between(0.85, 1.2, `${unit} ${id}`) * growth;
}

const monthOfFlow = (unit: string, id: string, middle: number, month: Period): number =>
  yearOfFlow(unit, id, middle, yearOf(month)) *
  // Half of it follows the season, half comes evenly.
  ((season[monthNumber(month) - 1] ?? 0) / 2 + 1 / 24) *
  between(0.9, 1.1, `${unit} ${id} ${month}`);

/** What a county has done since January; a month is the step from the one before. */
export function countyMonth(unit: string, month: Period): readonly InventedValue[] {
  const soFar = periodsOfYear(yearOf(month), 'month').filter((each) => each <= month);
  return countyFlows
    .filter(([indicatorId]) => monthNumber(month) > 1 || !together.has(indicatorId))
    .map(([indicatorId, middle, measure, decimals]) => {
      const sum = soFar.reduce((total, each) => total + monthOfFlow(unit, indicatorId, middle, each), 0);
      return { indicatorId, accumulation: 'cumulative', typed: rounded(sum, decimals), unit: measure };
    });
}

/** The plans of a county’s year lie a little above what comes out. */
export const countyPlans = (unit: string, year: number): readonly InventedValue[] =>
  countyFlows.map(([indicatorId, middle, measure, decimals]) => ({
    indicatorId,
    accumulation: 'cumulative',
    typed: rounded(
      yearOfFlow(unit, indicatorId, middle, year) * between(0.98, 1.12, `${unit} ${indicatorId} aim ${year}`),
      decimals,
    ),
    unit: measure,
  }));

/** A zone’s quarter since January; parts stay within their wholes. */
export function zoneQuarter(unit: string, quarter: Period): readonly InventedValue[] {
  const months = periodsOfYear(yearOf(quarter), 'month').slice(0, monthsPassed(quarter));
  const of = (id: string, middle: number) =>
    months.reduce((sum, month) => sum + monthOfFlow(unit, id, middle, month), 0);
  const part = (name: string, low: number, high: number) => between(low, high, `${unit} ${name} ${yearOf(quarter)}`);
  const output = of('output', 90);
  const revenue = output * part('revenue', 0.93, 1.02);
  const fixed = of('fixed', 24);
  const industrial = fixed * part('industrial', 0.55, 0.85);
  const trade = of('trade', 12);
  const flow = (indicatorId: string, value: number, measure: string, decimals: number): InventedValue => ({
    indicatorId,
    accumulation: 'cumulative',
    typed: rounded(value, decimals),
    unit: measure,
  });
  const stock = (indicatorId: string, value: number, measure: string): InventedValue => ({
    indicatorId,
    accumulation: 'single',
    typed: rounded(value, 0),
    unit: measure,
  });
  const firms = 20 + 60 * chanceOf(`${unit} firms`) + monthsPassed(quarter) / 6;
  return [
    stock('industry.firms', firms, '家'),
    flow('industry.output', output, '亿元', 2),
    flow('industry.leading-output', output * part('leading', 0.6, 0.85), '亿元', 2),
    flow('industry.value-added', output * part('added', 0.2, 0.3), '亿元', 2),
    flow('industry.revenue', revenue, '亿元', 2),
    flow('industry.profit', revenue * part('profit', 0.02, 0.09), '亿元', 2),
    flow('investment.fixed-assets', fixed, '亿元', 2),
    flow('investment.industrial', industrial, '亿元', 2),
    flow('investment.technical-upgrading', industrial * part('upgrading', 0.15, 0.5), '亿元', 2),
    flow('trade.total', trade, '亿元', 2),
    flow('trade.exports', trade * part('exports', 0.3, 0.8), '亿元', 2),
    flow('trade.foreign-capital', of('foreign', 900), '万美元', 0),
    flow('economy.tax-total', output * part('tax', 0.015, 0.04) * 10000, '万元', 0),
    stock('people.employees', firms * part('people', 90, 160), '人'),
  ];
}
