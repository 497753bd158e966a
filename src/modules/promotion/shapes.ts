import * as z from 'zod';
import type { Label } from '../../core/text.ts';

export const LabelSchema = z.object({ zh: z.string(), en: z.string() });
export const keysOf = <T extends string>(labels: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(labels) as [T, ...T[]]);

/** A file of the file store, named. */
export const Evidence = z.object({ fileId: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) });
export type Evidence = z.infer<typeof Evidence>;
export const evidence = z.array(Evidence).max(50).default([]);

/** Of the row: whoever writes has seen it. */
export const revision = z.coerce.number().int();
export const words = (most: number) => z.string().trim().min(1).max(most);
export const note = (most = 1000) => z.string().trim().max(most).nullable().default(null);

/** The project that something is about, as the register has it today. */
export const ProjectLine = z.object({ id: z.uuid(), name: z.string(), unitPath: z.string(), stage: z.string() });
export type ProjectLine = z.infer<typeof ProjectLine>;

/** A fact as a rule reads it: a number, yes or no, words, a hole with its reason, or nothing. */
export const FactValue = z.union([
  z.number(),
  z.boolean(),
  z.string().max(500),
  z.array(z.string().max(200)).max(500),
  z.object({ missing: z.string() }),
  z.null(),
]);
export type FactValue = z.infer<typeof FactValue>;

/** What was given for an input of an edition, and where it comes from. */
export const GivenFact = z.object({
  id: z.string().max(100),
  value: FactValue,
  /** “可研报告第12页”; left out, the hand that typed it. */
  source: z.string().trim().max(300).nullable().default(null),
});
export type GivenFact = z.infer<typeof GivenFact>;

/** An input of an edition on a form: what it asks, and what is known of it already. */
export const FormInput = z.object({
  id: z.string(),
  label: LabelSchema,
  kind: z.enum(['number', 'truth', 'word', 'day', 'words']),
  unit: z.string(),
  hint: LabelSchema.nullable(),
  words: z.record(z.string(), LabelSchema).nullable(),
  /** Read from the register, a promise or an event; null where only a person knows. */
  known: z.object({ value: FactValue, from: LabelSchema }).nullable(),
  /** Filled by the review meeting itself. */
  isOfMeeting: z.boolean(),
});
export type FormInput = z.infer<typeof FormInput>;

/** What an edition still asks the office to decide before it runs. */
export const OpenQuestion = z.object({
  id: z.string(),
  question: LabelSchema,
  why: LabelSchema,
  options: z.array(z.object({ id: z.string(), label: LabelSchema })),
  amount: z.object({ unit: z.string(), least: z.number(), most: z.number().nullable() }).nullable(),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;

export const EditionForm = z.object({
  ruleId: z.string(),
  edition: z.string(),
  label: LabelSchema,
  /** Document and clause that the edition is taken from. */
  source: z.string(),
  open: z.array(OpenQuestion),
  inputs: z.array(FormInput),
});
export type EditionForm = z.infer<typeof EditionForm>;

export type Labels<T extends string> = Readonly<Record<T, Label>>;
