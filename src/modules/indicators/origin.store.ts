import { sql } from 'kysely';
import type { Reader } from '../../core/database.ts';
import type { Accumulation } from '../../core/period.ts';
import { beginningsWithin } from './industry-scope.ts';
import type { Observation } from './observation.ts';

const approved = sql`status in ('approved', 'published')`;

const ofIndustry = (industry: string | undefined) =>
  industry === undefined
    ? sql`true`
    : sql`o.industry like any(${beginningsWithin(industry).map((code) => `${code}%`)}::text[])`;
const rollupOfIndustry = (industry: string) =>
  sql`industry like any(${beginningsWithin(industry).map((code) => `${code}%`)}::text[])`;
const among = (column: string, ids: readonly string[] | undefined) =>
  ids === undefined ? sql`true` : sql`${sql.ref(column)} = any(${ids}::text[])`;

export interface SumRow {
  readonly subjectId: string;
  readonly subjectKind: Observation['subjectKind'];
  readonly level: number;
  readonly period: string;
  readonly indicatorId: string;
  readonly accumulation: Accumulation;
  readonly scenario: 'actual' | 'plan';
  readonly total: string;
  readonly weight: string | null;
  readonly known: number;
  readonly holes: number;
}

interface Asked {
  readonly unitPath: string;
  readonly periods: readonly string[];
  readonly industry?: string | undefined;
  readonly indicatorIds?: readonly string[] | undefined;
}

