import type { ReadDocument } from '../../../core/document.ts';
import type { DocumentFacts, EnterpriseFact, ParkFact, ProjectFact } from '../extraction.ts';
import type { OwnVocabulary } from '../own-vocabulary.ts';
import type { Section, Sentence } from './reading.ts';

/** What is known of a document when its facts are looked for: its parts, and who it is about. */
export interface Draft {
  readonly document: ReadDocument;
  readonly sections: readonly Section[];
  readonly sectionOf: readonly (Section | null)[];
  readonly about: DocumentFacts;
  readonly sentences: readonly Sentence[];
  /** The office's own words beside the shipped vocabulary. */
  readonly own: OwnVocabulary;
}

/** Whom the document names: the subjects that a figure can have. */
export interface Named {
  readonly parks: readonly ParkFact[];
  readonly enterprises: readonly EnterpriseFact[];
  readonly projects: readonly ProjectFact[];
}
