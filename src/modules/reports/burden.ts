import { monthsOf, periodsOfYear } from '../../core/period.ts';
import { type Field, type Form, formFields, isAsked } from './form.ts';

/** What a form costs a unit in a year, in cells. */
export interface Burden {
  readonly formId: string;
  readonly periods: number;
  /** Cells that the form wants from a person. */
  readonly asked: number;
  /** Cells that the system fills: computed, or known from a register. */
  readonly derived: number;
  readonly given: number;
  /** Of those asked, cells whose figure is asked in a form above too: filled once, they appear in both. */
  readonly repeated: number;
}

/** How many rows each list of a form has, by form and list. */
export type RowCounts = (form: Form, list: string) => number;

/** Two cells ask for one figure if indicator, subject, accumulation and the month in which they end agree. */
const figureKey = ({ indicator, accumulation, scenario }: Field, subject: string, period: string): string =>
  [indicator, accumulation, scenario, subject, monthsOf(period)[1]].join(' ');

/** 填报负担. Counted over a year; forms come in the order in which they are filled. */
export function burdenOf(forms: readonly Form[], rowsOf: RowCounts, year: number): Burden[] {
  const asked = new Set<string>();
  return forms.map((form) => {
    const periods = periodsOfYear(year, form.period);
    const burden = { formId: form.id, periods: periods.length, asked: 0, derived: 0, given: 0, repeated: 0 };
    const fresh = new Set<string>();
    const count = (field: Field, subject: string, rows: number) => {
      if (field.given) burden.given += rows * periods.length;
      else if (field.derived !== undefined) burden.derived += rows * periods.length;
      else burden.asked += rows * periods.length;
      if (!isAsked(field) || field.indicator === undefined) return;
      for (const period of periods) {
        const key = figureKey(field, subject, period);
        if (asked.has(key)) burden.repeated += rows;
        fresh.add(key);
      }
    };
    for (const field of formFields(form)) count(field, 'unit', 1);
    for (const list of form.lists) for (const field of list.columns) count(field, list.subject, rowsOf(form, list.id));
    for (const key of fresh) asked.add(key);
    return burden;
  });
}
