import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import { inScope } from '../../core/in-scope.ts';
import type { FairReview, IncentiveDetail, IncentiveState, Payout } from './incentive-operations.ts';
import type { Owned, Stamp } from './promise.store.ts';
import type { Meeting, ReviewState } from './review.ts';
import type { GivenFact } from './shapes.ts';

interface Case extends Owned {
  readonly id: string;
  readonly ruleId: string;
  readonly edition: string;
  readonly facts: readonly GivenFact[];
  readonly evaluationId: string | null;
  readonly revision: number;
}

interface Written {
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

export interface ReviewRow extends Case {
  readonly state: ReviewState;
  readonly openedOn: Day;
  readonly meeting: Meeting | null;
  readonly decidedOn: Day | null;
  readonly number: string | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
}

export interface IncentiveRow extends Case {
  readonly state: IncentiveState;
  readonly proposed: string | null;
  readonly approved: string | null;
  readonly needsReview: boolean;
  readonly fairReview: FairReview | null;
  readonly decision: IncentiveDetail['decision'];
}

export interface Wanted {
  readonly id?: string | undefined;
  readonly unitPath?: string | undefined;
  readonly projectId?: string | undefined;
  readonly state?: string | undefined;
  readonly limit?: number | undefined;
}

function conditions(scope: Scope, key: 'review_id' | 'incentive_id', { id, unitPath, projectId, state }: Wanted) {
  const parts = [inScope('unit_path', scope)];
  if (id !== undefined) parts.push(sql`${sql.ref(key)} = ${id}::uuid`);
  if (unitPath !== undefined) parts.push(sql`unit_path operator(public.<@) ${unitPath}::public.ltree`);
  if (projectId !== undefined) parts.push(sql`project_id = ${projectId}::uuid`);
  if (state !== undefined) parts.push(sql`state = ${state}`);
  return sql.join(parts, sql` and `);
}

const owned = sql`tenant_id::text as "tenantId", unit_path::text as "unitPath", project_id as "projectId",
  rule_id as "ruleId", edition, facts, evaluation_id as "evaluationId", revision, state, created_by as "createdBy",
  updated_at as "updatedAt", updated_by as "updatedBy"`;

/** The newest first. */
export async function listReviews(db: Reader, scope: Scope, wanted: Wanted): Promise<(ReviewRow & Written)[]> {
  const { rows } = await sql<ReviewRow & Written>`
    select review_id as id, ${owned}, opened_on as "openedOn", meeting, decided_on as "decidedOn", number, reason,
      decided_by as "decidedBy"
    from entry_review where ${conditions(scope, 'review_id', wanted)}
    order by created_at desc, review_id limit ${wanted.limit ?? 1000}`.execute(db);
  return rows;
}

/** False when the project stands before another review already. */
export async function addReview(db: Writer, row: ReviewRow, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into entry_review (tenant_id, review_id, unit_path, project_id, rule_id, edition, state, opened_on, facts,
      revision, created_at, created_by, updated_at, updated_by)
    values (${row.tenantId}::bigint, ${row.id}::uuid, ${row.unitPath}::public.ltree, ${row.projectId}::uuid,
      ${row.ruleId}, ${row.edition}, ${row.state}, ${row.openedOn}, ${JSON.stringify(row.facts)}::jsonb, 1,
      ${at}::timestamptz, ${by}, ${at}::timestamptz, ${by})
    on conflict (tenant_id, project_id) where state in ('open', 'returned') do nothing`.execute(db);
  return numAffectedRows === 1n;
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** False when somebody else has written meanwhile. */
export async function saveReview(db: Writer, row: ReviewRow, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update entry_review set state = ${row.state}, facts = ${json(row.facts)}::jsonb,
      evaluation_id = ${row.evaluationId}::uuid, meeting = ${json(row.meeting)}::jsonb, decided_on = ${row.decidedOn},
      number = ${row.number}, reason = ${row.reason}, decided_by = ${row.decidedBy}, revision = revision + 1,
      updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${row.tenantId}::bigint and review_id = ${row.id}::uuid and revision = ${row.revision}`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

export interface WithPayouts {
  readonly payouts: readonly Payout[];
}

/** The newest first, each with its payouts. */
export async function listIncentives(
  db: Reader,
  scope: Scope,
  wanted: Wanted,
): Promise<(IncentiveRow & Written & WithPayouts)[]> {
  const { rows } = await sql<IncentiveRow & Written & WithPayouts>`
    select incentive_id as id, ${owned}, proposed::text as proposed, approved::text as approved,
      needs_review as "needsReview", fair_review as "fairReview", decision,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.payout_id, 'on', p.on_day, 'amount', p.amount::text,
          'typed', p.typed, 'unit', p.typed_unit, 'number', p.number, 'note', p.note, 'at', p.at, 'by', p.by)
          order by p.on_day, p.at, p.payout_id)
        from incentive_payout p where p.tenant_id = incentive.tenant_id and p.incentive_id = incentive.incentive_id),
        '[]'::jsonb) as payouts
    from incentive where ${conditions(scope, 'incentive_id', wanted)}
    order by created_at desc, incentive_id limit ${wanted.limit ?? 1000}`.execute(db);
  return rows;
}

export async function addIncentive(db: Writer, row: IncentiveRow, { at, by }: Stamp): Promise<void> {
  await sql`
    insert into incentive (tenant_id, incentive_id, unit_path, project_id, rule_id, edition, state, facts,
      evaluation_id, proposed, needs_review, revision, created_at, created_by, updated_at, updated_by)
    values (${row.tenantId}::bigint, ${row.id}::uuid, ${row.unitPath}::public.ltree, ${row.projectId}::uuid,
      ${row.ruleId}, ${row.edition}, ${row.state}, ${json(row.facts)}::jsonb, ${row.evaluationId}::uuid,
      ${row.proposed}::numeric, ${row.needsReview}, 1, ${at}::timestamptz, ${by}, ${at}::timestamptz, ${by})`.execute(
    db,
  );
}

/** False when somebody else has written meanwhile. */
export async function saveIncentive(db: Writer, row: IncentiveRow, { at, by }: Stamp): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update incentive set state = ${row.state}, facts = ${json(row.facts)}::jsonb,
      evaluation_id = ${row.evaluationId}::uuid, proposed = ${row.proposed}::numeric,
      approved = ${row.approved}::numeric, needs_review = ${row.needsReview},
      fair_review = ${json(row.fairReview)}::jsonb, decision = ${json(row.decision)}::jsonb, revision = revision + 1,
      updated_at = ${at}::timestamptz, updated_by = ${by}
    where tenant_id = ${row.tenantId}::bigint and incentive_id = ${row.id}::uuid
      and revision = ${row.revision}`.execute(db);
  return numAffectedRows === 1n;
}

export async function addPayout(
  db: Writer,
  { tenantId, unitPath, id }: IncentiveRow,
  { id: payoutId, on, amount, typed, unit, number, note, at, by }: Payout,
): Promise<void> {
  await sql`
    insert into incentive_payout (tenant_id, incentive_id, payout_id, unit_path, on_day, amount, typed, typed_unit,
      number, note, at, by)
    values (${tenantId}::bigint, ${id}::uuid, ${payoutId}::uuid, ${unitPath}::public.ltree, ${on}, ${amount}::numeric,
      ${typed}, ${unit}, ${number}, ${note}, ${at}::timestamptz, ${by})`.execute(db);
}
