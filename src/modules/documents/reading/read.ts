import type { ReadDocument } from '../../../core/document.ts';
import type { Extraction } from '../extraction.ts';
import { layOutText, sectionsOf } from '../layout/layout.ts';
import { noOwnVocabulary, type OwnVocabulary } from '../own-vocabulary.ts';
import { aboutOf } from './about.ts';
import type { Draft } from './draft.ts';
import { enterprisesOf } from './enterprises.ts';
import { parksOf } from './parks.ts';
import { projectsOf } from './projects.ts';
import type { Reading } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import { tableIndicatorsOf } from './table-indicators.ts';
import { tablesOf } from './tables.ts';
import { tasksOf } from './tasks.ts';
import { textIndicatorsOf } from './text-indicators.ts';

/** Reads a laid-out document: deterministic, without network or model, every fact tied to its sentence. */
export function readDocument(document: ReadDocument, own: OwnVocabulary = noOwnVocabulary): Reading {
  const { sections, sectionOf } = sectionsOf(document.blocks);
  const about = aboutOf(document, sections);
  const sentences = sentencesOf(document, about, own);
  const draft: Draft = { document, sections, sectionOf, about, sentences, own };
  const parks = parksOf(draft);
  const enterprises = enterprisesOf(draft);
  const projects = projectsOf(draft, parks, enterprises);
  const named = { parks, enterprises, projects };
  const indicators = [...tableIndicatorsOf(draft, named), ...textIndicatorsOf(draft, named)];
  indicators.sort((a, b) => a.source.start - b.source.start);
  const facts: Extraction = {
    schema: 'lantu.extraction/1',
    document: about,
    indicators,
    projects,
    tasks: tasksOf(draft),
    parks,
    enterprises,
    tables: tablesOf(draft),
  };
  return { document, sections, sectionOf, sentences, facts };
}

export const readText = (name: string, text: string, own?: OwnVocabulary): Reading =>
  readDocument(layOutText(name, text), own);
