/** What became of a project that was to start or to finish by a day. */
import type { Day } from '../../core/day.ts';
import type { Period } from '../../core/period.ts';
import { dayAfter } from '../../core/workday.ts';
import type { PastProject } from '../projects/backtest-operations.ts';
import type { TroubleKind } from './backtest-operations.ts';
import { lastDayOf } from './promise-words.ts';

/** Late, in time, not to be told yet, or never to be told. */
export type Ending = 'late' | 'in-time' | 'open' | 'unknown';

export interface Became {
  readonly ending: Ending;
  /** The first plan on record: a later one cannot hide the delay. */
  readonly plannedOn: Day | null;
  readonly happenedOn: Day | null;
  /** The month in which the delay was a fact. */
  readonly troubleIn: Period | null;
  /** From this month on there is nothing left to warn of. */
  readonly settledIn: Period | null;
}

const questions = {
  'late-start': {
    action: 'start',
    stages: ['started', 'building', 'completed', 'producing', 'full-output'],
    planned: 'startOn',
  },
  'late-finish': { action: 'complete', stages: ['completed', 'producing', 'full-output'], planned: 'finishOn' },
} as const satisfies Record<TroubleKind, object>;

const left = ['dropped', 'exited'];
const monthOf = (day: Day): Period => day.slice(0, 7);

/** So many months on, or the last day of the month where it is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The day of the step, or of the first state beyond it where the step was only entered as a state. */
function happened({ steps, versions }: PastProject, kind: TroubleKind): { on: Day | null; isKnown: boolean } {
  const { action, stages } = questions[kind];
  const step = steps.find((each) => each.track === 'life' && each.action === action);
  if (step !== undefined) return { on: step.on, isKnown: true };
  const isBeyond = (stage: string | null) => stage !== null && (stages as readonly string[]).includes(stage);
  const first = versions.findIndex(({ stage }) => isBeyond(stage));
  // What was beyond it when it was entered got there on a day that nobody wrote down.
  if (first === 0) return { on: null, isKnown: false };
  return { on: versions[first]?.from ?? null, isKnown: true };
}

const nothing = { plannedOn: null, happenedOn: null, troubleIn: null, settledIn: null };

/** Judged by everything that is known today; `graceMonths` is how late it may be before that counts as trouble. */
export function becameOf(
  past: PastProject,
  { kind, graceMonths, today }: { readonly kind: TroubleKind; readonly graceMonths: number; readonly today: Day },
): Became {
  const { planned } = questions[kind];
  const byRecord = [...past.versions].sort((a, b) =>
    a.recordedOn === b.recordedOn ? 0 : a.recordedOn < b.recordedOn ? -1 : 1,
  );
  const plannedOn = byRecord.find((version) => version[planned] !== null)?.[planned] ?? null;
  const { on: happenedOn, isKnown } = happened(past, kind);
  if (plannedOn === null || !isKnown) return { ...nothing, ending: 'unknown', plannedOn, happenedOn };
  const dueOn = monthsAfter(plannedOn, graceMonths);
  const settledIn = happenedOn === null ? null : monthOf(happenedOn);
  const known = { plannedOn, happenedOn, settledIn };
  const leftOn = past.versions.find(({ stage }) => stage !== null && left.includes(stage))?.from ?? null;
  if (happenedOn === null && leftOn !== null && leftOn <= dueOn)
    return { ...known, ending: 'unknown', troubleIn: null };
  if (happenedOn !== null && happenedOn <= dueOn) return { ...known, ending: 'in-time', troubleIn: null };
  if (happenedOn === null && today <= dueOn) return { ...known, ending: 'open', troubleIn: null };
  return { ...known, ending: 'late', troubleIn: monthOf(dayAfter(dueOn, 1)) };
}
