import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import { ancestorsOf } from '../people/unit.ts';
import type { Observation, Status } from './observation.ts';

/** An observation with the tenant that owns it. */
export interface ObservationRow extends Observation {
  readonly tenantId: string;
}

export interface ObservationKey
  extends Pick<
    ObservationRow,
    'tenantId' | 'period' | 'subjectKind' | 'subjectId' | 'indicatorId' | 'accumulation' | 'scenario'
  > {}

const columns = [
  'tenant_id',
  'unit_path',
  'subject_kind',
  'subject_id',
  'industry',
  'indicator_id',
  'period',
  'accumulation',
  'scenario',
  'value',
  'missing',
  'typed',
  'typed_unit',
  'status',
  'revision',
  'approved_revision',
  'approved_at',
  'approved_by',
  'provenance',
  'at',
  'by',
] as const;

/** Names of columns as text: put together once, not for every statement. */
const namesOf = (names: readonly string[]) => sql.raw(names.map((name) => `"${name}"`).join(', '));
const allColumns = namesOf(columns);

type Fetched = { readonly [Column in (typeof columns)[number]]: unknown };

const observationOf = (row: Fetched): ObservationRow =>
  ({
    tenantId: row.tenant_id,
    unitPath: row.unit_path,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    industry: row.industry,
    indicatorId: row.indicator_id,
    period: row.period,
    accumulation: row.accumulation,
    scenario: row.scenario,
    value: row.value,
    missing: row.missing,
    typed: row.typed,
    typedUnit: row.typed_unit,
    status: row.status,
    revision: row.revision,
    approvedRevision: row.approved_revision,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    provenance: row.provenance,
    at: row.at,
    by: row.by,
  }) as ObservationRow;

const pathsTo = (unitPath: string): readonly string[] => [unitPath, ...ancestorsOf(unitPath)];

const tenantsOf = (unitPath: string) => sql<{ id: string }>`
  select tenant_id as id from tenant where unit_path operator(public.<@) ${unitPath}::public.ltree
  union
  (select tenant_id from tenant where unit_path = any(${pathsTo(unitPath)}::public.ltree[])
    order by public.nlevel(unit_path) desc limit 1)`;

/** The tenants that own rows of a unit and of those below it. */
export async function listTenants(db: Reader, unitPath: string): Promise<string[]> {
  const { rows } = await tenantsOf(unitPath).execute(db);
  return rows.map(({ id }) => id);
}

