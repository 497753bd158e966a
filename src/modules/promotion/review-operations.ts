import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { Condition, Fit, Member, ReviewDetail, ReviewLine, ReviewState, reviewDecisions } from './review.ts';
import { EditionForm, evidence, GivenFact, note, revision } from './shapes.ts';

const id = z.uuid();
const which = { ruleId: z.string().max(100), edition: z.string().max(100) };

export const reviewOperations = {
  'reviews.list': defineOperation({
    summary: { zh: '落户评审列表', en: 'List entry reviews' },
    route: 'GET /entry-reviews',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      projectId: id.optional(),
      state: ReviewState.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ reviews: z.array(ReviewLine) }),
  }),

  'reviews.show': defineOperation({
    summary: { zh: '查看落户评审：事实、评价、会议、条件', en: 'An entry review: facts, working, meeting, conditions' },
    route: 'GET /entry-reviews/:id',
    permission: 'register.read',
    input: z.object({ id }),
    output: ReviewDetail,
  }),

  'reviews.form': defineOperation({
    summary: { zh: '评审表：要填什么、已知什么', en: 'What an edition asks of a project, and what is known already' },
    route: 'GET /entry-reviews/form',
    permission: 'register.read',
    input: z.object({ projectId: id, ...which }),
    output: EditionForm,
  }),

  'reviews.fit': defineOperation({
    summary: { zh: '园区适配建议', en: 'Parks whose leading industries suit a project' },
    route: 'GET /entry-reviews/fit',
    permission: 'register.read',
    input: z.object({ projectId: id }),
    /** The own park first, then the closest. */
    output: z.object({ parks: z.array(Fit) }),
  }),

  'reviews.open': defineOperation({
    summary: { zh: '提交落户评审', en: 'Open an entry review' },
    route: 'POST /entry-reviews',
    permission: 'review.write',
    input: z.object({ projectId: id, ...which, on: Day.optional(), facts: z.array(GivenFact).max(100).default([]) }),
    output: ReviewDetail,
  }),

  'reviews.facts': defineOperation({
    summary: { zh: '填写评审事实', en: 'Give the facts of a review' },
    route: 'PUT /entry-reviews/:id/facts',
    permission: 'review.write',
    /** Facts that are not named stay; the evaluation is made anew when it is asked for. */
    input: z.object({ id, revision, facts: z.array(GivenFact).min(1).max(100) }),
    output: ReviewDetail,
  }),

  'reviews.evaluate': defineOperation({
    summary: { zh: '按准入规则评价（留记录）', en: 'Evaluate by the edition and keep the working' },
    route: 'POST /entry-reviews/:id/evaluate',
    permission: 'review.write',
    input: z.object({ id, revision }),
    output: ReviewDetail,
  }),

  'reviews.meet': defineOperation({
    summary: { zh: '登记评审会：成员与表决', en: 'Record the meeting: members and votes' },
    route: 'PUT /entry-reviews/:id/meeting',
    permission: 'review.write',
    input: z.object({
      id,
      revision,
      on: Day,
      chair: note(100),
      members: z.array(Member).min(1).max(100),
      evidence,
    }),
    output: ReviewDetail,
  }),

  'reviews.decide': defineOperation({
    summary: { zh: '作出评审决定', en: 'Decide a review' },
    route: 'POST /entry-reviews/:id/decide',
    permission: 'review.decide',
    input: z.object({
      id,
      revision,
      decision: z.enum(reviewDecisions),
      on: Day.optional(),
      /** Number of the minutes: it stands beside the item in the project’s checklist. */
      number: z.string().trim().max(100).nullable().default(null),
      reason: note(),
      conditions: z.array(Condition).max(50).default([]),
      evidence,
    }),
    output: ReviewDetail,
  }),
};
