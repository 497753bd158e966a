import type { z } from 'zod';
import type { Operation } from './operation.ts';

/** Every so many minutes, or once a day at a time of China (`08:30`). */
export type Every = { readonly minutes: number } | { readonly dailyAt: `${number}:${number}` };

export interface Turn {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** YYYY-MM-DD where the users are. */
  readonly today: string;
  /** When the job last came through; null the first time. What fell due since then is to be caught up. */
  readonly since: string | null;
}

/** Through the door, as an actor that has the job's permissions and no others. */
export type JobCall = <Op extends Operation>(
  operation: Op,
  input: z.input<Op['input']>,
) => Promise<z.output<Op['output']>>;

/** Something that the server does by itself. */
export interface Job {
  readonly id: string;
  readonly every: Every;
  readonly permissions: readonly string[];
  run(call: JobCall, turn: Turn): Promise<void>;
}

/** The last turn of a job, as it was written down. */
export interface LastTurn {
  readonly doneAt: string | null;
  readonly triedAt: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** A job that failed is left alone for so long. */
const restMinutes = 10;

/** The latest moment, at or before now, at which a daily job was to be done. China has one time zone and no summer time. */
function slotBefore(dailyAt: string, { now, today }: Pick<Turn, 'now' | 'today'>): number {
  const slot = Date.parse(`${today}T${dailyAt}:00+08:00`);
  return slot <= Date.parse(now) ? slot : slot - day;
}

/** Whether a job has its turn now. One that was missed is done once, however many turns were missed. */
export function isDue(every: Every, last: LastTurn | null, at: Pick<Turn, 'now' | 'today'>): boolean {
  if (last === null) return true;
  const now = Date.parse(at.now);
  const hasFailed = last.doneAt === null || Date.parse(last.doneAt) < Date.parse(last.triedAt);
  if (hasFailed && now - Date.parse(last.triedAt) < restMinutes * minute) return false;
  if (last.doneAt === null) return true;
  const done = Date.parse(last.doneAt);
  return 'minutes' in every ? now - done >= every.minutes * minute : done < slotBefore(every.dailyAt, at);
}
