import { evaluate, type Ready, type Subject } from './evaluate.ts';

/** A subject month by month, and the month in which the trouble was known; null if none came. */
export interface History {
  readonly subject: string;
  readonly months: readonly { readonly period: string; readonly facts: Subject['facts'] }[];
  readonly troubleIn: string | null;
}

export type Level = 'red' | 'yellow' | 'green' | 'unknown';

/** The lamp of a subject month by month, and how it went on. */
export interface Course {
  readonly subject: string;
  readonly levels: readonly { readonly period: string; readonly level: Level }[];
  readonly troubleIn: string | null;
  /** Nobody can tell yet whether trouble comes: a warning that stands is neither a hit nor a false alarm. */
  readonly isOpen?: boolean;
}

export interface Told {
  readonly subject: string;
  readonly levels: Course['levels'];
  readonly troubleIn: string | null;
  /** First month of the warning that stood when the trouble was known. */
  readonly warnedIn: string | null;
  readonly monthsEarlier: number | null;
  /** Warnings that went out, or stood to the end, without trouble. */
  readonly falseAlarms: number;
  /** A warning that stands while nobody can tell yet whether trouble comes. */
  readonly isPending: boolean;
}

export interface Backtest {
  readonly subjects: readonly Told[];
  readonly troubles: number;
  readonly warned: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly pending: number;
  readonly monthsWithoutData: number;
  /** Median of the months earlier; null when nothing was warned of. */
  readonly medianEarlier: number | null;
}

const monthNumber = (period: string): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;

function levelOf(ready: Ready, subject: Subject): Level {
  const value = evaluate(ready, subject).outcome[0]?.value;
  return value !== undefined && 'word' in value ? (value.word as Level) : 'unknown';
}

interface Episode {
  readonly from: string;
  readonly to: string;
}

/** Runs of months that were yellow or red. A month without data neither lights a lamp nor puts it out. */
function episodesOf(levels: Told['levels']): Episode[] {
  const episodes: Episode[] = [];
  let from: string | null = null;
  let to = '';
  for (const { period, level } of levels) {
    if (level === 'unknown') continue;
    if (level === 'green') {
      if (from !== null) episodes.push({ from, to });
      from = null;
      continue;
    }
    from ??= period;
    to = period;
  }
  return from === null ? episodes : [...episodes, { from, to }];
}

/** What the lamp of one subject did against what happened. */
export function tell({ subject, levels: all, troubleIn, isOpen = false }: Course): Told {
  const levels = [...all]
    .sort((a, b) => a.period.localeCompare(b.period))
    // What was known only later cannot have warned, and is no alarm either.
    .filter(({ period }) => troubleIn === null || period <= troubleIn);
  const episodes = episodesOf(levels);
  const last = episodes.at(-1);
  const stands = last !== undefined && levels.findLast(({ level }) => level !== 'unknown')?.level !== 'green';
  const warned = stands && troubleIn !== null ? last : null;
  const isPending = stands && troubleIn === null && isOpen;
  return {
    subject,
    levels,
    troubleIn,
    warnedIn: warned?.from ?? null,
    monthsEarlier: warned && troubleIn ? monthNumber(troubleIn) - monthNumber(warned.from) : null,
    falseAlarms: episodes.length - (warned !== null || isPending ? 1 : 0),
    isPending,
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Hits, misses and false alarms of all subjects together. */
export function summed(subjects: readonly Told[]): Backtest {
  const troubles = subjects.filter(({ troubleIn }) => troubleIn !== null);
  const earlier = troubles.flatMap(({ monthsEarlier }) => (monthsEarlier === null ? [] : [monthsEarlier]));
  return {
    subjects,
    troubles: troubles.length,
    warned: earlier.length,
    missed: troubles.length - earlier.length,
    falseAlarms: subjects.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
    pending: subjects.filter(({ isPending }) => isPending).length,
    monthsWithoutData: subjects.reduce(
      (sum, { levels }) => sum + levels.filter(({ level }) => level === 'unknown').length,
      0,
    ),
    medianEarlier: median(earlier),
  };
}

/** Runs a lamp over past months: how much earlier it would have warned, what it would have missed, how often cried wolf. */
export const backtest = (ready: Ready, histories: readonly History[]): Backtest =>
  summed(
    histories.map(({ months, ...rest }) =>
      tell({
        ...rest,
        levels: months.map(({ period, facts }) => ({
          period,
          level: levelOf(ready, { id: rest.subject, facts }),
        })),
      }),
    ),
  );
