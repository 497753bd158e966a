import { Decimal } from 'decimal.js';
import { type Day, daysBetween } from '../../core/day.ts';
import measures from './measures.json' with { type: 'json' };
import {
  type Actual,
  type Comparator,
  measureById,
  type PromiseAction,
  type PromiseEvent,
  type PromiseMeasure,
  type PromiseStatus,
  type PromiseView,
} from './promise.ts';

/** The words of a promise that its standing depends on. */
export interface Promised {
  readonly measure: string;
  readonly comparator: Comparator;
  /** Base unit, exact. */
  readonly value: string | null;
  readonly dueOn: Day | null;
  /** Where no day was agreed: the end of the years that its document plans for. */
  readonly until?: Day | undefined;
}

/** What is known from elsewhere: figures as they grew, the day of the event, and whether events are kept at all. */
export interface World {
  readonly observed: readonly { readonly on: Day; readonly value: string }[];
  /** Years are missing from the figures: reaching the promise proves it, staying below does not break it. */
  readonly isIncomplete: boolean;
  readonly eventOn: Day | null;
  readonly isFollowed: boolean;
}

type Happened = Pick<
  PromiseEvent,
  'action' | 'on' | 'value' | 'typed' | 'unit' | 'isKept' | 'owner' | 'dueOn' | 'reason'
>;
export type Standing = Pick<PromiseView, 'status' | 'daysLate' | 'actual' | 'remedy' | 'exit' | 'possible'>;

const measureOfId = (id: string): PromiseMeasure => measureById.get(id) as PromiseMeasure;
const isCeilingOf = ({ comparator }: Promised): boolean => comparator === 'at-most' || comparator === 'less';

/** Whether a figure keeps the word; null where the word does not decide it (约), or there is none. */
export function keeps(comparator: Comparator, promised: string | null, actual: string | null): boolean | null {
  if (promised === null || actual === null) return null;
  const compared = new Decimal(actual).comparedTo(promised);
  if (comparator === 'about') return compared >= 0 ? true : null;
  return { 'at-least': compared >= 0, more: compared > 0, 'at-most': compared <= 0, less: compared < 0 }[comparator];
}

function observedActual(promised: Promised, { observed, isIncomplete }: World): Actual | null {
  const judged = observed.map(({ on, value }): Actual => {
    const isKept = keeps(promised.comparator, promised.value, value);
    return { from: 'observation', on, value, said: value, isKept: isKept === false && isIncomplete ? null : isKept };
  });
  // A floor is kept from the day on which it was reached; a ceiling is judged by the last figure.
  const reached = isCeilingOf(promised) ? undefined : judged.find(({ isKept }) => isKept === true);
  return reached ?? judged.at(-1) ?? null;
}

function typedActual(promised: Promised, events: readonly Happened[]): Actual | null {
  const last = events.findLast(({ action }) => action === 'actual');
  if (last === undefined) return null;
  const said = last.typed === null ? (last.reason ?? '') : `${last.typed} ${last.unit ?? ''}`.trim();
  const isKept = last.isKept ?? keeps(promised.comparator, promised.value, last.value);
  return { from: 'typed', on: last.on, value: last.value, said, isKept };
}

/** The later word counts; that something happened on a day is not undone by a later figure. */
function actualOf(promised: Promised, events: readonly Happened[], world: World): Actual | null {
  if (world.eventOn !== null)
    return { from: 'event', on: world.eventOn, value: null, said: world.eventOn, isKept: true };
  const [typed, observed] = [typedActual(promised, events), observedActual(promised, world)];
  if (typed === null || observed === null) return typed ?? observed;
  return observed.on > typed.on && observed.isKept !== null ? observed : typed;
}

function statusOf(
  promised: Promised,
  actual: Actual | null,
  isFollowed: boolean,
  isWaived: boolean,
  today: Day,
): PromiseStatus {
  const { dueOn } = promised;
  const isCeiling = isCeilingOf(promised);
  const isOver = dueOn !== null && today > dueOn;
  const isKept = actual?.isKept ?? null;
  if (isWaived) return 'waived';
  // That a ceiling is not passed yet proves nothing before the day.
  if (isKept === true && (!isCeiling || isOver || dueOn === null))
    return dueOn === null || (actual?.on ?? today) <= dueOn || isCeiling ? 'kept' : 'remedied';
  if (isKept === false && isCeiling) return 'breached';
  if (dueOn === null) return promised.until !== undefined && today > promised.until ? 'plan-over' : 'undated';
  if (!isOver) return daysBetween(today, dueOn) <= measures.soonDays ? 'due-soon' : 'not-due';
  if (isKept === false) return 'breached';
  const { kind } = measureOfId(promised.measure);
  // Silence breaks a condition, and a day where the project’s steps are kept; a figure that nobody gave breaks nothing.
  return kind === 'words' || (kind === 'day' && isFollowed) ? 'breached' : 'unproven';
}

const settled: readonly PromiseStatus[] = ['kept', 'remedied', 'waived'];

function possibleOf(
  status: PromiseStatus,
  exit: Standing['exit'],
  remedy: Standing['remedy'],
): readonly PromiseAction[] {
  if (exit === 'accepted') return [];
  if (exit === 'proposed') return ['accept-exit', 'reject-exit', 'actual'];
  if (status === 'waived') return [];
  if (settled.includes(status)) return ['actual'];
  if (status !== 'breached') return ['actual', 'waive'];
  return ['actual', 'remedy', 'waive', ...(remedy?.isLate ? (['propose-exit'] as const) : [])];
}

/** Where a promise stands on a day: everything follows from its words, what happened, and what is known from elsewhere. */
export function standingOf(promised: Promised, events: readonly Happened[], world: World, today: Day): Standing {
  const actual = actualOf(promised, events, world);
  const isWaived = events.some(({ action }) => action === 'waive');
  const status = statusOf(promised, actual, world.isFollowed, isWaived, today);
  const isSettled = settled.includes(status);
  const ordered = events.findLast(({ action }) => action === 'remedy');
  const remedyDue = ordered?.dueOn ?? null;
  const remedy =
    ordered === undefined || remedyDue === null
      ? null
      : {
          owner: ordered.owner ?? '',
          dueOn: remedyDue,
          reason: ordered.reason ?? '',
          isLate: !isSettled && today > remedyDue,
        };
  const about = events.findLast(({ action }) => action.endsWith('-exit'))?.action;
  const exit =
    ({ 'propose-exit': 'proposed', 'accept-exit': 'accepted', 'reject-exit': 'rejected' } as const)[
      about as 'propose-exit'
    ] ?? 'none';
  const daysLate = isSettled || promised.dueOn === null ? null : daysBetween(promised.dueOn, today);
  return { status, daysLate, actual, remedy, exit, possible: [...possibleOf(status, exit, remedy)] };
}
