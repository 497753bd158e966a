import { sql } from 'kysely';
import type { Reader, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import { type BoardQuestion, stageOf } from './board.store.ts';
import type { ItemRecord } from './checklist.ts';
import type { Fund, Listing, Post } from './delivery.ts';
import type { ProjectStage } from './lifecycle.ts';

/** Whose rows these are: the first columns of every table here. */
export interface Owned {
  readonly tenantId: string;
  readonly unitPath: string;
  readonly projectId: string;
}

export interface EventRow {
  readonly seq: number;
  readonly track: 'life' | 'statistics';
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: Day;
  readonly reason: string | null;
  readonly stated: Readonly<Record<string, string>>;
  readonly evidence: readonly { readonly fileId: string; readonly name: string }[];
  readonly at: string;
  readonly by: string;
  readonly byUnit: string;
}

const own = ({ tenantId, projectId }: Owned) =>
  sql`tenant_id = ${tenantId}::bigint and project_id = ${projectId}::uuid`;

export async function listEvents(db: Reader, owned: Owned): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select seq, track, action, from_stage as "from", to_stage as "to", on_day as "on", reason, stated, evidence, at,
      by, by_unit::text as "byUnit"
    from project_event where ${own(owned)} order by seq`.execute(db);
  return rows;
}

export async function addEvents(db: Writer, owned: Owned, events: readonly EventRow[]): Promise<void> {
  const { tenantId, projectId, unitPath } = owned;
  await sql`
    insert into project_event (tenant_id, project_id, seq, unit_path, track, action, from_stage, to_stage, on_day,
      reason, stated, evidence, at, by, by_unit)
    select ${tenantId}::bigint, ${projectId}::uuid, seq, ${unitPath}::public.ltree, track, action, "from", "to", "on",
      reason, stated, evidence, at, by, "byUnit"::public.ltree
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as r (seq int, track text, action text, "from" text,
      "to" text, "on" text, reason text, stated jsonb, evidence jsonb, at timestamptz, by text, "byUnit" text)`.execute(
    db,
  );
}

export async function listItems(db: Reader, owned: Owned): Promise<ItemRecord[]> {
  const { rows } = await sql<ItemRecord>`
    select item, state, submitted_on as "submittedOn", due_on as "dueOn", decided_on as "decidedOn", number, reason,
      papers, evidence
    from project_item where ${own(owned)}`.execute(db);
  return rows;
}

export async function saveItem(
  db: Writer,
  { tenantId, projectId, unitPath }: Owned,
  record: ItemRecord,
  { at, by }: { at: string; by: string },
): Promise<void> {
  const { item, state, submittedOn, dueOn, decidedOn, number, reason, papers, evidence } = record;
  await sql`
    insert into project_item (tenant_id, project_id, item, unit_path, state, submitted_on, due_on, decided_on, number,
      reason, papers, evidence, updated_at, updated_by)
    values (${tenantId}::bigint, ${projectId}::uuid, ${item}, ${unitPath}::public.ltree, ${state}, ${submittedOn},
      ${dueOn}, ${decidedOn}, ${number}, ${reason}, ${JSON.stringify(papers)}::jsonb, ${JSON.stringify(evidence)}::jsonb,
      ${at}, ${by})
    on conflict (tenant_id, project_id, item) do update set state = excluded.state,
      submitted_on = excluded.submitted_on, due_on = excluded.due_on, decided_on = excluded.decided_on,
      number = excluded.number, reason = excluded.reason, papers = excluded.papers, evidence = excluded.evidence,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(db);
}

export async function listPosts(db: Reader, owned: Owned): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select post_id as "postId", role, person, person_unit as "personUnit", from_on as "fromOn", to_on as "toOn", reason
    from project_post where ${own(owned)} order by from_on, post_id`.execute(db);
  return rows;
}

export async function addPost(
  db: Writer,
  { tenantId, projectId, unitPath }: Owned,
  { postId, role, person, personUnit, fromOn }: Post,
  { at, by }: { at: string; by: string },
): Promise<void> {
  await sql`
    insert into project_post (tenant_id, project_id, post_id, unit_path, role, person, person_unit, from_on, at, by)
    values (${tenantId}::bigint, ${projectId}::uuid, ${postId}::uuid, ${unitPath}::public.ltree, ${role}, ${person},
      ${personUnit}, ${fromOn}, ${at}, ${by})`.execute(db);
}

/** False when it had ended already. */
export async function endPost(db: Writer, owned: Owned, postId: string, on: Day, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update project_post set to_on = ${on}, reason = ${reason}
    where ${own(owned)} and post_id = ${postId}::uuid and to_on is null and from_on <= ${on}`.execute(db);
  return numAffectedRows === 1n;
}

