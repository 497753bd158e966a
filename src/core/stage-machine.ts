import { Problem } from './problem.ts';
import type { Label } from './text.ts';

interface Transition<Stage extends string, Fact extends string> {
  readonly label: Label;
  readonly from: readonly Stage[];
  readonly to: Stage;
  readonly needs: readonly Fact[];
}

export interface StageMachine<Stage extends string, Action extends string, Fact extends string> {
  readonly first: NoInfer<Stage>;
  readonly stages: Readonly<Record<Stage, Label>>;
  readonly actions: Readonly<Record<Action, Transition<NoInfer<Stage>, Fact>>>;
}

export const defineStageMachine = <Stage extends string, Action extends string, const Fact extends string>(
  machine: StageMachine<Stage, Action, Fact>,
): StageMachine<Stage, Action, Fact> => machine;

export function possibleActions<S extends string, A extends string, F extends string>(
  machine: StageMachine<S, A, F>,
  stage: S,
): A[] {
  return (Object.keys(machine.actions) as A[]).filter((action) => machine.actions[action].from.includes(stage));
}

/** The next stage, or a Problem saying what stands in the way and what can be done instead. */
export function advance<S extends string, A extends string, F extends string>(
  machine: StageMachine<S, A, F>,
  stage: S,
  action: A,
  facts: Readonly<Partial<Record<F, unknown>>>,
): S {
  const { from, to, needs } = machine.actions[action];
  if (!from.includes(stage)) {
    const possible = possibleActions(machine, stage).join(', ');
    throw new Problem('stage-not-reachable', { from: stage, action, possible });
  }
  const lacking = needs.filter((fact) => facts[fact] == null);
  if (lacking.length > 0) throw new Problem('facts-missing', { action, facts: lacking.join(', ') });
  return to;
}
