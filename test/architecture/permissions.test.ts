/** Who may do what. The whole table is docs/generated/permissions.md, which the check compares; here is what must hold. */
import { describe, expect, test } from 'vitest';
import { declaredOperations } from '../../src/app/app.ts';
import { jobsOf } from '../../src/app/jobs.ts';
import { createCall } from '../../src/core/call.ts';
import type { Database } from '../../src/core/database.ts';
import type { Service } from '../../src/core/implement.ts';
import { Problem } from '../../src/core/problem.ts';
import { businessPermissions, permissionsOf, type RoleId, roleIds, roles } from '../../src/modules/people/roles.ts';

const needed = new Set(Object.values(declaredOperations).map(({ permission }) => permission));
const held = (role: RoleId): readonly string[] => roles[role].permissions;

test('every operation can be done by somebody, or by the server itself', () => {
  const given = new Set([...roleIds.flatMap(held), ...jobsOf({}).flatMap(({ permissions }) => permissions)]);
  expect([...needed].filter((permission) => !given.has(permission))).toEqual([]);
});

test('every role has a name in both languages and holds no permission twice', () => {
  for (const role of roleIds) {
    expect(roles[role].label.zh).toMatch(/\p{Script=Han}/u);
    expect(roles[role].label.en).toMatch(/[A-Za-z]{3}/);
    expect(new Set(held(role)).size).toBe(held(role).length);
  }
});

describe('三员分立', () => {
  const [system, security, audit] = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;

  test.each([
    [system, ['post.write', 'account.unlock', 'audit.read', 'sign-in.read']],
    [security, ['unit.write', 'account.write', 'audit.read', 'sign-in.read']],
    [audit, ['unit.write', 'account.read', 'account.write', 'account.reset', 'post.write', 'account.unlock']],
  ] as const)('%s holds nothing of the other two', (role, others) => {
    expect(others.filter((permission) => held(role).includes(permission))).toEqual([]);
  });

  test('no administration reads or writes business, and no business administers', () => {
    const administrative = permissionsOf([system, security, audit]);
    const everybody = new Set(held('visitor'));
    const business = [...businessPermissions].filter((permission) => !everybody.has(permission));
    expect(business.filter((permission) => administrative.has(permission) && permission !== 'audit.read')).toEqual([]);
    expect(
      business.filter((permission) => /^(unit|account|post)\.(write|reset|unlock|import)$/.test(permission)),
    ).toEqual([]);
  });
});

/** Past the permission every input is wrong, so that nothing else is reached. */
const nothing = Object.fromEntries(
  Object.entries(declaredOperations).map(([id, operation]) => [
    id,
    { ...operation, input: { safeParse: () => ({ error: { issues: [{ path: [], message: 'wrong' }] } }) } },
  ]),
);
const service = {
  operations: nothing,
  handlers: Object.fromEntries(Object.keys(nothing).map((id) => [id, async () => ({})])),
} as unknown as Service;
const call = createCall([service], { database: {} as Database } as never);

describe.each(roleIds)('%s', (role) => {
  test('passes the door with exactly the operations of the table', async () => {
    const actor = { id: 'u', name: '', tenantId: '1', unitPath: 'a', scope: ['a'], permissions: permissionsOf([role]) };
    for (const [id, { permission }] of Object.entries(declaredOperations)) {
      const error = await call(id, {}, actor).catch((each: unknown) => each);
      expect(error).toBeInstanceOf(Problem);
      expect([id, (error as Problem).code]).toEqual([
        id,
        held(role).includes(permission) ? 'invalid-input' : 'not-allowed',
      ]);
    }
  });
});
