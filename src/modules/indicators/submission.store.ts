import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import type { Observation } from './observation.ts';
import type { SubmittedFigure } from './submission-operations.ts';
import type { Kept } from './submitted.ts';

/** A report as the figures know it. */
export interface Submission {
  readonly id: string;
  readonly tenantId: string;
  readonly unitPath: string;
  readonly period: string;
  readonly form: string;
  /** Of whoever acts: a figure of the same thing that lies outside of it is neither seen nor replaced. */
  readonly scope: Scope;
}

const inScope = ({ scope }: Pick<Submission, 'scope'>) =>
  sql`o.unit_path operator(public.<@) ${`{${scope.join(',')}}`}::public.ltree[]`;

/** All figures of a unit and those below it that a form speaks of. */
export async function listBeside(
  db: Reader,
  tenantIds: readonly string[],
  unitPath: string,
  periods: readonly string[],
  indicatorIds: readonly string[],
): Promise<Observation[]> {
  const { rows } = await sql<Observation>`
    select unit_path as "unitPath", subject_kind as "subjectKind", subject_id as "subjectId", industry,
      indicator_id as "indicatorId", period, accumulation, scenario, value, missing, typed, typed_unit as "typedUnit",
      status, revision, approved_revision as "approvedRevision", approved_at as "approvedAt",
      approved_by as "approvedBy", provenance, at, by
    from observation
    where tenant_id = any(${tenantIds}::bigint[]) and period = any(${periods}::text[])
      and unit_path operator(public.<@) ${unitPath}::public.ltree
      and indicator_id = any(${indicatorIds}::text[])`.execute(db);
  return rows;
}

