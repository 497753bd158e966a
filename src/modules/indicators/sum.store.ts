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
  const byDepth = Map.groupBy(paths, (path) => path.split('.').length);
  // From below: each is made of its own roll-ups and of the sums right below it.
  for (const depth of [...byDepth.keys()].sort((a, b) => b - a))
    await addUpDepth(db, period, depth, byDepth.get(depth) ?? []);
}

const figure = sql`indicator_id, subject_kind, level, industry, accumulation, scenario`;

async function addUpDepth(db: Kysely<Tables>, period: string, depth: number, paths: readonly string[]): Promise<void> {
  await sql`delete from rollup_sum
    where period = ${period} and depth = ${depth}::int and path = any(${paths}::text[])`.execute(db);
  // Rows of a unit may still stand under the owner from before it became one itself.
  await sql`
    with place as materialized (
      select path, array(select t.tenant_id from tenant t where t.unit_path operator(public.@>) path::public.ltree
        order by public.nlevel(t.unit_path) desc) as owners
      from unnest(${paths}::text[]) path
    ), part as (
      select p.path, ${figure}, r.total, r.weight, r.known, r.holes
      from place p cross join lateral unnest(p.owners) o(tenant_id)
      join rollup r on r.tenant_id = o.tenant_id and r.period = ${period} and r.unit_path = p.path::public.ltree
      union all
      select p.path, ${figure}, s.total, s.weight, s.known, s.holes
      from place p
      join rollup_sum s on s.period = ${period} and s.depth = ${depth + 1}::int
        and s.path >= p.path || '.' and s.path < p.path || '/'
    )
    insert into rollup_sum (tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation,
      scenario, depth, path, total, weight, known, holes)
    select coalesce(p.owners[1], 0), ${period}, path::public.ltree, ${figure}, ${depth}::int, path, sum(total),
      sum(weight), sum(known), sum(holes)
    from part join place p using (path)
    group by p.owners, path, ${figure}`.execute(db);
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
