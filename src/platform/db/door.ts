/** What the door (core/call.ts) writes beside every change: the audit row, and answers to repeated creates. */
import { sql } from 'kysely';
import type { AuditEntry } from '../../core/call.ts';
import type { Writer } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { digestOf } from '../audit/digest.ts';

const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

const digestWritten = digestOf('written');

/** The row, and its digest as it was written; the sealer gives it its place in the chain (platform/audit/seal.ts). */
export async function writeAudit(db: Writer, entry: AuditEntry): Promise<void> {
  await sql`with written as (
      insert into audit
        (tenant_id, unit_path, audit_id, at, actor, operation, entity, entity_id, before, after)
      values (${entry.tenantId}::bigint, ${entry.unitPath}::text::public.ltree, ${entry.id}::uuid, ${entry.at}::timestamptz,
        ${entry.actor}, ${entry.operation}, ${entry.entity}, ${entry.entityId},
        ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb)
      returning *
    )
    insert into audit_pending (tenant_id, audit_id, unit_path, at, digest)
    select tenant_id, audit_id, unit_path, at, ${digestWritten} from written`.execute(db);
}

const keyOf = ({ tenantId, id }: Actor, key: string) => ({ tenant_id: tenantId, actor: id, key });

export async function reserveAnswer(
  db: Writer,
  actor: Actor,
  operation: string,
  key: string,
  at: string,
): Promise<{ answer: unknown } | null> {
  const reserved = await db
    .insertInto('answer')
    .values({ ...keyOf(actor, key), unit_path: actor.unitPath, operation, answer: null, at })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'actor', 'key']).doNothing())
    .returning('key')
    .execute();
  if (reserved.length === 1) return null;
  const earlier = await db
    .selectFrom('answer')
    .select(['operation', 'answer'])
    .where('tenant_id', '=', actor.tenantId)
    .where('actor', '=', actor.id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (earlier.operation === operation) return { answer: earlier.answer };
  const issues = `Idempotency-Key: 已用于 ${earlier.operation} (already used for it)`;
  throw new Problem('invalid-input', { count: 1, issues });
}

export async function keepAnswer(db: Writer, actor: Actor, key: string, answer: unknown): Promise<void> {
  await db
    .updateTable('answer')
    .set({ answer: json(answer) })
    .where('tenant_id', '=', actor.tenantId)
    .where('actor', '=', actor.id)
    .where('key', '=', key)
    .execute();
}
