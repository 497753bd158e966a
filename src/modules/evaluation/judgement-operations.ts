import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { GivenFacts } from '../../core/rules/cases.ts';
import { Shown } from '../../core/rules/fact.ts';
import { Evaluation } from '../../core/rules/working.ts';
import { UnitPath } from '../people/unit.ts';

const Label = z.object({ zh: z.string(), en: z.string() });

/** Whose decision stands behind an answer: that of the nearest unit at or above the subject, or of a trial. */
export const Decided = z.object({
  question: Label,
  answer: Label,
  /** Null for the answer of a trial, which nobody has decided. */
  unitPath: z.string().nullable(),
  byName: z.string().nullable(),
  at: z.string().nullable(),
});
export type Decided = z.infer<typeof Decided>;

/** One set of decisions, and whether an edition runs under it. */
export const DecisionSet = z.object({
  decided: z.array(Decided),
  /** What is still to be decided; null once the edition runs. */
  refused: Label.nullable(),
});
export type DecisionSet = z.infer<typeof DecisionSet>;

/** An edition’s word on one subject; `values` is empty where the edition refuses. */
export const Judged = z.object({
  /** Which of the sets of decisions held. */
  set: z.int(),
  /** By rule of the outcome. */
  values: z.record(z.string(), Shown),
  /** With the working only. */
  evaluation: Evaluation.nullable(),
});
export type Judged = z.infer<typeof Judged>;

export const judgementOperations = {
  'rules.judgements': defineOperation({
    summary: {
      zh: '按各对象归口单位的决定判断许多对象（不留记录）',
      en: 'What an edition says of many subjects, each under the decisions of its own unit; nothing is kept',
    },
    route: 'GET /rules/:ruleId/:edition/judgements',
    permission: 'rule.read',
    isInner: true,
    input: z.object({
      ruleId: z.string().max(100),
      edition: z.string().max(100),
      /** Answers of a trial, in the place of what the units have decided. */
      trial: z.record(z.string(), z.string()).default({}),
      withWorking: z.boolean().default(false),
      /** Subjects of one set of decisions are judged together, as ranks and means need. */
      subjects: z
        .array(
          z.object({
            unitPath: UnitPath,
            facts: GivenFacts,
            /** Where each fact was taken from; the working repeats it. */
            origins: z.record(z.string(), Label).default({}),
          }),
        )
        .max(100_000),
    }),
    /** Subjects in the order given; without any, the decisions that hold for the own unit. */
    output: z.object({ theme: z.string(), sets: z.array(DecisionSet), subjects: z.array(Judged) }),
  }),
};
