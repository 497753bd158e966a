import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { PortfolioProject } from './portfolio-operations.ts';

interface Asked {
  readonly scope: Scope;
  readonly unitPath: string | undefined;
  readonly ids: readonly string[] | undefined;
  readonly on: Day;
}

/** Projects as of a day, each with the sums of its books: every table is read once, however many projects there are. */
export async function listPortfolio(db: Reader, { scope, unitPath, ids, on }: Asked): Promise<PortfolioProject[]> {
  const year = on.slice(0, 4);
  const meant = sql.join(
    [
      ...(unitPath === undefined ? [] : [sql`unit_path operator(public.<@) ${unitPath}::public.ltree`]),
      ...(ids === undefined ? [] : [sql`project_id in (select unnest(${ids}::uuid[]))`]),
      inScope('unit_path', scope),
    ],
    sql` and `,
  );
  const { rows } = await sql<PortfolioProject>`
    with life as (
      select tenant_id, project_id,
        max(on_day) filter (where action = 'start') as started,
        max(on_day) filter (where action = 'complete') as completed,
        max(on_day) filter (where action = 'produce') as producing,
        bool_or(track = 'life') as followed,
        (array_agg(to_stage order by seq desc) filter (where track = 'statistics'))[1] as enrolment
      from project_event where ${meant} and on_day <= ${on} group by 1, 2
    ), books as (
      select tenant_id, project_id, sum(amount) as opening
      from project_fund where ${meant} and kind = 'opening' and on_day <= ${on} group by 1, 2
    ), standing as (
      select tenant_id, project_id, jsonb_agg(jsonb_build_object('list', list, 'year', year) order by year, list) as lists
      from project_listing where ${meant} and entered_on <= ${on} and (exited_on is null or exited_on > ${on})
      group by 1, 2
    ), officers as (
      select distinct tenant_id, project_id from project_post
      where ${meant} and role = 'express-officer' and from_on <= ${on} and (to_on is null or to_on > ${on})
    )
    select v.project_id as id, v.tenant_id::text as "tenantId", v.name, v.unit_path::text as "unitPath",
      v.data ->> 'stage' as stage, v.data ->> 'parkId' as "parkId", v.data ->> 'industry' as industry,
      v.data -> 'investment' ->> 'value' as investment, v.data ->> 'startOn' as "startOn",
      v.data ->> 'finishOn' as "finishOn", v.data -> 'annualPlan' -> ${year}::text ->> 'value' as planned,
      l.started as "startedOn", l.completed as "completedOn", l.producing as "producingOn",
      coalesce(l.followed, false) as "isFollowed", coalesce(l.enrolment, 'none') as enrolment,
      b.opening::text as opening, coalesce(s.lists, '[]'::jsonb) as lists, o.project_id is not null as "hasOfficer"
    from (select * from project_version where ${meant}
        and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)) v
      left join life l using (tenant_id, project_id)
      left join books b using (tenant_id, project_id)
      left join standing s using (tenant_id, project_id)
      left join officers o using (tenant_id, project_id)
    order by v.name, v.project_id`.execute(db);
  return rows;
}
