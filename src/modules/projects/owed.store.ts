import { sql } from 'kysely';
import type { Reader, Scope } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Owed } from './owed-operations.ts';

interface Asked {
  readonly scope: Scope;
  readonly unitPath: string | undefined;
  readonly on: Day;
}

/** Payables by day of delivery, corrections netted, and the sum of payments, up to a day. */
export async function listOwed(db: Reader, { scope, unitPath, on }: Asked): Promise<Owed[]> {
  const below = unitPath === undefined ? sql`` : sql`and unit_path operator(public.<@) ${unitPath}::public.ltree`;
  const { rows } = await sql<Owed>`
    with entries as (
      select tenant_id, project_id, kind, on_day, sum(amount) as amount, max(agreed_days) as agreed
      from project_fund
      where kind in ('payable', 'paid') and on_day <= ${on} and ${inScope('unit_path', scope)} ${below}
      group by 1, 2, 3, 4
    )
    select project_id as id,
      jsonb_agg(jsonb_build_object('deliveredOn', on_day, 'amount', amount::text, 'agreedDays', agreed) order by on_day)
        filter (where kind = 'payable') as payables,
      coalesce(sum(amount) filter (where kind = 'paid'), 0)::text as paid
    from entries group by tenant_id, project_id
    having count(*) filter (where kind = 'payable') > 0
    order by project_id`.execute(db);
  return rows;
}
