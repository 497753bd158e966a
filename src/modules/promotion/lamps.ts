import { Decimal } from 'decimal.js';
import * as z from 'zod';
import type { Day } from '../../core/day.ts';
import type { GivenFacts } from '../../core/rules/cases.ts';
import { fillLabel, type Label } from '../../core/text.ts';
import type { Owed } from '../projects/owed-operations.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import guide from './lamps.json' with { type: 'json' };
import { type LampId, type LampLevel, LampPlace, lampIds, lampLevels } from './money-operations.ts';
import { standingOf } from './payment-standing.ts';

/** The editions behind the lamps. */
export const lampEditions: Readonly<Record<LampId, { readonly ruleId: string; readonly edition: string }>> = {
  start: { ruleId: 'lamp-start', edition: '1' },
  progress: { ruleId: 'lamp-progress', edition: '1' },
  statistics: { ruleId: 'lamp-statistics', edition: '1' },
  payment: { ruleId: 'lamp-payment', edition: '2025' },
};
export const lampOfRule = (ruleId: string): LampId | undefined =>
  (Object.keys(lampEditions) as LampId[]).find((id) => lampEditions[id].ruleId === ruleId);

const Words = z.object({ zh: z.string(), en: z.string() });
const Guide = z.object({
  /** What is to be done once it is yellow or red. */
  duty: Words,
  place: LampPlace,
  /** By input of the edition: where the fact comes from, and where a missing one is entered. */
  inputs: z.record(z.string(), z.object({ from: Words, enter: Words, place: LampPlace })),
});
export type LampGuide = z.infer<typeof Guide>;
export const lampGuides: Readonly<Record<LampId, LampGuide>> = z
  .record(z.enum(Object.keys(lampIds) as [LampId, ...LampId[]]), Guide)
  .parse(guide.lamps);

const started = ['started', 'building', 'completed', 'producing', 'full-output'];
const finished = ['completed', 'producing', 'full-output'];
const tenThousands = (yuan: string | null) => (yuan === null ? null : new Decimal(yuan).div(10_000).toFixed());
const notApplicable = { missing: 'not-applicable' };

/** What is known of a project on a day, beside its register and its steps. */
export interface Measured {
  /** Completed since January, in 元, up to the end of so many months. */
  readonly completed: string | null;
  readonly months: number;
  /** Null where no payable was recorded. */
  readonly owed: Pick<Owed, 'payables' | 'paid'> | null;
  readonly on: Day;
}

/** What lamps read of a project. */
export type LampProject = Pick<
  PortfolioProject,
  'stage' | 'startOn' | 'startedOn' | 'planned' | 'investment' | 'enrolment' | 'isFollowed'
>;

/** Entered, not entered, or a hole: where neither an entry nor a step was ever recorded, nobody knows. */
const isEntered = ({ enrolment, isFollowed }: LampProject): boolean | null =>
  enrolment === 'none' && !isFollowed ? null : enrolment === 'entered';

function paymentFacts({ owed, on }: Measured): GivenFacts {
  const standing = owed === null ? null : standingOf(owed);
  if (standing === null) return { today: on };
  const { deliveredOn, agreedDays, unpaid } = standing;
  return {
    'delivered-on': deliveredOn,
    ...(agreedDays !== null && { 'agreed-days': agreedDays }),
    unpaid: tenThousands(unpaid),
    today: on,
  };
}

/** Facts of a project for each lamp; what nobody recorded stays a hole, what cannot be yet does not apply. */
export function lampFacts(project: LampProject, measured: Measured): Record<LampId, GivenFacts> {
  const { completed, months, on } = measured;
  const { startOn, startedOn, stage, planned, investment } = project;
  const hasStarted = startedOn !== null || (stage === null ? null : started.includes(stage));
  const isFinished = stage !== null && finished.includes(stage);
  const plan = planned === null && isFinished ? notApplicable : tenThousands(planned);
  return {
    start: { 'planned-start': startOn, started: hasStarted, today: on },
    progress: { done: tenThousands(completed), plan, month: months },
    statistics: {
      investment: tenThousands(investment),
      'started-on': hasStarted === false ? notApplicable : (startedOn ?? startOn),
      'is-entered': isEntered(project),
      today: on,
    },
    payment: paymentFacts(measured),
  };
}

/** Where the facts of a lamp were taken from, for its working. */
export const originsOf = (id: LampId, facts: GivenFacts, period: string): Record<string, Label> =>
  Object.fromEntries(
    Object.entries(lampGuides[id].inputs).flatMap(([input, { from }]) =>
      input in facts ? [[input, fillLabel(from, { period })]] : [],
    ),
  );

/** What to enter, and where, for the facts that are missing; nothing for what does not apply. */
export const entriesFor = (
  id: LampId,
  missing: readonly { readonly id: string; readonly reason: string }[],
): { readonly enter: Label; readonly place: LampPlace }[] =>
  missing.flatMap(({ id: input, reason }) => {
    const known = lampGuides[id].inputs[input];
    return reason === 'not-applicable' || known === undefined ? [] : [{ enter: known.enter, place: known.place }];
  });

const order = Object.keys(lampLevels) as LampLevel[];

/** Red before yellow before green; what is not known says least. */
export const worstOf = (levels: readonly LampLevel[]): LampLevel =>
  order.find((level) => levels.includes(level)) ?? 'unknown';
export const placeOf = (level: LampLevel): number => order.indexOf(level);

export const levelOf = (shown: object | undefined): LampLevel => {
  const word = shown !== undefined && 'word' in shown ? shown.word : undefined;
  return order.find((level) => level === word) ?? 'unknown';
};

/** Nobody follows up what has left. */
export const isFollowedUp = ({ stage }: Pick<PortfolioProject, 'stage'>): boolean =>
  stage !== 'dropped' && stage !== 'exited';
