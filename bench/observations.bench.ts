/**
 * Figures of a province: import through the real checks, approval, and what its bulletin reads, on generated data.
 * `LANTU_BENCH_SCALE` sets the size: 1 is 2,000 zones with 50,000 projects of 20 indicators in 36 months (36 million
 * figures); the default is a hundredth of the months and a tenth of the projects.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { servicesOf } from '../src/app/app.ts';
import { type Call, createCall } from '../src/core/call.ts';
import type { Actor } from '../src/core/implement.ts';
import { catalog } from '../src/modules/indicators/catalog/index.ts';
import { businessPermissions } from '../src/modules/people/roles.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../src/platform/db/door.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';

const scale = Number(process.env.LANTU_BENCH_SCALE ?? '0.1');
const counties = 120;
const zones = 2000;
const projects = Math.round(50_000 * scale);
const months = Math.max(3, Math.round(36 * scale));
const indicators = catalog.filter(({ aggregation }) => aggregation === 'sum' || aggregation === 'last').slice(0, 20);
const runs = 5;

const province = 'cn.91';
const cityOf = (county: number) => `${province}.91${String((county % 12) + 1).padStart(2, '0')}`;
const countyOf = (county: number) => `${cityOf(county)}.c${String(county).padStart(3, '0')}`;
const zoneOf = (zone: number) => `${countyOf(zone % counties)}.z${String(zone).padStart(4, '0')}`;
const monthOf = (index: number) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const ticks = 100;

/** Processor time of the database so far, of processes that ended too; null where there is no /proc. */
function serverSeconds(home: string): number | null {
  try {
    const postmaster = readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0];
    const stats = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const text = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
        const fields = text
          .slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        if (pid === postmaster) return [fields.slice(11, 15)];
        return fields[1] === Number(postmaster) ? [fields.slice(11, 13)] : [];
      });
    return stats.flat().reduce((sum, each) => sum + each, 0) / ticks;
  } catch {
    return null;
  }
}

/** Processor time of this process and the database together: a busy machine does not count. */
async function processorSeconds(home: string, work: () => Promise<unknown>): Promise<number> {
  const [start, server] = [process.cpuUsage(), serverSeconds(home)];
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 + ((serverSeconds(home) ?? 0) - (server ?? 0));
}

/** A deterministic figure: growing through the year, a hole now and then. */
const figure = (project: number, indicator: number, month: number) =>
  (project * 7 + indicator * 13 + month) % 97 === 0 ? '未报送' : `${(((project % 500) + 1) * ((month % 12) + 1)) / 4}`;

/** One month of all projects, as a clerk's file has it. */
function fileOf(month: number): { bytes: Uint8Array; rows: number } {
  const lines = ['单位,对象种类,对象,行业,指标,期别,口径,数值,计量单位'];
  for (let project = 0; project < projects; project++) {
    const place = `${zoneOf(project % zones)},项目,p${String(project).padStart(8, '0')},,`;
    for (const [i, { id, unit, accumulation }] of indicators.entries())
      lines.push(`${place}${id},${monthOf(month)},${accumulation},${figure(project, i, month)},${unit}`);
  }
  return { bytes: new TextEncoder().encode(lines.join('\n')), rows: lines.length - 1 };
}

const actor: Actor = {
  id: 'bench',
  name: 'bench',
  tenantId: '1',
  unitPath: province,
  scope: [province],
  permissions: businessPermissions,
};

async function addTenants({ owner }: OpenDatabase): Promise<void> {
  const paths = [province, ...Array.from({ length: counties }, (_, i) => countyOf(i))];
  await sql`insert into tenant (tenant_id, code, name, unit_path, created_at)
    select n, 't' || n, path, path::public.ltree, '2026-01-01'
    from unnest(${[...new Set(paths)]}::text[]) with ordinality t(path, n)`.execute(owner);
}

const callOn = ({ database }: OpenDatabase): Call =>
  createCall(
    servicesOf(undefined as never, {
      keeper: undefined as never,
      backups: undefined as never,
      secrets: undefined as never,
    }),
    {
      database,
      today: () => '2026-11-22',
      now: () => new Date().toISOString(),
      newId: randomUUID,
      writeAudit,
      reserveAnswer,
      keepAnswer,
    },
  );

interface Imported {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
}

