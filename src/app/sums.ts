import type { Kysely } from 'kysely';
import type { Tables } from '../core/tables.ts';
import { addUp } from '../modules/indicators/sum.store.ts';

export interface Sums {
  stop(): Promise<void>;
}

/** Adds roll-ups up in turns beside the writers, for as long as the system runs; what is left waits for the next start. */
export function startSums(owner: Kysely<Tables>, onFailure: (error: unknown) => void, every = 1000): Sums {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const next = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      turn = addUp(owner).catch(onFailure).finally(next);
    }, every).unref();
  };
  next();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
