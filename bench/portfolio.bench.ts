/** Board, Gantt and "who is late" over 10,000 projects of 32 nodes, each beside the barest SQL that reads the same. */
import { loadavg } from 'node:os';
import { type RawBuilder, sql } from 'kysely';
import { type OpenDatabase, openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import { addPortfolio } from '../test/generated/portfolio.ts';
import type { Bench, Measure } from './bench.ts';
import { addTenants, callOn, counties, countyOf, officer } from './province.ts';
import { median, milliseconds } from './timing.ts';

const runs = 5;
const projects = 10_000;
/** Milliseconds that somebody may wait for a page. */
const patience = 300;

async function middle(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await milliseconds(work));
  return median(times);
}

interface Question {
  readonly name: string;
  readonly operation: string;
  readonly input: object;
  /** Reads the same rows without scope, words or order. */
  readonly floor: RawBuilder<unknown>;
}

const window = { from: '2026-05-01', to: '2028-06-01' };
const count = sql`select count(*), sum(length(data::text)) from project_version`;
const questions: readonly Question[] = [
  { name: 'board', operation: 'delivery.board', input: {}, floor: count },
  {
    name: 'column, further down',
    operation: 'delivery.cards',
    input: { stage: 'building', offset: 600 },
    floor: count,
  },
  { name: 'list, last page', operation: 'delivery.cards', input: { offset: projects - 50 }, floor: count },
  { name: 'Gantt, first page', operation: 'nodes.portfolio', input: window, floor: count },
  {
    name: 'Gantt, last page',
    operation: 'nodes.portfolio',
    input: { ...window, offset: projects - 100 },
    floor: count,
  },
  {
    name: 'who is late',
    operation: 'nodes.late',
    input: {},
    floor: sql`select unit_path, owner, count(*), min(finish_on) from project_node
      where actual_finish_on is null and finish_on < '2026-11-22' group by 1, 2`,
  },
  {
    name: 'late of one person',
    operation: 'nodes.late',
    input: { owner: '责任人7' },
    floor: sql`select count(*) from project_node where owner = '责任人7' and actual_finish_on is null`,
  },
];

async function measure(opened: OpenDatabase): Promise<Measure[]> {
  await addTenants(opened);
  const homes = Array.from({ length: counties }, (_, i) => ({ tenantId: String(i + 2), unitPath: countyOf(i) }));
  await addPortfolio(opened.owner, homes, projects);
  const call = callOn(opened);
  const measures: Measure[] = [{ name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' }];
  for (const { name, operation, input, floor } of questions) {
    const own = await middle(() => call(operation, input, officer));
    const bare = await middle(() => floor.execute(opened.owner));
    measures.push(
      { name: `${name}, ${projects} projects`, value: own, unit: 'ms', atMost: patience },
      { name: `${name} against bare SQL`, value: own / bare, unit: '×' },
    );
  }
  return measures;
}

export const portfolioBench: Bench = {
  name: 'portfolio',
  run: () =>
    withTemporaryHome(async (home) => {
      const opened = await openDatabase({ home, statementTimeout: 600_000 });
      try {
        return await measure(opened);
      } finally {
        await opened.close();
      }
    }),
};