/** The tenant that owns the rows of a unit, the nearest at or above it; null where there is none. */
export async function findTenant(db: Reader, unitPath: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select tenant_id as id from tenant where unit_path = any(${pathsTo(unitPath)}::public.ltree[])
    order by public.nlevel(unit_path) desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The same for many units at once: tenants are few, and all are looked up in memory. */
export async function tenantFinder(db: Reader): Promise<(unitPath: string) => string | null> {
  const rows = await db.selectFrom('tenant').select(['tenant_id', 'unit_path']).execute();
  const byPath = new Map(rows.map(({ tenant_id, unit_path }) => [unit_path, tenant_id]));
  return (unitPath) => {
    for (let path = unitPath; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const found = byPath.get(path);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The same as part of a statement that needs it: a round trip less. */
const ownerOf = (unitPath: string) => sql`(
  select tenant_id from tenant where unit_path = any(${pathsTo(unitPath)}::public.ltree[])
  order by public.nlevel(unit_path) desc limit 1)`;

const byKey = (key: ObservationKey) => ({ tenant_id: key.tenantId, ...withoutTenant(key) });
const withoutTenant = (key: Omit<ObservationKey, 'tenantId'>) => ({
  period: key.period,
  subject_kind: key.subjectKind,
  subject_id: key.subjectId,
  indicator_id: key.indicatorId,
  accumulation: key.accumulation,
  scenario: key.scenario,
});

const equal = (values: Readonly<Record<string, unknown>>) =>
  sql.join(
    Object.entries(values).map(([column, value]) => sql`${namesOf([column])} = ${value}`),
    sql` and `,
  );
const sameKey = (key: ObservationKey) => equal(byKey(key));

/** The key of an observation by the unit that it belongs to, whoever owns its rows. */
export interface PlacedKey extends Omit<ObservationKey, 'tenantId'>, Pick<ObservationRow, 'unitPath'> {}

const samePlace = (key: PlacedKey) => sql`tenant_id = ${ownerOf(key.unitPath)} and ${equal(withoutTenant(key))}`;

export async function findObservation(db: Reader, key: PlacedKey): Promise<ObservationRow | undefined> {
  const { rows } = await sql<Fetched>`select ${allColumns} from observation where ${samePlace(key)}`.execute(db);
  return rows[0] && observationOf(rows[0]);
}

/** All rows of a subject in some periods that lie in the scope: what its figures are worked out from. */
export async function listOfSubject(
  db: Reader,
  scope: Scope,
  { unitPath, subjectKind, subjectId }: Pick<PlacedKey, 'unitPath' | 'subjectKind' | 'subjectId'>,
  periods: readonly string[],
): Promise<ObservationRow[]> {
  // One period is said as one: of a list the planner expects ten, and would plan anew each time.
  const when = periods.length === 1 ? sql`period = ${periods[0]}` : sql`period = any(${periods}::text[])`;
  const { rows } = await sql<Fetched>`
    select ${allColumns} from observation
    where tenant_id = ${ownerOf(unitPath)} and ${when}
      and ${equal({ subject_kind: subjectKind, subject_id: subjectId })} and ${inScope('unit_path', scope)}`.execute(
    db,
  );
  return rows.map(observationOf);
}

const rowOf = (row: ObservationRow) => ({
  ...byKey(row),
  unit_path: row.unitPath,
  industry: row.industry,
  value: row.value,
  missing: row.missing,
  typed: row.typed,
  typed_unit: row.typedUnit,
  status: row.status,
  revision: row.revision,
  approved_revision: row.approvedRevision,
  approved_at: row.approvedAt,
  approved_by: row.approvedBy,
  provenance: JSON.stringify(row.provenance),
  at: row.at,
  by: row.by,
});

export async function addObservations(db: Writer, rows: readonly ObservationRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('observation').values(rows.map(rowOf)).execute();
}

interface Replacement {
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

/** The earlier state goes to the revisions, where nothing is ever changed; the new one takes its place. */
export async function replaceObservation(
  db: Writer,
  before: ObservationRow,
  after: ObservationRow,
  { reason, at, by }: Replacement,
): Promise<void> {
  const { industry: _, approved_at: __, approved_by: ___, approved_revision: ____, ...earlier } = rowOf(before);
  const keeping = db
    .insertInto('observation_revision')
    .values({ ...earlier, reason, replaced_at: at, replaced_by: by })
    .execute();
  const replacing =
    sql`update observation set (unit_path, industry, value, missing, typed, typed_unit, status, revision, provenance, at, by)
      = (${after.unitPath}::public.ltree, ${after.industry}, ${after.value}::numeric, ${after.missing}, ${after.typed},
        ${after.typedUnit}, ${after.status}, ${after.revision}::int, ${JSON.stringify(after.provenance)}::jsonb,
        ${after.at}::timestamptz, ${after.by})
    where ${sameKey(before)}`.execute(db);
  await Promise.all([keeping, replacing]);
}

export interface RevisionRow
  extends Pick<
    Observation,
    'revision' | 'value' | 'missing' | 'typed' | 'typedUnit' | 'status' | 'provenance' | 'at' | 'by'
  > {
  readonly reason: string | null;
  readonly replacedAt: string;
  readonly replacedBy: string;
}

export async function listRevisions(db: Reader, key: PlacedKey): Promise<RevisionRow[]> {
  const { rows } = await sql<RevisionRow>`
    select revision, value, missing, typed, typed_unit as "typedUnit", status, provenance, at, by, reason,
      replaced_at as "replacedAt", replaced_by as "replacedBy"
    from observation_revision where ${samePlace(key)} order by revision`.execute(db);
  return rows;
}

export interface ListFilter {
  readonly unitPath: string;
  readonly period?: string | undefined;
  readonly indicatorId?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly scenario?: string | undefined;
  readonly status?: Status | undefined;
  /** The last row of the page before, as its place in the order. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

const order = [
  'tenant_id',
  'period',
  'subject_kind',
  'subject_id',
  'indicator_id',
  'accumulation',
  'scenario',
] as const;
const place = namesOf(order);

export const cursorOf = (row: ObservationRow): readonly string[] => [
  row.tenantId,
  row.period,
  row.subjectKind,
  row.subjectId,
  row.indicatorId,
  row.accumulation,
  row.scenario,
];

/**
 * The planner knows nothing of paths and takes every condition on them for rare: for a page of a province it would fetch
 * and sort all of its rows. The key has them in order already, and the page ends where it is full.
 */
const byTheKey = sql`set local enable_sort = off`;
const asEver = sql`set local enable_sort to default`;

export async function listObservations(db: Reader, filter: ListFilter): Promise<ObservationRow[]> {
  const { unitPath, after, limit, ...rest } = filter;
  const chosen = Object.entries({
    period: rest.period,
    indicator_id: rest.indicatorId,
    subject_kind: rest.subjectKind,
    subject_id: rest.subjectId,
    scenario: rest.scenario,
    status: rest.status,
  }).flatMap(([column, value]) => (value === undefined ? [] : [sql`${namesOf([column])} = ${value}`]));
  const conditions = [
    sql`tenant_id = any(array(${tenantsOf(unitPath)}))`,
    sql`unit_path operator(public.<@) ${unitPath}::public.ltree`,
    ...chosen,
    ...(after === null
      ? []
      : [sql`(${place}) > (${after[0]}::bigint, ${sql.join(after.slice(1).map((part) => sql`${part}::text`))})`]),
  ];
  const page = sql<Fetched>`
    select ${allColumns} from observation
    where ${sql.join(conditions, sql` and `)} order by ${place} limit ${limit}`;
  const [, { rows }] = await Promise.all([byTheKey.execute(db), page.execute(db), asEver.execute(db)]);
  return rows.map(observationOf);
}

interface Approval {
  readonly tenantIds: readonly string[];
  readonly unitPath: string;
  readonly below: boolean;
  readonly period: string;
  readonly status: 'approved' | 'published';
  readonly at: string;
  readonly by: string;
}

const placeOf = (unitPath: string, below: boolean) =>
  below ? sql`unit_path operator(public.<@) ${unitPath}::public.ltree` : sql`unit_path = ${unitPath}::public.ltree`;
const inReport = sql`provenance ->> 'kind' = 'form'`;

/** Approves what was reported, publishes what was approved; tells how many figures of which units that were. */
export async function approve(db: Writer, approval: Approval): Promise<{ unitPath: string; count: number }[]> {
  const { tenantIds, unitPath, below, period, status, at, by } = approval;
  const from = status === 'approved' ? ['draft', 'submitted'] : ['approved'];
  const where = placeOf(unitPath, below);
  // What came in a report is approved by whoever passes the report.
  const meant = status === 'approved' ? sql`not (${inReport})` : sql`true`;
  const approved =
    status === 'approved'
      ? sql`, approved_revision = revision, approved_at = ${at}::timestamptz, approved_by = ${by}`
      : sql``;
  const { rows } = await sql<{ unitPath: string; count: string }>`
    with changed as (
      update observation set status = ${status} ${approved}
      where tenant_id = any(${tenantIds}::bigint[]) and period = ${period} and ${where} and status = any(${from}::text[])
        and ${meant}
      returning unit_path
    ) select unit_path as "unitPath", count(*) as count from changed group by unit_path order by unit_path`.execute(db);
  return rows.map((row) => ({ unitPath: row.unitPath, count: Number(row.count) }));
}

/** Whether figures wait whose reports nobody has accepted yet. */
export async function hasInReports(db: Reader, approval: Approval): Promise<boolean> {
  const { tenantIds, unitPath, below, period } = approval;
  const where = placeOf(unitPath, below);
  const { rows } = await sql`
    select 1 from observation
    where tenant_id = any(${tenantIds}::bigint[]) and period = ${period} and ${where}
      and status in ('draft', 'submitted') and ${inReport} limit 1`.execute(db);
  return rows.length > 0;
}
