import type { Reader } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { monthsOf, type Period } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import type { Observation } from '../indicators/observation.ts';
import { submissionOperations as figureOperations } from '../indicators/submission-operations.ts';
import { isWithin, type Unit } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { projectOperations } from '../projects/operations.ts';
import { dueOn, lateUntil } from './deadline.ts';
import { type Form, formFields, isValidOn, type List, legalText } from './form.ts';
import { isOfKind, type KnownRow, knownRow, lastEnded } from './known.ts';
import type { FormSummary } from './operations.ts';

export type Reading = Context<Reader>;

const mostRows = 2000;

export function summaryOfForm(form: Form, today: string): FormSummary {
  const current = lastEnded(form.period, today);
  const { id, edition, label, period, filledBy, source } = form;
  return {
    id,
    edition,
    label,
    legal: legalText(form),
    isValid: isValidOn(form, today),
    period,
    filledBy,
    current,
    dueOn: dueOn(form, current),
    lateUntil: lateUntil(form, current),
    source,
  };
}

const kinds = {
  month: { zh: '月', en: 'month', example: '2026-09' },
  quarter: { zh: '季', en: 'quarter', example: '2026-Q3' },
  year: { zh: '年', en: 'year', example: '2026' },
} as const;

export function refuseOtherKind(form: Form, period: Period): void {
  const { zh, en, example } = kinds[form.period];
  if (!isOfKind(form, period))
    throw new Problem('form-period', { name: form.label.zh, kind: zh, kindEn: en, period, example });
}

export function refuseExpired(form: Form, today: string): void {
  if (form.legal.kind === 'statutory' && !isValidOn(form, today))
    throw new Problem('form-expired', {
      name: form.label.zh,
      until: form.legal.validUntil,
      issuer: form.legal.issuer,
    });
}

/** A report tells of what was: figures of months to come are kept as a draft and not sent. */
export function refuseUnended(period: Period, today: string): void {
  const until = monthsOf(period)[1];
  if (until >= today.slice(0, 7)) throw new Problem('period-not-ended', { period, until });
}

/** The forms in force, and earlier editions for the reports that were filled on them. */
export interface FormShelf {
  readonly newest: ReadonlyMap<string, Form>;
  formOf(id: string, edition?: string): Form;
}

export function shelfOf(forms: readonly Form[]): FormShelf {
  const ordered = [...forms].sort((a, b) => a.edition.localeCompare(b.edition));
  const newest = new Map(ordered.map((form) => [form.id, form]));
  const editions = new Map(forms.map((form) => [`${form.id} ${form.edition}`, form]));
  return {
    newest,
    formOf: (id, edition) => {
      const form = editions.get(`${id} ${edition}`) ?? newest.get(id);
      if (form === undefined) throw new Problem('not-found', { kind: '报表 form', id });
      return form;
    },
  };
}

/** Units that the actor may see, as they were on a day, by path. */
export async function unitsOn({ ask }: Reading, on: string): Promise<ReadonlyMap<string, Unit>> {
  const { units } = await ask(unitOperations['units.list'], { on });
  return new Map(units.map((unit) => [unit.unitPath, unit]));
}

/** Those units and the ones above: what a report passes on its way. */
export async function unitsAround(context: Reading): Promise<ReadonlyMap<string, Unit>> {
  const { units: above } = await context.ask(unitOperations['units.above'], { on: context.today });
  return new Map([
    ...above.map((unit): [string, Unit] => [unit.unitPath, unit]),
    ...(await unitsOn(context, context.today)),
  ]);
}

export function unitAt({ actor }: Reading, units: ReadonlyMap<string, Unit>, path: string): Unit {
  const unit = isWithin(actor.scope, path) ? units.get(path) : undefined;
  if (unit === undefined) throw new Problem('not-found', { kind: '单位 unit', id: path });
  return unit;
}

/** The projects or enterprises below a unit, all pages of them. */
export async function listRows(
  { ask, today }: Reading,
  list: List,
  under: string,
  period: Period,
): Promise<KnownRow[]> {
  const operation =
    list.subject === 'project' ? projectOperations['projects.list'] : enterpriseOperations['enterprises.list'];
  const rows: KnownRow[] = [];
  let after: string | undefined;
  do {
    const page = await ask(operation, { on: today, under, limit: mostRows, ...(after !== undefined && { after }) });
    rows.push(...page.rows.map((row) => knownRow(row, list, period)));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

export async function rowsOfForm(
  context: Reading,
  form: Form,
  unitPath: string,
  period: Period,
): Promise<Record<string, KnownRow[]>> {
  const rows: Record<string, KnownRow[]> = {};
  for (const list of form.lists) rows[list.id] = await listRows(context, list, unitPath, period);
  return rows;
}

/** The figures that forms speak of, by period: one query however many subjects and periods. */
export async function figuresBeside(
  { ask }: Reading,
  forms: readonly Form[],
  unitPath: string,
  periods: readonly Period[],
): Promise<(period: Period) => readonly Observation[]> {
  const fields = forms.flatMap((form) => [...formFields(form), ...form.lists.flatMap(({ columns }) => columns)]);
  const indicatorIds = [...new Set(fields.flatMap(({ indicator }) => indicator ?? []))];
  const input = { unitPath, periods: [...new Set(periods)], indicatorIds };
  const { observations } = await ask(figureOperations['observations.beside'], input);
  const byPeriod = Map.groupBy(observations, ({ period }) => period);
  return (period) => byPeriod.get(period) ?? [];
}
