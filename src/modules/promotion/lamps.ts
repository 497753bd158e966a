import { Decimal } from 'decimal.js';
import type { Day } from '../../core/day.ts';
import type { GivenFacts } from '../../core/rules/cases.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import { type LampId, type LampLevel, lampLevels } from './money-operations.ts';

/** The editions behind the lamps. */
export const lampEditions: Readonly<Record<LampId, { readonly ruleId: string; readonly edition: string }>> = {
  start: { ruleId: 'lamp-start', edition: '1' },
  progress: { ruleId: 'lamp-progress', edition: '1' },
  statistics: { ruleId: 'lamp-statistics', edition: '1' },
  payment: { ruleId: 'lamp-payment', edition: '2025' },
};

const started = ['started', 'building', 'completed', 'producing', 'full-output'];
const tenThousands = (yuan: string | null) => (yuan === null ? null : new Decimal(yuan).div(10_000).toFixed());

/** What is known of a project on a day: completed since January in 元, up to the end of so many months. */
export interface Measured {
  readonly completed: string | null;
  readonly months: number;
  readonly on: Day;
}

/** Facts of a project for each lamp; what nobody recorded stays a hole. Deliveries to pay for are not kept here. */
export function lampFacts(project: PortfolioProject, { completed, months, on }: Measured): Record<LampId, GivenFacts> {
  const { startOn, startedOn, stage, planned, investment, enrolment } = project;
  const hasStarted = startedOn !== null || (stage === null ? null : started.includes(stage));
  return {
    start: { 'planned-start': startOn, started: hasStarted, today: on },
    progress: { done: tenThousands(completed), plan: tenThousands(planned), month: months },
    statistics: {
      investment: tenThousands(investment),
      'started-on': startedOn ?? (hasStarted ? startOn : null),
      'is-entered': enrolment === 'entered',
      today: on,
    },
    payment: { today: on },
  };
}

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
