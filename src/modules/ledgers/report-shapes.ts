import * as z from 'zod';
import { measureStates } from '../../core/ledger/measure.ts';

const Label = z.object({ zh: z.string(), en: z.string() });

/** What the documents leave open, and what was decided. */
export const OpenChoice = z.object({
  ledger: z.string(),
  choice: z.string(),
  /** A limit has to be decided before the ledger is used; a document is adopted or not. */
  kind: z.enum(['limit', 'adoption']),
  label: Label,
  unit: z.string(),
  least: z.number(),
  most: z.number(),
  answer: z
    .object({ value: z.number(), unitPath: z.string(), reason: z.string(), by: z.string(), at: z.string() })
    .nullable(),
});

export const LedgerSummary = z.object({
  id: z.string(),
  label: Label,
  purpose: Label,
  mechanisms: z.array(z.string()),
  open: z.int(),
  overdue: z.int(),
  total: z.int(),
  /** Decisions still to be made before it can be used. */
  undecided: z.int(),
});

const measureState = z.enum(Object.keys(measureStates) as [keyof typeof measureStates]);

/** A number over the entries of a unit in a period, and what is asked of it. */
export const MeasureLine = z.object({
  ledger: z.string(),
  measure: z.string(),
  label: Label,
  unitPath: z.string(),
  period: z.string(),
  /** The value of the field that it is counted by; null for the unit as a whole. */
  of: z.string().nullable(),
  /** How people read it. */
  ofName: z.string().nullable(),
  /** In `unit`; null where there is nothing to count or divide by. */
  value: z.string().nullable(),
  unit: z.string(),
  target: z.number().nullable(),
  is: z.enum(['at-least', 'at-most']).nullable(),
  byMonth: z.string().nullable(),
  state: measureState,
  /** The document that asks it, its years, and until when the office follows it. */
  set: z
    .object({ document: z.string(), title: Label, years: z.tuple([z.int(), z.int()]), until: z.number().nullable() })
    .nullable(),
  /** Entries that make the number, those that it is a part of, and those that lack the field. */
  counted: z.int(),
  among: z.int(),
  without: z.int(),
});
export type MeasureLine = z.infer<typeof MeasureLine>;

export const LedgerReport = z.object({
  ledger: z.string(),
  label: Label,
  total: z.int(),
  open: z.int(),
  /** Open and in time, with a day; past its day; finished. */
  due: z.int(),
  overdue: z.int(),
  fulfilled: z.int(),
  measures: z.array(MeasureLine),
});
export type LedgerReport = z.infer<typeof LedgerReport>;
