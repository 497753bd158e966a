import type { ReadDocument } from '../../../core/document.ts';
import type { DocumentFacts } from '../extraction.ts';
import type { OwnVocabulary } from '../own-vocabulary.ts';
import type { Sentence } from './reading.ts';

/** Cuts running text into sentences and finds the quantities and periods in each. */
export function sentencesOf(_document: ReadDocument, _about: DocumentFacts, _own: OwnVocabulary): Sentence[] {
  return [];
}
