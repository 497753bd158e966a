/** What the door (core/call.ts) writes beside every change: the audit row, and answers to repeated creates. */
import type { AuditEntry } from '../../core/call.ts';
import type { Writer } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';

const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

export async function writeAudit(db: Writer, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      tenant_id: entry.tenantId,
      unit_path: entry.unitPath,
      audit_id: entry.id,
      at: entry.at,
      actor: entry.actor,
      operation: entry.operation,
      entity: entry.entity,
      entity_id: entry.entityId,
      before: json(entry.before),
      after: json(entry.after),
    })
    .execute();
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
