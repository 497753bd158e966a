import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { KinCandidate } from './kin.ts';
import type { ProjectStage } from './lifecycle.ts';

export type KinRow = KinCandidate & { readonly unitPath: string; readonly stage: ProjectStage | null };

/** Projects of owners who have several in one place; `id` leaves those beside one project. */
export async function listKin(
  db: Reader,
  { scope, today, id }: { scope: Scope; today: Day; id?: string | undefined },
): Promise<KinRow[]> {
  const { rows } = await sql<KinRow>`
    with told as (
      select v.project_id as id, v.name, v.unit_path::text as "unitPath", v.data ->> 'stage' as stage,
        v.data ->> 'ownerId' as "ownerId", coalesce(v.data ->> 'parkId', nullif(v.data ->> 'address', '')) as place,
        v.data ->> 'industry' as industry, v.data -> 'investment' ->> 'value' as investment,
        p.begun_on::text as since
      from project_version v join project p on p.tenant_id = v.tenant_id and p.project_id = v.project_id
      where ${inScope('v.unit_path', scope)} and v.data ->> 'ownerId' is not null
        and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
    ), several as (
      select *, count(*) over (partition by "ownerId", place) as beside from told where place is not null
    )
    select id, name, "unitPath", stage, "ownerId", place, industry, investment, since from several
    where beside > 1 ${id === undefined ? sql`` : sql`and ("ownerId", place) in (select "ownerId", place from told where id = ${id}::uuid)`}
    order by id limit 20000`.execute(db);
  return rows;
}

/** Pairs that somebody has said are two. */
export async function listApartPairs(db: Reader, scope: Scope): Promise<{ a: string; b: string }[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    select one_id as a, other_id as b from project_apart where ${inScope('unit_path', scope)}`.execute(db);
  return rows;
}
