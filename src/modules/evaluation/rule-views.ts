import * as z from 'zod';
import { RuleCase } from '../../core/rules/cases.ts';
import { Ask, Input, Source } from '../../core/rules/edition.ts';
import { Evaluation, Mark, Outcome } from '../../core/rules/working.ts';

const Label = z.object({ zh: z.string(), en: z.string() });

/** A decision of a unit on what a document leaves open; the last one holds, for the unit and those below it. */
export const Choice = z.object({
  question: z.string(),
  answer: z.string(),
  reason: z.string(),
  unitPath: z.string(),
  number: z.int(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
});
export type Choice = z.infer<typeof Choice>;

export const RuleSummary = z.object({
  id: z.string(),
  edition: z.string(),
  label: Label,
  theme: z.string(),
  subject: z.string(),
  source: Source,
  effective: z.object({ from: z.string().optional(), to: z.string().optional() }),
  supersedes: z.string().nullable(),
  isEffective: z.boolean(),
  questions: z.int(),
  /** Questions that the unit has not decided. */
  open: z.int(),
  cases: z.int(),
  /** Clauses that need fair-competition review before use. */
  marks: z.int(),
  digest: z.string(),
});
export type RuleSummary = z.infer<typeof RuleSummary>;

/** A rule as a reader sees it before it runs. */
const RuleLine = z.object({
  id: z.string(),
  label: Label,
  kind: z.string(),
  kindLabel: Label,
  /** The rule in a line; where a question is open, under the first answer that it offers. */
  says: Label,
  unit: z.string(),
  source: z.string().nullable(),
  needs: z.array(z.string()),
  /** Questions that it depends on. */
  asks: z.array(z.string()),
  unmet: Label.nullable(),
});

const CaseLine = z.object({ case: RuleCase, holds: z.boolean(), evaluation: Evaluation.nullable() });
export type CaseLine = z.infer<typeof CaseLine>;

export const RuleDetail = RuleSummary.extend({
  notes: z.array(Label),
  inputs: z.array(Input),
  asks: z.array(Ask),
  rules: z.array(RuleLine),
  outcome: z.array(z.string()),
  /** Who decided what, the last decision of the nearest unit first; then those it replaced. */
  choices: z.array(Choice),
  answers: z.record(z.string(), z.string()),
  casesWorked: z.array(CaseLine),
  reviewMarks: z.array(Mark),
});
export type RuleDetail = z.infer<typeof RuleDetail>;

export const ComparedAnswer = z.object({
  subjects: z.int(),
  differing: z.int(),
  differences: z.array(
    z.object({
      subject: z.string(),
      outcome: z.string(),
      first: Outcome.nullable(),
      second: Outcome.nullable(),
      change: z.string().nullable(),
    }),
  ),
});

export const BacktestAnswer = z.object({
  troubles: z.int(),
  warned: z.int(),
  missed: z.int(),
  falseAlarms: z.int(),
  monthsWithoutData: z.int(),
  medianEarlier: z.number().nullable(),
  summary: Label,
  subjects: z.array(
    z.object({
      subject: z.string(),
      levels: z.array(z.object({ period: z.string(), level: z.enum(['red', 'yellow', 'green', 'unknown']) })),
      troubleIn: z.string().nullable(),
      warnedIn: z.string().nullable(),
      monthsEarlier: z.int().nullable(),
      falseAlarms: z.int(),
    }),
  ),
});

export const StoredEvaluation = z.object({
  id: z.uuid(),
  unitPath: z.string(),
  edition: z.string(),
  digest: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  period: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  evaluation: Evaluation,
});
export type StoredEvaluation = z.infer<typeof StoredEvaluation>;
