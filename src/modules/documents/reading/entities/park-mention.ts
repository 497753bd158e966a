import type { Source } from '../../../../core/document.ts';
import type { ParkFact } from '../../extraction.ts';

/** A park as one place of the document shows it. */
export interface ParkMention {
  readonly name: string;
  readonly source: Source;
  readonly level: string | null;
  readonly parent: string | null;
  readonly area: ParkFact['area'];
  readonly bounds: ParkFact['bounds'];
  readonly industries: readonly string[];
  /** Headings, lists and tables declare a park; running text only names it. */
  readonly declared: boolean;
}

/** A mention that says nothing but the name. */
export const plain = { level: null, parent: null, area: null, bounds: null, industries: [], declared: true };
