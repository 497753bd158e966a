import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { PromiseEvent, PromiseSource } from './promise.ts';
import type { Worded } from './promise-words.ts';

/** Whose rows these are. */
export interface Owned {
  readonly tenantId: string;
  readonly unitPath: string;
  readonly projectId: string;
}

export interface Stamp {
  readonly at: string;
  readonly by: string;
}

export interface PromiseRow extends Worded, Owned {
  readonly id: string;
  readonly source: PromiseSource;
  readonly revision: number;
  /** In the order in which they happened. */
  readonly events: readonly PromiseEvent[];
}

export interface Wanted {
  readonly unitPath?: string | undefined;
  readonly projectId?: string | undefined;
  readonly promiseId?: string | undefined;
  readonly measure?: string | undefined;
  /** Due by this day, or without a day from a document whose years end by it; all others too when `undated` is asked. */
  readonly dueBy?: Day | undefined;
  readonly undated?: boolean | undefined;
}

/** Promises that somebody may see, each with what happened to it, the earliest due day first. */
export async function listPromises(db: Reader, scope: Scope, wanted: Wanted): Promise<PromiseRow[]> {
  const { unitPath, projectId, promiseId, measure, dueBy, undated = true } = wanted;
  const parts = [inScope('p.unit_path', scope)];
  if (unitPath !== undefined) parts.push(sql`p.unit_path operator(public.<@) ${unitPath}::public.ltree`);
  if (projectId !== undefined) parts.push(sql`p.project_id = ${projectId}::uuid`);
  if (promiseId !== undefined) parts.push(sql`p.promise_id = ${promiseId}::uuid`);
  if (measure !== undefined) parts.push(sql`p.measure = ${measure}`);
  if (!undated) parts.push(sql`(p.due_on is not null or p.source->>'until' <= ${dueBy ?? null})`);
  if (dueBy !== undefined) parts.push(sql`(p.due_on is null or p.due_on <= ${dueBy})`);
  const { rows } = await sql<PromiseRow>`
    select p.promise_id as id, p.tenant_id::text as "tenantId", p.unit_path::text as "unitPath",
      p.project_id as "projectId", p.measure, p.what, p.comparator, p.value::text as value, p.dimension, p.typed,
      p.typed_unit as unit, p.due_on as "dueOn", p.period, p.owner, p.source, p.revision,
      coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'action', e.action, 'on', e.on_day,
          'value', e.value::text, 'typed', e.typed, 'unit', e.typed_unit, 'isKept', e.is_kept, 'owner', e.owner,
          'dueOn', e.due_on, 'reason', e.reason, 'evidence', e.evidence, 'at', e.at, 'by', e.by) order by e.seq)
        from promise_event e where e.tenant_id = p.tenant_id and e.promise_id = p.promise_id), '[]'::jsonb) as events
    from promise p where ${sql.join(parts, sql` and `)}
    order by p.due_on nulls last, p.created_at, p.promise_id`.execute(db);
  return rows;
}

export type NewRow = Omit<PromiseRow, 'events' | 'revision'>;

export async function addPromises(db: Writer, rows: readonly NewRow[], { at, by }: Stamp): Promise<void> {
  await sql`
    insert into promise (tenant_id, promise_id, unit_path, project_id, measure, what, comparator, value, dimension,
      typed, typed_unit, due_on, period, owner, source, revision, created_at, created_by, updated_at, updated_by)
    select "tenantId", id, "unitPath"::public.ltree, "projectId", measure, what, comparator, value::numeric, dimension,
      typed, unit, "dueOn", period, owner, source, 1, ${at}::timestamptz, ${by}, ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("tenantId" bigint, id uuid, "unitPath" text,
      "projectId" uuid, measure text, what text, comparator text, value text, dimension text, typed text, unit text,
      "dueOn" text, period text, owner text, source jsonb)`.execute(db);
}

/** False when somebody else has written meanwhile. */
export async function changePromise(db: Writer, row: Omit<PromiseRow, 'events'>, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update promise set measure = ${row.measure}, what = ${row.what}, comparator = ${row.comparator},
      value = ${row.value}::numeric, dimension = ${row.dimension}, typed = ${row.typed}, typed_unit = ${row.unit},
      due_on = ${row.dueOn}, period = ${row.period}, owner = ${row.owner}, source = ${JSON.stringify(row.source)}::jsonb,
      revision = revision + 1, updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${row.tenantId}::bigint and promise_id = ${row.id}::uuid
      and revision = ${row.revision}`.execute(db);
  return numAffectedRows === 1n;
}

type NewEvent = Omit<PromiseEvent, 'seq' | 'at' | 'by'>;

/** Adds what happened and lets the revision grow with it; false when somebody else has written meanwhile. */
export async function addEvent(
  db: Writer,
  { tenantId, unitPath, id, revision, events }: PromiseRow,
  event: NewEvent,
  { at, by }: Stamp,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update promise set revision = revision + 1, updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${tenantId}::bigint and promise_id = ${id}::uuid and revision = ${revision}`.execute(db);
  if (numAffectedRows !== 1n) return false;
  const { action, on, value, typed, unit, isKept, owner, dueOn, reason, evidence } = event;
  await sql`
    insert into promise_event (tenant_id, promise_id, seq, unit_path, action, on_day, value, typed, typed_unit, is_kept,
      owner, due_on, reason, evidence, at, by)
    values (${tenantId}::bigint, ${id}::uuid, ${(events.at(-1)?.seq ?? 0) + 1}, ${unitPath}::public.ltree, ${action},
      ${on}, ${value}::numeric, ${typed}, ${unit}, ${isKept}, ${owner}, ${dueOn}, ${reason},
      ${JSON.stringify(evidence)}::jsonb, ${at}::timestamptz, ${by})`.execute(db);
  return true;
}
