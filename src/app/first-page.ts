import type { RoleId } from '../modules/people/roles.ts';

/** What each post has to do first: who reports and reviews sees the work, who leads the overview. */
const firstOfRole = {
  clerk: '/my-work',
  reviewer: '/my-work',
  dispatcher: '/my-work',
  'promotion-officer': '/my-work',
  enterprise: '/my-work',
  planner: '/plans',
  evaluator: '/rules',
  leader: '/overview',
  auditor: '/overview',
  visitor: '/units',
  'system-administrator': '/units',
  'security-administrator': '/accounts',
  'audit-administrator': '/audits',
} as const satisfies Record<RoleId, `/${string}`>;

export interface Arrival {
  /** The role of the post one works in; null without a post. */
  readonly role: RoleId | null;
  /** A first look without accounts: plans are read, unless there are none and figures wait to be seen. */
  readonly isSample: boolean;
  readonly hasPlans: boolean;
}

/** The page that says what to do today. */
export function firstPageOf({ role, isSample, hasPlans }: Arrival): `/${string}` {
  if (isSample) return hasPlans ? '/plans' : '/overview';
  return role === null ? '/account' : firstOfRole[role];
}
