import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { itemIds } from './checklist.ts';

/** What sort of work a node is. */
export const nodeKinds = {
  preparation: { zh: '前期', en: 'Preparation' },
  approval: { zh: '审批', en: 'Approval' },
  land: { zh: '用地', en: 'Land' },
  design: { zh: '设计', en: 'Design' },
  bidding: { zh: '招标', en: 'Bidding' },
  construction: { zh: '施工', en: 'Construction' },
  equipment: { zh: '设备', en: 'Equipment' },
  acceptance: { zh: '验收', en: 'Acceptance' },
  production: { zh: '投产', en: 'Production' },
} as const satisfies Record<string, Label>;
export type NodeKind = keyof typeof nodeKinds;
export const NodeKind = z.enum(Object.keys(nodeKinds) as [NodeKind, ...NodeKind[]]);

export const dayCounts = {
  working: { zh: '工作日', en: 'working days' },
  calendar: { zh: '自然日', en: 'calendar days' },
} as const satisfies Record<string, Label>;
export type DayCount = keyof typeof dayCounts;

export const NodeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
  error: '节点编号用小写字母、数字和短横 (the id of a node is lower-case letters, digits and hyphens)',
});

/** 节点. One step of the plan: how long it takes, and after which others it starts. */
export const NodeSpec = z.object({
  id: NodeId,
  name: z.string().trim().min(1).max(60),
  kind: NodeKind,
  days: z.int().min(1).max(2000),
  counts: z.enum(Object.keys(dayCounts) as [DayCount, ...DayCount[]]).default('working'),
  /** It starts when these have finished, so many calendar days later. */
  after: z
    .array(z.object({ id: NodeId, lag: z.int().min(0).max(365).default(0) }))
    .max(50)
    .default([]),
  /** Person or unit that answers for it. */
  owner: z.string().trim().max(100).nullable().default(null),
  /** The approval that it stands for. */
  item: z.enum(itemIds).nullable().default(null),
});
export type NodeSpec = z.infer<typeof NodeSpec>;

/** A node with its days: the first and the last, both included. */
export const PlanNode = NodeSpec.extend({
  start: Day,
  finish: Day,
  /** Somebody wishes it no earlier than this. */
  notBefore: Day.nullable().default(null),
  baselineStart: Day.nullable().default(null),
  baselineFinish: Day.nullable().default(null),
  actualStart: Day.nullable().default(null),
  actualFinish: Day.nullable().default(null),
});
export type PlanNode = z.infer<typeof PlanNode>;

/** The most nodes of one plan. */
export const mostNodes = 300;

type Tied = Pick<NodeSpec, 'id' | 'name' | 'after'>;

/** Nodes that wait for each other, in their order, by following who each still waits for. */
function circleAmong(waiting: readonly Tied[]): readonly Tied[] {
  const byId = new Map(waiting.map((node) => [node.id, node]));
  const path: Tied[] = [];
  let node = waiting[0];
  while (node !== undefined && !path.includes(node)) {
    path.push(node);
    node = node.after.map(({ id }) => byId.get(id)).find((each) => each !== undefined);
  }
  return node === undefined ? path : path.slice(path.indexOf(node)).toReversed();
}

function refuseUnknown(nodes: readonly Tied[]): void {
  const ids = new Set<string>();
  for (const { id, name } of nodes) {
    if (ids.has(id)) throw new Problem('node-twice', { node: name, id });
    ids.add(id);
  }
  for (const { name, after } of nodes)
    for (const { id } of after) if (!ids.has(id)) throw new Problem('node-unknown', { node: name, after: id });
}

/**
 * Nodes so ordered that each comes after those it waits for; otherwise in the order given.
 * Problems: node-twice, node-unknown, and node-circle with the names of the nodes that wait for each other.
 */
export function inOrder<Node extends Tied>(nodes: readonly Node[]): readonly Node[] {
  refuseUnknown(nodes);
  const ordered: Node[] = [];
  const done = new Set<string>();
  let waiting = [...nodes];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ after }) => after.every(({ id }) => done.has(id)));
    if (ready.length === 0) {
      const circle = circleAmong(waiting);
      const names = [...circle, ...circle.slice(0, 1)].map(({ name }) => name);
      throw new Problem('node-circle', { nodes: names.join(' → ') });
    }
    for (const node of ready) done.add(node.id);
    ordered.push(...ready);
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
  return ordered;
}
