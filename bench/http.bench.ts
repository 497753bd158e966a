/**
 * One request after another over HTTP against a bare server on the same database (peers/bare-server.ts): reading one
 * figure, a page of them, writing one, and the roll-up of a county by zone. Each turn measures both, one after the other.
 */

import { periodsOfRollup } from '../src/modules/indicators/rollups.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import type { Answered, Ask, Load } from './load.ts';
import { turns } from './options.ts';
import { type Program, processorSeconds, runProgram, startProgram } from './processes.ts';
import { countyOf, indicators, monthOf, projectOf, projects, province, zoneOf, zones } from './province.ts';
import { startRunning } from './running.ts';
import { median } from './timing.ts';

const seconds = 2;
const clients = 16;
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

interface Server {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Processor time of it and of its database so far. */
  spent(): number;
}

interface Cost {
  readonly perSecond: number;
  readonly milliseconds: number;
}

async function press({ origin, headers, spent }: Server, requests: readonly Ask[]): Promise<Cost> {
  const before = spent();
  const load: Load = { origin, headers, clients, seconds, requests };
  const { answered, failed, complaint, seconds: took } = await runProgram<Answered>('bench/load.ts', load);
  if (failed > 0) throw new Error(`${failed} of ${answered} refused: ${complaint}`);
  return { perSecond: answered / took, milliseconds: (1000 * (spent() - before)) / answered };
}

async function compare(kind: Kind, bare: Server, lantu: Server): Promise<Measure[]> {
  const [theirs, ours]: Cost[][] = [[], []];
  for (const server of [bare, lantu]) await press(server, kind.requests);
  for (let turn = 0; turn < turns; turn++) {
    theirs?.push(await press(bare, kind.requests));
    ours?.push(await press(lantu, kind.requests));
  }
  const middle = (costs: readonly Cost[] = [], of: keyof Cost) => median(costs.map((cost) => cost[of]));
  const [own, bares] = [middle(ours, 'perSecond'), middle(theirs, 'perSecond')];
  const shares = (ours ?? []).map((cost, i) => (100 * cost.perSecond) / (theirs?.[i]?.perSecond ?? Number.NaN));
  return [
    { name: `${kind.name}: bare server`, value: bares, unit: '/s' },
    { name: `${kind.name}: Lantu`, value: own, unit: '/s' },
    { name: `${kind.name}: share of the bare server`, value: median(shares), unit: '%', atLeast: kind.atLeast },
    { name: `${kind.name}: processor, bare server`, value: middle(theirs, 'milliseconds'), unit: 'ms' },
    { name: `${kind.name}: processor, Lantu`, value: middle(ours, 'milliseconds'), unit: 'ms' },
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
    const { pid } = peer;
    const lantu = { origin, headers: { cookie }, spent: () => processorSeconds(system.pid) };
    // The database is a child of ours; what the bare server asks of it is added to what it does itself.
    const spent = () => processorSeconds(pid) + processorSeconds(system.pid);
    const bare = { origin: `http://127.0.0.1:${peer.said.port}`, headers: {}, spent };
    const measures: Measure[] = [];
    for (const kind of kinds) measures.push(...(await compare(kind, bare, lantu)));
    return measures;
  } finally {
    await peer?.end();
    await system.end();
  }
}

export const httpBench: Bench = { name: 'http', run: () => withTemporaryHome(measure) };
