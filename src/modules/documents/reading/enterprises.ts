import type { EnterpriseFact } from '../extraction.ts';
import type { Draft } from './draft.ts';

export function enterprisesOf(_draft: Draft): EnterpriseFact[] {
  return [];
}