export async function listListings(db: Reader, owned: Owned): Promise<Listing[]> {
  const { rows } = await sql<Listing>`
    select list, year, entered_on as "enteredOn", entry_reason as "entryReason", exited_on as "exitedOn",
      exit_reason as "exitReason"
    from project_listing where ${own(owned)} order by year desc, list`.execute(db);
  return rows;
}

/** Enters a list, again too after it had left. False when it stands on it. */
export async function addListing(
  db: Writer,
  { tenantId, projectId, unitPath }: Owned,
  { list, year, enteredOn, entryReason }: Listing,
  { at, by }: { at: string; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into project_listing (tenant_id, project_id, list, year, unit_path, entered_on, entry_reason, at, by)
    values (${tenantId}::bigint, ${projectId}::uuid, ${list}, ${year}, ${unitPath}::public.ltree, ${enteredOn},
      ${entryReason}, ${at}, ${by})
    on conflict (tenant_id, project_id, list, year) do update set entered_on = excluded.entered_on,
      entry_reason = excluded.entry_reason, exited_on = null, exit_reason = null, at = excluded.at, by = excluded.by
      where project_listing.exited_on is not null`.execute(db);
  return numAffectedRows === 1n;
}

export async function endListing(
  db: Writer,
  owned: Owned,
  { list, year }: Pick<Listing, 'list' | 'year'>,
  on: Day,
  reason: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update project_listing set exited_on = ${on}, exit_reason = ${reason}
    where ${own(owned)} and list = ${list} and year = ${year} and exited_on is null and entered_on <= ${on}`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

export async function listFunds(db: Reader, owned: Owned): Promise<Fund[]> {
  const { rows } = await sql<Fund>`
    select fund_id as "fundId", kind, source, period, on_day as "on", amount::text as amount, typed,
      typed_unit as "typedUnit", note, agreed_days as "agreedDays", at, by
    from project_fund where ${own(owned)} order by on_day, at, fund_id`.execute(db);
  return rows;
}

export async function addFunds(
  db: Writer,
  { tenantId, projectId, unitPath }: Owned,
  funds: readonly Fund[],
): Promise<void> {
  await sql`
    insert into project_fund (tenant_id, project_id, fund_id, unit_path, kind, source, period, on_day, amount, typed,
      typed_unit, note, agreed_days, at, by)
    select ${tenantId}::bigint, ${projectId}::uuid, "fundId", ${unitPath}::public.ltree, kind, source, period, "on",
      amount::numeric, typed, "typedUnit", note, "agreedDays", at, by
    from jsonb_to_recordset(${JSON.stringify(funds)}::jsonb) as r ("fundId" uuid, kind text, source text, period text,
      "on" text, amount text, typed text, "typedUnit" text, note text, "agreedDays" int, at timestamptz, by text)`.execute(
    db,
  );
}

export interface WorkRow {
  readonly person: string;
  readonly personUnit: string | null;
  readonly id: string;
  readonly name: string;
  readonly unitPath: string;
  readonly stage: ProjectStage;
  readonly role: Post['role'];
  readonly postId: string;
  readonly fromOn: Day;
  readonly openItems: number;
  readonly lateItems: number;
}

/** Who answers for what today, with what is open and late there. */
export async function listWork(
  db: Reader,
  { scope, today, unitPath }: BoardQuestion,
  person: string | undefined,
): Promise<WorkRow[]> {
  const { rows } = await sql<WorkRow>`
    select p.person, p.person_unit as "personUnit", p.project_id as id, v.name, p.unit_path::text as "unitPath",
      ${stageOf} as stage, p.role, p.post_id as "postId", p.from_on as "fromOn",
      (select count(*) from project_item i where i.tenant_id = p.tenant_id and i.project_id = p.project_id
        and i.state in ('submitted', 'lacking'))::int as "openItems",
      (select count(*) from project_item i where i.tenant_id = p.tenant_id and i.project_id = p.project_id
        and i.state in ('submitted', 'lacking') and i.due_on < ${today})::int as "lateItems"
    from project_post p join project_version v on v.tenant_id = p.tenant_id and v.project_id = p.project_id
      and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
    where ${inScope('p.unit_path', scope)} and p.from_on <= ${today} and (p.to_on is null or p.to_on > ${today})
      ${person === undefined ? sql`` : sql`and p.person = ${person}`}
      ${unitPath === undefined ? sql`` : sql`and p.unit_path operator(public.<@) ${unitPath}::public.ltree`}
    order by p.person, p.person_unit, v.name, p.post_id limit 20000`.execute(db);
  return rows;
}
