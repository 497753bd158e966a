import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import type { KnownRow } from './known.ts';
import type { Pass } from './review.ts';
import type { ReportEvent, ReportStage } from './submission.ts';
import type { TypedCells } from './typed.ts';

/** A report without its cells: what lists show. */
export interface ReportHead {
  readonly tenantId: string;
  readonly reportId: string;
  readonly unitPath: string;
  readonly formId: string;
  readonly edition: string;
  readonly period: string;
  readonly stage: ReportStage;
  readonly standsAt: string | null;
  readonly revision: number;
  readonly enteredFor: boolean;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly returnedCells: number;
  readonly correctedCells: number;
}

export interface ReportRow extends Omit<ReportHead, 'returnedCells' | 'correctedCells'> {
  readonly typed: TypedCells;
  readonly explanations: TypedCells;
  /** Rows of its lists as they were submitted; null while it is filled. */
  readonly rows: Readonly<Record<string, readonly KnownRow[]>> | null;
  readonly returned: readonly { readonly address: string; readonly reason: string }[];
  readonly corrected: readonly string[];
  readonly passed: readonly Pass[];
}

export const headOf = ({ returned, corrected, ...row }: ReportRow): ReportHead => ({
  ...row,
  returnedCells: returned.length,
  correctedCells: corrected.length,
});

const head = sql`tenant_id as "tenantId", report_id as "reportId", unit_path as "unitPath", form_id as "formId", edition,
  period, stage, stands_at as "standsAt", revision, entered_for as "enteredFor", submitted_at as "submittedAt",
  submitted_by as "submittedBy", updated_at as "updatedAt", updated_by as "updatedBy"`;
const whole = sql`${head}, typed, explanations, rows, returned, corrected, passed`;

const pathsOf = (paths: readonly string[]) => sql`${`{${paths.join(',')}}`}::public.ltree[]`;
/** Asked besides the policies: a report outside of the scope is neither read nor written. */
export const inScope = (scope: Scope) => sql`unit_path operator(public.<@) ${pathsOf(scope)}`;

export interface ReportPlace {
  readonly unitPaths: readonly string[];
  readonly formId: string;
  readonly period: string;
}

const atPlace = ({ unitPaths, formId, period }: ReportPlace) =>
  sql`unit_path = any(${pathsOf(unitPaths)}) and form_id = ${formId} and period = ${period}`;

export async function findReport(db: Reader, scope: Scope, place: ReportPlace): Promise<ReportRow | null> {
  const { rows } = await sql<ReportRow>`select ${whole} from report where ${inScope(scope)} and ${atPlace(place)}
    order by unit_path limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function lockReportAt(db: Writer, scope: Scope, place: ReportPlace): Promise<ReportRow | null> {
  const { rows } = await sql<ReportRow>`select ${whole} from report where ${inScope(scope)} and ${atPlace(place)}
    order by unit_path limit 1 for update`.execute(db);
  return rows[0] ?? null;
}

export async function loadReport(db: Reader, scope: Scope, reportId: string): Promise<ReportRow | null> {
  const { rows } = await sql<ReportRow>`select ${whole} from report
    where ${inScope(scope)} and report_id = ${reportId}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** Always in one order, so that two who lock several never wait for each other. */
export async function lockReports(db: Writer, scope: Scope, reportIds: readonly string[]): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`select ${whole} from report
    where ${inScope(scope)} and report_id = any(${reportIds}::uuid[]) order by report_id for update`.execute(db);
  return rows;
}

export async function lockReportsOf(
  db: Writer,
  scope: Scope,
  formId: string,
  period: string,
  unitPath: string,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`select ${whole} from report
    where ${inScope(scope)} and form_id = ${formId} and period = ${period}
      and unit_path operator(public.<@) ${unitPath}::public.ltree order by report_id for update`.execute(db);
  return rows;
}

