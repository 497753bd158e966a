import { isSame } from '../../core/difference.ts';
import { Problem } from '../../core/problem.ts';
import type { FactContent, FactState, PlanFact } from './plan.ts';

interface Change {
  readonly revision: number;
  readonly state: FactState;
  readonly fact?: FactContent | undefined;
}

/** A fact after a decision. Refuses when somebody else decided meanwhile, so nobody overwrites what they never saw. */
export function reviseFact(current: PlanFact, change: Change, by: string, at: string): PlanFact {
  if (change.revision !== current.revision) {
    const { updatedBy, revision } = current;
    throw new Problem('changed-meanwhile', { name: `“${nameOf(current)}”`, actor: updatedBy, revision });
  }
  if (change.fact !== undefined && change.fact.kind !== current.kind)
    throw new Problem('invalid-input', { count: 1, issues: `fact.kind: ${change.fact.kind} ≠ ${current.kind}` });
  const readByMachine = current.original ?? current.data;
  const isAsRead = change.fact === undefined || isSame(change.fact.data, readByMachine);
  const data = change.fact === undefined ? current.data : change.fact.data;
  return {
    ...current,
    data,
    state: change.state,
    original: current.state === 'added' || (isAsRead && isSame(data, readByMachine)) ? null : readByMachine,
    revision: current.revision + 1,
    updatedAt: at,
    updatedBy: by,
  } as PlanFact;
}

export const nameOf = ({ kind, data }: FactContent): string => (kind === 'task' ? data.text : data.name);
