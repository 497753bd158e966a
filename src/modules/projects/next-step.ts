import { factsOfItems, type ItemRecord } from './checklist.ts';
import { type Fact, lackingFor, type ProjectAction, type ProjectStage, possibleOf, statedFacts } from './lifecycle.ts';

const aside: readonly ProjectAction[] = ['pause', 'drop', 'exit'];
/** Given along with the action itself, so nobody waits for them. */
export const givenWithAction: readonly Fact[] = [...statedFacts, 'evidence', 'reason'];

/** The step that leads on from a stage; null at the end of the way. */
export const nextOf = (stage: ProjectStage): ProjectAction | null =>
  possibleOf(stage).find((action) => !aside.includes(action)) ?? null;

/** What is recorded of a project, as far as its next step asks for it. */
export interface Recorded {
  readonly stage: ProjectStage;
  readonly hasContent: boolean;
  readonly hasInvestment: boolean;
  readonly hasSite: boolean;
  readonly hasOwner: boolean;
  readonly hasLeadUnit: boolean;
  readonly items: readonly Pick<ItemRecord, 'item' | 'state'>[];
}

/** The next step, and what has to be there before anybody can take it. */
export function nextStep(recorded: Recorded): { readonly next: ProjectAction | null; readonly lacks: readonly Fact[] } {
  const next = nextOf(recorded.stage);
  if (next === null) return { next, lacks: [] };
  const known = {
    content: recorded.hasContent,
    investment: recorded.hasInvestment,
    site: recorded.hasSite,
    owner: recorded.hasOwner,
    'lead-unit': recorded.hasLeadUnit,
    ...factsOfItems(recorded.items),
  };
  return { next, lacks: lackingFor(next, known).filter((fact) => !givenWithAction.includes(fact)) };
}
