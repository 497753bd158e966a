import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Recorded } from './next-step.ts';

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
