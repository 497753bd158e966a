import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { Accumulation } from '../../core/period.ts';

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

/** The roll-ups of some units, anew from what is approved: the one place that says what a roll-up is. */
export async function recompute(db: Writer, weights: Weights, extent: Extent): Promise<number> {
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

/** Roll-ups of all units below, added up by the unit that stands at the wanted depth: one walk over the wanted months. */
export async function listRollups(db: Reader, wanted: Wanted): Promise<RollupRow[]> {
  const { unitPath, depth, periods, subjectKind, industry, indicatorIds } = wanted;
  // The planner takes the condition on paths to let hardly anything through, and would sort it all on disk.
  await sql`set local enable_sort = off`.execute(db);
  const { rows } = await sql<RollupRow & { known: string; holes: string }>`
    select public.subpath(unit_path, 0, least(${depth}::int, public.nlevel(unit_path))) as "unitPath", period,
      indicator_id as "indicatorId", accumulation, scenario, level, sum(total) as total, sum(weight) as weight,
      sum(known)::bigint as known, sum(holes)::bigint as holes
    from rollup
    where period = any(${periods}::text[]) and industry = ${industry} and subject_kind = ${subjectKind}
      and unit_path operator(public.<@) ${unitPath}::public.ltree
      and ${indicatorIds === null ? sql`true` : sql`indicator_id = any(${indicatorIds}::text[])`}
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  await sql`set local enable_sort = on`.execute(db);
  return rows.map((row) => ({ ...row, known: Number(row.known), holes: Number(row.holes) }));
}
