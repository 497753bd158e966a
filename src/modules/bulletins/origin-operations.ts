import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { Observation } from '../indicators/observation.ts';
import { originOperations } from '../indicators/origin-operations.ts';

const Label = z.object({ zh: z.string(), en: z.string() });
const Rollup = originOperations['rollups.origin'].output;

/** Where one may go on to: the report sheet, the record of a project. */
const Link = z.object({ label: Label, to: z.string() });

/** An observation with the words that a reader needs beside it. */
const Witness = Observation.extend({
  shown: Rollup.shape.observations.element.shape.shown,
  subjectName: z.string(),
  unitName: z.string(),
  /** The report that it stands in; null where it came in another way. */
  report: z.object({ reportId: z.string(), form: z.string(), cell: z.string() }).nullable(),
});
export type Witness = z.infer<typeof Witness>;

export const bulletinOriginOperations = {
  'bulletins.origin': defineOperation({
    summary: {
      zh: '通报中一个数的来历：公式、观测值、报表、填报人、审定人',
      en: 'What a figure of a bulletin stands on: formula, observations, forms, who filled and who approved them',
    },
    route: 'GET /bulletins/:bulletinId/origin',
    permission: 'bulletin.read',
    input: z.object({
      bulletinId: z.uuid(),
      /** “formula:rollup/…”, as the figure is tied. */
      source: z.string().min(1).max(600),
      part: z.coerce.number().int().min(0).default(0),
      after: z.string().max(1100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({
      title: z.string(),
      /** As it stands in the document, once for each place. */
      printed: z.array(z.string()),
      /** What it reads today where that differs; null where it is gone. */
      now: z.object({ text: z.string().nullable() }).nullable(),
      /** How it follows, in words; null where nothing is worked out. */
      formula: Label.nullable(),
      parts: Rollup.shape.parts,
      table: z.array(Rollup.shape.table.element.extend({ name: z.string() })),
      observations: z.array(Witness),
      total: z.int(),
      next: z.string().nullable(),
      /** Words and dates of a register or report. */
      facts: z.array(z.object({ label: Label, text: z.string() })),
      links: z.array(Link),
    }),
  }),
};
export type FigureOrigin = z.output<(typeof bulletinOriginOperations)['bulletins.origin']['output']>;