/** Numbers of the reports of a unit whose period lies in a year, whatever stage they are in. */
export async function listNumbers(
  db: Reader,
  scope: Scope,
  unitPaths: readonly string[],
  year: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select report_id as id from report
    where ${inScope(scope)} and unit_path = any(${pathsOf(unitPaths)}) and left(period, 4) = ${year}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of some reports those that were taken back and came again, each with the others of its unit and year that have figures. */
export async function listFollowers(
  db: Reader,
  scope: Scope,
  reportIds: readonly string[],
): Promise<{ readonly of: string; readonly ids: readonly string[] }[]> {
  const { rows } = await sql<{ of: string; ids: string[] }>`
    select r.report_id as of, array_agg(f.report_id::text) as ids
    from report r join report f on f.tenant_id = r.tenant_id and f.unit_path = r.unit_path
      and left(f.period, 4) = left(r.period, 4) and f.report_id <> r.report_id
      and f.stage in ('submitted', 'accepted', 'locked', 'reopened')
    where r.report_id = any(${reportIds}::uuid[]) and r.unit_path operator(public.<@) ${pathsOf(scope)}
      and exists (select from report_event e where e.tenant_id = r.tenant_id and e.report_id = r.report_id
        and e.action in ('return', 'withdraw'))
    group by r.report_id`.execute(db);
  return rows;
}

/** Reports with their cells that were submitted, of a period below a unit. */
export async function listSubmitted(
  db: Reader,
  scope: Scope,
  unitPath: string,
  period: string,
  formId: string | null,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`select ${whole} from report
    where ${inScope(scope)} and unit_path operator(public.<@) ${unitPath}::public.ltree and period = ${period}
      and ${formId === null ? sql`true` : sql`form_id = ${formId}`} and stage not in ('draft', 'returned')
    order by unit_path, form_id`.execute(db);
  return rows;
}

const values = (report: ReportRow) => ({
  stage: report.stage,
  stands_at: report.standsAt,
  revision: report.revision,
  typed: JSON.stringify(report.typed),
  explanations: JSON.stringify(report.explanations),
  rows: report.rows === null ? null : JSON.stringify(report.rows),
  returned: JSON.stringify(report.returned),
  corrected: JSON.stringify(report.corrected),
  passed: JSON.stringify(report.passed),
  entered_for: report.enteredFor,
  submitted_at: report.submittedAt,
  submitted_by: report.submittedBy,
  updated_at: report.updatedAt,
  updated_by: report.updatedBy,
});

/** Whether it was made; somebody else may have begun the same one meanwhile. */
export async function addReport(db: Writer, report: ReportRow): Promise<boolean> {
  const { tenantId, reportId, unitPath, formId, edition, period } = report;
  const key = { tenant_id: tenantId, report_id: reportId, unit_path: unitPath, form_id: formId, edition, period };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('report')
    .values({ ...key, ...values(report) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'unit_path', 'form_id', 'period']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveReport(db: Writer, report: ReportRow): Promise<void> {
  await db
    .updateTable('report')
    .set(values(report))
    .where('tenant_id', '=', report.tenantId)
    .where('report_id', '=', report.reportId)
    .execute();
}

export async function addEvent(
  db: Writer,
  { tenantId, reportId, unitPath, revision }: ReportRow,
  event: ReportEvent,
): Promise<void> {
  await db
    .insertInto('report_event')
    .values({
      tenant_id: tenantId,
      report_id: reportId,
      unit_path: unitPath,
      seq: revision,
      at: event.at,
      by: event.by,
      by_name: event.byName,
      by_unit: event.byUnit,
      action: event.action,
      from_stage: event.from,
      to_stage: event.to,
      stands_at: event.standsAt,
      reason: event.reason,
      cells: JSON.stringify(event.cells),
      via: event.via,
    })
    .execute();
}

export async function listEvents(
  db: Reader,
  { tenantId, reportId }: Pick<ReportHead, 'tenantId' | 'reportId'>,
): Promise<ReportEvent[]> {
  const { rows } = await sql<ReportEvent>`
    select at, by, by_name as "byName", by_unit as "byUnit", action, from_stage as "from", to_stage as "to",
      stands_at as "standsAt", reason, cells, via
    from report_event where tenant_id = ${tenantId}::bigint and report_id = ${reportId}::uuid order by seq`.execute(db);
  return rows;
}

/** Heads of all reports below a unit in some periods of some forms: one query however many units there are. */
export async function listHeads(
  db: Reader,
  scope: Scope,
  under: readonly string[],
  wanted: readonly { readonly formId: string; readonly period: string }[],
): Promise<ReportHead[]> {
  const { rows } = await sql<ReportHead>`
    select ${head}, jsonb_array_length(returned) as "returnedCells", jsonb_array_length(corrected) as "correctedCells"
    from report join unnest(${wanted.map(({ formId }) => formId)}::text[],
      ${wanted.map(({ period }) => period)}::text[]) w(wanted_form, wanted_period)
      on form_id = wanted_form and period = wanted_period
    where ${inScope(scope)} and ${inScope(under)}`.execute(db);
  return rows;
}
