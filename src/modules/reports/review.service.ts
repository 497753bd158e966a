import { Problem } from '../../core/problem.ts';
import { submissionOperations as figureOperations } from '../indicators/submission-operations.ts';
import type { Unit } from '../people/unit.ts';
import { followUp } from './follow.service.ts';
import { listLeaves } from './leave.store.ts';
import { type FormShelf, unitAt, unitsAround } from './prefill.service.ts';
import { locked, record, refuseStale, type Writing } from './record.service.ts';
import { tellClerks } from './remind.service.ts';
import { levelAfter, levelsOf, mayReview, stageAfter } from './review.ts';
import { nameIn, placeOfReport, refuseCells, summarise } from './sheet.service.ts';
import { summaryOf } from './sheet.ts';
import * as store from './submission.store.ts';
import type { ReportSummary } from './submission.ts';
import { labelOfReport } from './submit.service.ts';

interface Seen {
  readonly reportId: string;
  readonly revision: number;
}

type Units = ReadonlyMap<string, Unit>;

function refuseOthers(context: Writing, level: string | null, units: Units): void {
  if (!mayReview(context.actor, level))
    throw new Problem('report-elsewhere', { unit: level === null ? '' : nameIn(units)(level) });
}

/** One level passes a report; the last accepts it. */
async function passOne(
  context: Writing,
  shelf: FormShelf,
  before: store.ReportRow,
  units: Units,
): Promise<store.ReportRow> {
  stageAfter(before.stage, 'pass');
  const { standsAt } = before;
  refuseOthers(context, standsAt, units);
  const form = shelf.formOf(before.formId, before.edition);
  const passed = [...before.passed, { unitPath: standsAt as string, at: context.now, by: context.actor.name }];
  const next = levelAfter(levelsOf(form, before.unitPath, [...units.values()]), standsAt as string);
  return next === null
    ? record(context, before, 'accept', { passed, standsAt: null, returned: [], corrected: [] })
    : record(context, before, 'pass', { passed, standsAt: next });
}

/** Figures of reports that left or entered approval, settled month by month. */
async function settle(
  context: Writing,
  reports: readonly store.ReportRow[],
  to: 'approved' | 'draft',
  reason: string | null,
): Promise<void> {
  const ordered = reports.toSorted((a, b) => a.period.localeCompare(b.period));
  for (const [period, group] of Map.groupBy(ordered, (report) => report.period))
    await context.tell(figureOperations['observations.settle'], {
      submissions: group.map(({ reportId }) => reportId),
      unitPaths: [...new Set(group.map(({ unitPath }) => unitPath))],
      period,
      to,
      reason,
    });
}

/** A report that was taken back may have come again with other figures: those that run on from them follow. */
async function followReturned(context: Writing, shelf: FormShelf, accepted: readonly store.ReportRow[]): Promise<void> {
  const { db, actor } = context;
  const ids = accepted.map(({ reportId }) => reportId);
  for (const followers of await store.listFollowers(db, actor.scope, ids)) {
    const report = accepted.find(({ reportId }) => reportId === followers.of);
    if (report === undefined) continue;
    await followUp(context, shelf, report, await store.lockReports(db, actor.scope, followers.ids));
  }
}

/** 审核通过: all of them or none. */
export async function pass(context: Writing, shelf: FormShelf, seen: readonly Seen[]): Promise<ReportSummary[]> {
  const { db, actor, today } = context;
  const units = await unitsAround(context);
  const wanted = new Map(seen.map((each) => [each.reportId, each.revision]));
  const found = await store.lockReports(db, actor.scope, [...wanted.keys()]);
  const known = new Set(found.map(({ reportId }) => reportId));
  const lacking = [...wanted.keys()].find((reportId) => !known.has(reportId));
  if (lacking !== undefined) throw new Problem('not-found', { kind: '报送 report', id: lacking });
  const after: store.ReportRow[] = [];
  for (const report of found) {
    refuseStale(report, wanted.get(report.reportId) as number, labelOfReport(shelf)(report));
    after.push(await passOne(context, shelf, report, units));
  }
  const accepted = after.filter(({ stage }) => stage === 'accepted');
  await settle(context, accepted, 'approved', null);
  await followReturned(context, shelf, accepted);
  const groups = Map.groupBy(after, ({ formId, period }) => `${formId} ${period}`);
  const places = [...groups.values()].flatMap(([first]) => first ?? []);
  const leaves = await listLeaves(db, actor.scope, places);
  return after.map((report) => {
    const { unitPath, period, formId } = report;
    const leave = leaves.find((each) => each.unitPath === unitPath && each.formId === formId && each.period === period);
    return summaryOf({
      form: shelf.formOf(formId, report.edition),
      unitPath,
      period,
      head: store.headOf(report),
      openUntil: leave?.openUntil ?? null,
      today,
      nameOf: nameIn(units),
    });
  });
}

interface Return extends Seen {
  readonly reason: string;
  readonly cells: readonly { readonly address: string; readonly reason: string }[];
}

/** 退回: by whoever is asked next, or passed it last; what was approved of it is taken out of approval. */
export async function giveBack(context: Writing, shelf: FormShelf, { reason, cells, ...seen }: Return) {
  const before = await locked(context, seen, labelOfReport(shelf));
  stageAfter(before.stage, 'return');
  const place = await placeOfReport(context, shelf, before);
  refuseOthers(context, before.standsAt ?? before.passed.at(-1)?.unitPath ?? before.unitPath, place.units);
  const known = new Set(Object.keys(before.typed));
  for (const [list, rows] of Object.entries(before.rows ?? {}))
    for (const { key } of rows)
      for (const { id } of place.form.lists.find((each) => each.id === list)?.columns ?? [])
        known.add(`${list}/${key}/${id}`);
  for (const { fields } of place.form.sections) for (const { id } of fields) known.add(id);
  refuseCells(
    cells.flatMap(({ address }) =>
      known.has(address) ? [] : [{ zh: `表中没有“${address}”这一格`, en: `the form has no cell “${address}”` }],
    ),
  );
  await settle(context, [before], 'draft', reason);
  const named = cells.map((cell) => ({ kind: 'named' as const, from: null, to: null, ...cell }));
  const change = { standsAt: null, rows: null, returned: cells, corrected: [], passed: [] };
  const after = await record(context, before, 'return', change, { reason, cells: named });
  const summary = await summarise(context, place, after);
  // Whoever works by a token may lack this; the return stands without it.
  if (context.actor.permissions.has('notice.send')) await tellClerks(context, summary);
  return summary;
}

/** 锁定: the accepted reports of a period; others are left and counted. */
export async function lock(
  context: Writing,
  shelf: FormShelf,
  input: { readonly unitPath?: string | undefined; readonly formId: string; readonly period: string },
): Promise<{ locked: number; left: number }> {
  const { db, actor } = context;
  const units = await unitsAround(context);
  const { unitPath } = unitAt(context, units, input.unitPath ?? actor.unitPath);
  const { id: formId } = shelf.formOf(input.formId);
  const reports = await store.lockReportsOf(db, actor.scope, formId, input.period, unitPath);
  const ready = reports.filter(
    ({ stage, passed }) => stage === 'accepted' && mayReview(actor, passed.at(-1)?.unitPath ?? null),
  );
  for (const report of ready) await record(context, report, 'lock', {});
  return { locked: ready.length, left: reports.filter(({ stage }) => stage !== 'locked').length - ready.length };
}
