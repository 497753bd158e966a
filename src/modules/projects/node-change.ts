import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Problem } from '../../core/problem.ts';
import { dayOf, finishFrom, numberOf } from './node-calendar.ts';
import { mostNodes, NodeId, NodeSpec, type PlanNode } from './node-plan.ts';
import { forecastOf, settled } from './node-schedule.ts';

const { name, kind, days, counts, after, owner, item } = NodeSpec.shape;
/** What is left out stays as it is, so nothing here is filled in by itself. */
const Edit = z
  .object({
    name,
    kind,
    days,
    counts: counts.unwrap(),
    after: after.unwrap(),
    owner: owner.unwrap(),
    item: item.unwrap(),
  })
  .partial();

/** What somebody does to a plan. */
export const NodeChange = z.discriminatedUnion('does', [
  /** Wishes the first day; what it waits for comes first. */
  z.object({ does: z.literal('move'), node: NodeId, start: Day }),
  z.object({ does: z.literal('edit'), node: NodeId, to: Edit }),
  z.object({
    does: z.literal('add'),
    node: NodeSpec,
    start: Day.optional(),
    /** The row that it stands beneath; left out, the last. */
    beneath: NodeId.optional(),
  }),
  /** Those after it wait for what it waited for. */
  z.object({ does: z.literal('remove'), node: NodeId }),
  /** 顺延: the forecast of today becomes the plan. */
  z.object({ does: z.literal('replan') }),
]);
export type NodeChange = z.infer<typeof NodeChange>;

function nodeOf(nodes: readonly PlanNode[], id: string): PlanNode {
  const node = nodes.find((each) => each.id === id);
  if (node === undefined) throw new Problem('not-found', { kind: '节点 node', id });
  return node;
}

const replaced = (nodes: readonly PlanNode[], next: PlanNode): PlanNode[] =>
  nodes.map((node) => (node.id === next.id ? next : node));

function refuseHappened({ name, actualStart, actualFinish }: PlanNode, from: 'begun' | 'ended'): void {
  const on = from === 'begun' ? actualStart : actualFinish;
  if (on !== null) throw new Problem('node-happened', { node: name, on });
}

function moved(nodes: readonly PlanNode[], id: string, start: Day): PlanNode[] {
  const node = nodeOf(nodes, id);
  refuseHappened(node, 'begun');
  return replaced(nodes, { ...node, start, notBefore: start });
}

function edited(nodes: readonly PlanNode[], { node: id, to }: Extract<NodeChange, { does: 'edit' }>): PlanNode[] {
  const node = nodeOf(nodes, id);
  const given = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined));
  const next: PlanNode = { ...node, ...given };
  const isLonger = next.days !== node.days || next.counts !== node.counts;
  if (isLonger) refuseHappened(node, 'ended');
  if (!isLonger || node.actualStart === null) return replaced(nodes, next);
  return replaced(nodes, { ...next, finish: dayOf(finishFrom(numberOf(node.actualStart), next)) });
}

function removed(nodes: readonly PlanNode[], id: string): PlanNode[] {
  const gone = nodeOf(nodes, id);
  refuseHappened(gone, 'begun');
  const inherit = (node: PlanNode): PlanNode => {
    if (!node.after.some((each) => each.id === id)) return node;
    const kept = node.after.filter((each) => each.id !== id);
    const inherited = gone.after.filter((each) => !kept.some((own) => own.id === each.id));
    return { ...node, after: [...kept, ...inherited] };
  };
  return nodes.filter((node) => node !== gone).map(inherit);
}

function added(
  nodes: readonly PlanNode[],
  { node: spec, start, beneath }: Extract<NodeChange, { does: 'add' }>,
  today: Day,
): PlanNode[] {
  if (nodes.length >= mostNodes) throw new Problem('node-many', { most: mostNodes });
  const none = { notBefore: null, baselineStart: null, baselineFinish: null, actualStart: null, actualFinish: null };
  const [from, place] = [start ?? today, nodes.findIndex(({ id }) => id === beneath)];
  const node = { ...spec, ...none, start: from, finish: from };
  return nodes.toSpliced(place < 0 ? nodes.length : place + 1, 0, node);
}

function replanned(nodes: readonly PlanNode[], today: Day): PlanNode[] {
  const forecast = forecastOf(nodes, today);
  const next = (node: PlanNode): PlanNode => {
    const { start, finish } = forecast.get(node.id) ?? node;
    if (node.actualFinish !== null) return node;
    return node.actualStart === null ? { ...node, start, finish } : { ...node, finish };
  };
  return nodes.map(next);
}

function changed(nodes: readonly PlanNode[], change: NodeChange, today: Day): PlanNode[] {
  switch (change.does) {
    case 'move':
      return moved(nodes, change.node, change.start);
    case 'edit':
      return edited(nodes, change);
    case 'add':
      return added(nodes, change, today);
    case 'remove':
      return removed(nodes, change.node);
    case 'replan':
      return replanned(nodes, today);
  }
}

/** The plan after changes, with everything pushed that waits for what moved. Problems: those of the nodes. */
export const withChanges = (nodes: readonly PlanNode[], changes: readonly NodeChange[], today: Day): PlanNode[] =>
  settled(changes.reduce<readonly PlanNode[]>((plan, change) => changed(plan, change, today), nodes));

/** What happened to a node, and when. Problems: node-day. */
export function withActual(
  nodes: readonly PlanNode[],
  { node: id, start, finish }: { readonly node: string; readonly start: Day | null; readonly finish: Day | null },
  today: Day,
): PlanNode[] {
  const node = nodeOf(nodes, id);
  const wrong = (issue: string, issueEn: string) => new Problem('node-day', { node: node.name, issue, issueEn });
  if (start === null && finish !== null)
    throw wrong('填了完成日期，须同时填开始日期', 'give the day it began along with the day it ended');
  if ([start, finish].some((day) => day !== null && day > today))
    throw wrong(`实际日期不能晚于今天（${today}）`, `what happened is not after today (${today})`);
  if (start !== null && finish !== null && finish < start)
    throw wrong('完成日期早于开始日期', 'it ended before it began');
  return settled(replaced(nodes, { ...node, actualStart: start, actualFinish: finish }));
}
