import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from './submission.store.ts';

/** Leave to report late. */
export interface Leave {
  readonly unitPath: string;
  readonly formId: string;
  readonly period: string;
  readonly openUntil: string;
}

export async function listLeaves(
  db: Reader,
  scope: Scope,
  wanted: readonly { readonly formId: string; readonly period: string }[],
): Promise<Leave[]> {
  const { rows } = await sql<Leave>`
    select unit_path as "unitPath", form_id as "formId", period, open_until as "openUntil"
    from report_leave join unnest(${wanted.map(({ formId }) => formId)}::text[],
      ${wanted.map(({ period }) => period)}::text[]) w(wanted_form, wanted_period)
      on form_id = wanted_form and period = wanted_period
    where ${inScope(scope)}`.execute(db);
  return rows;
}

export async function saveLeave(
  db: Writer,
  leave: Leave & { readonly tenantId: string; readonly reason: string; readonly at: string; readonly by: string },
): Promise<void> {
  const given = { open_until: leave.openUntil, reason: leave.reason, at: leave.at, by: leave.by };
  await db
    .insertInto('report_leave')
    .values({
      tenant_id: leave.tenantId,
      unit_path: leave.unitPath,
      form_id: leave.formId,
      period: leave.period,
      ...given,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'unit_path', 'form_id', 'period']).doUpdateSet(given))
    .execute();
}
