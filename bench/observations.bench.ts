/** Figures of a province: import through the real checks, against COPY without any; approval and correction. */
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import type { Call } from '../src/core/call.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/db/open.ts';
import { withTemporaryHome } from '../src/platform/db/temporary-home.ts';
import type { Bench, Measure } from './bench.ts';
import {
  addTenants,
  callOn,
  counties,
  countyOf,
  fileOf,
  indicators,
  monthOf,
  officer,
  projects,
  zoneOf,
} from './province.ts';
import { median, milliseconds } from './timing.ts';

const runs = 5;

interface Imported {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
}

async function bring(call: Call, month: number): Promise<number> {
  const { bytes, rows } = fileOf(month);
  const file = { name: `${monthOf(month)}.csv`, bytes, mode: 'import', status: 'submitted' };
  let done: Imported | undefined;
  const spent = await milliseconds(async () => {
    done = (await call('observations.import', file, officer)) as Imported;
  });
  if (done?.added !== rows || done.rows !== rows) throw new Error(`${rows} rows gave ${done?.added} of ${done?.rows}`);
  return (1000 * rows) / spent;
}

/** Rows per second by COPY, as the owner, into a table of the same shape and key that nothing guards. */
async function floor({ owner }: OpenDatabase, month: number): Promise<number> {
  await sql`create table if not exists bare (like observation, primary key (tenant_id, period, subject_kind, subject_id,
    indicator_id, accumulation, scenario))`.execute(owner);
  const { rows } = await sql<{ lines: string; count: string }>`
    select string_agg(concat_ws(E'\t', tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario,
      unit_path, coalesce(value::text, '\\N'), coalesce(missing, '\\N'), typed, typed_unit, status, revision,
      provenance, at, by), E'\n') || E'\n' as lines, count(*) as count
    from observation where period = ${monthOf(month)}`.execute(owner);
  const spent = await milliseconds(() =>
    sql`copy bare (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario, unit_path, value,
      missing, typed, typed_unit, status, revision, provenance, at, by) from stdin ${rows[0]?.lines}`.execute(owner),
  );
  return (1000 * Number(rows[0]?.count)) / spent;
}

async function measureImport(opened: OpenDatabase, call: Call) {
  const [speeds, floors]: number[][] = [[], []];
  await bring(call, 0);
  for (let month = 1; month <= runs; month++) {
    speeds?.push(await bring(call, month));
    floors?.push(await floor(opened, month));
  }
  const shares = (speeds ?? []).map((speed, i) => (100 * speed) / (floors?.[i] ?? Number.NaN));
  return { speed: median(speeds ?? []), floor: median(floors ?? []), share: median(shares) };
}

/** The middle of several runs, after one that warms up. */
async function middle(work: (run: number) => Promise<unknown>): Promise<number> {
  await work(0);
  const times: number[] = [];
  for (let run = 1; run <= runs; run++) times.push(await milliseconds(() => work(run)));
  return median(times);
}

async function measure(opened: OpenDatabase): Promise<Measure[]> {
  const call = callOn(opened);
  await addTenants(opened);
  const { speed, floor: bare, share } = await measureImport(opened, call);
  await sql`analyze observation`.execute(opened.owner);
  const { bytes, rows } = fileOf(runs);
  const preview = await milliseconds(() =>
    call('observations.import', { name: 'again.csv', bytes, mode: 'preview' }, officer),
  );
  const last = monthOf(runs);
  const county = await middle((run) =>
    call('observations.approve', { unitPath: countyOf(run), period: last, below: true }, officer),
  );
  const subject = { unitPath: zoneOf(1), subjectKind: 'project', subjectId: 'p00000001' };
  const about = { ...subject, indicatorId: indicators[1]?.id, period: last, reason: 'bench' };
  const one = await middle((run) => call('observations.correct', { ...about, typed: String(run) }, officer));
  return [
    { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
    { name: `import of a month (${rows} figures) through the checks`, value: speed, unit: '/s', atLeast: 50_000 },
    { name: 'COPY of the same without any, the floor', value: bare, unit: '/s' },
    { name: 'share of the floor', value: share, unit: '%', atLeast: 60 },
    { name: 'preview against what is there', value: (1000 * rows) / preview, unit: '/s' },
    {
      name: `approve a county (${Math.round((projects / counties) * indicators.length)} figures)`,
      value: county,
      unit: 'ms',
      atMost: 100,
    },
    { name: 'correct one figure, roll-ups and all', value: one, unit: 'ms', atMost: 100 },
  ];
}

export const observationsBench: Bench = {
  name: 'observations',
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
