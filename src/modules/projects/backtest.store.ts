import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { PastProject } from './backtest-operations.ts';

interface Asked {
  readonly scope: Scope;
  readonly unitPath: string | undefined;
  readonly ids: readonly string[] | undefined;
}

/** The day where the users are. */
const recordedOn = sql`((at at time zone 'Asia/Shanghai')::date)::text`;

/** Projects by name, each with its versions, steps and money in the order of their days. */
export async function listPast(db: Reader, { scope, unitPath, ids }: Asked): Promise<PastProject[]> {
  const meant = sql.join(
    [
      ...(unitPath === undefined ? [] : [sql`unit_path operator(public.<@) ${unitPath}::public.ltree`]),
      ...(ids === undefined ? [] : [sql`project_id in (select unnest(${ids}::uuid[]))`]),
      inScope('unit_path', scope),
    ],
    sql` and `,
  );
  const { rows } = await sql<PastProject>`
    with versions as (
      select tenant_id, project_id, unit_path, (array_agg(name order by valid_from desc))[1] as name,
        jsonb_agg(jsonb_build_object('from', valid_from::text, 'recordedOn', ${recordedOn},
          'stage', data ->> 'stage', 'startOn', data ->> 'startOn', 'finishOn', data ->> 'finishOn',
          'investment', data -> 'investment' ->> 'value',
          'plans', coalesce((select jsonb_object_agg(key, value ->> 'value') filter (where value ->> 'value' is not null)
            from jsonb_each(case jsonb_typeof(data -> 'annualPlan') when 'object' then data -> 'annualPlan' else '{}' end)),
            '{}'::jsonb)) order by valid_from) as versions
      from project_version where ${meant} group by 1, 2, 3
    ), steps as (
      select tenant_id, project_id, jsonb_agg(jsonb_build_object('track', track, 'action', action, 'to', to_stage,
        'on', on_day, 'recordedOn', ${recordedOn}) order by seq) as steps
      from project_event where ${meant} group by 1, 2
    ), funds as (
      select tenant_id, project_id, jsonb_agg(jsonb_build_object('kind', kind, 'on', on_day,
        'recordedOn', ${recordedOn}, 'amount', amount::text, 'agreedDays', agreed_days) order by on_day, at) as funds
      from project_fund where ${meant} and kind in ('payable', 'paid') group by 1, 2
    )
    select project_id as id, name, unit_path::text as "unitPath", versions, coalesce(steps, '[]'::jsonb) as steps,
      coalesce(funds, '[]'::jsonb) as funds
    from versions left join steps using (tenant_id, project_id) left join funds using (tenant_id, project_id)
    order by name, project_id`.execute(db);
  return rows;
}
