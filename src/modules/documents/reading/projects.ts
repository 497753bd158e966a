import type { EnterpriseFact, ParkFact, ProjectFact } from '../extraction.ts';
import type { Draft } from './draft.ts';

export function projectsOf(
  _draft: Draft,
  _parks: readonly ParkFact[],
  _enterprises: readonly EnterpriseFact[],
): ProjectFact[] {
  return [];
}
