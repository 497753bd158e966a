import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { UnitPath } from '../people/unit.ts';

/** One write, as the door noted it. */
export const AuditRow = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  /** Of the account, while there is one. */
  actorName: z.string().nullable(),
  unitPath: z.string(),
  unitName: z.string().nullable(),
  operation: z.string(),
  /** What the operation does; null for one that this edition no longer has. */
  summary: z.object({ zh: z.string(), en: z.string() }).nullable(),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  /** Its link in the chain; null in the second before it is sealed. */
  seq: z.int().nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;

const word = z.string().trim().min(1).max(200);

/** What to look for; what is left out does not matter. */
export const auditFilter = {
  /** First and last day. */
  from: Day.optional(),
  to: Day.optional(),
  /** An account's id, its login or its name. */
  actor: word.optional(),
  /** An operation, or the noun that it begins with: `plans.save`, `plans`. */
  operation: word.optional(),
  entity: word.optional(),
  id: word.optional(),
  /** A unit with those below it. */
  unit: UnitPath.optional(),
};
export const AuditFilter = z.object(auditFilter);
export type AuditFilter = z.infer<typeof AuditFilter>;

export const breakKinds = ['changed', 'removed', 'forged', 'unlinked', 'cut'] as const;

export const Break = z.object({
  kind: z.enum(breakKinds),
  tenantId: z.string(),
  seq: z.int().nullable(),
  auditId: z.string().nullable(),
  /** Null also when the row belongs to a unit outside the reader's scope. */
  unitPath: z.string().nullable(),
  at: z.string().nullable(),
});

const Head = z.object({ tenantId: z.string(), seq: z.int(), hash: z.string() });

export const Verification = z.object({
  rows: z.int(),
  heads: z.array(Head),
  broken: z.int(),
  /** The first of them. */
  breaks: z.array(Break),
});
export type Verification = z.infer<typeof Verification>;

/** Who looks after the chains: seals what waits, then compares them with the rows, past row-level security. */
export interface AuditKeeper {
  verify(tenantIds: readonly string[]): Promise<Verification>;
}

/** The entity of the audit rows that checks of the chain leave. */
export const chainEntity = 'audit-chain';
