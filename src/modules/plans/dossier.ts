import type { Reading } from '../documents/reading/reading.ts';

/** What a plan rule looks at: one document, or several that ought to agree. */
export interface Dossier {
  readonly readings: readonly Reading[];
}
