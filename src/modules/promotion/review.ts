import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import { PromiseView } from './promise.ts';
import { Evidence, GivenFact, keysOf, LabelSchema, ProjectLine } from './shapes.ts';

/** 落户评审: where a case stands. A returned case is completed and comes back; the other three are final. */
export const reviewStates = {
  open: { zh: '评审中', en: 'Under review' },
  returned: { zh: '退回补充', en: 'Returned' },
  passed: { zh: '通过', en: 'Passed' },
  conditional: { zh: '附条件通过', en: 'Passed with conditions' },
  rejected: { zh: '不予通过', en: 'Rejected' },
} as const satisfies Record<string, Label>;
export type ReviewState = keyof typeof reviewStates;
export const ReviewState = keysOf(reviewStates);

export const reviewDecisions = ['passed', 'conditional', 'rejected', 'returned'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export const votes = {
  agree: { zh: '同意', en: 'For' },
  against: { zh: '反对', en: 'Against' },
  abstain: { zh: '弃权', en: 'Abstained' },
  absent: { zh: '缺席', en: 'Absent' },
} as const satisfies Record<string, Label>;
export const Vote = keysOf(votes);

export const Member = z.object({
  name: z.string().trim().min(1).max(100),
  unit: z.string().trim().max(200).nullable().default(null),
  vote: Vote,
  /** 委员意见. */
  remark: z.string().trim().max(1000).nullable().default(null),
});
export type Member = z.infer<typeof Member>;

/** 评审会. */
export const Meeting = z.object({
  on: Day,
  chair: z.string().trim().max(100).nullable(),
  members: z.array(Member).max(100),
  evidence: z.array(Evidence).max(50),
});
export type Meeting = z.infer<typeof Meeting>;

/** A condition as it is attached: who answers for it, and by when. */
export const Condition = z.object({
  text: z.string().trim().min(1).max(500),
  owner: z.string().trim().min(1).max(200),
  dueOn: Day,
});
export type Condition = z.infer<typeof Condition>;

/** 一票否决. Why a case may not pass whatever the meeting thinks. */
export const Veto = z.object({ rule: z.string(), label: LabelSchema, said: LabelSchema });
export type Veto = z.infer<typeof Veto>;

export const Fit = z.object({
  parkId: z.uuid(),
  name: z.string(),
  /** `close`, `some` or `none`; null where the industry of one of them is not known. */
  fit: z.enum(['close', 'some', 'none']).nullable(),
  said: LabelSchema,
  isOwn: z.boolean(),
});
export type Fit = z.infer<typeof Fit>;

export const ReviewLine = z.object({
  id: z.uuid(),
  project: ProjectLine,
  ruleId: z.string(),
  edition: z.string(),
  editionLabel: LabelSchema,
  state: ReviewState,
  openedOn: Day,
  decidedOn: Day.nullable(),
  /** Number of the minutes. */
  number: z.string().nullable(),
  conditions: z.int(),
  openConditions: z.int(),
  revision: z.int(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

export const ReviewDetail = ReviewLine.extend({
  facts: z.array(GivenFact),
  evaluationId: z.uuid().nullable(),
  /** What the edition says, with its working; null before the first evaluation. */
  evaluation: Evaluation.nullable(),
  vetoes: z.array(Veto),
  meeting: Meeting.nullable(),
  /** Decisions that the evaluation leaves open to the meeting; a milder one is refused. */
  allowed: z.array(z.enum(reviewDecisions)),
  /** Conditions that follow from limits that are not met; each must be attached. */
  suggestedConditions: z.array(LabelSchema),
  conditionsAttached: z.array(PromiseView),
  fit: z.array(Fit),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type ReviewDetail = z.infer<typeof ReviewDetail>;
