import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import { batches } from './lifecycle.ts';
import type { LateGroup, LateNode, PortfolioRow } from './nodes-operations.ts';

const resting = batches.leave.stages;

interface LateQuestion {
  readonly scope: Scope;
  readonly today: Day;
  readonly unitPath: string | undefined;
  readonly owner: string | undefined;
}

/** Past the planned last day and not ended; of a project that rests or has left, nothing is late. */
const late = ({ scope, today, unitPath, owner }: LateQuestion) => sql`
  project_node n join project_version v on v.tenant_id = n.tenant_id and v.project_id = n.project_id
    and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
  where ${inScope('n.unit_path', scope)} and n.actual_finish_on is null and n.finish_on < ${today}
    and coalesce(v.data ->> 'stage', 'idea') <> all(${[...resting]}::text[])
    ${unitPath === undefined ? sql`` : sql`and n.unit_path operator(public.<@) ${unitPath}::public.ltree`}
    ${owner === undefined ? sql`` : sql`and n.owner = ${owner}`}`;

interface Grouped extends LateGroup {
  readonly groups: 'unit' | 'owner';
}

/** How many are late, by unit and by owner, the worst first: one pass over the open nodes. */
export async function groupLate(db: Reader, ask: LateQuestion) {
  const { rows } = await sql<Grouped>`
    select case when grouping(n.unit_path) = 0 then 'unit' else 'owner' end as groups,
      case when grouping(n.unit_path) = 0 then n.unit_path::text else n.owner end as key,
      count(*)::int as nodes, count(distinct n.project_id)::int as projects,
      (${ask.today}::date - min(n.finish_on)::date)::int as worst
    from ${late(ask)} group by grouping sets ((n.unit_path), (n.owner)) order by 3 desc, 5 desc, 2`.execute(db);
  const of = (wanted: Grouped['groups']): LateGroup[] =>
    rows.filter(({ groups }) => groups === wanted).map(({ groups: _, ...group }) => group);
  const byUnit = of('unit');
  return { total: byUnit.reduce((sum, { nodes }) => sum + nodes, 0), byUnit, byOwner: of('owner') };
}

export async function listLate(db: Reader, ask: LateQuestion, limit: number): Promise<LateNode[]> {
  const { rows } = await sql<LateNode>`
    select n.project_id as id, v.name as project, n.unit_path::text as "unitPath", n.node_id as node, n.name, n.kind,
      n.owner, n.finish_on as finish, (${ask.today}::date - n.finish_on::date)::int as "daysLate",
      n.actual_start_on is not null as "isBegun"
    from ${late(ask)} order by n.finish_on, n.project_id, n.place limit ${limit}`.execute(db);
  return rows;
}

interface PortfolioQuestion {
  readonly scope: Scope;
  readonly today: Day;
  readonly from: Day;
  readonly to: Day;
  readonly unitPath: string | undefined;
  readonly search: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const planned = ({ scope, today, unitPath, search }: PortfolioQuestion) => sql`
  project_plan p join project_version v on v.tenant_id = p.tenant_id and v.project_id = p.project_id
    and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
  where ${inScope('p.unit_path', scope)}
    ${unitPath === undefined ? sql`` : sql`and p.unit_path operator(public.<@) ${unitPath}::public.ltree`}
    ${search === undefined ? sql`` : sql`and position(${search} in v.name) > 0`}`;

/** Plans by their last day, so many at a time, each with the nodes that reach into the window. */
export async function listPlans(
  db: Reader,
  ask: PortfolioQuestion,
): Promise<{ readonly total: number; readonly rows: PortfolioRow[] }> {
  const { today, from, to, offset, limit } = ask;
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${planned(ask)}`.execute(db);
  const { rows } = await sql<PortfolioRow>`
    with page as (
      select p.*, v.name, coalesce(v.data ->> 'stage', 'idea') as stage
      from ${planned(ask)} order by p.finish_on, p.project_id limit ${limit} offset ${offset}
    )
    select g.project_id as id, g.name, g.unit_path::text as "unitPath", g.stage, g.start_on as start,
      g.finish_on as finish, g.target_on as "targetOn", g.baseline_finish_on as "baselineFinish",
      n.late, n.nodes
    from page g cross join lateral (
      select count(*) filter (where actual_finish_on is null and finish_on < ${today})::int as late,
        coalesce(jsonb_agg(jsonb_build_object('id', node_id, 'name', name, 'kind', kind, 'start', start_on, 'finish',
          finish_on, 'actualStart', actual_start_on, 'actualFinish', actual_finish_on) order by place)
          filter (where least(start_on, actual_start_on) <= ${to}
            and greatest(finish_on, actual_finish_on) >= ${from}), '[]') as nodes
      from project_node where tenant_id = g.tenant_id and project_id = g.project_id
    ) n order by g.finish_on, g.project_id`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, rows };
}
