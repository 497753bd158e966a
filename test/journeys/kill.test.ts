/** `kill -9` while people submit: what was acknowledged is there, nothing is there by half, and it is ready again soon. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { createDice } from '../generated/random.ts';
import { endLantu, killLantu, type Lantu, startLantu, untilHealthy, victims } from './killed-lantu.ts';
import { type Attempt, askAt, faults, submitAll } from './submitting.ts';

const moments = Number(process.env.KILL_MOMENTS ?? (process.env.LANTU_LONG === '1' ? 200 : 20));
/** The limit that was asked for. A machine on which others work at the same time gets longer by as much. */
const readyWithin = 5000;
const share = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
const home = await mkdtemp(join(tmpdir(), 'lantu-killed-'));
// As root the database runs under another account, which must be able to enter.
await chmod(home, 0o755);

let lantu: Lantu | undefined;
afterAll(async () => {
  if (lantu !== undefined) await endLantu(lantu, home);
  await rm(home, { recursive: true, force: true });
});

interface Moment {
  readonly victim: string;
  /** Milliseconds, as on a machine of one's own. */
  readonly readyAfter: number;
  readonly faults: readonly string[];
  readonly attempts: readonly Attempt[];
  readonly broken: number;
}

describe(`at ${moments} random moments under concurrent submissions`, () => {
  const seen: Moment[] = [];

  test(
    'the server, the database or both are killed and come back',
    async () => {
      const dice = createDice(20261122);
      lantu = await startLantu(home);
      for (let moment = 0; moment < moments; moment++) {
        const victim = dice.pick(victims);
        const attempts: Attempt[] = [];
        const submitting = submitAll(askAt(lantu.url), moment, attempts);
        while (!attempts.some(({ acknowledged }) => acknowledged === 'done')) await sleep(5);
        await sleep(dice.int(0, 500));
        await killLantu(lantu, home, victim);
        if (victim !== 'database') lantu = await startLantu(home);
        const readyAfter = victim === 'database' ? await untilHealthy(lantu.url) : lantu.readyAfter;
        const refusals = await submitting;
        const ask = askAt(lantu.url);
        const found = [...refusals, ...(await faults(ask, attempts))];
        const { broken } = await ask<{ broken: number }>('/audits/verify', {});
        seen.push({ victim, readyAfter: readyAfter / share(), faults: found, attempts, broken });
      }
      expect(new Set(seen.map(({ victim }) => victim)).size).toBe(victims.length);
    },
    60_000 + moments * 15_000,
  );

  test('every acknowledged write is there, and nothing was written by half', () => {
    const attempts = seen.flatMap((each) => each.attempts);
    expect(attempts.filter(({ acknowledged }) => acknowledged === 'done').length).toBeGreaterThan(moments);
    expect(attempts.filter(({ acknowledged }) => acknowledged !== 'done').length).toBeGreaterThan(0);
    expect(seen.flatMap((each) => each.faults)).toEqual([]);
  });

  test('the chain of the audit holds every time, as the command says, too', () => {
    expect(seen.filter(({ broken }) => broken > 0)).toEqual([]);
    const verified = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../bin/lantu.js'), 'audit', 'verify'],
      {
        encoding: 'utf8',
        env: { ...process.env, LANTU_HOME: home },
      },
    );
    expect(verified).toMatchObject({ status: 0 });
  });

  test(`it is ready again within ${readyWithin / 1000} seconds`, () => {
    const slowest = Math.max(...seen.map(({ readyAfter }) => readyAfter));
    const middle = seen.map(({ readyAfter }) => readyAfter).toSorted((a, b) => a - b)[seen.length >> 1] ?? 0;
    console.info(`ready again after ${Math.round(middle)} ms, at most ${Math.round(slowest)} ms`);
    expect(slowest).toBeLessThan(readyWithin);
  });
});
