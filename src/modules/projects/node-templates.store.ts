import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Owned } from './delivery.store.ts';
import type { NodeTemplate } from './node-templates.ts';
import type { TemplateVersion } from './node-templates-operations.ts';

type Owner = Pick<Owned, 'tenantId' | 'unitPath'>;

export interface TemplateRow extends NodeTemplate {
  readonly unitPath: string;
  readonly revision: number;
  readonly withdrawnOn: Day | null;
}

export async function listTemplates(db: Reader, scope: Scope): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select template_id as id, label, source, nodes, unit_path::text as "unitPath", revision,
      withdrawn_on as "withdrawnOn"
    from project_template where ${inScope('unit_path', scope)} order by unit_path, template_id`.execute(db);
  return rows;
}

/** Plans that began with a template, by the unit that made it (empty for one that ships) and its number. */
export async function countPlans(db: Reader, scope: Scope): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; plans: number }>`
    select coalesce(template_unit::text, '') || ' ' || template as key, count(*)::int as plans
    from project_plan where template is not null and ${inScope('unit_path', scope)} group by 1`.execute(db);
  return new Map(rows.map(({ key, plans }) => [key, plans]));
}

interface Saving extends NodeTemplate {
  readonly revision: number;
  readonly reason: string | null;
}

/** A template and, beside it, the version that a plan can be traced to. False when somebody else has saved it since. */
export async function saveTemplate(
  db: Writer,
  { tenantId, unitPath }: Owner,
  { id, label, source, nodes, revision, reason }: Saving,
  { at, by }: { readonly at: string; readonly by: string },
): Promise<boolean> {
  const [labelText, nodesText] = [JSON.stringify(label), JSON.stringify(nodes)];
  const { numAffectedRows } = await sql`
    insert into project_template as t (tenant_id, unit_path, template_id, label, source, nodes, revision, updated_at,
      updated_by)
    values (${tenantId}::bigint, ${unitPath}::public.ltree, ${id}, ${labelText}::jsonb, ${source},
      ${nodesText}::jsonb, ${revision}, ${at}, ${by})
    on conflict (tenant_id, unit_path, template_id) do update set label = excluded.label, source = excluded.source,
      nodes = excluded.nodes, revision = excluded.revision, withdrawn_on = null, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by
    where t.revision = excluded.revision - 1`.execute(db);
  if (numAffectedRows !== 1n) return false;
  await sql`
    insert into project_template_version (tenant_id, unit_path, template_id, revision, label, source, nodes, reason, at, by)
    values (${tenantId}::bigint, ${unitPath}::public.ltree, ${id}, ${revision}, ${labelText}::jsonb, ${source},
      ${nodesText}::jsonb, ${reason}, ${at}, ${by})`.execute(db);
  return true;
}

/** False when somebody else has saved it since, or it was withdrawn already. */
export async function withdrawTemplate(
  db: Writer,
  { tenantId, unitPath }: Owner,
  { id, revision, on }: { readonly id: string; readonly revision: number; readonly on: Day },
  { at, by }: { readonly at: string; readonly by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update project_template set withdrawn_on = ${on}, updated_at = ${at}, updated_by = ${by}
    where tenant_id = ${tenantId}::bigint and unit_path = ${unitPath}::public.ltree and template_id = ${id}
      and revision = ${revision} and withdrawn_on is null`.execute(db);
  return numAffectedRows === 1n;
}

/** Every version of a template, the last first. */
export async function listVersions(db: Reader, scope: Scope, unitPath: string, id: string): Promise<TemplateVersion[]> {
  const { rows } = await sql<TemplateVersion>`
    select revision, label, source, nodes, reason, at::text as at, by from project_template_version
    where unit_path = ${unitPath}::public.ltree and template_id = ${id} and ${inScope('unit_path', scope)}
    order by revision desc`.execute(db);
  return rows;
}
