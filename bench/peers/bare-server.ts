/**
 * What any web framework over PostgreSQL does at least: Hono and pg with the SQL of our operations, and nothing else. No
 * scope, no audit, no checks of what comes in or goes out. Prints its port.
 *   node bench/peers/bare-server.ts '{"host": …}'
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

const pool = new pg.Pool({ ...JSON.parse(process.argv[2] ?? '{}'), max: 10, options: '-c search_path=lantu,public' });

pool.on('error', () => undefined);

const columns = `unit_path as "unitPath", subject_kind as "subjectKind", subject_id as "subjectId", industry,
  indicator_id as "indicatorId", period, accumulation, scenario, value, missing, typed, typed_unit as "typedUnit", status,
  revision, approved_revision as "approvedRevision", approved_at as "approvedAt", approved_by as "approvedBy",
  provenance, at, by`;
const owner = `(select tenant_id from tenant where unit_path @> $1::ltree order by nlevel(unit_path) desc limit 1)`;
const key = `tenant_id = ${owner} and period = $2 and subject_kind = $3 and subject_id = $4 and indicator_id = $5
  and accumulation = $6 and scenario = 'actual'`;

const app = new Hono();

app.get('/api/observation', async (c) => {
  const { unitPath, period, subjectKind, subjectId, indicatorId, accumulation } = c.req.query();
  const values = [unitPath, period, subjectKind, subjectId, indicatorId, accumulation];
  const found = await pool.query(`select ${columns} from observation where ${key}`, values);
  const history = await pool.query(`select * from observation_revision where ${key} order by revision`, values);
  return c.json({ observation: found.rows[0], history: history.rows });
});

app.get('/api/observations', async (c) => {
  const { unitPath, period, limit } = c.req.query();
  const { rows } = await pool.query(
    `select ${columns} from observation
      where tenant_id = ${owner} and unit_path <@ $1::ltree and period = $2
      order by tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario limit $3`,
    [unitPath, period, limit],
  );
  return c.json({ observations: rows });
});

app.post('/api/observations', async (c) => {
  const { unitPath, period, subjectKind, subjectId, values } = await c.req.json();
  const [{ indicatorId, accumulation, typed, unit }] = values;
  const { rows } = await pool.query(
    `insert into observation (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario,
        unit_path, value, typed, typed_unit, status, revision, provenance, at, by)
      values (${owner}, $2, $3, $4, $5, $6, 'actual', $1::ltree, $7::numeric, $7::text, $8, 'draft', 1,
        '{"kind": "typed"}', now(), 'bare')
      returning ${columns}`,
    [unitPath, period, subjectKind, subjectId, indicatorId, accumulation, typed, unit],
  );
  return c.json({ observations: rows });
});

app.get('/api/rollups', async (c) => {
  const { unitPath, period, periods, subjectKind, depth } = c.req.query();
  const { rows } = await pool.query(
    `select subpath(unit_path, 0, least(nlevel($1::ltree) + $2::int, nlevel(unit_path))) as "unitPath", period,
        indicator_id as "indicatorId", accumulation, scenario, level, sum(total) as total, sum(weight) as weight,
        sum(known)::bigint as known, sum(holes)::bigint as holes
      from rollup
      where period = any(string_to_array($3, ',')) and industry = '' and subject_kind = $4 and unit_path <@ $1::ltree
      group by 1, 2, 3, 4, 5, 6`,
    [unitPath, depth, periods, subjectKind],
  );
  return c.json({ period, rows });
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
  console.log(JSON.stringify({ port })),
);
process.on('SIGTERM', () => process.exit());
