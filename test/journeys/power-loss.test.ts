/** The power goes while people submit: on a real file system that loses whatever was not flushed. */
import { expect, test } from 'vitest';
import { liveThrough } from './disasters.ts';
import { aim, startLantu } from './killed-lantu.ts';
import { makeDisk, whyNoPower } from './power.ts';

const moments = Number(process.env.POWER_MOMENTS ?? (process.env.LANTU_LONG === '1' ? 40 : 3));
const why = await whyNoPower();

test.skipIf(why !== null)(
  `at ${moments} losses of power everything acknowledged is there, nothing by half${why === null ? '' : ` (not possible here: ${why})`}`,
  async () => {
    const disk = makeDisk();
    try {
      const seen = await liveThrough(disk.home, moments, 7, async (lantu) => {
        const kill = aim(lantu, disk.home, 'both');
        disk.cut();
        await kill();
        await disk.powerOn();
        const next = await startLantu(disk.home);
        return { lantu: next, kind: 'power', readyAfter: next.readyAfter };
      });
      const attempts = seen.flatMap((each) => each.attempts);
      expect(attempts.filter(({ acknowledged }) => acknowledged === 'done').length).toBeGreaterThan(moments);
      expect(seen.flatMap((each) => each.faults)).toEqual([]);
      expect(seen.filter(({ broken }) => broken > 0)).toEqual([]);
    } finally {
      await disk.remove();
    }
  },
  60_000 + moments * 30_000,
);
