import * as z from 'zod';
import { missingReasons } from '../missing.ts';
import { Shown } from './fact.ts';

const Label = z.object({ zh: z.string(), en: z.string() });

/** One step of the working: what was read and from where, the formula with its numbers, what came out. */
export const Step = z.object({
  rule: z.string(),
  label: Label,
  kind: z.string(),
  kindLabel: Label,
  source: z.string().nullable(),
  inputs: z.array(z.object({ id: z.string(), label: Label, value: Shown, said: Label, from: Label })),
  formula: Label,
  value: Shown,
  said: Label,
  unit: z.string(),
});
export type Step = z.infer<typeof Step>;

/** 公平竞争审查: a clause that may not be used before it was reviewed. */
export const Mark = z.object({ rule: z.string(), label: Label, why: Label });
export type Mark = z.infer<typeof Mark>;

export const Outcome = z.object({ id: z.string(), label: Label, value: Shown, said: Label, unit: z.string() });
export type Outcome = z.infer<typeof Outcome>;

/** What an edition says of one subject, with everything needed to argue with it. */
export const Evaluation = z.object({
  edition: z.object({ id: z.string(), edition: z.string(), key: z.string(), label: Label, digest: z.string() }),
  subject: z.string(),
  outcome: z.array(Outcome),
  steps: z.array(Step),
  /** What is to be promised or remedied, from the rules that do not hold. */
  conditions: z.array(Label),
  missing: z.array(
    z.object({
      id: z.string(),
      label: Label,
      reason: z.enum(Object.keys(missingReasons) as [keyof typeof missingReasons, ...(keyof typeof missingReasons)[]]),
    }),
  ),
  choices: z.array(z.object({ question: Label, answer: Label })),
  marks: z.array(Mark),
});
export type Evaluation = z.infer<typeof Evaluation>;
