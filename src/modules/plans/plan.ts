import * as z from 'zod';
import {
  DocumentFacts,
  EnterpriseFact,
  IndicatorFact,
  ParkFact,
  ProjectFact,
  Source,
  TableFact,
  TaskFact,
} from '../documents/extraction.ts';

/** proposed by the reader; the rest says what a person decided. `added` was marked by hand. */
export const FactState = z.enum(['proposed', 'accepted', 'corrected', 'rejected', 'added']);
export type FactState = z.infer<typeof FactState>;

/** A fact's kind with its data; the same shapes that `lantu extract` prints. */
export const FactContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), data: IndicatorFact }),
  z.object({ kind: z.literal('project'), data: ProjectFact }),
  z.object({ kind: z.literal('task'), data: TaskFact }),
  z.object({ kind: z.literal('park'), data: ParkFact }),
  z.object({ kind: z.literal('enterprise'), data: EnterpriseFact }),
]);
export type FactContent = z.infer<typeof FactContent>;
export const factKinds = ['indicator', 'project', 'task', 'park', 'enterprise'] as const;
export type FactKind = (typeof factKinds)[number];

export const PlanFact = z.intersection(
  z.object({
    id: z.uuid(),
    state: FactState,
    /** What the reader had found, where a person changed it; null if nothing was changed. */
    original: z.unknown().nullable(),
    /** Grows with every change; a write names the revision that it saw. */
    revision: z.int(),
    updatedAt: z.string(),
    updatedBy: z.string(),
  }),
  FactContent,
);
export type PlanFact = z.infer<typeof PlanFact>;

export const PlanFinding = z.object({
  /** Stable while the sentences in question stay the same; dismissals hang on it. */
  fingerprint: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  message: z.object({ zh: z.string(), en: z.string() }),
  sources: z.array(Source),
  arithmetic: z.string().nullable(),
  dismissed: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type PlanFinding = z.infer<typeof PlanFinding>;

export const PlanStage = z.enum(['draft', 'saved']);

export const PlanSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  stage: PlanStage,
  revision: z.int(),
  /** A plan that ships with the product for a first look. */
  isSample: z.boolean(),
  file: z.object({ name: z.string(), format: z.string(), size: z.int(), version: z.int() }),
  counts: z.object({
    indicators: z.int(),
    projects: z.int(),
    tasks: z.int(),
    parks: z.int(),
    enterprises: z.int(),
    /** Facts that nobody has decided on. */
    proposed: z.int(),
    errors: z.int(),
    warnings: z.int(),
    advice: z.int(),
  }),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

const Span = { start: z.int(), end: z.int() };
const Prose = z.object({ text: z.string(), runs: z.array(z.tuple([z.int(), z.int()])) });
const Cell = z.object({ text: z.string(), ...Span });

/** The blocks of core/document.ts, as they travel. */
export const PlanBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), ...Span, level: z.int(), number: z.string().nullable(), prose: Prose }),
  z.object({ kind: z.literal('paragraph'), ...Span, prose: Prose }),
  z.object({ kind: z.literal('item'), ...Span, marker: z.string(), prose: Prose }),
  z.object({
    kind: z.literal('table'),
    ...Span,
    title: z.string().nullable(),
    titleSpan: z.object(Span).nullable(),
    unit: z.string().nullable(),
    headerRows: z.int(),
    columns: z.array(z.string()),
    rows: z.array(z.array(Cell)),
    box: z.boolean(),
  }),
  z.object({
    kind: z.literal('furniture'),
    ...Span,
    what: z.enum(['page-number', 'contents', 'running-head', 'address', 'fragment', 'rule']),
  }),
]);

export const PlanDetail = PlanSummary.extend({
  about: DocumentFacts,
  text: z.string(),
  blocks: z.array(PlanBlock),
  facts: z.array(PlanFact),
  tables: z.array(TableFact),
  findings: z.array(PlanFinding),
});
export type PlanDetail = z.infer<typeof PlanDetail>;
