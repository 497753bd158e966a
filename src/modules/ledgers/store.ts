import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import type { Evidence } from './operations.ts';

export interface EntryRow {
  readonly tenantId: string;
  readonly entryId: string;
  readonly unitPath: string;
  readonly calledPath: string | null;
  readonly ledger: string;
  readonly code: string;
  readonly name: string;
  readonly stage: string;
  readonly stageSince: Day;
  readonly dueOn: Day | null;
  readonly isFinal: boolean;
  readonly enteredOn: Day;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the office had decided, by choice: the limits that hold for this entry. */
  readonly answers: Readonly<Record<string, number>>;
  readonly evidence: readonly Evidence[];
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface EventRow {
  readonly seq: number;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: Day;
  readonly reason: string | null;
  readonly changes: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly evidence: readonly Evidence[];
  readonly at: string;
  readonly by: string;
  readonly byUnit: string;
}

const columns = sql`e.tenant_id as "tenantId", e.entry_id as "entryId", e.unit_path::text as "unitPath",
  e.called_path::text as "calledPath", e.ledger, e.code, e.name, e.stage, e.stage_since as "stageSince",
  e.due_on as "dueOn", e.is_final as "isFinal", e.entered_on as "enteredOn", e.data, e.answers, e.evidence, e.revision,
  e.updated_at as "updatedAt", e.updated_by as "updatedBy"`;

const paths = (scope: Scope) => sql`${`{${scope.join(',')}}`}::public.ltree[]`;

/** The operation's own filter, beside the policy of the database: either alone must hold. */
const inScope = (scope: Scope) =>
  sql`(e.unit_path operator(public.<@) ${paths(scope)} or e.called_path operator(public.<@) ${paths(scope)})`;

export interface EntryQuestion {
  readonly ledger?: string | undefined;
  readonly unitPath?: string | undefined;
  readonly stage?: string | undefined;
  readonly search?: string | undefined;
  readonly only?: 'open' | 'overdue' | undefined;
  readonly stages?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  /** Due on or before this day. */
  readonly dueBy?: Day | undefined;
  readonly today: Day;
}

function conditions(scope: Scope, ask: EntryQuestion) {
  const parts = [inScope(scope)];
  if (ask.ledger !== undefined) parts.push(sql`e.ledger = ${ask.ledger}`);
  if (ask.unitPath !== undefined)
    parts.push(
      sql`(e.unit_path operator(public.<@) ${ask.unitPath}::public.ltree or e.called_path operator(public.<@) ${ask.unitPath}::public.ltree)`,
    );
  if (ask.stage !== undefined) parts.push(sql`e.stage = ${ask.stage}`);
  if (ask.stages !== undefined) parts.push(sql`e.stage = any (${ask.stages}::text[])`);
  if (ask.ids !== undefined) parts.push(sql`e.entry_id = any (${ask.ids}::uuid[])`);
  if (ask.only === 'open') parts.push(sql`not e.is_final`);
  if (ask.only === 'overdue') parts.push(sql`e.due_on < ${ask.today}`);
  if (ask.dueBy !== undefined) parts.push(sql`e.due_on <= ${ask.dueBy}`);
  if (ask.field !== undefined && ask.value !== undefined)
    parts.push(sql`e.data ->> ${ask.field}::text = ${ask.value}::text`);
  if (ask.search !== undefined && ask.search.trim() !== '') {
    const like = `%${ask.search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(e.name ilike ${like} or e.code ilike ${like} or e.data::text ilike ${like})`);
  }
  return sql.join(parts, sql` and `);
}

export interface Page {
  readonly after?: readonly [Day, string] | undefined;
  readonly limit: number;
  readonly order: 'newest' | 'due';
}

export async function listEntries(db: Reader, scope: Scope, ask: EntryQuestion, page: Page): Promise<EntryRow[]> {
  const order = page.order === 'due' ? sql`e.due_on, e.entry_id` : sql`e.entered_on desc, e.entry_id desc`;
  const after =
    page.after === undefined
      ? sql``
      : sql`and (e.entered_on, e.entry_id) < (${page.after[0]}::text, ${page.after[1]}::uuid)`;
  const { rows } = await sql<EntryRow>`
    select ${columns} from ledger_entry e where ${conditions(scope, ask)} ${after}
    order by ${order} limit ${page.limit}`.execute(db);
  return rows;
}

/** Entries by ledger and stage: in all, and past their day. */
export async function countEntries(db: Reader, scope: Scope, ask: EntryQuestion) {
  const { rows } = await sql<{
    ledger: string;
    stage: string;
    isFinal: boolean;
    total: number;
    due: number;
    overdue: number;
  }>`
    select e.ledger, e.stage, e.is_final as "isFinal", count(*)::int as total,
      (count(*) filter (where e.due_on >= ${ask.today}))::int as due,
      (count(*) filter (where e.due_on < ${ask.today}))::int as overdue
    from ledger_entry e where ${conditions(scope, ask)} group by e.ledger, e.stage, e.is_final`.execute(db);
  return rows;
}

export async function findEntry(
  db: Reader,
  scope: Scope,
  ledger: string,
  entryId: string,
): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`
    select ${columns} from ledger_entry e
    where e.entry_id = ${entryId}::uuid and e.ledger = ${ledger} and ${inScope(scope)}`.execute(db);
  return rows[0];
}

