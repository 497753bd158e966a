/** Many projects, each with its node plan partly lived: what boards and charts of a whole province are measured on. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../src/core/tables.ts';
import { dayOf, numberOf } from '../../src/modules/projects/node-calendar.ts';
import type { PlanNode } from '../../src/modules/projects/node-plan.ts';
import { planBackward, spanOfPlan } from '../../src/modules/projects/node-schedule.ts';
import { templates } from '../../src/modules/projects/node-templates.ts';
import { projectStages } from '../../src/modules/projects/register.ts';

const patterns = 60;
const today = numberOf('2026-11-22');

/** What lies behind has happened, a little late; now and then something has not, and is late. */
function lived(node: PlanNode, pattern: number, i: number): PlanNode {
  const [start, finish] = [numberOf(node.start), numberOf(node.finish)];
  if (finish >= today - 10 || (pattern * 7 + i) % 11 === 0) return node;
  const delay = (pattern + i) % 6;
  return { ...node, actualStart: dayOf(start + delay), actualFinish: dayOf(finish + delay) };
}

/** Plans with targets four weeks apart: some nearly done, some hardly begun. */
function livedPlans() {
  const nodes = templates.find(({ id }) => id === 'industrial')?.nodes ?? [];
  return Array.from({ length: patterns }, (_, pattern) => {
    const target = dayOf(today + 60 + (pattern % 30) * 28);
    const plan = planBackward(nodes, target).map((node, i) =>
      lived({ ...node, baselineStart: node.start, baselineFinish: node.finish }, pattern, i),
    );
    return { pattern, target, ...spanOfPlan(plan), nodes: plan.map((node, i) => ({ ...node, place: i + 1 })) };
  });
}

/** Where the projects are: their owner and unit, project after project in turn. */
export interface Home {
  readonly tenantId: string;
  readonly unitPath: string;
}

const at = '2026-11-01T00:00:00Z';
const idOf = sql`('00000000-0000-4000-9000-' || lpad(to_hex(p.n), 12, '0'))::uuid`;

/** So many projects with 32 nodes each, past the checks. */
export async function addPortfolio(owner: Kysely<Tables>, homes: readonly Home[], count: number): Promise<void> {
  const stages = Object.keys(projectStages);
  await sql`create temporary table planted as
    select ${idOf} as project_id, p.n, h.tenant_id, h.unit_path, p.n % ${patterns}::int as pattern,
      (${stages}::text[])[1 + p.n % ${stages.length}::int] as stage
    from generate_series(1, ${count}::int) p(n)
    join unnest(${homes.map(({ tenantId }) => tenantId)}::bigint[], ${homes.map(({ unitPath }) => unitPath)}::public.ltree[])
      with ordinality h(tenant_id, unit_path, place) on h.place = 1 + p.n % ${homes.length}::int`.execute(owner);
  await sql`insert into project (tenant_id, project_id, unit_path, begun_on, revision, provenance, created_at, created_by,
      updated_at, updated_by)
    select tenant_id, project_id, unit_path, '2024-01-01', 1, '[]', ${at}, 'x', ${at}, 'x' from planted`.execute(owner);
  await sql`insert into project_version (tenant_id, project_id, unit_path, valid_from, name, data, at, by)
    select tenant_id, project_id, unit_path, '2024-01-01', '第' || lpad(n::text, 5, '0') || '号工业项目',
      jsonb_build_object('name', '第' || n || '号工业项目', 'stage', stage, 'content', '年产若干', 'address', '园区',
        'investment', jsonb_build_object('value', (n % 997 + 1) * 1000000, 'typed', '1', 'unit', '元')), ${at}, 'x'
    from planted`.execute(owner);
  await sql`insert into project_event (tenant_id, project_id, seq, unit_path, track, action, to_stage, on_day, stated,
      evidence, at, by, by_unit)
    select tenant_id, project_id, s, unit_path, 'life', 'open', stage, '2026-0' || (1 + n % 9) || '-15', '{}', '[]',
      ${at}, 'x', unit_path
    from planted cross join generate_series(1, 3) s`.execute(owner);
  const plans = JSON.stringify(livedPlans());
  await sql`insert into project_plan (tenant_id, project_id, unit_path, revision, template, target_on, start_on,
      finish_on, baseline_finish_on, baseline_on, updated_at, updated_by)
    select tenant_id, project_id, unit_path, 1, 'industrial', r.target, r.start, r.finish, r.target, '2025-01-01', ${at}, 'x'
    from planted join jsonb_to_recordset(${plans}::jsonb) as r (pattern int, target text, start text, finish text)
      using (pattern)`.execute(owner);
  await sql`insert into project_node (tenant_id, project_id, node_id, unit_path, place, name, kind, days, counts, after,
      owner, item, start_on, finish_on, baseline_start_on, baseline_finish_on, actual_start_on, actual_finish_on,
      evidence, updated_at, updated_by)
    select q.tenant_id, q.project_id, r.id, q.unit_path, r.place, r.name, r.kind, r.days, r.counts, r.after,
      '责任人' || (q.n + r.place) % 200, r.item, r.start, r.finish, r."baselineStart", r."baselineFinish",
      r."actualStart", r."actualFinish", '[]', ${at}, 'x'
    from planted q join jsonb_to_recordset(${plans}::jsonb) as l (pattern int, nodes jsonb) using (pattern)
    cross join jsonb_to_recordset(l.nodes) as r (id text, place int, name text, kind text, days int, counts text,
      after jsonb, item text, start text, finish text, "baselineStart" text, "baselineFinish" text, "actualStart" text,
      "actualFinish" text)
    order by q.tenant_id, q.project_id, r.place`.execute(owner);
  await sql`drop table planted`.execute(owner);
  await sql`analyze`.execute(owner);
}
