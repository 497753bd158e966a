import { sql } from 'kysely';
import type { Reader } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { inScope } from '../../core/in-scope.ts';
import { type Earlier, Head } from './head.ts';

/** A few years of monthly bulletins. */
const mostLookedAt = 200;

/** Heads of the bulletins of an office, those about the same unit first, each the newest first; without `not`. */
export async function listHeads(
  db: Reader,
  { tenantId, unitPath, scope }: Pick<Actor, 'tenantId' | 'unitPath' | 'scope'>,
  { about, not = null }: { readonly about: string; readonly not?: string | null },
): Promise<Earlier[]> {
  const rows = await db
    .selectFrom('bulletin')
    .select([
      'title',
      sql<unknown>`document - 'blocks' - 'attachments'`.as('head'),
      sql<boolean>`coalesce(about ->> 'unitPath', '') = ${about}`.as('alike'),
    ])
    .where('tenant_id', '=', tenantId)
    .where(inScope('unit_path', scope))
    .where(sql<boolean>`unit_path = ${unitPath}::public.ltree`)
    .where(sql<boolean>`bulletin_id is distinct from ${not}::uuid`)
    .orderBy('alike', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('bulletin_id')
    .limit(mostLookedAt)
    .execute();
  return rows.map(({ title, head, alike }) => ({ title, head: Head.parse(head), isAlike: alike }));
}
