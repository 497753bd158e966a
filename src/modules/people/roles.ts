import type { Label } from '../../core/text.ts';

export interface Role {
  readonly label: Label;
  /** 三员 (system, security, audit) are kept apart from business and from each other: GB/T 22239-2019, 8.1.5. */
  readonly kind: 'business' | 'administration';
  readonly permissions: readonly string[];
}

/** What everybody has who is signed in: to see who they are, mind their own account, and know the units. */
const everybody = ['session.read', 'session.own', 'unit.read'] as const;
const reading = [
  'history.read',
  'register.read',
  'document.read',
  'plan.read',
  'indicator.read',
  'observation.read',
  'report.read',
  'bulletin.read',
  'ledger.read',
  'rule.read',
] as const;

/** Who may do what: one table, read aloud by the permission test. */
export const roles = {
  clerk: {
    label: { zh: '填报员', en: 'Clerk' },
    kind: 'business',
    permissions: [
      ...everybody,
      ...reading,
      'notice.send',
      'evidence.write',
      'site.write',
      'observation.write',
      'report.write',
      'ledger.write',
      'element.demand',
    ],
  },
  reviewer: {
    label: { zh: '审核员', en: 'Reviewer' },
    kind: 'business',
    permissions: [
      ...everybody,
      ...reading,
      'notice.send',
      'evidence.write',
      'site.write',
      'observation.write',
      'observation.approve',
      'report.write',
      'report.review',
      'report.correct',
      'bulletin.approve',
      'ledger.write',
      'ledger.decide',
    ],
  },
  dispatcher: {
    label: { zh: '调度员', en: 'Dispatcher' },
    kind: 'business',
    permissions: [
      ...everybody,
      ...reading,
      'notice.send',
      'evidence.write',
      'site.write',
      'observation.write',
      'observation.approve',
      'report.write',
      'report.review',
      'report.correct',
      'rollup.rebuild',
      'bulletin.write',
      'register.write',
      'project.move',
      'project.list',
      'ledger.write',
      'ledger.decide',
      'rule.decide',
      'rule.evaluate',
      'review.write',
      'review.decide',
      'promise.write',
      'incentive.write',
      'incentive.decide',
      'element.demand',
      'element.quota',
      'element.decide',
    ],
  },
  planner: {
    label: { zh: '规划人员', en: 'Planning officer' },
    kind: 'business',
    permissions: [
      ...everybody,
      ...reading,
      'notice.send',
      'evidence.write',
      'site.write',
      'document.write',
      'plan.write',
      'register.write',
      'project.move',
      'ledger.write',
      'element.demand',
      'element.quota',
      'element.decide',
    ],
  },
  evaluator: {
    label: { zh: '考核人员', en: 'Evaluator' },
    kind: 'business',
    permissions: [...everybody, ...reading, 'notice.send', 'evidence.write', 'rule.decide', 'rule.evaluate'],
  },
  'promotion-officer': {
    label: { zh: '招商人员', en: 'Promotion officer' },
    kind: 'business',
    permissions: [
      ...everybody,
      ...reading,
      'notice.send',
      'evidence.write',
      'site.write',
      'register.write',
      'rule.evaluate',
      'project.move',
      'review.write',
      'promise.write',
      'incentive.write',
      'element.demand',
    ],
  },
  leader: {
    label: { zh: '领导', en: 'Leader' },
    kind: 'business',
    permissions: [
      ...everybody,
      ...reading,
      'notice.send',
      'bulletin.approve',
      'project.move',
      'project.list',
      'rule.decide',
      'rule.evaluate',
      'review.decide',
      'incentive.decide',
      'element.decide',
      'element.overrule',
    ],
  },
  enterprise: {
    label: { zh: '企业用户', en: 'Enterprise' },
    kind: 'business',
    permissions: [
      ...everybody,
      'notice.send',
      'evidence.write',
      'indicator.read',
      'observation.read',
      'report.read',
      'report.write',
      'rule.read',
    ],
  },
  auditor: {
    label: { zh: '督查审计', en: 'Auditor' },
    kind: 'business',
    permissions: [...everybody, ...reading, 'audit.read'],
  },
  visitor: { label: { zh: '访客', en: 'Visitor' }, kind: 'business', permissions: [...everybody] },
  'system-administrator': {
    label: { zh: '系统管理员', en: 'System administrator' },
    kind: 'administration',
    permissions: [
      ...everybody,
      'unit.write',
      'region.write',
      'account.read',
      'account.write',
      'account.import',
      'account.reset',
      'backup.read',
      'backup.write',
    ],
  },
  'security-administrator': {
    label: { zh: '安全管理员', en: 'Security administrator' },
    kind: 'administration',
    permissions: [...everybody, 'account.read', 'post.write', 'account.import', 'account.reset', 'account.unlock'],
  },
  'audit-administrator': {
    label: { zh: '审计管理员', en: 'Audit administrator' },
    kind: 'administration',
    permissions: [...everybody, 'audit.read', 'sign-in.read'],
  },
} as const satisfies Record<string, Role>;

export type RoleId = keyof typeof roles;

export const roleIds = Object.keys(roles) as [RoleId, ...RoleId[]];

export const isAdministration = (role: RoleId): boolean => roles[role].kind === 'administration';

export const permissionsOf = (held: readonly RoleId[]): ReadonlySet<string> =>
  new Set(held.flatMap((role) => roles[role].permissions as readonly string[]));

/** What the sample officer of a first look may do: every kind of business, no administration. */
export const businessPermissions: ReadonlySet<string> = permissionsOf(
  roleIds.filter((role) => !isAdministration(role)),
);
