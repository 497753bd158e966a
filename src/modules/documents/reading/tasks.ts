import type { TaskFact } from '../extraction.ts';
import type { Draft } from './draft.ts';

export function tasksOf(_draft: Draft): TaskFact[] {
  return [];
}
