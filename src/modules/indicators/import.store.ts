import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { ImportCell } from './import-rows.ts';
import type { Status } from './observation.ts';

/** Months of tenants in which something was reported already; a fresh month needs no comparison. */
export async function monthsBegun(db: Reader, months: readonly (readonly [string, string])[]): Promise<Set<string>> {
  const { rows } = await sql<{ month: string }>`
    select m.tenant || ' ' || m.period as month
    from unnest(${months.map(([tenant]) => tenant)}::bigint[], ${months.map(([, period]) => period)}::text[]) m(tenant, period)
    where exists (select from observation o where o.tenant_id = m.tenant and o.period = m.period)`.execute(db);
  return new Set(rows.map(({ month }) => month));
}

/** Where the cells of a file stand before they are compared and taken over: a table of this transaction alone. */
export const openStage = (db: Writer) =>
  sql`create temporary table if not exists import_cell (
    place int, tenant_id bigint, period text collate "C", subject_kind text collate "C", subject_id text collate "C",
    indicator_id text collate "C", accumulation text collate "C", scenario text collate "C", unit_path public.ltree,
    industry text collate "C", value numeric, missing text, typed text, typed_unit text, row int) on commit drop`.execute(
    db,
  );

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const free = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (each) => escapes[each] as string) : text;
const orNull = (text: string | null): string => text ?? '\\N';

/** A line of COPY; what was checked to be a code, a path or a number holds nothing to escape. */
const lineOf = (cell: ImportCell, place: number): string =>
  `${place}\t${cell.tenantId}\t${cell.period}\t${cell.subjectKind}\t${free(cell.subjectId)}\t${cell.indicatorId}\t${
    cell.accumulation
  }\t${cell.scenario}\t${cell.unitPath}\t${orNull(cell.industry)}\t${orNull(cell.value)}\t${orNull(cell.missing)}\t${free(
    cell.typed,
  )}\t${free(cell.typedUnit)}\t${cell.row}\n`;

/** The next cells, in place of those before. */
export async function stage(db: Writer, cells: readonly ImportCell[]): Promise<void> {
  await sql`truncate import_cell`.execute(db);
  await sql`copy import_cell from stdin ${cells.map(lineOf).join('')}`.execute(db);
}

export interface Existing {
  /** Position among the staged cells. */
  readonly place: number;
  readonly status: Status;
  readonly value: string | null;
  readonly missing: string | null;
  readonly typed: string;
  readonly isSame: boolean;
  /** Another unit gave it. */
  readonly isHeld: boolean;
}

const onKey = sql`o.tenant_id = i.tenant_id and o.period = i.period and o.subject_kind = i.subject_kind
  and o.subject_id = i.subject_id and o.indicator_id = i.indicator_id and o.accumulation = i.accumulation
  and o.scenario = i.scenario`;

/** Which of the staged cells are there already, and whether they say the same. */
export async function findExisting(db: Reader): Promise<Existing[]> {
  const { rows } = await sql<Existing>`
    select i.place, o.status, o.value, o.missing, o.typed, o.unit_path <> i.unit_path as "isHeld",
      o.value is not distinct from i.value and o.missing is not distinct from i.missing as "isSame"
    from import_cell i join observation o on ${onKey}`.execute(db);
  return rows;
}

interface Batch {
  readonly id: string;
  readonly file: string;
  readonly status: 'draft' | 'submitted';
  readonly at: string;
  readonly by: string;
}

/** Only the row differs from cell to cell: setting it costs a third of building the whole. */
const origin = ({ id, file }: Batch) =>
  sql`jsonb_set(${JSON.stringify({ kind: 'import', import: id, file, row: 0 })}::jsonb, '{row}', to_jsonb(i.row))`;

/** Adds the staged cells but some; fails on the key where somebody reported the same meanwhile. */
export async function addCells(db: Writer, except: readonly number[], batch: Batch): Promise<void> {
  await sql`
    insert into observation (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario, unit_path,
      industry, value, missing, typed, typed_unit, status, revision, provenance, at, by)
    select i.tenant_id, i.period, i.subject_kind, i.subject_id, i.indicator_id, i.accumulation, i.scenario, i.unit_path,
      i.industry, i.value, i.missing, i.typed, i.typed_unit, ${batch.status}::text, 1, ${origin(batch)},
      ${batch.at}::timestamptz, ${batch.by}::text
    from import_cell i where not i.place = any(${except}::int[])`.execute(db);
}

/** Replaces figures not yet approved, keeping what they said; tells how many it replaced. */
export async function replaceCells(db: Writer, places: readonly number[], batch: Batch): Promise<number> {
  if (places.length === 0) return 0;
  await sql`
    insert into observation_revision (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario,
      revision, unit_path, value, missing, typed, typed_unit, status, provenance, at, by, reason, replaced_at, replaced_by)
    select o.tenant_id, o.period, o.subject_kind, o.subject_id, o.indicator_id, o.accumulation, o.scenario, o.revision,
      o.unit_path, o.value, o.missing, o.typed, o.typed_unit, o.status, o.provenance, o.at, o.by, null,
      ${batch.at}::timestamptz, ${batch.by}::text
    from import_cell i join observation o on ${onKey}
    where i.place = any(${places}::int[]) and o.status in ('draft', 'submitted')`.execute(db);
  const { numAffectedRows } = await sql`
    update observation o set value = i.value, missing = i.missing, typed = i.typed, typed_unit = i.typed_unit,
      industry = i.industry, unit_path = i.unit_path, status = ${batch.status}::text, revision = o.revision + 1,
      provenance = ${origin(batch)}, at = ${batch.at}::timestamptz, by = ${batch.by}::text
    from import_cell i
    where ${onKey} and i.place = any(${places}::int[]) and o.status in ('draft', 'submitted')`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
