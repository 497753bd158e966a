import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { UnitPath } from '../people/unit.ts';
import { MeasureId, NewPromise, PromiseEvent, PromiseStatus, PromiseView } from './promise.ts';
import { evidence, note, ProjectLine, revision, words } from './shapes.ts';

const id = z.uuid();
const Shown = PromiseView.extend({ events: z.array(PromiseEvent) });
export type ShownPromise = z.infer<typeof Shown>;

/** A project that a plan speaks of, beside the one of the register that has its name. */
const Candidate = z.object({
  factId: id,
  name: z.string(),
  line: z.int(),
  projectId: id.nullable(),
  /** How many promises it would give, and how many of them are there already. */
  promises: z.int(),
  known: z.int(),
});

export const promiseOperations = {
  'promises.list': defineOperation({
    summary: { zh: '一个项目的承诺', en: 'The promises of a project' },
    route: 'GET /promises',
    permission: 'register.read',
    input: z.object({ projectId: id }),
    output: z.object({ promises: z.array(PromiseView) }),
  }),

  'promises.due': defineOperation({
    summary: { zh: '到期的承诺与评审条件', en: 'Promises and conditions by due day, over the scope' },
    route: 'GET /promises/due',
    permission: 'register.read',
    input: z.object({
      unitPath: UnitPath.optional(),
      /** Due up to this day; left out, the next 90 days. Breaches of earlier days are always listed. */
      by: Day.optional(),
      status: PromiseStatus.optional(),
      measure: MeasureId.optional(),
      /** Undated and settled ones as well. */
      all: z.stringbool().default(false),
      limit: z.coerce.number().int().min(1).max(2000).default(200),
    }),
    /** The earliest first; the counts are of all that fit, whatever the limit. */
    output: z.object({
      by: Day,
      counts: z.array(z.object({ status: PromiseStatus, count: z.int() })),
      promises: z.array(PromiseView),
    }),
  }),

  'promises.show': defineOperation({
    summary: { zh: '查看承诺及其经过', en: 'A promise and what happened to it' },
    route: 'GET /promises/:id',
    permission: 'register.read',
    input: z.object({ id }),
    output: Shown,
  }),

  'promises.add': defineOperation({
    summary: { zh: '登记承诺', en: 'Enter promises of a project' },
    route: 'POST /promises',
    permission: 'promise.write',
    input: z.object({ projectId: id, promises: z.array(NewPromise).min(1).max(100) }),
    output: z.object({ promises: z.array(PromiseView) }),
  }),

  'promises.change': defineOperation({
    summary: { zh: '更正承诺', en: 'Put a promise right, with the reason' },
    route: 'PUT /promises/:id',
    permission: 'promise.write',
    input: z.object({ id, revision, promise: NewPromise, reason: words(500) }),
    output: Shown,
  }),

  'promises.candidates': defineOperation({
    summary: { zh: '规划中可采纳为承诺的项目数字', en: 'Projects of a plan whose figures may become promises' },
    route: 'GET /promises/candidates',
    permission: 'register.read',
    input: z.object({ planId: id }),
    output: z.object({ title: z.string(), candidates: z.array(Candidate) }),
  }),

  'promises.adopt': defineOperation({
    summary: { zh: '采纳规划中的项目数字为承诺', en: 'Take the figures of a plan’s project as promises' },
    route: 'POST /promises/adopt',
    permission: 'promise.write',
    input: z.object({ projectId: id, planId: id, factId: id }),
    output: z.object({
      added: z.array(PromiseView),
      /** They were there already, from the same line. */
      known: z.int(),
      /** Figures whose unit nobody knows, as the document has them. */
      unread: z.array(z.string()),
    }),
  }),

  'promises.actual': defineOperation({
    summary: { zh: '登记承诺的实际数（附佐证）', en: 'Record an actual, with evidence' },
    route: 'POST /promises/:id/actual',
    permission: 'promise.write',
    input: z.object({
      id,
      revision,
      on: Day.optional(),
      typed: z.string().trim().max(60).nullable().default(null),
      unit: z.string().trim().max(40).nullable().default(null),
      /** Whether it is kept, where no figure says it: conditions, “about”, days. */
      isKept: z.boolean().nullable().default(null),
      reason: note(500),
      evidence,
    }),
    output: Shown,
  }),

  'promises.remedy': defineOperation({
    summary: { zh: '违约限期整改', en: 'Order a remedy: by whom and until when' },
    route: 'POST /promises/:id/remedy',
    permission: 'promise.write',
    input: z.object({ id, revision, owner: words(200), dueOn: Day, reason: words(1000), evidence }),
    output: Shown,
  }),

  'promises.waive': defineOperation({
    summary: { zh: '豁免承诺', en: 'Waive a promise, with the reason' },
    route: 'POST /promises/:id/waive',
    permission: 'review.decide',
    input: z.object({ id, revision, reason: words(1000), evidence }),
    output: Shown,
  }),

  'promises.propose-exit': defineOperation({
    summary: { zh: '整改未果，提出清退', en: 'Propose that the project leaves, after a remedy that failed' },
    route: 'POST /promises/:id/exit-proposal',
    permission: 'promise.write',
    input: z.object({ id, revision, reason: words(1000), evidence }),
    output: Shown,
  }),

  'promises.decide-exit': defineOperation({
    summary: { zh: '决定是否清退', en: 'Decide whether the project leaves' },
    route: 'POST /promises/:id/exit-decision',
    permission: 'review.decide',
    /** Accepted, the project leaves at once; the decision needs its evidence then. */
    input: z.object({ id, revision, accept: z.boolean(), on: Day.optional(), reason: words(1000), evidence }),
    output: Shown,
  }),
};

export const qualificationOperations = {
  'qualification.suggest': defineOperation({
    summary: { zh: '资格建议：重点项目候选、直通车', en: 'Suggest candidates for the key list and the express way' },
    route: 'GET /qualification',
    permission: 'register.read',
    input: z.object({ unitPath: UnitPath.optional(), year: z.coerce.number().int().min(1990).max(2100).optional() }),
    output: z.object({
      year: z.int(),
      /** The edition whose thresholds hold. */
      edition: z.object({
        ruleId: z.string(),
        edition: z.string(),
        label: z.object({ zh: z.string(), en: z.string() }),
      }),
      suggestions: z.array(
        z.object({
          project: ProjectLine,
          /** 元, exact. */
          investment: z.string(),
          standing: z.enum(['candidate', 'train']),
          /** The list that it would enter. */
          list: z.enum(['county', 'express']),
          hasOfficer: z.boolean(),
        }),
      ),
    }),
  }),

  'qualification.accept': defineOperation({
    summary: { zh: '采纳资格建议，列入清单', en: 'Accept a suggestion: the project enters the list of the year' },
    route: 'POST /qualification/:projectId',
    permission: 'project.list',
    input: z.object({
      projectId: id,
      list: z.enum(['province', 'top-hundred', 'city', 'county', 'express']),
      year: z.int().min(1990).max(2100).optional(),
      reason: z.string().trim().max(500).nullable().default(null),
      /** The officer of the express way, who is asked for with that list. */
      officer: z.string().trim().min(1).max(100).nullable().default(null),
      officerUnit: z.string().trim().max(200).nullable().default(null),
    }),
    output: z.object({ project: ProjectLine, list: z.string(), year: z.int(), hasOfficer: z.boolean() }),
  }),
};