/** Roll-ups of an industry and all within it, by the unit that stands at the depth, for every kind and level of subject. */
export async function listIndustrySums(
  db: Reader,
  asked: Asked & { readonly depth: number; readonly industry: string },
): Promise<SumRow[]> {
  const { unitPath, depth, periods, industry, indicatorIds } = asked;
  // The planner would take the condition on paths to let hardly anything through, and sort it all on disk.
  await sql`set local enable_sort = off`.execute(db);
  const { rows } = await sql<SumRow>`
    select public.subpath(unit_path, 0, least(${depth}::int, public.nlevel(unit_path)))::text as "subjectId",
      subject_kind as "subjectKind", level, period, indicator_id as "indicatorId", accumulation, scenario,
      sum(total) as total, sum(weight) as weight, sum(known)::float8 as known, sum(holes)::float8 as holes
    from rollup
    where period = any(${periods}::text[]) and ${rollupOfIndustry(industry)}
      and unit_path operator(public.<@) ${unitPath}::public.ltree and ${among('indicator_id', indicatorIds)}
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  await sql`set local enable_sort = on`.execute(db);
  return rows;
}

interface OfSubjects extends Asked {
  readonly tenantIds: readonly string[];
  readonly subjectKind: Observation['subjectKind'];
  readonly subjectIds?: readonly string[] | undefined;
  readonly weights: { readonly indicators: readonly string[]; readonly by: readonly string[] };
}

/** Approved figures subject by subject, with the weight beside them where the indicator is weighted. */
export async function listSubjectSums(db: Reader, asked: OfSubjects): Promise<(SumRow & { own: string | null })[]> {
  const { unitPath, tenantIds, subjectKind, subjectIds, periods, industry, indicatorIds, weights } = asked;
  const { rows } = await sql<SumRow & { own: string | null }>`
    select o.subject_id as "subjectId", o.subject_kind as "subjectKind", 0 as level, o.period,
      o.indicator_id as "indicatorId", o.accumulation, o.scenario, o.value as own,
      case when k.weight_id is null then coalesce(o.value, 0) else coalesce(o.value * w.value, 0) end as total,
      case when k.weight_id is null then null when o.value is null then 0 else coalesce(w.value, 0) end as weight,
      case when o.value is null then 0 else 1 end as known, case when o.value is null then 1 else 0 end as holes
    from observation o
    left join unnest(${weights.indicators}::text[], ${weights.by}::text[]) k(indicator_id, weight_id)
      on k.indicator_id = o.indicator_id
    left join observation w on w.tenant_id = o.tenant_id and w.period = o.period and w.subject_kind = o.subject_kind
      and w.subject_id = o.subject_id and w.indicator_id = k.weight_id and w.accumulation = o.accumulation
      and w.scenario = o.scenario and w.status in ('approved', 'published')
    where o.tenant_id = any(${tenantIds}::bigint[]) and o.period = any(${periods}::text[])
      and o.subject_kind = ${subjectKind} and ${among('o.subject_id', subjectIds)} and o.status in ('approved', 'published')
      and o.unit_path operator(public.<@) ${unitPath}::public.ltree and ${ofIndustry(industry)}
      and ${among('o.indicator_id', indicatorIds)}`.execute(db);
  return rows;
}

interface Behind {
  readonly tenantIds: readonly string[];
  readonly unitPath: string;
  readonly subjectKind: Observation['subjectKind'];
  readonly subjectIds?: readonly string[] | undefined;
  /** Of units: how many codes their path has. */
  readonly level: number;
  readonly industry?: string | undefined;
  readonly indicatorId: string;
  readonly period: string;
  readonly accumulation: string;
  readonly scenario: string;
}

const behind = (asked: Behind) => sql`
  o.tenant_id = any(${asked.tenantIds}::bigint[]) and o.period = ${asked.period} and o.subject_kind = ${asked.subjectKind}
  and o.indicator_id = ${asked.indicatorId} and o.accumulation = ${asked.accumulation}
  and o.scenario = ${asked.scenario} and ${approved} and ${among('o.subject_id', asked.subjectIds)}
  and o.unit_path operator(public.<@) ${asked.unitPath}::public.ltree and ${ofIndustry(asked.industry)}
  and case when o.subject_kind = 'unit' then public.nlevel(o.subject_id::public.ltree) = ${asked.level}::int else true end`;

/** The approved observations that a sum was made of, in the order of their subjects, and how many they are. */
export async function listBehind(
  db: Reader,
  asked: Behind,
  page: { readonly after: string; readonly limit: number },
): Promise<{ rows: Observation[]; total: number }> {
  const counted = await sql<{ total: number }>`
    select count(*)::float8 as total from observation o where ${behind(asked)}`.execute(db);
  const { rows } = await sql<Observation>`
    select unit_path::text as "unitPath", subject_kind as "subjectKind", subject_id as "subjectId", industry,
      indicator_id as "indicatorId", period, accumulation, scenario, value, missing, typed, typed_unit as "typedUnit",
      status, revision, approved_revision as "approvedRevision", approved_at as "approvedAt",
      approved_by as "approvedBy", provenance, at, by
    from observation o where ${behind(asked)} and subject_id > ${page.after}
    order by subject_id limit ${page.limit}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

type Valued = Pick<Observation, 'subjectKind' | 'indicatorId' | 'period' | 'accumulation' | 'scenario'>;

export async function listValues(
  db: Reader,
  tenantIds: readonly string[],
  unitPath: string,
  { subjectKind, indicatorId, period, accumulation, scenario }: Valued,
): Promise<{ subjectId: string; unitPath: string; value: string }[]> {
  const { rows } = await sql<{ subjectId: string; unitPath: string; value: string }>`
    select subject_id as "subjectId", unit_path::text as "unitPath", value from observation
    where tenant_id = any(${tenantIds}::bigint[]) and period = ${period} and subject_kind = ${subjectKind}
      and indicator_id = ${indicatorId} and accumulation = ${accumulation} and scenario = ${scenario}
      and ${approved} and value is not null
      and unit_path operator(public.<@) ${unitPath}::public.ltree`.execute(db);
  return rows;
}

/** Indicators with an invented figure; an index of these alone makes it cheap where there are none. */
export async function listInvented(db: Reader, unitPath: string, periods: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct indicator_id as id from observation
    where period = any(${periods}::text[]) and provenance ->> 'kind' = 'invented'
      and unit_path operator(public.<@) ${unitPath}::public.ltree`.execute(db);
  return rows.map(({ id }) => id);
}
