import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { Stage } from './board-operations.ts';
import { NodeChange } from './node-change.ts';
import { mostNodes, NodeId, NodeKind, NodeSpec, PlanNode } from './node-plan.ts';
import { templateOperations } from './node-templates-operations.ts';

const id = z.uuid();
const reason = z.string().trim().max(500);
const Evidence = z.object({ fileId: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) });

/** A node as kept: with what was said of how it went. */
export const KeptNode = PlanNode.extend({
  note: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type KeptNode = z.infer<typeof KeptNode>;

/** A node as shown: with its room, its forecast and whether it is late. */
export const ShownNode = KeptNode.extend({
  /** Working days; null once it has ended. */
  slack: z.int().nullable(),
  isCritical: z.boolean(),
  isLate: z.boolean(),
  forecastStart: Day,
  forecastFinish: Day,
  /** Calendar days of the forecast, or of what happened, behind the baseline; null without one. */
  daysLate: z.int().nullable(),
});
export type ShownNode = z.infer<typeof ShownNode>;

export const ShownPlan = z.object({
  today: Day,
  /** 0 for a project without a plan. */
  revision: z.int(),
  template: z.string().nullable(),
  /** Of the template that it began with; 0 for one that ships, null without one. */
  templateRevision: z.int().nullable(),
  targetOn: Day.nullable(),
  baselineOn: Day.nullable(),
  /** Null for a project without a plan. */
  span: z.object({ start: Day, finish: Day, baselineFinish: Day.nullable(), forecastFinish: Day }).nullable(),
  nodes: z.array(ShownNode),
});
export type ShownPlan = z.infer<typeof ShownPlan>;

const LateNode = z.object({
  id,
  project: z.string(),
  unitPath: z.string(),
  node: NodeId,
  name: z.string(),
  kind: NodeKind,
  owner: z.string().nullable(),
  finish: Day,
  daysLate: z.int(),
  isBegun: z.boolean(),
});
export type LateNode = z.infer<typeof LateNode>;

const LateGroup = z.object({ key: z.string().nullable(), nodes: z.int(), projects: z.int(), worst: z.int() });
export type LateGroup = z.infer<typeof LateGroup>;

const PortfolioRow = z.object({
  id,
  name: z.string(),
  unitPath: z.string(),
  stage: Stage,
  start: Day,
  finish: Day,
  targetOn: Day.nullable(),
  baselineFinish: Day.nullable(),
  late: z.int(),
  /** Those that reach into the window. */
  nodes: z.array(
    PlanNode.pick({
      id: true,
      name: true,
      kind: true,
      start: true,
      finish: true,
      actualStart: true,
      actualFinish: true,
    }),
  ),
});
export type PortfolioRow = z.infer<typeof PortfolioRow>;

export const nodeOperations = {
  ...templateOperations,

  'nodes.show': defineOperation({
    summary: { zh: '项目节点计划', en: 'The node plan of a project' },
    route: 'GET /nodes/projects/:id',
    permission: 'register.read',
    input: z.object({ id }),
    output: ShownPlan,
  }),

  'nodes.plan': defineOperation({
    summary: { zh: '编排节点计划（倒排或正排）', en: 'Plan a project back from a target, or on from a start' },
    route: 'POST /nodes/projects/:id/plan',
    permission: 'project.move',
    input: z
      .object({
        id,
        /** 0 for a first plan. */
        revision: z.coerce.number().int().min(0),
        /** A template; left out with `nodes` left out too, the nodes that are there. */
        template: NodeId.optional(),
        nodes: z.array(NodeSpec).min(1).max(mostNodes).optional(),
        targetOn: Day.nullable().default(null),
        startOn: Day.nullable().default(null),
        /** Makes the new days the baseline; a first plan always is one. */
        setsBaseline: z.boolean().default(false),
        reason: reason.nullable().default(null),
      })
      .refine(({ targetOn, startOn }) => (targetOn === null) !== (startOn === null), {
        error: '倒排填目标日期，正排填开始日期，二者填一个 (give either the target or the start)',
      }),
    output: ShownPlan,
  }),

  'nodes.change': defineOperation({
    summary: { zh: '调整节点计划', en: 'Change the nodes of a plan' },
    route: 'POST /nodes/projects/:id/change',
    permission: 'project.move',
    input: z.object({
      id,
      revision: z.coerce.number().int().min(1),
      changes: z.array(NodeChange).min(1).max(300),
      reason: reason.min(1, { error: '请写明调整原因 (say why the plan changes)' }),
    }),
    output: ShownPlan,
  }),

  'nodes.actual': defineOperation({
    summary: { zh: '登记节点实际进度', en: 'Record what happened to a node' },
    route: 'PUT /nodes/projects/:id/nodes/:node',
    permission: 'project.move',
    input: z.object({
      id,
      node: NodeId,
      revision: z.coerce.number().int().min(1),
      start: Day.nullable(),
      finish: Day.nullable().default(null),
      note: z.string().trim().max(500).nullable().default(null),
      evidence: z.array(Evidence).max(50).default([]),
    }),
    output: ShownPlan,
  }),

  'nodes.late': defineOperation({
    summary: { zh: '谁超期：超过计划完成日的节点', en: 'Who is late: nodes past their planned last day' },
    route: 'GET /nodes/late',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      owner: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({
      today: Day,
      total: z.int(),
      byUnit: z.array(LateGroup),
      byOwner: z.array(LateGroup),
      /** The latest first. */
      nodes: z.array(LateNode),
    }),
  }),

  'nodes.portfolio': defineOperation({
    summary: { zh: '项目群甘特图', en: 'The plans of many projects in a window of days' },
    route: 'GET /nodes/portfolio',
    permission: 'register.read',
    input: z.object({
      from: Day,
      to: Day,
      unitPath: UnitPath.optional(),
      search: z.string().max(100).optional(),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      today: Day,
      total: z.int(),
      rows: z.array(PortfolioRow),
    }),
  }),
};
