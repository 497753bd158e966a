/** The two guards of the scope, each of which can be taken away. */
import { CompiledQuery, type Kysely } from 'kysely';
import { servicesOf } from '../../src/app/app.ts';
import { inlineEngine } from '../../src/app/engine-jobs.ts';
import { createCall } from '../../src/core/call.ts';
import type { Database } from '../../src/core/database.ts';
import type { Actor } from '../../src/core/implement.ts';
import type { Tables } from '../../src/core/tables.ts';
import { sealWithin } from '../../src/platform/audit/seal.ts';
import { verifyWithin } from '../../src/platform/audit/verify.ts';
import { backupFolder } from '../../src/platform/db/backup-folder.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../../src/platform/db/door.ts';
import { applicationRole } from '../../src/platform/db/postgres.ts';
import { newKey } from '../../src/platform/secret-key.ts';
import { secretsWith } from '../../src/platform/secrets.ts';
import type { TableShape } from './catalogue.ts';
import { root } from './tree.ts';

export const setUps = {
  both: { hasFilter: true, hasPolicies: true },
  'policies alone': { hasFilter: false, hasPolicies: true },
  'filter alone': { hasFilter: true, hasPolicies: false },
  neither: { hasFilter: false, hasPolicies: false },
} as const;
export type SetUp = keyof typeof setUps;

export const say = (owner: Kysely<Tables>, text: string) => owner.executeQuery(CompiledQuery.raw(text));

/** What an operation believes of its caller when its filter is off: somebody who may see everything. */
export const unfiltered = (actor: Actor): Actor => ({ ...actor, scope: [root] });

/** The database stands at the scope that the caller really has, whatever the operation believes. */
const standingAt = (scope: readonly string[], database: Database): Database => ({
  read: (_, work) => database.read(scope, work),
  write: (_, work) => database.write(scope, work),
});

export async function dropPolicies(owner: Kysely<Tables>, shapes: readonly TableShape[]): Promise<void> {
  const tables = shapes.filter((shape) => shape.class === 'D').map(({ name }) => name);
  await say(owner, tables.map((name) => `alter table lantu.${name} disable row level security`).join('; '));
}

/** The one connection of the world that is being judged. */
const at: { owner: Kysely<Tables> } = { owner: undefined as never };

/** The chains are looked after past the policies, here on the one connection that the test has. */
const keeper = {
  verify: async (tenantIds: readonly string[]) => {
    const owner = at.owner;
    await say(owner, 'reset role');
    await sealWithin(owner, '2026-11-22T02:00:00Z');
    const verification = await verifyWithin(owner, { tenantIds });
    await say(owner, `set local role ${applicationRole}`);
    return verification;
  },
};

/** Made once, for they read the forms, ledgers and rules that ship with the product. */
const services = servicesOf(inlineEngine, {
  keeper,
  backups: backupFolder('/nonexistent', {}),
  secrets: secretsWith([newKey()]),
});

/** The real door: the same day, instant and numbers for every call, so that answers can be compared. */
export function doorOn(database: Database, owner: Kysely<Tables>) {
  at.owner = owner;
  let scope: readonly string[] = [];
  let ids = 0;
  const through = (work: 'read' | 'write') => (_: unknown, run: never) => standingAt(scope, database)[work](scope, run);
  const call = createCall(services, {
    database: { read: through('read'), write: through('write') } as Database,
    today: () => '2026-11-22',
    now: () => '2026-11-22T02:00:00.000Z',
    newId: () => `99999999-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    writeAudit,
    reserveAnswer,
    keepAnswer,
  });
  return (id: string, input: unknown, actor: Actor, standing: readonly string[]): Promise<unknown> => {
    scope = standing;
    ids = 0;
    return call(id, input, actor);
  };
}
export type ScopedCall = ReturnType<typeof doorOn>;
