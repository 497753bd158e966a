import type { TableFact } from '../extraction.ts';
import type { Draft } from './draft.ts';

/** Every table with typed cells: a figure as a number, words as text, an empty cell as null. */
export function tablesOf(_draft: Draft): TableFact[] {
  return [];
}
