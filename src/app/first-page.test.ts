import { expect, test } from 'vitest';
import { permissionsOf, type RoleId, roleIds } from '../modules/people/roles.ts';
import { firstPageOf } from './first-page.ts';

const of = (role: RoleId) => firstPageOf({ role, isSample: false, hasPlans: true });

test('who fills and reviews begins with the work of the day, who leads with the overview', () => {
  expect(of('clerk')).toBe('/my-work');
  expect(of('reviewer')).toBe('/my-work');
  expect(of('leader')).toBe('/overview');
  expect(of('security-administrator')).toBe('/accounts');
});

test('a first look begins with plans, and where there are none with the figures', () => {
  expect(firstPageOf({ role: null, isSample: true, hasPlans: true })).toBe('/plans');
  expect(firstPageOf({ role: null, isSample: true, hasPlans: false })).toBe('/overview');
});

const needs: Readonly<Record<string, string>> = {
  '/my-work': 'report.read',
  '/plans': 'plan.read',
  '/rules': 'rule.read',
  '/overview': 'bulletin.read',
  '/units': 'unit.read',
  '/accounts': 'account.read',
  '/audits': 'audit.read',
};

test.each(roleIds)('%s may see the page that the post begins with', (role) => {
  expect(permissionsOf([role])).toContain(needs[of(role)]);
});
