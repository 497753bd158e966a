import { expect, test } from 'vitest';
import { migrated } from '../../test/migrated.ts';
import type { Job } from '../core/job.ts';
import { createKysely, createPool } from '../platform/db/connect.ts';
import { exclusively, startJobs } from './jobs.ts';

const asOwner = { options: '-c search_path=lantu,public' };

test(
  'of two servers on one database only one does the jobs at a time, and the other when it has done',
  migrated(async ({ owner, ownerConnection }) => {
    const second = createKysely(createPool({ ...ownerConnection, ...asOwner }, 1));
    try {
      const order: string[] = [];
      let leave = () => {};
      const stays = new Promise<void>((resolve) => {
        leave = resolve;
      });
      const entered = new Promise<boolean>((resolve, reject) => {
        const first = exclusively(owner, async () => {
          resolve(true);
          await stays;
          order.push('first');
        });
        first.catch(reject);
        void first.then(() => order.push('gone'));
      });
      await entered;
      expect(await exclusively(second, async () => order.push('second'))).toBe(false);
      leave();
      while (!order.includes('gone')) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(await exclusively(second, async () => order.push('second'))).toBe(true);
      expect(order).toEqual(['first', 'gone', 'second']);
    } finally {
      await second.destroy();
    }
  }),
);

test(
  'a turn that fails frees the way for the next',
  migrated(async ({ owner }) => {
    await expect(exclusively(owner, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await exclusively(owner, async () => undefined)).toBe(true);
  }),
);

test(
  'a server catches up at its start what fell due while nobody ran, once, and knows since when',
  migrated(async ({ owner }) => {
    const turns: (string | null)[] = [];
    let ticks = 0;
    const daily: Job = {
      id: 'daily',
      every: { dailyAt: '08:30' },
      permissions: [],
      run: async (_, { since }) => void turns.push(since),
    };
    // Comes after the other, so that its turn shows that the other had one or none.
    const tick: Job = {
      id: 'tick',
      every: { minutes: 1 },
      permissions: [],
      run: async () => {
        ticks += 1;
      },
    };
    const startAt = async (now: string) => {
      const failures: unknown[] = [];
      const before = ticks;
      const runner = startJobs(
        {
          owner,
          operations: {},
          call: () => Promise.reject(new Error('asks nothing')),
          jobs: [daily, tick],
          now: () => now,
          today: () => now.slice(0, 10),
          onFailure: (_, error) => failures.push(error),
        },
        { first: 0, every: 5 },
      );
      while (ticks === before && failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await runner.stop();
      expect(failures).toEqual([]);
    };
    await startAt('2026-11-01T03:00:00.000Z');
    await startAt('2026-11-22T03:00:00.000Z');
    await startAt('2026-11-22T09:00:00.000Z');
    expect(turns).toEqual([null, '2026-11-01T03:00:00.000Z']);
  }),
);
