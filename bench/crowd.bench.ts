/**
 * Month end: a hundred clerks who fill and send the reports of their counties, and twenty readers of bulletins and
 * figures, each asking once every two seconds.
 */
import { loadavg } from 'node:os';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import type { Answers, Crowd } from './crowd.ts';
import { seconds } from './options.ts';
import { familyOf, processorSeconds, runProgram } from './processes.ts';
import { countyOf, monthOf, province } from './province.ts';
import { startRunning } from './running.ts';
import { median, percentile } from './timing.ts';

const turns = 3;
const clerks = 100;
const readers = 20;
const month = 13;
const period = monthOf(month);

/** Years whose reports nobody has sent yet: five for each turn. */
const yearOfTurn = (turn: number) => 2001 + 5 * turn;

interface Scene {
  readonly origin: string;
  readonly cookies: readonly string[];
}

/** A bulletin for the readers. */
async function draftBulletin({ origin, cookies }: Scene): Promise<string> {
  const answer = await fetch(`${origin}/api/bulletins/monthly`, {
    method: 'POST',
    headers: { cookie: cookies[clerks] ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ period }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`no bulletin: ${text}`);
  return JSON.parse(text).id;
}

const figures = (unitPath: string) => ({
  step: 'figures',
  path: `/rollups?unitPath=${unitPath}&period=${period}&subjectKind=project&depth=1`,
});

/** Everybody of one turn. */
const crowdOf = ({ origin, cookies }: Scene, bulletin: string, turn: number): Crowd => ({
  origin,
  seconds,
  people: cookies.map((cookie, i) =>
    i < clerks
      ? { cookie, unitPath: countyOf(i), from: yearOfTurn(turn) }
      : {
          cookie,
          reads: [
            { step: 'bulletins', path: '/bulletins' },
            { step: 'bulletin', path: `/bulletins/${bulletin}` },
            figures(province),
            figures(countyOf(i)),
          ],
        },
  ),
});

/** How long answers took, over all turns: the middle of what each had. */
function times(all: readonly Answers[]): Measure[] {
  const steps = [...new Set(all.flatMap((each) => Object.keys(each.times)))].sort();
  const middle = (share: number, wanted: readonly string[]) =>
    median(
      all.map((each) =>
        percentile(
          wanted.flatMap((step) => each.times[step] ?? []),
          share,
        ),
      ),
    );
  return [
    { name: 'p99 of all', value: middle(0.99, steps), unit: 'ms', atMost: 500 },
    { name: 'middle of all', value: middle(0.5, steps), unit: 'ms' },
    ...steps.map((step) => ({ name: `p99 of ${step}`, value: middle(0.99, [step]), unit: 'ms' })),
  ];
}

async function measure(home: string): Promise<Measure[]> {
  const seats = [
    ...Array.from({ length: clerks }, (_, i) => ({ unitPath: countyOf(i), roles: ['clerk'] as const })),
    ...Array.from({ length: readers }, () => ({ unitPath: province, roles: ['dispatcher'] as const })),
  ];
  const running = await startRunning(home, { from: month - 1, to: month + 1, seats });
  const { program } = running;
  try {
    const bulletin = await draftBulletin(running);
    const press = (turn: number, more = {}) =>
      runProgram<Answers>('bench/crowd.ts', { ...crowdOf(running, bulletin, turn), ...more });
    await press(0, { seconds: 4 });
    const before = processorSeconds(familyOf(program.pid));
    const all: Answers[] = [];
    for (let turn = 1; turn <= turns; turn++) all.push(await press(turn));
    const spent = processorSeconds(familyOf(program.pid)) - before;
    const complaint = all.find((each) => each.complaint !== null)?.complaint;
    if (complaint != null) console.log(`  ${complaint}`);
    const asked = all.reduce((sum, each) => sum + Object.values(each.times).flat().length, 0);
    return [
      { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
      { name: `requests in ${turns} × ${seconds} s`, value: asked, unit: '' },
      { name: 'refused or failed', value: all.reduce((sum, { failed }) => sum + failed, 0), unit: '', atMost: 0 },
      ...times(all),
      { name: 'processor of server and database for one', value: (1000 * spent) / asked, unit: 'ms' },
    ];
  } finally {
    await program.end();
  }
}

export const crowdBench: Bench = { name: 'crowd', run: () => withTemporaryHome(measure) };
