import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { Accumulation } from '../../core/period.ts';
import { listDue, type Place } from './sum.store.ts';

/** One approval at a time for a tenant's month: two that recompute the same roll-up would each miss the other. */
export async function lockMonths(db: Writer, tenantIds: readonly string[], period: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(tenant || ' ' || ${period}, 0))
    from (select unnest(${[...tenantIds].sort()}::text[]) as tenant) t`.execute(db);
}

/** Nobody approves while everything is rebuilt. */
export const lockRollups = (db: Writer) => sql`lock table rollup in share row exclusive mode`.execute(db);

/** Indicators that are not summed but weighted by another. */
export interface Weights {
  readonly indicators: readonly string[];
  readonly by: readonly string[];
}

/** What a rebuild covers; null covers all that the actor may see. */
interface Extent {
  readonly tenantIds: readonly string[] | null;
  readonly unitPaths: readonly string[] | null;
  /** This unit and those below it; left out, all of the tenants. */
  readonly under?: string;
  readonly period: string | null;
}

const within = ({ tenantIds, unitPaths, under, period }: Extent, alias: string) => {
  const conditions = [
    ...(tenantIds === null ? [] : [sql`${sql.ref(`${alias}.tenant_id`)} = any(${tenantIds}::bigint[])`]),
    ...(period === null ? [] : [sql`${sql.ref(`${alias}.period`)} = ${period}`]),
    ...(under === undefined ? [] : [sql`${sql.ref(`${alias}.unit_path`)} operator(public.<@) ${under}::public.ltree`]),
    ...(unitPaths === null ? [] : [sql`${sql.ref(`${alias}.unit_path`)} = any(${unitPaths}::public.ltree[])`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
};

/** Notes for those who add up which units have new roll-ups; without given ones, all that have any now. */
async function noteChanged(db: Writer, extent: Extent): Promise<void> {
  const { unitPaths, period } = extent;
  if (unitPaths !== null && period !== null)
    await sql`insert into rollup_due (period, path) select ${period}, path from unnest(${unitPaths}::text[]) p(path)`.execute(
      db,
    );
  else
    await sql`insert into rollup_due (period, path)
      select distinct r.period, r.unit_path::text from rollup r where ${within(extent, 'r')}`.execute(db);
}

/** The roll-ups of some units, anew from what is approved: the one place that says what a roll-up is. */
export async function recompute(db: Writer, weights: Weights, extent: Extent): Promise<number> {
  // What is there no more changes a sum, too.
  if (extent.unitPaths === null || extent.period === null) await noteChanged(db, extent);
  await sql`delete from rollup r where ${within(extent, 'r')}`.execute(db);
  const { numAffectedRows } = await sql`
    insert into rollup (tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation, scenario,
      total, weight, known, holes)
    select o.tenant_id, o.period, o.unit_path, o.indicator_id, o.subject_kind,
      case o.subject_kind when 'unit' then public.nlevel(o.subject_id::public.ltree) else 0 end as level,
      g.industry, o.accumulation, o.scenario,
      coalesce(sum(o.value), 0), null, count(o.value), count(*) - count(o.value)
    from observation o cross join lateral (values (''), (o.industry)) g(industry)
    where ${within(extent, 'o')} and o.status in ('approved', 'published') and g.industry is not null
      and o.indicator_id <> all(${weights.indicators}::text[])
    group by o.tenant_id, o.period, o.unit_path, o.indicator_id, o.subject_kind, level, g.industry, o.accumulation,
      o.scenario`.execute(db);
  const weighted = await sql`
    insert into rollup (tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation, scenario,
      total, weight, known, holes)
    select o.tenant_id, o.period, o.unit_path, o.indicator_id, o.subject_kind,
      case o.subject_kind when 'unit' then public.nlevel(o.subject_id::public.ltree) else 0 end as level,
      g.industry, o.accumulation, o.scenario,
      coalesce(sum(o.value * w.value), 0), coalesce(sum(w.value) filter (where o.value is not null), 0),
      count(o.value * w.value), count(*) - count(o.value * w.value)
    from observation o
    join unnest(${weights.indicators}::text[], ${weights.by}::text[]) k(indicator_id, weight_id)
      on k.indicator_id = o.indicator_id
    left join observation w on w.tenant_id = o.tenant_id and w.period = o.period and w.subject_kind = o.subject_kind
      and w.subject_id = o.subject_id and w.indicator_id = k.weight_id and w.accumulation = o.accumulation
      and w.scenario = o.scenario and w.status in ('approved', 'published')
    cross join lateral (values (''), (o.industry)) g(industry)
    where ${within(extent, 'o')} and o.status in ('approved', 'published') and g.industry is not null
    group by o.tenant_id, o.period, o.unit_path, o.indicator_id, o.subject_kind, level, g.industry, o.accumulation,
      o.scenario`.execute(db);
  await noteChanged(db, extent);
  return Number(numAffectedRows ?? 0n) + Number(weighted.numAffectedRows ?? 0n);
}

export interface RollupRow {
  readonly unitPath: string;
  readonly period: string;
  readonly indicatorId: string;
  readonly accumulation: Accumulation;
  readonly scenario: 'actual' | 'plan';
  readonly level: number;
  readonly total: string;
  readonly weight: string | null;
  readonly known: number;
  readonly holes: number;
}

interface Wanted {
  readonly unitPath: string;
  /** Labels of the paths that the rows are grouped to. */
  readonly depth: number;
  readonly periods: readonly string[];
  readonly subjectKind: string;
  readonly industry: string;
  readonly indicatorIds: readonly string[] | null;
}

interface Fetched extends Omit<RollupRow, 'known' | 'holes'> {
  readonly known: string;
  readonly holes: string;
}

const figures = sql`indicator_id as "indicatorId", accumulation, scenario, level`;
const ofIndicators = (ids: readonly string[] | null) =>
  ids === null ? sql`true` : sql`indicator_id = any(${ids}::text[])`;

/** The sums as they were made: so many rows as there are units at the depth, whatever lies below them. */
async function listSums(db: Reader, wanted: Wanted): Promise<Fetched[]> {
  const { unitPath, depth, periods, subjectKind, industry, indicatorIds } = wanted;
  const { rows } = await sql<Fetched>`
    select path as "unitPath", period, ${figures}, total, weight, known, holes from rollup_sum
    where period = any(${periods}::text[]) and depth = ${depth}::int and subject_kind = ${subjectKind}
      and industry = ${industry} and ${ofIndicators(indicatorIds)}
      and path >= ${unitPath} and path < ${`${unitPath}/`} and (path = ${unitPath} or path >= ${`${unitPath}.`})`.execute(
    db,
  );
  return rows;
}

/** The same from the roll-ups themselves, for units whose sums are behind. */
async function addUpNow(db: Reader, wanted: Wanted, due: readonly Place[]): Promise<Fetched[]> {
  const { depth, subjectKind, industry, indicatorIds } = wanted;
  const paths = [...new Set(due.map(({ path }) => path))];
  const { rows } = await sql<Fetched>`
    select d.path as "unitPath", r.period, ${figures}, sum(r.total) as total, sum(r.weight) as weight,
      sum(r.known)::bigint as known, sum(r.holes)::bigint as holes
    from rollup r
    join unnest(${due.map(({ path }) => path)}::text[], ${due.map(({ period }) => period)}::text[]) d(path, period)
      on d.period = r.period and d.path = public.subpath(r.unit_path, 0, ${depth}::int)::text
    where r.tenant_id in (select t.tenant_id from tenant t
        where t.unit_path operator(public.<@) ${paths}::public.ltree[] or ${paths}::public.ltree[] operator(public.<@) t.unit_path)
      and r.period = any(${[...new Set(due.map(({ period }) => period))]}::text[]) and r.industry = ${industry}
      and r.subject_kind = ${subjectKind} and public.nlevel(r.unit_path) >= ${depth}::int and ${ofIndicators(indicatorIds)}
    group by d.path, r.period, indicator_id, accumulation, scenario, level`.execute(db);
  return rows;
}

/** Roll-ups of the units at a depth and of all below each: from the sums, or added up where those are behind. */
export async function listRollups(db: Reader, wanted: Wanted): Promise<RollupRow[]> {
  const { unitPath, depth, periods } = wanted;
  // First what is behind: a sum that is made in between is then made here, too, and never left out.
  const [due, sums] = await Promise.all([listDue(db, unitPath, depth, periods), listSums(db, wanted)]);
  const behind = new Set(due.map(({ path, period }) => `${path} ${period}`));
  const upToDate = sums.filter((sum) => !behind.has(`${sum.unitPath} ${sum.period}`));
  const fresh = due.length === 0 ? [] : await addUpNow(db, wanted, due);
  return [...upToDate, ...fresh].map((row) => ({ ...row, known: Number(row.known), holes: Number(row.holes) }));
}
