import type { Label } from '../../core/text.ts';

interface Role {
  readonly label: Label;
  readonly permissions: readonly string[];
}

/** Who may do what: one table, read aloud by the permission test. */
export const roles = {
  planner: {
    label: { zh: '规划人员', en: 'Planning officer' },
    permissions: ['session.read', 'document.read', 'document.write', 'plan.read', 'plan.write'],
  },
  leader: { label: { zh: '领导', en: 'Leader' }, permissions: ['session.read', 'document.read', 'plan.read'] },
  visitor: { label: { zh: '访客', en: 'Visitor' }, permissions: ['session.read'] },
} as const satisfies Record<string, Role>;

export type RoleId = keyof typeof roles;
