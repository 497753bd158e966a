import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { ProjectCard } from './board-operations.ts';
import type { ProjectStage } from './lifecycle.ts';
import type { Recorded } from './next-step.ts';
import { projectStages } from './register.ts';

export const stageOf = sql`coalesce(v.data ->> 'stage', 'idea')`;

export interface BoardQuestion {
  readonly scope: Scope;
  readonly today: Day;
  readonly unitPath?: string | undefined;
  readonly parkId?: string | undefined;
  readonly list?: string | undefined;
  readonly year?: number | undefined;
  readonly search?: string | undefined;
  readonly stage?: ProjectStage | undefined;
}

function conditions({ scope, today, unitPath, parkId, list, year, search, stage }: BoardQuestion) {
  const parts = [
    inScope('v.unit_path', scope),
    sql`v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)`,
  ];
  if (unitPath !== undefined) parts.push(sql`v.unit_path operator(public.<@) ${unitPath}::public.ltree`);
  if (parkId !== undefined) parts.push(sql`v.data ->> 'parkId' = ${parkId}`);
  if (list !== undefined)
    parts.push(sql`exists (select from project_listing l where l.tenant_id = v.tenant_id
      and l.project_id = v.project_id and l.list = ${list} and l.exited_on is null
      ${year === undefined ? sql`` : sql`and l.year = ${year}`})`);
  if (search !== undefined && search.trim() !== '') {
    const like = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(v.name ilike ${like} or v.code ilike ${like})`);
  }
  if (stage !== undefined) parts.push(sql`${stageOf} = ${stage}`);
  return sql.join(parts, sql` and `);
}

export async function countByStage(db: Reader, ask: BoardQuestion) {
  const { rows } = await sql<{ stage: ProjectStage; count: number; investment: string }>`
    select ${stageOf} as stage, count(*)::int as count,
      coalesce(sum((v.data -> 'investment' ->> 'value')::numeric), 0)::text as investment
    from project_version v where ${conditions(ask)} group by 1`.execute(db);
  return rows;
}

const largest = sql`(v.data -> 'investment' ->> 'value')::numeric desc nulls last, v.name, v.project_id`;

const cardOf = sql`s.project_id as id, s.name, s.code, s.unit_path::text as "unitPath", s.stage,
  (select e.on_day from project_event e where e.tenant_id = s.tenant_id and e.project_id = s.project_id
    and e.track = 'life' order by e.seq desc limit 1) as since,
  s.data ->> 'parkId' as "parkId", s.data ->> 'ownerId' as "ownerId", s.data ->> 'industry' as industry,
  s.data -> 'investment' ->> 'value' as investment, s.data ->> 'startOn' as "startOn",
  s.data ->> 'finishOn' as "finishOn"`;

/** The largest projects of each stage, with the day of their last step. */
export async function listLargest(db: Reader, ask: BoardQuestion, limit: number): Promise<ProjectCard[]> {
  const { rows } = await sql<ProjectCard>`
    with standing as (
      select v.tenant_id, v.project_id, v.name, v.code, v.unit_path, v.data, ${stageOf} as stage,
        row_number() over (partition by ${stageOf} order by ${largest}) as place
      from project_version v where ${conditions(ask)}
    )
    select ${cardOf} from standing s where s.place <= ${limit} order by s.stage, s.place`.execute(db);
  return rows;
}

/** Some of the projects, stage after stage on their way and the largest of a stage first. */
export async function listCards(
  db: Reader,
  ask: BoardQuestion,
  { offset, limit }: { offset: number; limit: number },
): Promise<ProjectCard[]> {
  const { rows } = await sql<ProjectCard>`
    with standing as (
      select v.tenant_id, v.project_id, v.name, v.code, v.unit_path, v.data, ${stageOf} as stage,
        row_number() over (order by array_position(${Object.keys(projectStages)}::text[], ${stageOf}), ${largest}) as place
      from project_version v where ${conditions(ask)}
      order by place limit ${limit} offset ${offset}
    )
    select ${cardOf} from standing s order by s.place`.execute(db);
  return rows;
}

const isWritten = (field: string) => sql`coalesce(v.data ->> ${field}, '') <> ''`;

/** What is recorded of the projects on the board, in one read. */
export async function listRecorded(
  db: Reader,
  { scope, today }: { scope: Scope; today: Day },
  ids: readonly string[],
): Promise<ReadonlyMap<string, Recorded>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Recorded & { id: string }>`
    select v.project_id as id, coalesce(v.data ->> 'stage', 'idea') as stage,
      ${isWritten('content')} as "hasContent",
      v.data -> 'investment' ->> 'value' is not null as "hasInvestment",
      (${isWritten('parkId')} or ${isWritten('address')}) as "hasSite",
      ${isWritten('ownerId')} as "hasOwner",
      exists (select from project_post p where p.tenant_id = v.tenant_id and p.project_id = v.project_id
        and p.role = 'lead-unit' and p.from_on <= ${today} and (p.to_on is null or p.to_on > ${today}))
        as "hasLeadUnit",
      coalesce((select jsonb_agg(jsonb_build_object('item', i.item, 'state', i.state)) from project_item i
        where i.tenant_id = v.tenant_id and i.project_id = v.project_id), '[]') as items
    from project_version v
    where v.project_id = any(${[...ids]}::uuid[]) and ${inScope('v.unit_path', scope)}
      and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)`.execute(db);
  return new Map(rows.map(({ id, ...recorded }) => [id, recorded]));
}

interface Due {
  readonly id: string;
  readonly name: string;
  readonly unitPath: string;
  readonly item: string;
  readonly paper: string | null;
  readonly dueOn: Day;
}

/** Approvals under way and papers promised that are due by a day, the latest first. */
export async function listDue(
  db: Reader,
  ask: { scope: Scope; today: Day; until: Day; unitPath?: string | undefined },
): Promise<Due[]> {
  const { scope, today, until, unitPath } = ask;
  const { rows } = await sql<Due>`
    with due as (
      select tenant_id, project_id, item, null::text as paper, due_on::text as due_on from project_item
      where state in ('submitted', 'lacking') and due_on <= ${until}
      union all
      select tenant_id, project_id, item, p ->> 'paper', p ->> 'byDay' from project_item
      cross join jsonb_array_elements(papers) as p
      where p ->> 'suppliedOn' is null and p ->> 'byDay' <= ${until}
    )
    select d.project_id as id, v.name, v.unit_path::text as "unitPath", d.item, d.paper, d.due_on as "dueOn"
    from due d join project_version v on v.tenant_id = d.tenant_id and v.project_id = d.project_id
      and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
    where ${inScope('v.unit_path', scope)}
      ${unitPath === undefined ? sql`` : sql`and v.unit_path operator(public.<@) ${unitPath}::public.ltree`}
    order by d.due_on, v.name, d.item, d.paper limit 2000`.execute(db);
  return rows;
}
