/** 累计 that nobody reported, from single months that are all there: an approved figure of its own that says how it follows. */
import { Decimal } from 'decimal.js';
import { sql } from 'kysely';
import type { Writer } from '../../core/database.ts';
import type { Period } from '../../core/period.ts';
import { flows, formulaOf, partsOfYear } from './from-months.ts';
import { lockMonths, recompute, type Weights } from './rollup.store.ts';
import { type ObservationRow, replaceObservation } from './store.ts';

interface Approved {
  readonly tenantIds: readonly string[];
  readonly unitPaths: readonly string[];
  readonly period: Period;
  readonly at: string;
  readonly by: string;
}

/** A unit whose figures of a period came about, so that its roll-ups have to follow. */
export interface Touched {
  readonly unitPath: string;
  readonly period: Period;
}

const isApproved = sql`status in ('approved', 'published')`;

/**
 * Adds what the approval of a period completes: its own 累计 and that of later periods that waited for it. Never where
 * a month is missing, holds no value, or the 累计 was reported.
 */
export async function addFromMonths(db: Writer, approved: Approved): Promise<readonly Touched[]> {
  const { tenantIds, unitPaths, period, at, by } = approved;
  const parts = partsOfYear(period);
  const [first] = parts;
  if (first === undefined) return [];
  const formulas = parts.map((last) => formulaOf(first, last));
  const { rows } = await sql<Touched>`
    with wanting as materialized (
      select distinct o.tenant_id, o.subject_kind, o.subject_id, o.indicator_id
      from observation o
      where o.tenant_id = any(${tenantIds}::bigint[]) and o.period = ${period} and o.accumulation = 'single'
        and o.scenario = 'actual' and o.indicator_id = any(${flows.map(({ id }) => id)}::text[])
        and o.unit_path = any(${unitPaths}::public.ltree[]) and o.${isApproved}
    ), month as (
      select o.*, sum(o.value) over year as total, count(o.value) over year as known,
        array_position(${parts}::text[], o.period) as place
      from wanting join observation o using (tenant_id, subject_kind, subject_id, indicator_id)
      where o.period = any(${parts}::text[]) and o.accumulation = 'single' and o.scenario = 'actual'
        and o.${isApproved}
      window year as (partition by o.tenant_id, o.subject_kind, o.subject_id, o.indicator_id order by o.period)
    )
    insert into observation (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario, unit_path,
      industry, value, missing, typed, typed_unit, status, revision, approved_revision, approved_at, approved_by,
      provenance, at, by)
    select tenant_id, period, subject_kind, subject_id, indicator_id, 'cumulative', 'actual', unit_path, industry,
      total, null, trim_scale(total)::text, base, 'approved', 1, 1, ${at}::timestamptz, ${by},
      jsonb_build_object('kind', 'formula', 'formula', (${formulas}::text[])[place]), ${at}::timestamptz, ${by}
    from month
    join unnest(${flows.map(({ id }) => id)}::text[], ${flows.map(({ base }) => base)}::text[]) f(indicator_id, base)
      using (indicator_id)
    where known = place and period >= ${period}
    on conflict do nothing
    returning unit_path as "unitPath", period`.execute(db);
  return rows;
}

type Key = Pick<ObservationRow, 'tenantId' | 'subjectKind' | 'subjectId' | 'indicatorId' | 'period'>;

interface Kept extends ObservationRow {
  readonly total: string | null;
  readonly isWhole: boolean;
}

/** After a single month was corrected: the sums that it stands in, each as a revision that names the correction. */
export async function followMonths(
  db: Writer,
  key: Key,
  { at, by, reason }: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<readonly Touched[]> {
  const { tenantId, subjectKind, subjectId, indicatorId, period } = key;
  const parts = partsOfYear(period);
  const { rows } = await sql<Kept>`
    select c.tenant_id as "tenantId", c.unit_path as "unitPath", c.subject_kind as "subjectKind",
      c.subject_id as "subjectId", c.industry, c.indicator_id as "indicatorId", c.period, c.accumulation, c.scenario,
      c.value, c.missing, c.typed, c.typed_unit as "typedUnit", c.status, c.revision,
      c.approved_revision as "approvedRevision", c.approved_at as "approvedAt", c.approved_by as "approvedBy",
      c.provenance, c.at, c.by, m.total,
      m.known = array_position(${parts}::text[], c.period) as "isWhole"
    from observation c cross join lateral (
      select trim_scale(sum(o.value))::text as total, count(o.value) as known from observation o
      where o.tenant_id = c.tenant_id and o.period = any(${parts}::text[]) and o.period <= c.period
        and o.subject_kind = c.subject_kind and o.subject_id = c.subject_id and o.indicator_id = c.indicator_id
        and o.accumulation = 'single' and o.scenario = 'actual' and o.${isApproved}
    ) m
    where c.tenant_id = ${tenantId}::bigint and c.period = any(${parts}::text[]) and c.period >= ${period}
      and c.subject_kind = ${subjectKind} and c.subject_id = ${subjectId} and c.indicator_id = ${indicatorId}
      and c.accumulation = 'cumulative' and c.scenario = 'actual' and c.provenance ->> 'kind' = 'formula'
    order by c.period for update of c`.execute(db);
  const touched: Touched[] = [];
  for (const { total, isWhole, ...before } of rows) {
    const value = isWhole ? total : null;
    if (value === before.value || (value !== null && before.value !== null && new Decimal(value).eq(before.value)))
      continue;
    const missing = value === null ? ('not-reported' as const) : null;
    const after = { ...before, value, missing, typed: value ?? '', revision: before.revision + 1, at, by };
    await replaceObservation(db, before, after, { reason: `${period}：${reason}`, at, by });
    touched.push({ unitPath: before.unitPath, period: before.period });
  }
  return touched;
}

/** The roll-ups of what was approved or corrected, and of the later periods whose sums followed. */
export async function recomputeWith(
  db: Writer,
  weights: Weights,
  { tenantIds, unitPaths, period }: Pick<Approved, 'tenantIds' | 'unitPaths' | 'period'>,
  touched: readonly Touched[],
): Promise<void> {
  await recompute(db, weights, { tenantIds, unitPaths, period });
  const later = Map.groupBy(
    touched.filter((each) => each.period !== period),
    (each) => each.period,
  );
  for (const each of [...later.keys()].sort()) {
    await lockMonths(db, tenantIds, each);
    const paths = new Set((later.get(each) ?? []).map(({ unitPath }) => unitPath));
    await recompute(db, weights, { tenantIds, unitPaths: [...paths], period: each });
  }
}
