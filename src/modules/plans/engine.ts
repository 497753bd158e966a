import type { ReadDocument } from '../../core/document.ts';
import type { Language } from '../../core/text.ts';
import type { Extraction } from '../documents/extraction.ts';
import type { OwnVocabulary } from '../documents/own-vocabulary.ts';
import type { Correction } from '../documents/reading/corrected.ts';
import type { KeptFinding } from './finding.ts';

export type ReadingStep = 'waiting' | 'opening' | 'reading' | 'checking' | 'saving' | 'done';

export interface ReadPlan {
  readonly document: ReadDocument;
  readonly facts: Extraction;
  readonly findings: readonly KeptFinding[];
}

/** A document with the facts that people left standing. */
export interface Checked {
  readonly document: ReadDocument;
  readonly facts: Extraction;
  /** Figures set right by hand: checks that go back to sentences and cells see them too. */
  readonly corrections: readonly Correction[];
}

export type ExportFormat = 'extraction' | 'lint' | 'sarif' | 'html' | 'text' | 'docx' | 'xlsx';

export interface Rendering extends Omit<Checked, 'corrections'> {
  readonly title: string;
  readonly findings: readonly KeptFinding[];
  readonly original: Uint8Array;
  readonly format: ExportFormat;
  readonly language: Language;
}

/** Reads, checks and renders away from the server's own thread; `app/` provides it. */
export interface Engine {
  read(name: string, bytes: Uint8Array, own: OwnVocabulary, onStep: (step: ReadingStep) => void): Promise<ReadPlan>;
  check(plans: readonly Checked[], own: OwnVocabulary): Promise<KeptFinding[]>;
  render(rendering: Rendering): Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
}