export async function listEvents(db: Reader, { tenantId, entryId }: EntryRow): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select seq, action, from_stage as "from", to_stage as "to", on_day as "on", reason, changes, evidence, at, by,
      by_unit::text as "byUnit"
    from ledger_event where tenant_id = ${tenantId}::bigint and entry_id = ${entryId}::uuid order by seq`.execute(db);
  return rows;
}

/** The highest running number of a ledger among codes such as `2026-0012`. */
export async function lastNumber(db: Writer, tenantId: string, ledger: string, year: string): Promise<number> {
  // Two people who add at once wait for each other here, so that no number is given twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${ledger} ${year}`}, 0))`.execute(db);
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(code from 6)::int) as last from ledger_entry
    where tenant_id = ${tenantId}::bigint and ledger = ${ledger} and code ~ ${`^${year}-\\d{1,8}$`}`.execute(db);
  return rows[0]?.last ?? 0;
}

export async function codesTaken(db: Reader, tenantIds: readonly string[], ledger: string, codes: readonly string[]) {
  const { rows } = await sql<{ code: string }>`
    select code from ledger_entry where tenant_id = any (${tenantIds}::bigint[]) and ledger = ${ledger}
      and code = any (${codes}::text[])`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

export async function addEntries(db: Writer, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into ledger_entry (tenant_id, entry_id, unit_path, called_path, ledger, code, name, stage, stage_since,
      due_on, is_final, entered_on, data, answers, evidence, revision, created_at, created_by, updated_at, updated_by)
    select "tenantId", "entryId", "unitPath"::public.ltree, "calledPath"::public.ltree, ledger, code, name, stage,
      "stageSince", "dueOn", "isFinal", "enteredOn", data, answers, evidence, revision, "updatedAt", "updatedBy", "updatedAt",
      "updatedBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("tenantId" bigint, "entryId" uuid, "unitPath" text,
      "calledPath" text, ledger text, code text, name text, stage text, "stageSince" text, "dueOn" text,
      "isFinal" boolean, "enteredOn" text, data jsonb, answers jsonb, evidence jsonb, revision int, "updatedAt" timestamptz,
      "updatedBy" text)`.execute(db);
}

/** Saves entries that are still at the revision before; answers how many were. */
export async function saveEntries(db: Writer, rows: readonly EntryRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`
    update ledger_entry e set name = r.name, called_path = r."calledPath"::public.ltree, stage = r.stage,
      stage_since = r."stageSince", due_on = r."dueOn", is_final = r."isFinal", data = r.data, answers = r.answers,
      evidence = r.evidence, revision = r.revision, updated_at = r."updatedAt", updated_by = r."updatedBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("tenantId" bigint, "entryId" uuid,
      "calledPath" text, name text, stage text, "stageSince" text, "dueOn" text, "isFinal" boolean, data jsonb, answers jsonb,
      evidence jsonb, revision int, "updatedAt" timestamptz, "updatedBy" text)
    where e.tenant_id = r."tenantId" and e.entry_id = r."entryId" and e.revision = r.revision - 1`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export interface NewEvent extends Omit<EventRow, 'seq'> {
  readonly entry: EntryRow;
}

export async function addEvents(db: Writer, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ entry, ...event }) => ({
    ...event,
    tenantId: entry.tenantId,
    entryId: entry.entryId,
    unitPath: entry.unitPath,
    calledPath: entry.calledPath,
    // Every write of an entry is one event: its number is the revision that came of it.
    seq: entry.revision,
  }));
  await sql`
    insert into ledger_event (tenant_id, entry_id, seq, unit_path, called_path, action, from_stage, to_stage, on_day,
      reason, changes, evidence, at, by, by_unit)
    select "tenantId", "entryId", seq, "unitPath"::public.ltree, "calledPath"::public.ltree, action, "from", "to",
      "on", reason, changes, evidence, at, by, "byUnit"::public.ltree
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("tenantId" bigint, "entryId" uuid, seq int,
      "unitPath" text, "calledPath" text, action text, "from" text, "to" text, "on" text, reason text, changes jsonb,
      evidence jsonb, at timestamptz, by text, "byUnit" text)`.execute(db);
}

export interface AnswerRow {
  readonly unitPath: string;
  readonly ledger: string;
  readonly choice: string;
  readonly value: number;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** What was decided at a unit or above it, the nearest decision first. Those above decide for those below. */
export async function listAnswers(db: Reader, unitPath: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select unit_path::text as "unitPath", ledger, choice, value::float8 as value, reason, at, by from ledger_answer
    where unit_path operator(public.@>) ${unitPath}::public.ltree
    order by public.nlevel(unit_path) desc`.execute(db);
  return rows;
}

/** What units below a unit have decided for themselves. */
export async function listAnswersBelow(db: Reader, unitPath: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select unit_path::text as "unitPath", ledger, choice, value::float8 as value, reason, at, by from ledger_answer
    where unit_path operator(public.<@) ${unitPath}::public.ltree and unit_path <> ${unitPath}::public.ltree
    order by unit_path`.execute(db);
  return rows;
}

export async function saveAnswer(db: Writer, tenantId: string, row: AnswerRow): Promise<void> {
  const { unitPath, ledger, choice, value, reason, at, by } = row;
  await sql`
    insert into ledger_answer (tenant_id, unit_path, ledger, choice, value, reason, at, by)
    values (${tenantId}::bigint, ${unitPath}::public.ltree, ${ledger}, ${choice}, ${value}, ${reason}, ${at}, ${by})
    on conflict (tenant_id, unit_path, ledger, choice)
    do update set value = excluded.value, reason = excluded.reason, at = excluded.at, by = excluded.by`.execute(db);
}
