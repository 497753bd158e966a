import type { Day } from '../../core/day.ts';
import { beginOn, type DayNumber, dayOf, endBy, finishFrom, numberOf, startFor, workdaysIn } from './node-calendar.ts';
import { inOrder, type NodeSpec, type PlanNode } from './node-plan.ts';

interface Span {
  readonly start: DayNumber;
  readonly finish: DayNumber;
}
type Spans = Map<string, Span>;

interface Rules {
  /** A node that has not begun starts no earlier. */
  readonly earliest: (node: PlanNode) => DayNumber;
  /** Last day of a node that has begun and not ended. */
  readonly open: (node: PlanNode, start: DayNumber) => DayNumber;
}

const begun = ({ actualStart }: PlanNode): boolean => actualStart !== null;
const wished = ({ notBefore }: PlanNode): DayNumber => (notBefore === null ? -Infinity : numberOf(notBefore));
const spanOf = (spans: Spans, id: string): Span => spans.get(id) as Span;

/** From the first to the last: what happened stands, everything else waits for what it depends on. */
function forward(ordered: readonly PlanNode[], { earliest, open }: Rules): Spans {
  const spans: Spans = new Map();
  for (const node of ordered) {
    if (node.actualStart !== null) {
      const start = numberOf(node.actualStart);
      spans.set(node.id, {
        start,
        finish: node.actualFinish === null ? open(node, start) : numberOf(node.actualFinish),
      });
      continue;
    }
    const waits = node.after.map(({ id, lag }) => spanOf(spans, id).finish + 1 + lag);
    const start = beginOn(Math.max(earliest(node), ...waits), node);
    spans.set(node.id, { start, finish: finishFrom(start, node) });
  }
  return spans;
}

/** From the last to the first: the latest days that keep `end`; nodes that have begun hold nobody up. */
function backward(
  ordered: readonly PlanNode[],
  end: DayNumber,
  settle: (node: PlanNode, finish: DayNumber) => DayNumber,
): Spans {
  const limits = new Map<string, DayNumber>();
  const spans: Spans = new Map();
  for (const node of ordered.toReversed()) {
    const finish = settle(node, endBy(limits.get(node.id) ?? end, node));
    const start = startFor(finish, node);
    spans.set(node.id, { start, finish });
    if (begun(node)) continue;
    for (const { id, lag } of node.after) limits.set(id, Math.min(limits.get(id) ?? end, start - 1 - lag));
  }
  return spans;
}

const asIs = (_: PlanNode, finish: DayNumber) => finish;
const placed = (node: PlanNode, spans: Spans): PlanNode => {
  const { start, finish } = spanOf(spans, node.id);
  return begun(node) ? node : { ...node, start: dayOf(start), finish: dayOf(finish) };
};
const fresh = (spec: NodeSpec, day: Day): PlanNode => ({
  notBefore: null,
  baselineStart: null,
  baselineFinish: null,
  actualStart: null,
  actualFinish: null,
  ...spec,
  start: day,
  finish: day,
});

/**
 * The plan again after anything has changed: no node starts before its planned day, its wish, or the end of what it
 * waits for. What has begun never moves; a plan that holds already stays as it is.
 */
export function settled(nodes: readonly PlanNode[]): PlanNode[] {
  const spans = forward(inOrder(nodes), {
    earliest: (node) => Math.max(numberOf(node.start), wished(node)),
    open: (node, start) => Math.max(numberOf(node.finish), finishFrom(start, node)),
  });
  return nodes.map((node) => placed(node, spans));
}

/** 正排. From a start day on, each node as early as it can. */
export function planForward(specs: readonly (NodeSpec | PlanNode)[], from: Day): PlanNode[] {
  return settled(
    specs.map((spec) => ('start' in spec && begun(spec) ? spec : { ...fresh(spec, from), notBefore: null })),
  );
}

/** 倒排. Back from the target day, each node as late as it can; what has happened may push the rest beyond the target. */
export function planBackward(specs: readonly (NodeSpec | PlanNode)[], target: Day): PlanNode[] {
  const nodes = specs.map((spec) => ('start' in spec ? { ...spec, notBefore: null } : fresh(spec, target)));
  const spans = backward(inOrder(nodes), numberOf(target), asIs);
  return settled(nodes.map((node) => placed(node, spans)));
}

/** First planned or actual day and last day of a plan. */
export function spanOfPlan(nodes: readonly PlanNode[]): { readonly start: Day; readonly finish: Day } {
  const starts = nodes.map(({ start, actualStart }) => actualStart ?? start).sort();
  const finishes = nodes.map(({ finish, actualFinish }) => actualFinish ?? finish).sort();
  return { start: starts[0] as Day, finish: finishes.at(-1) as Day };
}

export interface Room {
  /** Working days by which it may end later without the whole ending later; null once it has ended. */
  readonly slack: number | null;
  /** 关键线路: it has no slack, and has not ended. */
  readonly isCritical: boolean;
  /** Latest first day that keeps the end of the whole. */
  readonly latestStart: Day;
}

/**
 * Slack of every node, from the length of the network alone: however late a plan back from its target puts a node, it
 * has as much room as it could have. Days off at the end of a node are no room.
 */
export function roomOf(nodes: readonly PlanNode[]): ReadonlyMap<string, Room> {
  if (nodes.length === 0) return new Map();
  const ordered = inOrder(nodes);
  const from = numberOf(spanOfPlan(nodes).start);
  const early = forward(ordered, {
    earliest: (node) => Math.max(from, wished(node)),
    open: (node, start) => finishFrom(start, node),
  });
  const end = Math.max(...[...early.values()].map(({ finish }) => finish));
  const late = backward(ordered, end, ({ id }, finish) => {
    const own = spanOf(early, id).finish;
    return workdaysIn(own, finish) === 0 ? own : finish;
  });
  const room = ({ id, actualFinish }: PlanNode): Room => {
    const slack = actualFinish === null ? workdaysIn(spanOf(early, id).finish, spanOf(late, id).finish) : null;
    return { slack, isCritical: slack === 0, latestStart: dayOf(spanOf(late, id).start) };
  };
  return new Map(nodes.map((node) => [node.id, room(node)]));
}

export interface Forecast {
  readonly start: Day;
  readonly finish: Day;
  /** Calendar days behind the baseline, negative when ahead; null without a baseline. */
  readonly daysLate: number | null;
}

/** What the plan comes to if nothing is made up for: nothing begins before today, nothing open ended before it. */
export function forecastOf(nodes: readonly PlanNode[], today: Day): ReadonlyMap<string, Forecast> {
  const now = numberOf(today);
  const spans = forward(inOrder(nodes), {
    earliest: (node) => Math.max(now, numberOf(node.start), wished(node)),
    open: (node, start) => Math.max(now, finishFrom(start, node)),
  });
  const forecast = ({ id, baselineFinish }: PlanNode): Forecast => {
    const { start, finish } = spanOf(spans, id);
    const daysLate = baselineFinish === null ? null : finish - numberOf(baselineFinish);
    return { start: dayOf(start), finish: dayOf(finish), daysLate };
  };
  return new Map(nodes.map((node) => [node.id, forecast(node)]));
}

/** Past its planned last day and not ended. */
export const isLate = ({ finish, actualFinish }: Pick<PlanNode, 'finish' | 'actualFinish'>, today: Day): boolean =>
  actualFinish === null && finish < today;