/** The figures as rows; one parameter however many they are. */
const given = (figures: readonly SubmittedFigure[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as i("cell" text, "subjectKind" text, "subjectId" text,
    "industry" text, "indicatorId" text, "accumulation" text, "scenario" text, "value" numeric, "missing" text,
    "typed" text, "typedUnit" text, "revision" int)`;

const onKey = (report: Submission) =>
  sql`${inScope(report)} and o.tenant_id = ${report.tenantId}::bigint and o.period = ${report.period} and o.subject_kind = i."subjectKind"
    and o.subject_id = i."subjectId" and o.indicator_id = i."indicatorId" and o.accumulation = i.accumulation
    and o.scenario = i.scenario`;

/** Rows that a report gave. */
const ofSubmissions = (ids: readonly string[]) =>
  sql`o.provenance ->> 'kind' = 'form' and o.provenance ->> 'submission' = any(${ids}::text[])`;

/** What is there already of the figures of a report, and what the report gave before; held until the transaction ends. */
export async function findKept(db: Writer, report: Submission, figures: readonly SubmittedFigure[]): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select o.unit_path as "unitPath", o.by, o.at,
      o.subject_kind as "subjectKind", o.subject_id as "subjectId", o.industry, o.indicator_id as "indicatorId",
      o.accumulation, o.scenario, o.value, o.missing, o.typed_unit as "typedUnit", o.status, o.revision,
      case o.provenance ->> 'kind' when 'form' then o.provenance ->> 'submission' end as submission,
      o.provenance ->> 'cell' as cell,
      i.cell is not null and o.value is not distinct from i.value and o.missing is not distinct from i.missing as "isSame"
    from observation o left join ${given(figures)} on ${onKey(report)}
    where o.tenant_id = ${report.tenantId}::bigint and o.period = ${report.period}
      and (i.cell is not null or (o.unit_path = ${report.unitPath}::public.ltree and ${ofSubmissions([report.id])}))
    for update of o`.execute(db);
  return rows;
}

interface Stamp {
  readonly at: string;
  readonly by: string;
}

const origin = ({ form, id }: Submission) =>
  sql`jsonb_build_object('kind', 'form', 'form', ${form}::text, 'submission', ${id}::text, 'cell', i.cell)`;

/** Adds figures; a correction’s count at once and are marked as never approved. Tells how many were not there meanwhile. */
export async function addFigures(
  db: Writer,
  report: Submission,
  figures: readonly SubmittedFigure[],
  isCorrection: boolean,
  { at, by }: Stamp,
): Promise<number> {
  if (figures.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into observation (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario, unit_path,
      industry, value, missing, typed, typed_unit, status, revision, approved_revision, provenance, at, by)
    select ${report.tenantId}::bigint, ${report.period}::text, i."subjectKind", i."subjectId", i."indicatorId",
      i.accumulation, i.scenario, ${report.unitPath}::public.ltree, i.industry, i.value, i.missing, i.typed,
      i."typedUnit", ${isCorrection ? 'approved' : 'submitted'}::text, 1, ${isCorrection ? 0 : null}::int,
      ${origin(report)}, ${at}::timestamptz, ${by}::text
    from ${given(figures)} order by 3, 4, 5, 6, 7 on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** The earlier state of some figures goes to the revisions, where nothing is ever changed. */
const keepEarlier = (db: Writer, from: ReturnType<typeof sql>, reason: string | null, { at, by }: Stamp) =>
  sql`insert into observation_revision (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario,
      revision, unit_path, value, missing, typed, typed_unit, status, provenance, at, by, reason, replaced_at, replaced_by)
    select o.tenant_id, o.period, o.subject_kind, o.subject_id, o.indicator_id, o.accumulation, o.scenario, o.revision,
      o.unit_path, o.value, o.missing, o.typed, o.typed_unit, o.status, o.provenance, o.at, o.by, ${reason}::text,
      ${at}::timestamptz, ${by}::text ${from}`.execute(db);

type Replacing = readonly { readonly figure: SubmittedFigure; readonly revision: number }[];
const withRevision = (figures: Replacing) => figures.map(({ figure, revision }) => ({ ...figure, revision }));

/** Replaces figures, keeping what they said; approved ones stay approved at the revision that was approved. */
export async function replaceFigures(
  db: Writer,
  report: Submission,
  figures: Replacing,
  reason: string | null,
  stamp: Stamp,
): Promise<number> {
  if (figures.length === 0) return 0;
  const rows = given(withRevision(figures));
  await keepEarlier(
    db,
    sql`from ${rows} join observation o on ${onKey(report)} where o.revision = i.revision`,
    reason,
    stamp,
  );
  const { numAffectedRows } = await sql`
    update observation o set value = i.value, missing = i.missing, typed = i.typed, typed_unit = i."typedUnit",
      industry = i.industry, unit_path = ${report.unitPath}::public.ltree, revision = o.revision + 1,
      status = case when o.status in ('approved', 'published') then o.status else 'submitted' end,
      provenance = ${origin(report)}, at = ${stamp.at}::timestamptz, by = ${stamp.by}::text
    from ${rows} where ${onKey(report)} and o.revision = i.revision`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Figures given again as they are: what was taken back stands as reported anew. */
export async function restateFigures(db: Writer, report: Submission, figures: Replacing): Promise<void> {
  if (figures.length === 0) return;
  await sql`update observation o set status = 'submitted' from ${given(withRevision(figures))}
    where ${onKey(report)} and o.status = 'draft'`.execute(db);
}

export async function releaseFigures(db: Writer, report: Submission): Promise<number> {
  const { numAffectedRows } = await sql`
    update observation o set status = 'draft'
    where o.tenant_id = ${report.tenantId}::bigint and o.period = ${report.period}
      and o.unit_path = ${report.unitPath}::public.ltree and ${ofSubmissions([report.id])}
      and o.status = 'submitted'`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Figures of several reports of a period. */
export interface Settling {
  readonly tenantIds: readonly string[];
  readonly unitPaths: readonly string[];
  readonly period: string;
  readonly submissions: readonly string[];
}

const settled = ({ tenantIds, unitPaths, period, submissions }: Settling) =>
  sql`o.tenant_id = any(${tenantIds}::bigint[]) and o.period = ${period}
    and o.unit_path = any(${unitPaths}::public.ltree[]) and ${ofSubmissions(submissions)}`;

/** What was reported counts, and corrections are approved as they stand now. */
export async function approveFigures(db: Writer, settling: Settling, { at, by }: Stamp): Promise<number> {
  const { numAffectedRows } = await sql`
    update observation o set status = case o.status when 'published' then 'published' else 'approved' end,
      approved_revision = o.revision, approved_at = ${at}::timestamptz, approved_by = ${by}::text
    where ${settled(settling)}
      and (o.status in ('draft', 'submitted') or o.approved_revision is distinct from o.revision)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export async function hasPublished(db: Reader, settling: Settling): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from observation o where ${settled(settling)} and o.status = 'published') as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Takes figures back: approved ones out of approval, which is a revision of its own with its reason. */
export async function withdrawApproval(
  db: Writer,
  settling: Settling,
  reason: string | null,
  stamp: Stamp,
): Promise<number> {
  await keepEarlier(db, sql`from observation o where ${settled(settling)} and o.status = 'approved'`, reason, stamp);
  const { numAffectedRows } = await sql`
    update observation o set status = 'draft', approved_revision = null, approved_at = null, approved_by = null,
      revision = o.revision + case o.status when 'approved' then 1 else 0 end,
      at = case o.status when 'approved' then ${stamp.at}::timestamptz else o.at end,
      by = case o.status when 'approved' then ${stamp.by}::text else o.by end
    where ${settled(settling)} and o.status in ('submitted', 'approved')`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