async function importAll(call: Call, home: string) {
  const speeds: number[] = [];
  let processor = 0;
  let total = 0;
  for (let month = 0; month < months; month++) {
    const { bytes, rows } = fileOf(month);
    let spent = 0;
    const bring = async () => {
      const file = { name: `${monthOf(month)}.csv`, bytes, mode: 'import', status: 'submitted' };
      const done = (await call('observations.import', file, actor)) as Imported;
      if (done.added !== rows || done.rows !== done.added + done.changed + done.refused)
        throw new Error(`${rows} rows gave ${JSON.stringify({ ...done, refusals: undefined, changes: undefined })}`);
    };
    processor += await processorSeconds(home, async () => {
      spent = await seconds(bring);
    });
    speeds.push(rows / spent);
    total += rows;
  }
  const { bytes, rows } = fileOf(months - 1);
  const repeated = await seconds(() =>
    call('observations.import', { name: 'again.csv', bytes, mode: 'preview' }, actor),
  );
  return { speed: median(speeds), perProcessor: total / processor, again: rows / repeated, total };
}

/** The middle of several runs, after one that warms up. */
async function middle(work: (run: number) => Promise<unknown>): Promise<number> {
  await work(0);
  const times: number[] = [];
  for (let run = 1; run <= runs; run++) times.push(await seconds(() => work(run)));
  return median(times) * 1000;
}

async function measure(opened: OpenDatabase, home: string): Promise<Measure[]> {
  const call = callOn(opened);
  await addTenants(opened);
  const { speed, perProcessor, again, total } = await importAll(call, home);
  await sql`analyze observation`.execute(opened.owner);
  const last = monthOf(months - 1);
  const countyMs = await middle((run) =>
    call('observations.approve', { unitPath: countyOf(run), period: last, below: true }, actor),
  );
  const oneMs = await middle((run) =>
    call(
      'observations.correct',
      {
        unitPath: zoneOf(1),
        subjectKind: 'project',
        subjectId: 'p00000001',
        indicatorId: indicators[1]?.id,
        period: last,
        typed: String(run),
        reason: 'bench',
      },
      actor,
    ),
  );
  const read = (period: string, more = {}) =>
    call('rollups.show', { period, subjectKind: 'project', depth: 1, ...more }, actor);
  const periods = Array.from({ length: months }, (_, i) => monthOf(i));
  await call('observations.approve', { unitPath: province, period: periods[0], below: true }, actor);
  for (const period of periods.slice(1))
    await call('observations.approve', { unitPath: province, period, below: true }, actor).catch(() => undefined);
  await sql`analyze rollup`.execute(opened.owner);
  const bulletin = await middle(() => read(last));
  const bulletinProcessor = (await processorSeconds(home, () => middle(() => read(last)))) / (runs + 1);
  const byCounty = await middle(() => read(last, { depth: 2 }));
  const rebuild = await seconds(() => call('rollups.rebuild', { period: last }, actor));
  const { rows } = await sql<{ count: string }>`select count(*) from rollup`.execute(opened.owner);
  return [
    { name: `figures imported (${months} months)`, value: total, unit: '' },
    { name: 'import through the checks', value: speed, unit: '/s', atLeast: 50_000 },
    { name: 'the same, per second of one processor, database included', value: perProcessor, unit: '/s' },
    { name: 'preview against what is there', value: again, unit: '/s' },
    {
      name: `approve a county (${Math.round((projects / counties) * indicators.length)} figures)`,
      value: countyMs,
      unit: 'ms',
    },
    { name: 'correct one figure, roll-ups and all', value: oneMs, unit: 'ms', atMost: 100 },
    { name: 'province by city, compared and ranked', value: bulletin, unit: 'ms', atMost: 200 },
    { name: 'the same, processor time, database included', value: bulletinProcessor * 1000, unit: 'ms' },
    { name: 'province by county, compared and ranked', value: byCounty, unit: 'ms' },
    { name: 'load of the machine meanwhile (1 min)', value: loadavg()[0] ?? 0, unit: '' },
    { name: 'rows of roll-ups', value: Number(rows[0]?.count), unit: '' },
    { name: 'rebuild of a month', value: rebuild, unit: 's' },
  ];
}

export const observationsBench: Bench = {
  name: 'observations',
  run: () =>
    withTemporaryHome(async (home) => {
      const opened = await openDatabase({ home, statementTimeout: 600_000 });
      try {
        return await measure(opened, home);
      } finally {
        await opened.close();
      }
    }),
};
