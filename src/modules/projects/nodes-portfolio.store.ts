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

interface Grouped extends LateGroup {
  readonly groups: 'unit' | 'owner';
}

/**
 * Nodes past their planned last day and not ended, by unit and by owner, the worst first; of a project that rests or
 * has left, nothing is late. The open nodes are gathered first: the planner cannot guess how few they are.
 */
export async function listLate(db: Reader, { scope, today, unitPath, owner }: LateQuestion, limit: number) {
  const { rows } = await sql<{ groups: Grouped[]; nodes: LateNode[] }>`
    with open as materialized (
      select n.tenant_id, n.project_id, n.unit_path, n.node_id, n.place, n.name, n.kind, n.owner, n.finish_on,
        n.actual_start_on
      from project_node n where n.actual_finish_on is null and n.finish_on < ${today} and ${inScope('n.unit_path', scope)}
        ${unitPath === undefined ? sql`` : sql`and n.unit_path operator(public.<@) ${unitPath}::public.ltree`}
        ${owner === undefined ? sql`` : sql`and n.owner = ${owner}`}
    ), late as materialized (
      select n.*, v.name as project, ${today}::date - n.finish_on::date as days
      from open n join project_version v on v.tenant_id = n.tenant_id and v.project_id = n.project_id
        and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
      where coalesce(v.data ->> 'stage', 'idea') <> all(${[...resting]}::text[])
    ), grouped as (
      select case when grouping(unit_path) = 0 then 'unit' else 'owner' end as groups,
        case when grouping(unit_path) = 0 then unit_path::text else owner end as key,
        count(*)::int as nodes, count(distinct project_id)::int as projects, max(days)::int as worst
      from late group by grouping sets ((unit_path), (owner))
    ), worst as (
      select project_id as id, project, unit_path::text as "unitPath", node_id as node, name, kind, owner,
        finish_on as finish, days as "daysLate", actual_start_on is not null as "isBegun", place
      from late order by finish_on, project_id, place limit ${limit}
    )
    select
      (select coalesce(jsonb_agg(to_jsonb(g) order by nodes desc, worst desc, key), '[]') from grouped g) as groups,
      (select coalesce(jsonb_agg(to_jsonb(w) - 'place' order by finish, id, place), '[]') from worst w) as nodes`.execute(
    db,
  );
  const { groups = [], nodes = [] } = rows[0] ?? {};
  const of = (wanted: Grouped['groups']): LateGroup[] =>
    groups.filter((group) => group.groups === wanted).map(({ groups: _, ...group }) => group);
  const byUnit = of('unit');
  return { total: byUnit.reduce((sum, group) => sum + group.nodes, 0), byUnit, byOwner: of('owner'), nodes };
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
