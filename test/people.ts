/** Units and people for tests of accounts: the real door and the real gate on a test's database, with a clock to set. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type * as z from 'zod';
import { ensureUnits, operator } from '../src/app/first-units.ts';
import { createCall } from '../src/core/call.ts';
import type { Database } from '../src/core/database.ts';
import type { Actor } from '../src/core/implement.ts';
import type { Operation } from '../src/core/operation.ts';
import type { Tables } from '../src/core/tables.ts';
import { createGate } from '../src/modules/people/gate.service.ts';
import type { peopleOperations } from '../src/modules/people/operations.ts';
import type { RoleId } from '../src/modules/people/roles.ts';
import { peopleService } from '../src/modules/people/service.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../src/platform/db/door.ts';
import { readRows } from '../src/platform/files/rows.ts';
import { newKey } from '../src/platform/secret-key.ts';
import { secretsWith } from '../src/platform/secrets.ts';

type People = typeof peopleOperations;

export const strongPassword = 'seven green boats';
const visitor = { address: '127.0.0.1', agent: 'test' };

export async function peopleOn(database: Database, owner: Kysely<Tables>, key = newKey()) {
  let at = Date.UTC(2026, 10, 22, 2, 0, 0);
  const now = () => new Date(at).toISOString();
  const today = () => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  await ensureUnits(owner, now());
  const parts = { database, today, now, newId: randomUUID };
  const secrets = secretsWith([key]);
  const gate = createGate({ ...parts, secrets, writeAudit });
  const door = { ...parts, writeAudit, reserveAnswer, keepAnswer };
  const call = gate.watch(createCall([peopleService({ secrets, readRows })], door));
  const act = <Id extends keyof People>(actor: Actor, id: Id, input: z.input<People[Id]['input']>, key?: string) =>
    call(id, input, actor, { key }) as Promise<z.output<(People[Id] & Operation)['output']>>;

  const signIn = (login: string, password: string, code: string | null = null) =>
    gate.signIn({ login, password, code, ...visitor });
  const enter = async (login: string, password: string) => gate.actorOfSession(await signIn(login, password), null);

  for (const [parentPath, code, kind, name] of [
    ['cn', '99', 'province', '云河省'],
    ['cn.99', '9901', 'city', '云河市'],
    ['cn.99.9901', '990101', 'county', '临江县'],
    ['cn.99.9901.990101', 'd_fgj', 'department', '临江县发展和改革局'],
    ['cn.99.9901', '990102', 'county', '青川县'],
  ] as const)
    await act(operator, 'units.add', { parentPath, code, kind, name, since: '2000-01-01' });

  /** A person with posts who has signed in and changed the password. */
  async function person(login: string, unitPath: string, ...posts: readonly (readonly [RoleId, string])[]) {
    const { id, password } = await act(operator, 'accounts.add', { login, name: `人员${login}`, unitPath });
    for (const [role, at] of posts)
      await act(operator, 'posts.give', { accountId: id, unitPath: at, role, fromOn: today() });
    await act(await enter(login, password), 'session.change-password', { current: password, next: strongPassword });
    return { id, login, enter: () => enter(login, strongPassword) };
  }

  return {
    act,
    call,
    gate,
    signIn,
    enter,
    person,
    today,
    now,
    pass: ({ minutes = 0, hours = 0, days = 0 }) => {
      at += ((days * 24 + hours) * 60 + minutes) * 60_000;
    },
  };
}
