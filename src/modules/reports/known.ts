import { Decimal } from 'decimal.js';
import { missing } from '../../core/missing.ts';
import { kindOfPeriod, monthsOf, type Period, periodBefore, periodsOfYear, yearOf } from '../../core/period.ts';
import { convert, units } from '../../core/quantity.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Observation } from '../indicators/observation.ts';
import type { Form, List } from './form.ts';
import { type Address, type Content, cellsOf, type Figures, type ListRow } from './report.ts';

/** A row with the number of its record: observations speak of that. */
export interface KnownRow extends ListRow {
  readonly id: string;
  /** Code of GB/T 4754, as the register has it now. */
  readonly industry?: string | null;
}

interface Register {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const measureIn = (measure: unknown, unit: string, base: string): string => {
  const value = (measure as { value?: unknown } | null | undefined)?.value;
  const [from, to] = [units.parse(base), units.parse(unit)];
  if (typeof value !== 'string' || from === null || to === null) return '';
  return convert({ value: new Decimal(value), unit: from }, to)?.value.toFixed() ?? '';
};

/** What the register knows of a project or enterprise, as the given columns of a list show it. */
export function knownRow({ id, data }: Register, list: List, period: Period): KnownRow {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const plan = (data.annualPlan as Record<string, unknown> | undefined)?.[String(yearOf(period))];
  const money: Record<string, unknown> = { 'total-investment': data.investment, 'annual-plan': plan };
  const given = list.columns
    .filter((column) => column.given)
    .map((column): [string, string] => [
      column.id,
      column.id in money ? measureIn(money[column.id], column.unit, '元') : text(data[column.id]),
    ]);
  return { id, key: text(data.code) || id, given: Object.fromEntries(given), industry: text(data.industry) || null };
}

/** Observations as the cells of a form that ask for them: the same figure appears in every form (一数一源). */
export function figuresFrom(
  form: Form,
  rows: Readonly<Record<string, readonly KnownRow[]>>,
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  unitPath: string,
): Figures {
  const keyOf = (kind: string, id: string, indicator: string, accumulation: string, scenario: string): string =>
    [kind, id, indicator, accumulation, scenario].join(' ');
  const known = new Map(
    observations.map((each) => [
      keyOf(each.subjectKind, each.subjectId, each.indicatorId, each.accumulation, each.scenario),
      each,
    ]),
  );
  const figures = new Map<Address, Content>();
  for (const { address, field, list, row } of cellsOf(form, rows)) {
    const indicator = indicators.get(field.indicator ?? '');
    if (indicator === undefined || field.kind === 'text') continue;
    const subject = list === null ? 'unit' : list.subject;
    const id = row === null ? unitPath : (row as KnownRow).id;
    const seen = known.get(keyOf(subject, id, indicator.id, field.accumulation, field.scenario));
    if (seen === undefined) continue;
    if (seen.value === null) figures.set(address, missing(seen.missing ?? 'not-reported'));
    else {
      const value = measureIn({ value: seen.value }, field.unit, indicator.base);
      if (value !== '') figures.set(address, new Decimal(value));
    }
  }
  return figures;
}

/** The period whose running sums a report continues, and the same one a year ago. */
export const periodsBeside = (period: Period): { lastPeriod: Period; lastYear: Period } => ({
  lastPeriod: periodBefore(period),
  lastYear: `${yearOf(period) - 1}${period.slice(4)}`,
});

/** The last period of a kind that had ended on a day. */
export function lastEnded(kind: Form['period'], today: string): Period {
  const year = Number(today.slice(0, 4));
  const ended = [year - 1, year]
    .flatMap((each) => periodsOfYear(each, kind))
    .filter((period) => monthsOf(period)[1] < today.slice(0, 7));
  return ended.at(-1) as Period;
}

export const isOfKind = (form: Form, period: Period): boolean => kindOfPeriod(period) === form.period;
