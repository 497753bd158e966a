import { useMemo, useState } from 'react';
import { Problem } from '../../../../core/problem.ts';
import type { Label } from '../../../../core/text.ts';
import { type NodeChange, withChanges } from '../../node-change.ts';
import { isLate, roomOf, spanOfPlan } from '../../node-schedule.ts';
import type { ShownNode, ShownPlan } from '../../nodes-operations.ts';

/** A further change; the same node moved or stretched again counts once. */
function followedBy(changes: readonly NodeChange[], next: NodeChange): NodeChange[] {
  const last = changes.at(-1);
  const isMove = last?.does === 'move' && next.does === 'move' && last.node === next.node;
  const isStretch =
    last?.does === 'edit' &&
    next.does === 'edit' &&
    last.node === next.node &&
    Object.keys({ ...last.to, ...next.to }).every((key) => key === 'days');
  return isMove || isStretch ? [...changes.slice(0, -1), next] : [...changes, next];
}

type Worked = { readonly nodes: readonly ShownNode[]; readonly refusal: Label | null };

/** The plan as it would be, worked out here by the same code as on the server. */
function workedOut(plan: ShownPlan, changes: readonly NodeChange[]): Worked {
  if (changes.length === 0) return { nodes: plan.nodes, refusal: null };
  try {
    const next = withChanges(plan.nodes, changes, plan.today);
    const room = roomOf(next);
    const before = new Map(plan.nodes.map((node) => [node.id, node]));
    const nodes = next.map((node): ShownNode => {
      const blank = {
        note: null,
        evidence: [],
        forecastStart: node.start,
        forecastFinish: node.finish,
        daysLate: null,
      };
      const { slack = null, isCritical = false } = room.get(node.id) ?? {};
      return { ...blank, ...before.get(node.id), ...node, slack, isCritical, isLate: isLate(node, plan.today) };
    });
    return { nodes, refusal: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { nodes: plan.nodes, refusal: error.label };
  }
}

const none: readonly NodeChange[] = [];

/** Changes that are not saved yet, with what they come to; a change that cannot be is told and not taken. */
export function useNodeDraft(plan: ShownPlan, refuse: (label: Label) => void) {
  /** The changes after each step, so that a step that is several changes goes back at once. */
  const [steps, setSteps] = useState<readonly (readonly NodeChange[])[]>([]);
  const changes = steps.at(-1) ?? none;
  const [tried, setTried] = useState<NodeChange | null>(null);
  const worked = useMemo(
    () => workedOut(plan, tried === null ? changes : followedBy(changes, tried)),
    [plan, changes, tried],
  );
  /** All of them, or none and why not. */
  const takeAll = (more: readonly NodeChange[]): Label | null => {
    setTried(null);
    const next = more.reduce<readonly NodeChange[]>(followedBy, changes);
    const { refusal } = workedOut(plan, next);
    if (refusal === null) setSteps([...steps, next]);
    return refusal;
  };
  const take = (change: NodeChange): boolean => {
    const refusal = takeAll([change]);
    if (refusal !== null) refuse(refusal);
    return refusal === null;
  };
  return {
    nodes: worked.nodes,
    span: worked.nodes.length > 0 ? spanOfPlan(worked.nodes) : null,
    changes,
    /** While something is being dragged. */
    attempt: setTried,
    take,
    takeAll,
    /** Takes back the last step. */
    undo: () => {
      setTried(null);
      setSteps(steps.slice(0, -1));
    },
    forget: () => {
      setTried(null);
      setSteps([]);
    },
  };
}
export type NodeDraft = ReturnType<typeof useNodeDraft>;
