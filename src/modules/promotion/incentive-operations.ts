import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import { UnitPath } from '../people/unit.ts';
import {
  EditionForm,
  Evidence,
  evidence,
  GivenFact,
  keysOf,
  LabelSchema,
  note,
  ProjectLine,
  revision,
  words,
} from './shapes.ts';

const id = z.uuid();
const which = { ruleId: z.string().max(100), edition: z.string().max(100) };

export const incentiveStates = {
  draft: { zh: '拟订', en: 'Draft' },
  proposed: { zh: '已提出', en: 'Proposed' },
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '不予兑现', en: 'Rejected' },
} as const satisfies Record<string, Label>;
export type IncentiveState = keyof typeof incentiveStates;
export const IncentiveState = keysOf(incentiveStates);

/** 公平竞争审查. */
export const fairResults = {
  passed: { zh: '审查通过', en: 'Passed' },
  exempt: { zh: '符合例外规定', en: 'Falls under an exception' },
  failed: { zh: '不得出台', en: 'May not be used' },
} as const satisfies Record<string, Label>;
export const FairResult = keysOf(fairResults);

const FairReview = z.object({
  by: z.string(),
  on: Day,
  result: FairResult,
  number: z.string().nullable(),
  reason: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type FairReview = z.infer<typeof FairReview>;

const Payout = z.object({
  id,
  on: Day,
  /** 元, exact; a correction has the other sign. */
  amount: z.string(),
  typed: z.string(),
  unit: z.string(),
  number: z.string().nullable(),
  note: z.string().nullable(),
  at: z.string(),
  by: z.string(),
});
export type Payout = z.infer<typeof Payout>;

/** What stands between a claim and its payout. */
const Block = z.object({
  id: z.enum(['missing', 'not-eligible', 'fair-review', 'fair-failed', 'not-approved', 'paid']),
  message: LabelSchema,
});

export const IncentiveLine = z.object({
  id,
  project: ProjectLine,
  ruleId: z.string(),
  edition: z.string(),
  editionLabel: LabelSchema,
  state: IncentiveState,
  /** 元, exact; null while nothing follows from the edition. */
  proposed: z.string().nullable(),
  approved: z.string().nullable(),
  paid: z.string(),
  needsFairReview: z.boolean(),
  fairResult: FairResult.nullable(),
  revision: z.int(),
});
export type IncentiveLine = z.infer<typeof IncentiveLine>;

export const IncentiveDetail = IncentiveLine.extend({
  facts: z.array(GivenFact),
  evaluationId: id.nullable(),
  evaluation: Evaluation.nullable(),
  /** Which of the preconditions are read from promises and events, and what they say. */
  preconditions: z.array(
    z.object({ id: z.string(), label: LabelSchema, holds: z.boolean().nullable(), from: LabelSchema }),
  ),
  /** Clauses that may not be used before the review, each with its reason. */
  marks: z.array(z.object({ rule: z.string(), label: LabelSchema, why: LabelSchema })),
  fairReview: FairReview.nullable(),
  blocks: z.array(Block),
  payouts: z.array(Payout),
  decision: z
    .object({
      on: Day,
      accepted: z.boolean(),
      number: z.string().nullable(),
      reason: z.string().nullable(),
      by: z.string(),
    })
    .nullable(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type IncentiveDetail = z.infer<typeof IncentiveDetail>;

export const incentiveOperations = {
  'incentives.list': defineOperation({
    summary: { zh: '奖励兑现列表', en: 'List incentives' },
    route: 'GET /incentives',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      projectId: id.optional(),
      state: IncentiveState.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ incentives: z.array(IncentiveLine) }),
  }),

  'incentives.show': defineOperation({
    summary: { zh: '查看奖励：算法、审查、兑现', en: 'An incentive: working, review, payouts' },
    route: 'GET /incentives/:id',
    permission: 'register.read',
    input: z.object({ id }),
    output: IncentiveDetail,
  }),

  'incentives.form': defineOperation({
    summary: {
      zh: '奖励申报表：要填什么、已知什么',
      en: 'What an edition asks, and what promises and events say already',
    },
    route: 'GET /incentives/form',
    permission: 'register.read',
    input: z.object({ projectId: id, ...which }),
    output: EditionForm,
  }),

  'incentives.propose': defineOperation({
    summary: {
      zh: '提出奖励（按规则计算并留算法）',
      en: 'Propose an incentive: computed by the edition, with its working',
    },
    route: 'POST /incentives',
    permission: 'incentive.write',
    /** Refused with `rule-undecided` while the document leaves something open that the office has not decided. */
    input: z.object({ projectId: id, ...which, facts: z.array(GivenFact).max(100).default([]) }),
    output: IncentiveDetail,
  }),

  'incentives.revise': defineOperation({
    summary: { zh: '补正事实并重算', en: 'Put facts right and compute anew' },
    route: 'PUT /incentives/:id',
    permission: 'incentive.write',
    input: z.object({ id, revision, facts: z.array(GivenFact).max(100).default([]) }),
    output: IncentiveDetail,
  }),

  'incentives.fair-review': defineOperation({
    summary: { zh: '登记公平竞争审查', en: 'Record the fair-competition review' },
    route: 'POST /incentives/:id/fair-review',
    permission: 'incentive.decide',
    input: z.object({
      id,
      revision,
      /** The body that reviewed. */
      by: words(200),
      on: Day.optional(),
      result: FairResult,
      number: z.string().trim().max(100).nullable().default(null),
      reason: note(),
      evidence,
    }),
    output: IncentiveDetail,
  }),

  'incentives.decide': defineOperation({
    summary: { zh: '决定是否兑现', en: 'Approve or reject an incentive' },
    route: 'POST /incentives/:id/decide',
    permission: 'incentive.decide',
    input: z.object({
      id,
      revision,
      accept: z.boolean(),
      on: Day.optional(),
      /** Left out, what is proposed; never more. */
      amount: z.string().trim().max(40).nullable().default(null),
      unit: z.string().trim().max(20).default('万元'),
      number: z.string().trim().max(100).nullable().default(null),
      reason: note(),
    }),
    output: IncentiveDetail,
  }),

  'incentives.pay': defineOperation({
    summary: { zh: '登记兑现', en: 'Record a payout' },
    route: 'POST /incentives/:id/payouts',
    permission: 'incentive.write',
    input: z.object({
      id,
      revision,
      on: Day.optional(),
      amount: words(40),
      unit: z.string().trim().max(20).default('万元'),
      number: z.string().trim().max(100).nullable().default(null),
      note: note(500),
    }),
    output: IncentiveDetail,
  }),
};
