import type { Period } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { workdaysAfter } from '../../core/workday.ts';
import { existsOn, isWithin, type Unit } from '../people/unit.ts';
import { dueOn, endOf } from './deadline.ts';
import type { Form } from './form.ts';
import { isOfKind, lastEnded } from './known.ts';
import { listLeaves, saveLeave } from './leave.store.ts';
import { subjectUnit } from './observe.ts';
import { type FormShelf, type Reading, refuseOtherKind, unitAt, unitsAround, unitsOn } from './prefill.service.ts';
import type { Writing } from './record.service.ts';
import { nameIn } from './sheet.service.ts';
import { summaryOf } from './sheet.ts';
import * as store from './submission.store.ts';
import type { ReportStage, ReportSummary } from './submission.ts';

interface Wanted {
  readonly unitPath?: string | undefined;
  readonly formId?: string | undefined;
  readonly period?: Period | undefined;
}

interface Asked {
  readonly form: Form;
  readonly formId: string;
  readonly period: Period;
}

/** Which form in which period: of a period given, the forms that are reported by it. */
function askedOf(shelf: FormShelf, { formId, period }: Wanted, today: string): Asked[] {
  const forms = formId === undefined ? [...shelf.newest.values()] : [shelf.formOf(formId)];
  if (formId !== undefined && period !== undefined) refuseOtherKind(shelf.formOf(formId), period);
  return forms
    .filter((form) => period === undefined || isOfKind(form, period))
    .map((form) => ({ form, formId: form.id, period: period ?? lastEnded(form.period, today) }));
}

/** Units that were there when a period ended; one look-up for each day asked. */
async function unitsAtEnds(context: Reading, periods: Iterable<Period>) {
  const byDay = new Map<string, ReadonlyMap<string, Unit>>();
  for (const period of new Set(periods)) {
    const day = endOf(period);
    if (!byDay.has(day)) byDay.set(day, await unitsOn(context, day));
  }
  return (period: Period): ReadonlyMap<string, Unit> => byDay.get(endOf(period)) ?? new Map();
}

/** All reports of the units below, begun or not: a query per kind of thing, never one per unit. */
export async function summariesOf(context: Reading, shelf: FormShelf, wanted: Wanted): Promise<ReportSummary[]> {
  const { db, actor, today } = context;
  const units = await unitsAround(context);
  const top = wanted.unitPath === undefined ? actor.scope : [unitAt(context, units, wanted.unitPath).unitPath];
  const asked = askedOf(shelf, wanted, today);
  const at = await unitsAtEnds(
    context,
    asked.map(({ period }) => period),
  );
  const heads = await store.listHeads(db, actor.scope, top, asked);
  const leaves = await listLeaves(db, actor.scope, asked);
  const key = (unitPath: string, formId: string, period: string) => `${unitPath} ${formId} ${period}`;
  const until = new Map(leaves.map((each) => [key(each.unitPath, each.formId, each.period), each.openUntil]));
  const begun = new Set(heads.map((each) => key(subjectUnit(each.unitPath), each.formId, each.period)));
  const summary = (form: Form, unitPath: string, period: string, head: store.ReportHead | null) => {
    const openUntil = until.get(key(unitPath, form.id, period)) ?? null;
    const name = at(period).get(unitPath)?.name ?? nameIn(units)(unitPath);
    const nameOf = (path: string) => (path === unitPath ? name : nameIn(units)(path));
    return summaryOf({ form, unitPath, period, head, openUntil, today, nameOf });
  };
  const missing = asked.flatMap(({ form, period }) =>
    [...at(period).values()]
      .filter(({ kind, unitPath }) => kind === form.filledBy && isWithin(top, unitPath))
      .filter((unit) => existsOn(unit, endOf(period)) && !begun.has(key(unit.unitPath, form.id, period)))
      .map(({ unitPath }) => summary(form, unitPath, period, null)),
  );
  const there = heads.map((each) => summary(shelf.formOf(each.formId, each.edition), each.unitPath, each.period, each));
  const place = ({ unitPath, formId }: ReportSummary) => `${unitPath} ${formId}`;
  return [...there, ...missing].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

const toFill: ReadonlySet<ReportStage | null> = new Set([null, 'draft', 'returned']);

/** What waits for this actor: to be filled at the own posts’ units, or to be passed there. */
function isMine({ actor }: Reading, { unitPath, stage, standsAt }: ReportSummary): boolean {
  const own = (path: string) => actor.scope.includes(path) || path === actor.unitPath;
  if (actor.permissions.has('report.write') && toFill.has(stage) && own(unitPath)) return true;
  return standsAt !== null && actor.permissions.has('report.review') && own(standsAt);
}

interface Filter extends Wanted {
  readonly stage?: ReportStage | undefined;
  readonly only?: 'mine' | 'late' | 'not-begun' | undefined;
  readonly limit: number;
}

export async function list(context: Reading, shelf: FormShelf, { stage, only, limit, ...wanted }: Filter) {
  const all = await summariesOf(context, shelf, wanted);
  const counts: Record<string, number> = {};
  for (const each of all) counts[each.stage ?? 'none'] = (counts[each.stage ?? 'none'] ?? 0) + 1;
  const isWanted = (each: ReportSummary): boolean =>
    (stage === undefined || each.stage === stage) &&
    (only !== 'mine' || isMine(context, each)) &&
    (only !== 'late' || each.isLate) &&
    (only !== 'not-begun' || each.stage === null);
  return {
    reports: all.filter(isWanted).slice(0, limit),
    counts,
    late: all.filter(({ isLate }) => isLate).length,
  };
}

interface Leave {
  readonly formId: string;
  readonly unitPath: string;
  readonly period: Period;
  readonly days: number;
  readonly reason: string;
}

/** 同意迟报: working days from the due day on, as many as the form allows. */
export async function grantLate(context: Writing, shelf: FormShelf, { days, reason, ...place }: Leave) {
  const { db, actor, now, audit } = context;
  const { formId, unitPath, period } = place;
  const form = shelf.formOf(formId);
  refuseOtherKind(form, period);
  const { tenantId } = unitAt(context, await unitsAround(context), unitPath);
  if (days > form.late.days)
    throw new Problem('invalid-input', {
      count: 1,
      issues: `days: “${form.label.zh}”最多准予迟报 ${form.late.days} 个工作日 (at most ${form.late.days} working days)`,
    });
  const openUntil = workdaysAfter(dueOn(form, period), days);
  await saveLeave(db, { ...place, tenantId, openUntil, reason, at: now, by: actor.name });
  audit('report-leave', `${unitPath} ${formId} ${period}`, null, { openUntil, reason });
  return { openUntil };
}
