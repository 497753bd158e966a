/** Sums of roll-ups at every unit above, made beside the writers (docs/decisions/0010). */
import { type Kysely, sql } from 'kysely';
import type { Reader } from '../../core/database.ts';
import type { Tables } from '../../core/tables.ts';

export interface Place {
  readonly path: string;
  readonly period: string;
}

/** Units at a depth, at or below one, whose sums are behind the roll-ups. */
export async function listDue(
  db: Reader,
  unitPath: string,
  depth: number,
  periods: readonly string[],
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select distinct array_to_string((string_to_array(path, '.'))[1:${depth}::int], '.') as path, period
    from rollup_due
    where period = any(${periods}::text[])
      and (path = ${unitPath} or path >= ${`${unitPath}.`} and path < ${`${unitPath}/`})
      and cardinality(string_to_array(path, '.')) >= ${depth}::int`.execute(db);
  return rows;
}

/** Any number, but always the same: two that add up on one database take turns. */
const lockNumber = 7_267_004;
const batchSize = 5000;

/** Takes the oldest notes and makes the sums of their units and of all above anew; answers how many notes it took. */
async function addUpWithin(db: Kysely<Tables>): Promise<number> {
  await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(db);
  const { rows } = await sql<Place & { notes: string }>`
    with taken as (
      delete from rollup_due where mark_id in (select mark_id from rollup_due limit ${batchSize}) returning path, period
    )
    select path, period, count(*) as notes from taken group by path, period`.execute(db);
  const periods = Map.groupBy(rows, ({ period }) => period);
  // A statement of its own sees at least what the notes that were taken tell of.
  for (const [period, places] of periods) await addUpPeriod(db, period, above(places.map(({ path }) => path)));
  return rows.reduce((sum, { notes }) => sum + Number(notes), 0);
}

/** The units with all above them. */
const above = (paths: readonly string[]): string[] => [
  ...new Set(
    paths.flatMap((path) => {
      const codes = path.split('.');
      return codes.map((_, i) => codes.slice(0, i + 1).join('.'));
    }),
  ),
];

async function addUpPeriod(db: Kysely<Tables>, period: string, paths: readonly string[]): Promise<void> {
  await sql`delete from rollup_sum where period = ${period} and unit_path = any(${paths}::public.ltree[])`.execute(db);
  await sql`
    insert into rollup_sum (tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation,
      scenario, depth, path, total, weight, known, holes)
    select coalesce(p.tenant_id, 0), ${period}, p.unit_path, r.indicator_id, r.subject_kind, r.level, r.industry,
      r.accumulation, r.scenario, public.nlevel(p.unit_path), p.unit_path::text,
      sum(r.total), sum(r.weight), sum(r.known), sum(r.holes)
    from rollup r
    cross join lateral generate_series(1, public.nlevel(r.unit_path)) n
    join (
      select path as unit_path, (select t.tenant_id from tenant t where t.unit_path operator(public.@>) path
        order by public.nlevel(t.unit_path) desc limit 1) as tenant_id
      from unnest(${paths}::public.ltree[]) path
    ) p on p.unit_path = public.subpath(r.unit_path, 0, n)
    where r.period = ${period}
    group by p.tenant_id, p.unit_path, r.indicator_id, r.subject_kind, r.level, r.industry, r.accumulation,
      r.scenario`.execute(db);
}

/** Brings all sums up to date with the roll-ups. */
export async function addUp(owner: Kysely<Tables>): Promise<void> {
  const { rows } = await sql`select from rollup_due limit 1`.execute(owner);
  while (rows.length > 0) {
    const taken = await owner.transaction().execute(addUpWithin);
    if (taken < batchSize) return;
  }
}

/** The same inside a transaction that is under way. */
export async function addUpHere(db: Kysely<Tables>): Promise<void> {
  while ((await addUpWithin(db)) >= batchSize);
}
