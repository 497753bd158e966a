import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import type { Owned } from './delivery.store.ts';
import type { KeptNode } from './nodes-operations.ts';

export interface PlanHead {
  readonly revision: number;
  readonly template: string | null;
  /** Unit that made the template; null for one that ships. */
  readonly templateUnit: string | null;
  /** Of the template that it began with; null without one. */
  readonly templateRevision: number | null;
  readonly targetOn: Day | null;
  readonly baselineOn: Day | null;
  readonly updatedBy: string;
}

interface Stamp {
  readonly at: string;
  readonly by: string;
}

const own = ({ tenantId, projectId }: Owned) =>
  sql`tenant_id = ${tenantId}::bigint and project_id = ${projectId}::uuid`;

export async function findPlan(db: Reader, owned: Owned): Promise<PlanHead | undefined> {
  const { rows } = await sql<PlanHead>`
    select revision, template, template_unit::text as "templateUnit", template_revision as "templateRevision",
      target_on as "targetOn", baseline_on as "baselineOn", updated_by as "updatedBy"
    from project_plan where ${own(owned)}`.execute(db);
  return rows[0];
}

export async function listNodes(db: Reader, owned: Owned): Promise<KeptNode[]> {
  const { rows } = await sql<KeptNode>`
    select node_id as id, name, kind, days, counts, after, owner, item, not_before as "notBefore", start_on as start,
      finish_on as finish, baseline_start_on as "baselineStart", baseline_finish_on as "baselineFinish",
      actual_start_on as "actualStart", actual_finish_on as "actualFinish", note, evidence
    from project_node where ${own(owned)} order by place, node_id`.execute(db);
  return rows;
}

type Saved = Omit<PlanHead, 'updatedBy'> & {
  readonly span: { readonly start: Day; readonly finish: Day; readonly baselineFinish: Day | null };
};

/** False when somebody else has saved it since. */
export async function savePlan(db: Writer, owned: Owned, head: Saved, { at, by }: Stamp): Promise<boolean> {
  const { revision, template, templateUnit, templateRevision, targetOn, baselineOn, span } = head;
  const { tenantId, projectId, unitPath } = owned;
  const { numAffectedRows } = await sql`
    insert into project_plan as p (tenant_id, project_id, unit_path, revision, template, template_unit, template_revision,
      target_on, start_on, finish_on, baseline_finish_on, baseline_on, updated_at, updated_by)
    values (${tenantId}::bigint, ${projectId}::uuid, ${unitPath}::public.ltree, ${revision}, ${template},
      ${templateUnit}::public.ltree, ${templateRevision}::int, ${targetOn}, ${span.start}, ${span.finish}, ${span.baselineFinish}, ${baselineOn}, ${at}, ${by})
    on conflict (tenant_id, project_id) do update set revision = excluded.revision, template = excluded.template,
      template_unit = excluded.template_unit, template_revision = excluded.template_revision, target_on = excluded.target_on, start_on = excluded.start_on, finish_on = excluded.finish_on,
      baseline_finish_on = excluded.baseline_finish_on, baseline_on = excluded.baseline_on,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where p.revision = excluded.revision - 1`.execute(db);
  return numAffectedRows === 1n;
}

/** The nodes of the plan, all of them: those that are not among them are gone. */
export async function saveNodes(
  db: Writer,
  owned: Owned,
  nodes: readonly KeptNode[],
  { at, by }: Stamp,
): Promise<void> {
  const { tenantId, projectId, unitPath } = owned;
  const ids = nodes.map(({ id }) => id);
  await sql`delete from project_node where ${own(owned)} and node_id <> all(${ids}::text[])`.execute(db);
  await sql`
    insert into project_node (tenant_id, project_id, node_id, unit_path, place, name, kind, days, counts, after, owner,
      item, not_before, start_on, finish_on, baseline_start_on, baseline_finish_on, actual_start_on, actual_finish_on,
      note, evidence, updated_at, updated_by)
    select ${tenantId}::bigint, ${projectId}::uuid, id, ${unitPath}::public.ltree, place, name, kind, days, counts,
      after, owner, item, "notBefore", start, finish, "baselineStart", "baselineFinish", "actualStart", "actualFinish",
      note, evidence, ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(nodes.map((node, i) => ({ ...node, place: i + 1 })))}::jsonb) as r (
      id text, place int, name text, kind text, days int, counts text, after jsonb, owner text, item text,
      "notBefore" text, start text, finish text, "baselineStart" text, "baselineFinish" text, "actualStart" text,
      "actualFinish" text, note text, evidence jsonb)
    on conflict (tenant_id, project_id, node_id) do update set place = excluded.place, name = excluded.name,
      kind = excluded.kind, days = excluded.days, counts = excluded.counts, after = excluded.after,
      owner = excluded.owner, item = excluded.item, not_before = excluded.not_before, start_on = excluded.start_on,
      finish_on = excluded.finish_on, baseline_start_on = excluded.baseline_start_on,
      baseline_finish_on = excluded.baseline_finish_on, actual_start_on = excluded.actual_start_on,
      actual_finish_on = excluded.actual_finish_on, note = excluded.note, evidence = excluded.evidence,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(db);
}
