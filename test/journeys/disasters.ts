/** One after the other on one home: people submit, something terrible happens, and everything is looked at. */
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDice, type Dice } from '../generated/random.ts';
import { endLantu, type Lantu, startLantu } from './killed-lantu.ts';
import { type Attempt, askAt, faults, submitAll } from './submitting.ts';

export interface Disaster {
  readonly kind: string;
  /** Milliseconds until it was healthy again, as on a machine of one's own. */
  readonly readyAfter: number;
  readonly attempts: readonly Attempt[];
  /** What was acknowledged and is gone, is there by half, or went wrong otherwise. */
  readonly faults: readonly string[];
  /** Places where the chain of the audit does not hold. */
  readonly broken: number;
}

/** A machine on which others work at the same time is taken to be slower by as much. */
const crowd = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

type Strike = (lantu: Lantu, dice: Dice) => Promise<{ lantu: Lantu; kind: string; readyAfter: number }>;

/** Every disaster strikes a while after the first report was submitted. */
export async function liveThrough(home: string, count: number, seed: number, strike: Strike): Promise<Disaster[]> {
  const dice = createDice(seed);
  const seen: Disaster[] = [];
  let lantu = await startLantu(home);
  try {
    for (let moment = 0; moment < count; moment++) {
      const attempts: Attempt[] = [];
      const submitting = submitAll(askAt(lantu.url), moment, attempts);
      while (!attempts.some(({ kind, acknowledged }) => kind === 'report' && acknowledged === 'done')) await sleep(5);
      await sleep(dice.int(0, 500));
      const struck = await strike(lantu, dice);
      lantu = struck.lantu;
      const ask = askAt(lantu.url);
      const found = [...(await submitting), ...(await faults(ask, attempts))];
      const { broken } = await ask<{ broken: number }>('/audits/verify', {});
      seen.push({ kind: struck.kind, readyAfter: struck.readyAfter / crowd(), attempts, faults: found, broken });
    }
  } finally {
    await endLantu(lantu, home);
  }
  return seen;
}
