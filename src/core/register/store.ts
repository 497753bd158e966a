import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../database.ts';
import type { Day } from '../day.ts';
import { inScope } from '../in-scope.ts';
import type { Ending, Known, RegisterData, Succession, Version } from './register.ts';

/** The four tables that every register has, named after its noun. */
export interface RegisterTables {
  readonly noun: string;
}

export interface Entry {
  readonly id: string;
  readonly tenantId: string;
  readonly unitPath: string;
  readonly begunOn: Day;
  readonly endedOn: Day | null;
  readonly ending: Ending | null;
  readonly revision: number;
  readonly provenance: readonly unknown[];
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface Row extends Pick<Entry, 'id' | 'tenantId' | 'unitPath' | 'begunOn' | 'endedOn' | 'revision'> {
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly data: RegisterData;
}

const named = (noun: string) => ({
  entry: sql.table(noun),
  version: sql.table(`${noun}_version`),
  succession: sql.table(`${noun}_succession`),
  apart: sql.table(`${noun}_apart`),
  id: sql.ref(`${noun}_id`),
});

export interface ListQuestion {
  readonly on: Day;
  readonly search?: string | undefined;
  readonly under?: string | undefined;
  /** Field and the value it must have. */
  readonly filters: readonly (readonly [string, string])[];
  /** Name and number of the last row of the page before. */
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number | null;
}

const conditions = (scope: Scope, { on, search, under, filters }: ListQuestion) => {
  const parts = [
    inScope('v.unit_path', scope),
    sql`v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)`,
  ];
  if (search !== undefined && search !== '') {
    const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(v.name ilike ${like} or v.code ilike ${like} or (v.data ->> 'aliases') ilike ${like})`);
  }
  if (under !== undefined) parts.push(sql`v.unit_path operator(public.<@) ${under}::public.ltree`);
  for (const [field, value] of filters) parts.push(sql`v.data -> ${field}::text @> ${JSON.stringify(value)}::jsonb`);
  return sql.join(parts, sql` and `);
};

/** The register as it was on a day, by name. */
export async function listRows(db: Reader, { noun }: RegisterTables, scope: Scope, ask: ListQuestion): Promise<Row[]> {
  const { entry, version, id } = named(noun);
  const after =
    ask.after === undefined
      ? sql``
      : sql`and (v.name, v.${id}) > (${ask.after[0]}::text collate "C", ${ask.after[1]}::uuid)`;
  const limit = ask.limit === null ? sql`` : sql`limit ${ask.limit}`;
  // The page is chosen first: joined before the limit, every version of the register would be looked up.
  const { rows } = await sql<Row>`
    with page as materialized (
      select v.* from ${version} v where ${conditions(scope, ask)} ${after} order by v.name, v.${id} ${limit}
    )
    select v.${id} as id, v.tenant_id as "tenantId", v.unit_path::text as "unitPath", e.begun_on as "begunOn",
      e.ended_on as "endedOn", e.revision, v.valid_from as "validFrom", v.valid_to as "validTo", v.data
    from page v join ${entry} e on e.tenant_id = v.tenant_id and e.${id} = v.${id}
    order by v.name, v.${id}`.execute(db);
  return rows;
}

export async function countRows(
  db: Reader,
  { noun }: RegisterTables,
  scope: Scope,
  ask: ListQuestion,
): Promise<number> {
  const { version } = named(noun);
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from ${version} v where ${conditions(scope, ask)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Records, ever or some by number, by their name of the day, with what they were merged into: for those who refer. */
export async function listKnown(
  db: Reader,
  { noun }: RegisterTables,
  scope: Scope,
  on: Day,
  ids?: readonly string[],
): Promise<Known[]> {
  const { entry, version, succession, id } = named(noun);
  const some = ids === undefined ? sql`` : sql`and e.${id} = any (${`{${ids.join(',')}}`}::uuid[])`;
  const { rows } = await sql<Known>`
    select e.${id} as id, v.name, v.code, v.aliases, e.ended_on as "endedOn",
      (select s.to_id from ${succession} s
        where s.tenant_id = e.tenant_id and s.from_id = e.${id} and s.kind = 'merged' limit 1) as "mergedInto"
    from ${entry} e cross join lateral (
      select o.name, o.code, o.data -> 'aliases' as aliases from ${version} o
      where o.tenant_id = e.tenant_id and o.${id} = e.${id}
      order by (o.valid_from <= ${on}::date) desc, abs(o.valid_from - ${on}::date) limit 1
    ) v
    where ${inScope('e.unit_path', scope)} ${some}`.execute(db);
  return rows;
}

export async function findEntry(
  db: Reader,
  { noun }: RegisterTables,
  scope: Scope,
  key: string,
): Promise<Entry | null> {
  const { entry, id } = named(noun);
  const { rows } = await sql<Entry>`
    select e.${id} as id, e.tenant_id as "tenantId", e.unit_path::text as "unitPath", e.begun_on as "begunOn",
      e.ended_on as "endedOn", e.ending, e.revision, e.provenance, e.updated_at as "updatedAt",
      e.updated_by as "updatedBy"
    from ${entry} e where e.${id} = ${key}::uuid and ${inScope('e.unit_path', scope)}`.execute(db);
  return rows[0] ?? null;
}

export async function listVersions(db: Reader, { noun }: RegisterTables, entry: Entry): Promise<Version[]> {
  const { version, id } = named(noun);
  const { rows } = await sql<Version>`
    select valid_from as "validFrom", valid_to as "validTo", data, reason, at, by
    from ${version} where tenant_id = ${entry.tenantId}::bigint and ${id} = ${entry.id}::uuid
    order by valid_from`.execute(db);
  return rows;
}

export async function listSuccessions(
  db: Reader,
  { noun }: RegisterTables,
  scope: Scope,
  key: string,
): Promise<Succession[]> {
  const { succession } = named(noun);
  const { rows } = await sql<Succession>`
    select s.from_id as "fromId", s.to_id as "toId", s.on_day as on, s.kind from ${succession} s
    where (s.from_id = ${key}::uuid or s.to_id = ${key}::uuid) and ${inScope('s.unit_path', scope)}
    order by s.on_day, s.from_id, s.to_id`.execute(db);
  return rows;
}

export interface Stamp {
  readonly at: string;
  readonly by: string;
}

export interface NewRecord extends Pick<Entry, 'id' | 'tenantId' | 'unitPath' | 'begunOn' | 'provenance'> {
  readonly data: RegisterData;
  readonly reason: string | null;
}

const batch = 2000;

/** Adds records with their first version: a few or a hundred thousand, in statements of a fixed size. */
export async function addRecords(
  db: Writer,
  { noun }: RegisterTables,
  records: readonly NewRecord[],
  { at, by }: Stamp,
) {
  const { entry, version, id } = named(noun);
  for (let i = 0; i < records.length; i += batch) {
    const rows = JSON.stringify(
      records.slice(i, i + batch).map((each) => ({ ...each, ...each.data, data: each.data })),
    );
    await sql`
      insert into ${entry} (tenant_id, ${id}, unit_path, begun_on, revision, provenance, created_at, created_by,
        updated_at, updated_by)
      select "tenantId", id, "unitPath"::public.ltree, "begunOn", 1, provenance, ${at}::timestamptz, ${by},
        ${at}::timestamptz, ${by}
      from jsonb_to_recordset(${rows}::jsonb)
        as r("tenantId" bigint, id uuid, "unitPath" text, "begunOn" date, provenance jsonb)`.execute(db);
    await sql`
      insert into ${version} (tenant_id, ${id}, unit_path, valid_from, name, code, data, reason, at, by)
      select "tenantId", id, "unitPath"::public.ltree, "begunOn", name, code, data, reason, ${at}::timestamptz, ${by}
      from jsonb_to_recordset(${rows}::jsonb)
        as r("tenantId" bigint, id uuid, "unitPath" text, "begunOn" date, name text, code text, data jsonb,
          reason text)`.execute(db);
  }
}

/** Gives many records another state from a day on; the number of those that nobody else had changed meanwhile. */
export async function changeRecords(
  db: Writer,
  { noun }: RegisterTables,
  changes: readonly (Row & { readonly reason: string; readonly origin: unknown })[],
  from: Day,
  { at, by }: Stamp,
): Promise<number> {
  const { entry, version, id } = named(noun);
  let done = 0;
  for (let i = 0; i < changes.length; i += batch) {
    const rows = JSON.stringify(
      changes.slice(i, i + batch).map((each) => ({ ...each, ...each.data, data: each.data })),
    );
    const given = sql`jsonb_to_recordset(${rows}::jsonb) as r("tenantId" bigint, id uuid, "unitPath" text,
      "validFrom" date, "validTo" date, revision int, name text, code text, data jsonb, reason text, origin jsonb)`;
    const { numAffectedRows } = await sql`
      update ${entry} e set revision = e.revision + 1, provenance = e.provenance || r.origin,
        updated_at = ${at}::timestamptz, updated_by = ${by}
      from ${given} where e.tenant_id = r."tenantId" and e.${id} = r.id and e.revision = r.revision`.execute(db);
    done += Number(numAffectedRows);
    await sql`
      update ${version} v set valid_to = ${from}::date from ${given}
      where v.tenant_id = r."tenantId" and v.${id} = r.id and v.valid_from = r."validFrom"
        and v.valid_from < ${from}::date`.execute(db);
    await sql`
      insert into ${version} (tenant_id, ${id}, unit_path, valid_from, valid_to, name, code, data, reason, at, by)
      select "tenantId", id, "unitPath"::public.ltree, ${from}::date, "validTo", name, code, data, reason,
        ${at}::timestamptz, ${by} from ${given}
      on conflict (tenant_id, ${id}, valid_from) do update set name = excluded.name, code = excluded.code,
        data = excluded.data, reason = excluded.reason, at = excluded.at, by = excluded.by`.execute(db);
  }
  return done;
}

/** Puts the history of a record in place of the one it had; false when somebody else was faster. */
export async function saveHistory(
  db: Writer,
  { noun }: RegisterTables,
  entry: Entry,
  versions: readonly Version[],
  { at, by }: Stamp,
): Promise<boolean> {
  const { entry: entries, version, id } = named(noun);
  const { numAffectedRows } = await sql`
    update ${entries} set revision = revision + 1, ended_on = ${entry.endedOn}::date, ending = ${entry.ending},
      provenance = ${JSON.stringify(entry.provenance)}::jsonb, updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${entry.tenantId}::bigint and ${id} = ${entry.id}::uuid and revision = ${entry.revision}`.execute(
    db,
  );
  if (numAffectedRows !== 1n) return false;
  const rows = versions.map((each) => ({ ...each, name: each.data.name, code: each.data.code }));
  await sql`
    insert into ${version} (tenant_id, ${id}, unit_path, valid_from, valid_to, name, code, data, reason, at, by)
    select ${entry.tenantId}::bigint, ${entry.id}::uuid, ${entry.unitPath}::public.ltree, "validFrom", "validTo",
      name, code, data, reason, at, by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("validFrom" date, "validTo" date, name text, code text, data jsonb, reason text, at timestamptz, by text)
    on conflict (tenant_id, ${id}, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name,
      code = excluded.code, data = excluded.data, reason = excluded.reason, at = excluded.at, by = excluded.by`.execute(
    db,
  );
  return true;
}

export async function addSuccession(
  db: Writer,
  { noun }: RegisterTables,
  { tenantId, unitPath, id }: Entry,
  toId: string,
  on: Day,
  kind: Succession['kind'],
): Promise<void> {
  const { succession } = named(noun);
  await sql`
    insert into ${succession} (tenant_id, unit_path, from_id, to_id, on_day, kind)
    values (${tenantId}::bigint, ${unitPath}::public.ltree, ${id}::uuid, ${toId}::uuid, ${on}::date, ${kind})`.execute(
    db,
  );
}

export interface Apart {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

export async function listApart(db: Reader, { noun }: RegisterTables, scope: Scope): Promise<Apart[]> {
  const { apart } = named(noun);
  const { rows } = await sql<Apart>`
    select p.one_id as a, p.other_id as b, p.reason from ${apart} p where ${inScope('p.unit_path', scope)}`.execute(db);
  return rows;
}

export async function keepApart(
  db: Writer,
  { noun }: RegisterTables,
  { tenantId, unitPath }: Entry,
  { a, b, reason }: Apart,
  { at, by }: Stamp,
): Promise<void> {
  const { apart } = named(noun);
  await sql`
    insert into ${apart} (tenant_id, unit_path, one_id, other_id, reason, at, by)
    values (${tenantId}::bigint, ${unitPath}::public.ltree, ${a}::uuid, ${b}::uuid, ${reason}, ${at}::timestamptz, ${by})
    on conflict (tenant_id, one_id, other_id) do update set reason = excluded.reason, at = excluded.at,
      by = excluded.by`.execute(db);
}
