import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Period } from '../../core/period.ts';
import type { Label } from '../../core/text.ts';
import measures from './measures.json' with { type: 'json' };
import { Evidence, keysOf, LabelSchema, ProjectLine } from './shapes.ts';

const MeasureShape = z.strictObject({
  id: z.string(),
  label: LabelSchema,
  /** `amount` has a figure and a unit, `day` is the day by which something happens, `words` is kept or not. */
  kind: z.enum(['amount', 'day', 'words']),
  /** Unit that is offered. */
  unit: z.string().default(''),
  /** Less is better: the figure is a ceiling. */
  isCeiling: z.boolean().default(false),
  /** Day of the life cycle that settles it. */
  event: z.enum(['started-on', 'completed-on', 'producing-on']).optional(),
  /** Indicator whose figures of the project are the actuals; `life` adds up the years since the start. */
  observed: z.strictObject({ indicator: z.string(), over: z.enum(['year', 'life']) }).optional(),
  /** Words by which documents name it. */
  names: z.array(z.string()).default([]),
});
export type PromiseMeasure = z.infer<typeof MeasureShape>;
export const promiseMeasures: readonly PromiseMeasure[] = z.array(MeasureShape).parse(measures.measures);
export const MeasureId = z.enum(promiseMeasures.map(({ id }) => id) as [string, ...string[]]);
export const measureById: ReadonlyMap<string, PromiseMeasure> = new Map(promiseMeasures.map((each) => [each.id, each]));

/** How the figure binds; `about` (约) binds only where somebody has looked at it. */
export const comparators = {
  'at-least': { zh: '不少于', en: 'at least' },
  more: { zh: '超过', en: 'more than' },
  'at-most': { zh: '不超过', en: 'at most' },
  less: { zh: '低于', en: 'less than' },
  about: { zh: '约', en: 'about' },
} as const satisfies Record<string, Label>;
export type Comparator = keyof typeof comparators;
export const Comparator = keysOf(comparators);

/** Derived from the promise, what happened and the day; never stored. */
export const promiseStatuses = {
  'not-due': { zh: '未到期', en: 'Not due' },
  'due-soon': { zh: '即将到期', en: 'Due soon' },
  undated: { zh: '未约定期限', en: 'No day agreed' },
  'plan-over': { zh: '规划期满未核实', en: 'No day, and the plan is over' },
  unproven: { zh: '到期未核实', en: 'Due, not verified' },
  kept: { zh: '已履行', en: 'Kept' },
  breached: { zh: '违约', en: 'Breached' },
  remedied: { zh: '逾期后履行', en: 'Kept late, remedied' },
  waived: { zh: '已豁免', en: 'Waived' },
} as const satisfies Record<string, Label>;
export type PromiseStatus = keyof typeof promiseStatuses;
export const PromiseStatus = keysOf(promiseStatuses);

/** Where a promise stands written. */
export const PromiseSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), note: z.string().max(500).nullable().default(null) }),
  z.object({
    kind: z.literal('contract'),
    number: z.string().trim().min(1).max(200),
    clause: z.string().trim().max(200).nullable().default(null),
    evidence: z.array(Evidence).max(20).default([]),
  }),
  z.object({
    kind: z.literal('document'),
    document: z.string().min(1).max(500),
    line: z.int().min(1),
    planId: z.uuid().nullable().default(null),
    factId: z.uuid().nullable().default(null),
    /** Last day of the years that the document plans for: what has no day of its own is asked for after it. */
    until: Day.optional(),
  }),
  /** A condition that an entry review attached. */
  z.object({ kind: z.literal('review'), reviewId: z.uuid(), number: z.string().nullable() }),
]);
export type PromiseSource = z.infer<typeof PromiseSource>;

const words = (most: number) => z.string().trim().max(most).nullable().default(null);

export const NewPromise = z.object({
  measure: MeasureId,
  /** What of: the product of a capacity; of a condition, its text. */
  what: words(500),
  comparator: Comparator.optional(),
  /** The figure as typed; left out for days and words. */
  typed: words(60),
  /** Left out, the unit of the measure. */
  unit: z.string().trim().max(40).nullable().default(null),
  /** The last day in time; of a day measure, the promised day. */
  dueOn: Day.nullable().default(null),
  /** The year or month whose figure is meant; without a day it is due at its end. */
  period: Period.nullable().default(null),
  owner: words(200),
  source: PromiseSource.default({ kind: 'typed', note: null }),
});
export type NewPromise = z.infer<typeof NewPromise>;

export const promiseActions = {
  actual: { zh: '登记实际', en: 'Actual recorded' },
  remedy: { zh: '限期整改', en: 'Remedy ordered' },
  waive: { zh: '豁免', en: 'Waived' },
  'propose-exit': { zh: '提出清退', en: 'Exit proposed' },
  'accept-exit': { zh: '同意清退', en: 'Exit decided' },
  'reject-exit': { zh: '不同意清退', en: 'Exit rejected' },
} as const satisfies Record<string, Label>;
export type PromiseAction = keyof typeof promiseActions;

/** What happened to a promise: only ever added. */
export const PromiseEvent = z.object({
  seq: z.int(),
  action: keysOf(promiseActions),
  on: Day,
  /** Of an actual: base unit, as typed, and what somebody found where the figure does not say it. */
  value: z.string().nullable(),
  typed: z.string().nullable(),
  unit: z.string().nullable(),
  isKept: z.boolean().nullable(),
  /** Of a remedy: by whom and until when. */
  owner: z.string().nullable(),
  dueOn: Day.nullable(),
  reason: z.string().nullable(),
  evidence: z.array(Evidence),
  at: z.string(),
  by: z.string(),
});
export type PromiseEvent = z.infer<typeof PromiseEvent>;

/** What is known of a promise: a figure, a day, or what somebody found. */
export const Actual = z.object({
  from: z.enum(['observation', 'event', 'typed']),
  /** Day that it speaks of: end of the period, day of the event. */
  on: Day,
  value: z.string().nullable(),
  said: z.string(),
  isKept: z.boolean().nullable(),
});
export type Actual = z.infer<typeof Actual>;

export const exitStates = ['none', 'proposed', 'accepted', 'rejected'] as const;

export const PromiseView = z.object({
  id: z.uuid(),
  project: ProjectLine,
  measure: MeasureId,
  label: LabelSchema,
  what: z.string().nullable(),
  comparator: Comparator,
  /** Exact, in the base unit of its dimension (元, m², kg, 人 …). */
  value: z.string().nullable(),
  typed: z.string().nullable(),
  unit: z.string().nullable(),
  dimension: z.string().nullable(),
  /** “总投资 不少于 4.9 亿元”. */
  said: LabelSchema,
  dueOn: Day.nullable(),
  period: z.string().nullable(),
  owner: z.string().nullable(),
  source: PromiseSource,
  status: PromiseStatus,
  /** Days past the due day; negative before it, null without one or when settled. */
  daysLate: z.int().nullable(),
  actual: Actual.nullable(),
  /** The remedy in force: its day is what it is late by from then on. */
  remedy: z.object({ owner: z.string(), dueOn: Day, reason: z.string(), isLate: z.boolean() }).nullable(),
  exit: z.enum(exitStates),
  /** What can be done with it now. */
  possible: z.array(keysOf(promiseActions)),
  revision: z.int(),
});
export type PromiseView = z.infer<typeof PromiseView>;
