import type { ReadDocument } from '../../../core/document.ts';
import type { DocumentFacts } from '../extraction.ts';
import type { Section } from './reading.ts';

/** Title, issuer, number, dates, planning period and regions, from the head of the document and its own words. */
export function aboutOf(_document: ReadDocument, _sections: readonly Section[]): DocumentFacts {
  return { title: null, issuer: null, number: null, issuedOn: null, period: null, baseYear: null, regions: [] };
}
