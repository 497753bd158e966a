import type { Reader, Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isForAnother, stageAfter } from './review.ts';
import * as store from './submission.store.ts';
import type { ReportAction, ReportEvent } from './submission.ts';

export type Writing = Context<Writer>;

/** What goes with an action into its event. */
export interface Said {
  readonly reason?: string | null;
  readonly cells?: ReportEvent['cells'];
  readonly via?: ReportEvent['via'];
}

const noReport = (id: string) => new Problem('not-found', { kind: '报送 report', id });

export async function loaded({ db, actor }: Context<Reader>, reportId: string): Promise<store.ReportRow> {
  const report = await store.loadReport(db, actor.scope, reportId);
  if (report === null) throw noReport(reportId);
  return report;
}

export function refuseStale(report: store.ReportRow, revision: number, name: string): void {
  if (report.revision !== revision)
    throw new Problem('changed-meanwhile', { name, actor: report.updatedBy, revision: report.revision });
}

/** Locks a report for an action, as the caller saw it. */
export async function locked(
  { db, actor }: Writing,
  { reportId, revision }: { readonly reportId: string; readonly revision: number },
  nameOf: (report: store.ReportRow) => string,
): Promise<store.ReportRow> {
  const [report] = await store.lockReports(db, actor.scope, [reportId]);
  if (report === undefined) throw noReport(reportId);
  refuseStale(report, revision, nameOf(report));
  return report;
}

const brief = ({ stage, standsAt, revision }: store.ReportRow) => ({ stage, standsAt, revision });

function eventOf(
  { actor, now }: Writing,
  action: ReportAction,
  from: ReportEvent['from'],
  after: store.ReportRow,
  said: Said,
): ReportEvent {
  return {
    at: now,
    by: actor.id,
    byName: actor.name,
    byUnit: actor.unitPath,
    action,
    from,
    to: after.stage,
    standsAt: after.standsAt,
    reason: said.reason ?? null,
    cells: [...(said.cells ?? [])],
    via: said.via ?? 'page',
  };
}

const fills: ReadonlySet<ReportAction> = new Set(['save', 'mend', 'submit', 'correct']);

/** An action on a report that exists: its new state, the event and the audit go together. */
export async function record(
  context: Writing,
  before: store.ReportRow,
  action: ReportAction,
  change: Partial<store.ReportRow>,
  said: Said = {},
): Promise<store.ReportRow> {
  const { db, actor, now, audit } = context;
  const after: store.ReportRow = {
    ...before,
    ...change,
    stage: stageAfter(before.stage, action),
    revision: before.revision + 1,
    enteredFor: before.enteredFor || (fills.has(action) && isForAnother(actor, before.unitPath)),
    updatedAt: now,
    updatedBy: actor.name,
  };
  await store.saveReport(db, after);
  const event = eventOf(context, action, before.stage, after, said);
  await store.addEvent(db, after, event);
  audit('report', before.reportId, brief(before), {
    ...brief(after),
    action,
    reason: event.reason,
    cells: event.cells,
  });
  return after;
}

/** The first save makes the report; false if somebody else made it meanwhile. */
export async function begin(context: Writing, report: store.ReportRow, said: Said): Promise<boolean> {
  if (!(await store.addReport(context.db, report))) return false;
  const event = eventOf(context, 'save', null, report, said);
  await store.addEvent(context.db, report, event);
  context.audit('report', report.reportId, null, { ...brief(report), action: 'save', cells: event.cells });
  return true;
}
