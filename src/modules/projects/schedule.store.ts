import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { beforeStart, type Scheduled, underWay } from './schedule-operations.ts';

interface Asked {
  readonly scope: Scope;
  readonly unitPath: string | undefined;
  readonly on: Day;
}

/** Projects as of a day that either should have started and have not, or are under way with a plan for the year. */
export async function listScheduled(db: Reader, { scope, unitPath, on }: Asked): Promise<Scheduled[]> {
  const year = on.slice(0, 4);
  const below = unitPath === undefined ? sql`` : sql`and v.unit_path operator(public.<@) ${unitPath}::public.ltree`;
  const { rows } = await sql<Scheduled>`
    select v.project_id as id, v.name, v.unit_path::text as "unitPath", v.data ->> 'parkId' as "parkId",
      v.data ->> 'industry' as industry, v.data ->> 'stage' as stage, v.data ->> 'startOn' as "startOn",
      v.data -> 'annualPlan' -> ${year}::text ->> 'value' as planned
    from project_version v
    where v.unit_path operator(public.<@) ${`{${scope.join(',')}}`}::public.ltree[] ${below}
      and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)
      and ((v.data ->> 'stage' = any(${[...beforeStart]}::text[]) and v.data ->> 'startOn' <= ${on})
        or (v.data ->> 'stage' = any(${[...underWay]}::text[]) and v.data -> 'annualPlan' -> ${year}::text is not null))
    order by v.data ->> 'startOn', v.name, v.project_id`.execute(db);
  return rows;
}
