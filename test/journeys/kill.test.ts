/** `kill -9` while people submit: what was acknowledged is there, nothing is there by half, and it is ready again soon. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Disaster, liveThrough } from './disasters.ts';
import { killLantu, startLantu, untilHealthy, victims } from './killed-lantu.ts';

const moments = Number(process.env.KILL_MOMENTS ?? (process.env.LANTU_LONG === '1' ? 200 : 20));
const readyWithin = 5000;
const home = await mkdtemp(join(tmpdir(), 'lantu-killed-'));
// As root the database runs under another account, which must be able to enter.
await chmod(home, 0o755);
afterAll(() => rm(home, { recursive: true, force: true }));

describe(`at ${moments} random moments under concurrent submissions`, () => {
  let seen: Disaster[] = [];

  test(
    'the server, the database or both are killed and come back',
    async () => {
      seen = await liveThrough(home, moments, 20261122, async (lantu, dice) => {
        const victim = dice.pick(victims);
        await killLantu(lantu, home, victim);
        // A server whose database was killed starts it again by itself.
        if (victim === 'database') return { lantu, kind: victim, readyAfter: await untilHealthy(lantu.url) };
        const next = await startLantu(home);
        return { lantu: next, kind: victim, readyAfter: next.readyAfter };
      });
      expect(new Set(seen.map(({ kind }) => kind)).size).toBe(victims.length);
    },
    60_000 + moments * 20_000,
  );

  test('every acknowledged write is there, and nothing was written by half', () => {
    const attempts = seen.flatMap((each) => each.attempts);
    expect(attempts.filter(({ acknowledged }) => acknowledged === 'done').length).toBeGreaterThan(moments);
    expect(attempts.filter(({ acknowledged }) => acknowledged !== 'done').length).toBeGreaterThan(0);
    expect(seen.flatMap((each) => each.faults)).toEqual([]);
  });

  test('the chain of the audit holds every time, as the command says, too', () => {
    expect(seen.filter(({ broken }) => broken > 0)).toEqual([]);
    const lantu = resolve(import.meta.dirname, '../../bin/lantu.js');
    const env = { ...process.env, LANTU_HOME: home };
    expect(spawnSync(process.execPath, [lantu, 'audit', 'verify'], { encoding: 'utf8', env })).toMatchObject({
      status: 0,
    });
  });

  test(`it is ready again within ${readyWithin / 1000} seconds`, () => {
    const waits = seen.map(({ readyAfter }) => Math.round(readyAfter)).toSorted((a, b) => a - b);
    console.info(`ready again after ${waits[waits.length >> 1]} ms, at most ${waits.at(-1)} ms`);
    expect(waits.at(-1)).toBeLessThan(readyWithin);
  });
});
