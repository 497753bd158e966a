/** What was known of a project on a past day. */
import { Decimal } from 'decimal.js';
import type { Day } from '../../core/day.ts';
import type { Period } from '../../core/period.ts';
import type { KnownFigure } from '../indicators/known-operations.ts';
import type { PastProject, PastVersion } from '../projects/backtest-operations.ts';
import type { Basis } from './backtest-operations.ts';
import type { LampProject, Measured } from './lamps.ts';
import { lastDayOf } from './promise-words.ts';

interface Recorded {
  readonly recordedOn: Day;
}

/** Whether somebody could know it on the day: it had been written down, or at least had happened. */
const wasKnown = (on: Day, own: Day, { recordedOn }: Recorded, basis: Basis): boolean =>
  own <= on && (basis === 'happened' || recordedOn <= on);

const monthOf = (day: Day): Period => day.slice(0, 7);
const sumOf = (amounts: readonly string[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed();
const latest = (input: string, entries: readonly Recorded[]): Record<string, Day> => {
  const last = entries
    .map(({ recordedOn }) => recordedOn)
    .sort()
    .at(-1);
  return last === undefined ? {} : { [input]: last };
};

/** Figures of a year up to a month, the newest month first. */
const monthsBack = (month: Period): Period[] =>
  Array.from(
    { length: Number(month.slice(5, 7)) },
    (_, i) => `${month.slice(0, 5)}${String(i + 1).padStart(2, '0')}`,
  ).reverse();

/** A figure that was known on the day; a month is known of once it is over. */
export const knownFigure = (figure: KnownFigure, on: Day, basis: Basis): boolean =>
  lastDayOf(figure.period) <= on &&
  (basis === 'happened'
    ? figure.until === null && lastDayOf(figure.period) < on
    : figure.since <= on && (figure.until === null || figure.until > on));

/** The month whose figures were the last known on a day, over all projects; without any, the month before. */
export function periodKnownOn(figures: readonly KnownFigure[], on: Day, basis: Basis): Period {
  const known = new Set(figures.filter((figure) => knownFigure(figure, on, basis)).map(({ period }) => period));
  const back = monthsBack(monthOf(on));
  return back.find((period) => known.has(period)) ?? back[1] ?? monthOf(on);
}

export interface KnownThen {
  readonly project: LampProject;
  readonly measured: Measured;
  /** When what stands behind a fact was written down, by input of the lamps. */
  readonly recordedOn: Readonly<Record<string, Day>>;
}

/**
 * What the lamps could read on a day, from nothing that was recorded after it; null while the project was not known.
 * Of the basis “happened”, what was filled in later counts from the day that it speaks of.
 */
export function knownOn(
  past: PastProject,
  figures: readonly KnownFigure[],
  { on, basis, period }: { readonly on: Day; readonly basis: Basis; readonly period: Period },
): KnownThen | null {
  const versions = past.versions.filter((version) => wasKnown(on, version.from, version, basis));
  const version = versions.reduce<PastVersion | undefined>(
    (last, each) => (last && last.from > each.from ? last : each),
    undefined,
  );
  if (version === undefined) return null;
  const steps = past.steps.filter((step) => wasKnown(on, step.on, step, basis));
  const funds = past.funds.filter((fund) => wasKnown(on, fund.on, fund, basis));
  const start = steps.findLast(({ track, action }) => track === 'life' && action === 'start');
  const enrolment = steps.findLast(({ track }) => track === 'statistics');
  const figure = figures.findLast(
    (each) => each.period === period && each.value !== null && knownFigure(each, on, basis),
  );
  const payables = funds.filter(({ kind }) => kind === 'payable');
  const paid = funds.filter(({ kind }) => kind === 'paid');
  const ofVersion = version.recordedOn;
  return {
    project: {
      stage: version.stage,
      startOn: version.startOn,
      startedOn: start?.on ?? null,
      planned: version.plans[on.slice(0, 4)] ?? null,
      investment: version.investment,
      enrolment: (enrolment?.to ?? 'none') as LampProject['enrolment'],
      isFollowed: steps.some(({ track }) => track === 'life'),
    },
    measured: {
      completed: figure?.value ?? null,
      months: Number(period.slice(5, 7)),
      owed:
        payables.length === 0
          ? null
          : {
              payables: payables.map(({ on: deliveredOn, amount, agreedDays }) => ({
                deliveredOn,
                amount,
                agreedDays,
              })),
              paid: sumOf(paid.map(({ amount }) => amount)),
            },
      on,
    },
    recordedOn: {
      'planned-start': ofVersion,
      started: start?.recordedOn ?? ofVersion,
      investment: ofVersion,
      plan: ofVersion,
      'started-on': start?.recordedOn ?? ofVersion,
      ...(figure && { done: figure.since }),
      ...(enrolment && { 'is-entered': enrolment.recordedOn }),
      ...latest('delivered-on', payables),
      ...latest('unpaid', [...payables, ...paid]),
    },
  };
}
