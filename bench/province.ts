/**
 * A generated province for the benches: 120 counties, 2,000 zones, 50,000 projects, 36 months and 20 indicators are 36
 * million figures at scale 1. The scale (`--scale`) sets the number of projects; a tenth by default.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { servicesOf } from '../src/app/app.ts';
import { type Call, createCall } from '../src/core/call.ts';
import type { Actor } from '../src/core/implement.ts';
import { catalog } from '../src/modules/indicators/catalog/index.ts';
import { businessPermissions } from '../src/modules/people/roles.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../src/platform/db/door.ts';
import type { OpenDatabase } from '../src/platform/db/open.ts';
import { scale } from './options.ts';

export const counties = 120;
export const zones = 2000;
export const projects = Math.round(50_000 * scale);
export const months = 36;
export const indicators = catalog
  .filter(({ aggregation }) => aggregation === 'sum' || aggregation === 'last')
  .slice(0, 20);

export const province = 'cn.91';
const cityOf = (county: number) => `${province}.91${String((county % 12) + 1).padStart(2, '0')}`;
export const countyOf = (county: number) => `${cityOf(county)}.c${String(county).padStart(3, '0')}`;
export const zoneOf = (zone: number) => `${countyOf(zone % counties)}.z${String(zone).padStart(4, '0')}`;
export const projectOf = (project: number) => `p${String(project).padStart(8, '0')}`;
export const monthOf = (index: number) =>
  `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** A deterministic figure: growing through the year, a hole now and then. */
const figure = (project: number, indicator: number, month: number) =>
  (project * 7 + indicator * 13 + month) % 97 === 0 ? '未报送' : `${(((project % 500) + 1) * ((month % 12) + 1)) / 4}`;

/** One month of all projects, as a clerk's file has it. */
export function fileOf(month: number): { bytes: Uint8Array; rows: number } {
  const lines = ['单位,对象种类,对象,行业,指标,期别,口径,数值,计量单位'];
  for (let project = 0; project < projects; project++) {
    const place = `${zoneOf(project % zones)},项目,${projectOf(project)},,`;
    for (const [i, { id, unit, accumulation }] of indicators.entries())
      lines.push(`${place}${id},${monthOf(month)},${accumulation},${figure(project, i, month)},${unit}`);
  }
  return { bytes: new TextEncoder().encode(lines.join('\n')), rows: lines.length - 1 };
}

/** An officer of the province, with every permission of the business. */
export const officer: Actor = {
  id: 'bench',
  name: 'bench',
  tenantId: '1',
  unitPath: province,
  scope: [province],
  permissions: businessPermissions,
};

export async function addTenants({ owner }: OpenDatabase): Promise<void> {
  const paths = [province, ...Array.from({ length: counties }, (_, i) => countyOf(i))];
  await sql`insert into tenant (tenant_id, code, name, unit_path, created_at)
    select n, 't' || n, path, path::public.ltree, '2026-01-01'
    from unnest(${paths}::text[]) with ordinality t(path, n)`.execute(owner);
}

/** Approved figures of so many months, past the checks: what a bench reads among, not what it measures. */
export async function fill({ owner }: OpenDatabase, from: number, to: number): Promise<void> {
  const zonePaths = Array.from({ length: zones }, (_, i) => zoneOf(i));
  const tenants = Array.from({ length: zones }, (_, i) => String((i % counties) + 2));
  for (let month = from; month < to; month++)
    await sql`
      insert into observation (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario,
        unit_path, value, typed, typed_unit, status, revision, approved_revision, approved_at, approved_by, provenance,
        at, by)
      select z.tenant, ${monthOf(month)}, 'project', 'p' || lpad(p::text, 8, '0'), i.id, i.accumulation, 'actual',
        z.path, v, v::text, i.unit, 'approved', 1, 1, '2026-01-01', 'bench', '{"kind": "typed"}', '2026-01-01', 'bench'
      from unnest(${tenants}::bigint[], ${zonePaths}::public.ltree[]) with ordinality z(tenant, path, n)
      join generate_series(0, ${projects - 1}::int) p on p % ${zones}::int = z.n - 1
      cross join unnest(${indicators.map(({ id }) => id)}::text[], ${indicators.map((each) => each.accumulation)}::text[],
        ${indicators.map(({ unit }) => unit)}::text[]) i(id, accumulation, unit)
      cross join lateral (select ((p % 500) + 1) * ${(month % 12) + 1}::int / 4.0) f(v)
      order by z.tenant, p, i.id`.execute(owner);
}

/** The operations of the whole system over a database, without its web server. */
export const callOn = ({ database }: OpenDatabase): Call =>
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
