/** People of the generated province who have signed in: an account, its posts and a session each. */
import { createHash, randomUUID } from 'node:crypto';
import { addAccount } from '../src/modules/people/accounts.store.ts';
import { addPost } from '../src/modules/people/posts.store.ts';
import type { RoleId } from '../src/modules/people/roles.ts';
import { addSession } from '../src/modules/people/sessions.store.ts';
import { addUnit } from '../src/modules/people/store.ts';
import type { UnitKind } from '../src/modules/people/unit.ts';
import type { OpenDatabase } from '../src/platform/db/open.ts';

export interface Seat {
  readonly unitPath: string;
  readonly roles: readonly RoleId[];
}

/** The units that people sit in; the generated tenants are there already. */
export async function addUnits(
  { owner }: OpenDatabase,
  units: readonly { path: string; tenantId: string; kind: UnitKind }[],
) {
  for (const { path, tenantId, kind } of units)
    await addUnit(owner as never, {
      tenantId,
      unitPath: path,
      kind,
      name: path,
      regionCode: null,
      shortName: null,
      since: '2000-01-01',
      until: null,
      successor: null,
    });
}

/** The cookie of each. */
export async function addPeople({ owner }: OpenDatabase, seats: readonly Seat[]): Promise<readonly string[]> {
  const db = owner as never;
  const now = new Date().toISOString();
  const cookies: string[] = [];
  for (const [i, { unitPath, roles }] of seats.entries()) {
    const [id, token] = [randomUUID(), randomUUID()];
    const account = { id, login: `person${i}`, name: `人员${i}`, unitPath, passwordHash: 'none', mustChange: false };
    await addAccount(db, account, now, 'bench');
    for (const role of roles)
      await addPost(db, {
        id: randomUUID(),
        seatId: randomUUID(),
        accountId: id,
        unitPath,
        role,
        kind: 'own',
        fromOn: '2020-01-01',
        untilOn: null,
        givenBy: 'bench',
        givenAt: now,
        reason: null,
      });
    const session = { id: randomUUID(), accountId: id, postId: null, createdAt: now, address: null, agent: null };
    await addSession(db, session, createHash('sha256').update(token).digest('hex'));
    cookies.push(`lantu_session=${token}`);
  }
  return cookies;
}
