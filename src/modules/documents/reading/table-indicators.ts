import type { IndicatorFact } from '../extraction.ts';
import type { Draft, Named } from './draft.ts';

/** The figures stated by tables: row × column, with unit, period and subject from heads, title and row label. */
export function tableIndicatorsOf(_draft: Draft, _named: Named): IndicatorFact[] {
  return [];
}
