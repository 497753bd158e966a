import type { ParkFact } from '../extraction.ts';
import type { Draft } from './draft.ts';

export function parksOf(_draft: Draft): ParkFact[] {
  return [];
}
