import type { IndicatorFact } from '../extraction.ts';
import type { Draft, Named } from './draft.ts';

/** The figures stated in running text. */
export function textIndicatorsOf(_draft: Draft, _named: Named): IndicatorFact[] {
  return [];
}
