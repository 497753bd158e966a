import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorOf } from './actor.ts';
import { afterFailure, attempts, isLocked, waitAfter } from './lock-out.ts';
import { passwordIssues } from './password.ts';
import { powersConflict } from './powers.ts';
import { type RoleId, roleIds, roles } from './roles.ts';
import { isLive } from './session-life.ts';
import { stepAt, stepOf } from './totp.ts';

const now = '2026-11-22T02:00:00.000Z';

test('waiting begins with the fifth wrong attempt, never gets shorter and stays below an hour', () => {
  expect([1, 4, 5, 6, 7].map(waitAfter)).toEqual([0, 0, 1, 2, 4]);
  fc.assert(
    fc.property(fc.nat(500), (failures) => {
      expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
      expect(waitAfter(failures)).toBeLessThanOrEqual(60);
    }),
  );
  const { lockedUntil } = afterFailure(attempts - 1, now);
  expect(lockedUntil).toBe('2026-11-22T02:01:00.000Z');
  expect(isLocked(lockedUntil, now)).toBe(true);
  expect(isLocked(lockedUntil, '2026-11-22T02:01:00.000Z')).toBe(false);
});

test('length decides over a password; the login, common ones and one key pressed again and again are refused', () => {
  expect(passwordIssues('seven green boats', 'wangmin')).toEqual([]);
  expect(passwordIssues('青山绿水长又长远山近水', 'wangmin')).toEqual([]);
  expect(passwordIssues('nine char', 'wangmin')[0]?.zh).toBe('至少 10 个字符');
  expect(passwordIssues('x-WangMin-2026', 'wangmin')[0]?.zh).toBe('不能含登录名');
  expect(passwordIssues('Password123', 'wangmin')[0]?.zh).toBe('过于常见');
  expect(passwordIssues('zzzzzzzzzzzz', 'wangmin')[0]?.zh).toBe('过于常见');
  expect(passwordIssues('x'.repeat(201), 'wangmin')).toHaveLength(2);
});

test('a session is live within both of its limits and not after its end', () => {
  const session = { createdAt: '2026-11-15T02:00:01.000Z', seenAt: '2026-11-21T18:00:01.000Z', endedAt: null };
  expect(isLive(session, now)).toBe(true);
  expect(isLive({ ...session, seenAt: '2026-11-21T18:00:00.000Z' }, now)).toBe(false);
  expect(isLive({ ...session, createdAt: '2026-11-15T02:00:00.000Z' }, now)).toBe(false);
  expect(isLive({ ...session, endedAt: now }, now)).toBe(false);
});

test('a code is good one step before and after its time, and never at or before the last step used', () => {
  const codeAt = (step: number) => String(step);
  const current = stepAt(now);
  const at = (step: number, lastStep: number | null = null) => stepOf(String(step), { now, lastStep, codeAt });
  expect([-2, -1, 0, 1, 2].map((away) => at(current + away))).toEqual([null, current - 1, current, current + 1, null]);
  expect(at(current, current)).toBeNull();
  expect(at(current + 1, current)).toBe(current + 1);
});

const anyRole = fc.constantFrom<RoleId>(...roleIds);
const post = (role: RoleId, unitPath = 'cn.99', kind: 'own' | 'stand-in' = 'own') => ({
  id: `${kind}-${role}-${unitPath}`,
  seatId: 's',
  accountId: 'a',
  accountName: '王敏',
  unitPath,
  unitName: '云河省',
  role,
  kind,
  fromOn: '2026-01-01',
  untilOn: null,
  givenBy: '安全员',
  givenAt: now,
  reason: null,
});

test('whatever roles are wished for, no account ends up with administration beside anything else', () => {
  fc.assert(
    fc.property(fc.array(anyRole, { maxLength: 8 }), (wishes) => {
      const held: { role: RoleId; fromOn: string; untilOn: null }[] = [];
      for (const role of wishes) {
        const wish = { giverId: 'g', accountId: 'a', role, fromOn: '2026-01-01', untilOn: null };
        if (powersConflict(wish, held) === null) held.push(wish);
        expect(powersConflict({ ...wish, giverId: 'a' }, held)).not.toBeNull();
      }
      const kinds = new Set(held.map(({ role }) => (roles[role].kind === 'business' ? 'business' : role)));
      expect(kinds.size).toBeLessThanOrEqual(1);
    }),
  );
});

test('an actor has the scope of the posts valid today, works in the chosen one, and own posts come first', () => {
  const person = { id: 'a', name: '王敏', unitPath: 'cn.99', mustChange: false };
  const posts = [
    post('planner', 'cn.99.02', 'stand-in'),
    post('clerk', 'cn.99.01'),
    { ...post('leader', 'cn.99.03'), untilOn: '2026-11-21' },
  ];
  const choice = { today: '2026-11-22', chosen: null, sessionId: null };
  const actor = actorOf(person, posts, (path) => `t-${path}`, choice);
  expect(actor).toMatchObject({ unitPath: 'cn.99.01', tenantId: 't-cn.99.01', scope: ['cn.99.01', 'cn.99.02'] });
  expect(actorOf(person, posts, () => '1', { ...choice, chosen: posts[0]?.id ?? null }).unitPath).toBe('cn.99.02');
  expect(actorOf(person, posts, () => '1', { ...choice, chosen: posts[2]?.id ?? null }).unitPath).toBe('cn.99.01');
  expect([...actorOf(person, [], () => '1', choice).permissions]).toEqual(['session.read', 'session.own']);
  const only = actorOf(person, posts, () => '1', { ...choice, only: ['plan.read', 'account.write', 'session.own'] });
  expect([...only.permissions]).toEqual(['plan.read']);
});
