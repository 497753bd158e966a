/**
 * One request after another over HTTP against a bare server on the same database (peers/bare-server.ts): reading one
 * figure, a page of them, writing one, and the roll-up of a county by zone. Each turn measures both, one after the other.
 * Throughput is what counts; where others use the machine, too, the processor time of server and database says more.
 */

import { periodsOfRollup } from '../src/modules/indicators/rollups.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import type { Answered, Ask, Load } from './load.ts';
import { turns } from './options.ts';
import { familyOf, type Program, processorSeconds, runProgram, startProgram } from './processes.ts';
import { countyOf, indicators, monthOf, projectOf, projects, province, zoneOf, zones } from './province.ts';
import { startRunning } from './running.ts';
import { median } from './timing.ts';

const seconds = 2;
const clients = 16;
/** Answers before anything is measured: what Node compiles for its first requests is no cost of the later ones. */
const warm = 2000;
/** On a machine that others use, too, so many goes are enough. */
const mostGoes = 8;
const month = 13;
const period = monthOf(month);

const query = (parts: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(parts).map(([name, value]): [string, string] => [name, String(value)])).toString();
const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const indicatorAt = (i: number) => indicators[i % indicators.length] as (typeof indicators)[number];

const reads = each(500, (i): Ask => {
  const project = (i * 37) % projects;
  const { id: indicatorId, accumulation } = indicatorAt(i);
  const place = { unitPath: zoneOf(project % zones), subjectKind: 'project', subjectId: projectOf(project) };
  return { method: 'GET', path: `/api/observation?${query({ ...place, indicatorId, accumulation, period })}` };
});
const pages = each(
  100,
  (i): Ask => ({
    method: 'GET',
    path: `/api/observations?${query({ unitPath: zoneOf(i * 7), period, limit: 50 })}`,
  }),
);
const creates = each(100, (i): Ask => {
  const { id: indicatorId, accumulation, base } = indicatorAt(i);
  const values = [{ indicatorId, accumulation, typed: '12.5', unit: base }];
  const place = { unitPath: zoneOf(i), subjectKind: 'project', subjectId: '@@' };
  return { method: 'POST', path: '/api/observations', body: JSON.stringify({ ...place, period: '2030-01', values }) };
});
const rollups = each(100, (i): Ask => {
  const place = { unitPath: countyOf(i), period, depth: 1, subjectKind: 'project' };
  return { method: 'GET', path: `/api/rollups?${query({ ...place, periods: periodsOfRollup(period).join(',') })}` };
});

interface Kind {
  readonly name: string;
  readonly requests: readonly Ask[];
  /** The least share of the bare server's throughput, in percent. */
  readonly atLeast: number;
}
export const kinds: readonly Kind[] = [
  { name: 'read one figure', requests: reads, atLeast: 35 },
  { name: 'page of 50 figures', requests: pages, atLeast: 50 },
  { name: 'create a figure', requests: creates, atLeast: 40 },
  { name: 'roll-up of a county by zone', requests: rollups, atLeast: 50 },
];

interface Spent {
  readonly server: number;
  readonly database: number;
}

interface Server {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds of processor time of it and of its database so far. */
  spent(): Spent;
}

interface Cost extends Spent {
  readonly answered: number;
  readonly perSecond: number;
  readonly both: number;
}

/** Costs of the processor in milliseconds of one request. */
async function press({ origin, headers, spent }: Server, requests: readonly Ask[]): Promise<Cost> {
  const before = spent();
  const load: Load = { origin, headers, clients, seconds, requests };
  const { answered, failed, complaint, seconds: took } = await runProgram<Answered>('bench/load.ts', load);
  if (failed > 0) throw new Error(`${failed} of ${answered} refused: ${complaint}`);
  const after = spent();
  const server = (1000 * (after.server - before.server)) / answered;
  const database = (1000 * (after.database - before.database)) / answered;
  return { answered, perSecond: answered / took, server, database, both: server + database };
}

async function warmUp(server: Server, requests: readonly Ask[]): Promise<void> {
  let answered = 0;
  for (let go = 0; go < mostGoes && answered < warm; go++) answered += (await press(server, requests)).answered;
}

async function compare(kind: Kind, bare: Server, lantu: Server): Promise<Measure[]> {
  const [theirs, ours]: [Cost[], Cost[]] = [[], []];
  for (const server of [bare, lantu]) await warmUp(server, kind.requests);
  for (let turn = 0; turn < turns; turn++) {
    theirs.push(await press(bare, kind.requests));
    ours.push(await press(lantu, kind.requests));
  }
  const middle = (costs: readonly Cost[], of: keyof Cost) => median(costs.map((cost) => cost[of]));
  const shares = (of: (theirs: Cost, ours: Cost) => number) =>
    100 * median(ours.map((cost, i) => of(theirs[i] as Cost, cost)));
  const named = (name: string, value: number, unit: string) => ({ name: `${kind.name}: ${name}`, value, unit });
  const share = shares((bares, own) => own.perSecond / bares.perSecond);
  const costs = (['server', 'database', 'both'] as const).flatMap((part) => [
    named(`processor, ${part}, bare server`, middle(theirs, part), 'ms'),
    named(`processor, ${part}, Lantu`, middle(ours, part), 'ms'),
  ]);
  return [
    named('bare server', middle(theirs, 'perSecond'), '/s'),
    named('Lantu', middle(ours, 'perSecond'), '/s'),
    { ...named('share of the bare server', share, '%'), atLeast: kind.atLeast },
    ...costs,
    named(
      'share by processor',
      shares((bares, own) => bares.both / own.both),
      '%',
    ),
  ];
}

async function measure(home: string): Promise<Measure[]> {
  const seats = [{ unitPath: province, roles: ['clerk', 'reviewer', 'dispatcher'] as const }];
  const {
    program: system,
    origin,
    database,
    cookies,
  } = await startRunning(home, { from: month - 1, to: month + 1, seats });
  const [cookie = ''] = cookies;
  let peer: Program | undefined;
  try {
    peer = await startProgram('bench/peers/bare-server.ts', database);
    // The database is a child of ours, and works for both.
    const spent = (pid: number) => (): Spent => ({
      server: processorSeconds([pid]),
      database: processorSeconds(familyOf(system.pid).filter((each) => each !== system.pid)),
    });
    const lantu = { origin, headers: { cookie }, spent: spent(system.pid) };
    const bare = { origin: `http://127.0.0.1:${peer.said.port}`, headers: {}, spent: spent(peer.pid) };
    const measures: Measure[] = [];
    for (const kind of kinds) measures.push(...(await compare(kind, bare, lantu)));
    return measures;
  } finally {
    await peer?.end();
    await system.end();
  }
}

export const httpBench: Bench = { name: 'http', run: () => withTemporaryHome(measure) };
