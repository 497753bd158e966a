import type { Kysely } from 'kysely';
import { servicesOf, type Upkeep } from '../src/app/app.ts';
import { inlineEngine } from '../src/app/engine-jobs.ts';
import { type Call, createCall } from '../src/core/call.ts';
import type { Database } from '../src/core/database.ts';
import type { Actor, Service } from '../src/core/implement.ts';
import type { Tables } from '../src/core/tables.ts';
import { type RoleId, roles } from '../src/modules/people/roles.ts';
import { addUnit, ensureTenant } from '../src/modules/people/store.ts';
import { sealPending } from '../src/platform/audit/seal.ts';
import { verify } from '../src/platform/audit/verify.ts';
import { backupFolder } from '../src/platform/db/backup-folder.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../src/platform/db/door.ts';
import { newKey } from '../src/platform/secret-key.ts';
import { secretsWith } from '../src/platform/secrets.ts';

const permissionsOf = (role: RoleId): ReadonlySet<string> => new Set(roles[role].permissions);

const person = (id: string, name: string, unitPath: string, role: RoleId): Actor => ({
  id,
  name,
  tenantId: '1',
  unitPath,
  scope: [unitPath],
  permissions: permissionsOf(role),
});

/** The cast: two planners of one office, one of another, a leader above both, a visitor. */
export const planner = person('p1', '王敏', 'qingchuan.ghk', 'planner');
export const colleague = person('p2', '李强', 'qingchuan.ghk', 'planner');
export const stranger = person('p3', '赵云', 'qingchuan.fgj', 'planner');
export const leader = { ...person('l1', '陈主任', 'qingchuan', 'leader'), scope: ['qingchuan'] };
export const visitor = person('v1', '访客', 'qingchuan.ghk', 'visitor');

const castUnits = [
  ['qingchuan', 'county', '青川县'],
  ['qingchuan.ghk', 'department', '青川县规划科'],
  ['qingchuan.fgj', 'department', '青川县发展和改革局'],
] as const;
const castUnit = {
  tenantId: '1',
  regionCode: null,
  shortName: null,
  since: '2000-01-01',
  until: null,
  successor: null,
} as const;

interface Maker {
  insertInto: Parameters<typeof ensureTenant>[0]['insertInto'];
}

/** Chains of the test's own database; backups that are none, for tests of other things. */
const upkeepOn = (owner: Maker): Upkeep => ({
  keeper: {
    verify: async (tenantIds) => {
      const db = owner as unknown as Kysely<Tables>;
      await sealPending(db, () => '2026-11-22T02:00:00Z');
      return verify(db, { tenantIds });
    },
  },
  backups: backupFolder('/nonexistent', {}),
  secrets: secretsWith([newKey()]),
});

type Adapt = (services: readonly Service[]) => readonly Service[];

/** The real door on a test's database, with fixed day, counting ids and reading on the test's own thread. */
export const appOn = async (database: Database, owner: Maker, adapt?: Adapt): Promise<Call> =>
  (await doorsOn(database, owner, adapt))('2026-11-22');

/** The same door as it stands on any day. */
export async function doorsOn(
  database: Database,
  owner: Maker,
  adapt: Adapt = (services) => services,
): Promise<(today: string) => Call> {
  await ensureTenant(
    owner,
    { id: '1', code: 'qingchuan', name: '青川县', unitPath: 'qingchuan' },
    '2026-11-22T02:00:00Z',
  );
  for (const [unitPath, kind, name] of castUnits) await addUnit(owner, { ...castUnit, unitPath, kind, name });
  let ids = 0;
  let seconds = 0;
  const services = adapt(servicesOf(inlineEngine, upkeepOn(owner)));
  return (today) =>
    createCall(services, {
      database,
      today: () => today,
      now: () => new Date(Date.UTC(2026, 10, 22, 2, 0, seconds++)).toISOString(),
      newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
      writeAudit,
      reserveAnswer,
      keepAnswer,
    });
}
