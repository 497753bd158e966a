import { Decimal } from 'decimal.js';
import { isMissing, type Missing, missing, type Value } from '../../core/missing.ts';
import { type Field, type Form, type Formula, formFields, type List } from './form.ts';

/** A field’s id, or `list/row/column` in a list. */
export type Address = string;
export type Content = Value | string;
export type Figures = ReadonlyMap<Address, Content>;

/** A row of a list: a project or enterprise of the register, with what is known of it. */
export interface ListRow {
  readonly key: string;
  readonly given: Readonly<Record<string, string>>;
}

export interface Report {
  readonly period: string;
  readonly rows: Readonly<Record<string, readonly ListRow[]>>;
  readonly figures: Figures;
}

export const noFigures: Figures = new Map();

export const addressIn = (list: string, key: string, column: string): Address => `${list}/${key}/${column}`;

export interface Cell {
  readonly address: Address;
  readonly field: Field;
  readonly list: List | null;
  readonly row: ListRow | null;
}

/** Every cell of a report; lists first, since totals are made of them. */
export function cellsOf(form: Form, rows: Report['rows']): readonly Cell[] {
  const inLists = form.lists.flatMap((list) =>
    (rows[list.id] ?? []).flatMap((row) =>
      list.columns.map((field) => ({ address: addressIn(list.id, row.key, field.id), field, list, row })),
    ),
  );
  return [...inLists, ...formFields(form).map((field) => ({ address: field.id, field, list: null, row: null }))];
}

const isFigure = (content: Content | undefined): content is Value =>
  content !== undefined && typeof content !== 'string';

/** A figure, or the hole it is; words are no figure. */
export const figureAt = (figures: Figures, address: Address): Value => {
  const content = figures.get(address);
  return isFigure(content) ? content : missing('not-reported', [address]);
};

function sumOf(values: readonly Value[], signs: readonly number[] = []): Value {
  let sum = new Decimal(0);
  for (const [i, value] of values.entries()) {
    if (isMissing(value)) return value;
    sum = sum.plus(value.times(signs[i] ?? 1));
  }
  return sum;
}

interface Surroundings {
  readonly report: Report;
  readonly lastPeriod: Figures;
}

const startsYear = (period: string): boolean => /^\d{4}(-01|-Q1|-H1)?$/.test(period);

/** The figure that a formula gives among the figures known so far. */
function compute(formula: Formula, cell: Cell, known: Figures, { report, lastPeriod }: Surroundings): Value {
  const beside = (id: string): Address =>
    cell.list !== null && cell.row !== null ? addressIn(cell.list.id, cell.row.key, id) : id;
  const at = (id: string): Value => figureAt(known, beside(id));
  if ('sum' in formula)
    return sumOf([...formula.sum, ...formula.minus].map(at), [
      ...formula.sum.map(() => 1),
      ...formula.minus.map(() => -1),
    ]);
  if ('ratio' in formula) {
    const [above, below] = formula.ratio.map(at) as [Value, Value];
    if (isMissing(above)) return above;
    if (isMissing(below)) return below;
    return below.isZero() ? missing('zero-denominator') : above.times(formula.times).div(below);
  }
  if ('total' in formula)
    return sumOf(
      (report.rows[formula.of] ?? []).map(({ key }) => figureAt(known, addressIn(formula.of, key, formula.total))),
    );
  if ('count' in formula) return new Decimal(report.rows[formula.count]?.length ?? 0);
  const now = at(formula.cumulative);
  if (startsYear(report.period)) return now;
  return sumOf([figureAt(lastPeriod, cell.address), now]);
}

function givenOf({ field, row }: Cell): Content {
  const text = row?.given[field.id]?.trim() ?? '';
  if (field.kind === 'text') return text;
  return /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : missing('not-stated', [field.id]);
}

/** All figures of a report: what was typed, what a register gives, and what follows; a derived cell is never typed. */
export function completed(form: Form, report: Report, lastPeriod: Figures = noFigures): Figures {
  const known = new Map<Address, Content>();
  for (const cell of cellsOf(form, report.rows)) {
    const { address, field } = cell;
    if (field.given && cell.row !== null) known.set(address, givenOf(cell));
    else if (field.derived !== undefined) {
      const value = compute(field.derived, cell, known, { report, lastPeriod });
      known.set(address, isMissing(value) ? value : value.toDecimalPlaces(field.decimals, Decimal.ROUND_HALF_UP));
    } else {
      const typed = report.figures.get(address);
      if (typed !== undefined) known.set(address, typed);
    }
  }
  return known;
}

export const isHole = (content: Content | undefined): content is Missing | undefined =>
  content === undefined || (typeof content !== 'string' && isMissing(content));
