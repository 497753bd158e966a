import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leader, planner } from '../../../test/app.ts';
import { copyMigrated, type Migrated, migrated } from '../../../test/migrated.ts';
import { addTenants, places, planRow } from '../../../test/places.ts';
import { type Call, createCall } from '../../core/call.ts';
import { sealPending } from '../../platform/audit/seal.ts';
import { verify } from '../../platform/audit/verify.ts';
import { backupFolder } from '../../platform/db/backup-folder.ts';
import { withClient } from '../../platform/db/connect.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../../platform/db/door.ts';
import { restore } from '../../platform/db/restore.ts';
import { roles } from '../people/roles.ts';
import type { Backup } from './backup.ts';
import { backupService } from './service.ts';

const officer = {
  ...leader,
  id: 's1',
  unitPath: places.linjiang,
  scope: [places.linjiang],
  permissions: new Set(roles['system-administrator'].permissions),
};
const now = () => '2026-11-22T03:15:00.000Z';

interface List {
  readonly backups: readonly Backup[];
  readonly making: object | null;
  readonly failure: string | null;
}

const inHome = (work: (parts: { home: string; call: Call; copy: Migrated }) => Promise<void>) =>
  migrated(async (copy) => {
    const home = await mkdtemp(join(tmpdir(), 'lantu-backups-'));
    let ids = 0;
    const call = createCall([backupService(backupFolder(home, copy.ownerConnection))], {
      database: copy.database,
      today: () => '2026-11-22',
      now,
      newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
      writeAudit,
      reserveAnswer,
      keepAnswer,
    });
    try {
      await addTenants(copy.owner);
      await work({ home, call, copy });
    } finally {
      await rm(home, { recursive: true });
    }
  });

async function made(call: Call): Promise<List> {
  for (;;) {
    const list = (await call('backups.list', {}, officer)) as List;
    if (list.making === null) return list;
    await sleep(20);
  }
}

test(
  'a backup is made beside the work, listed, downloaded, and brings the audit’s chain back whole',
  inHome(async ({ home, call, copy }) => {
    await copy.owner.insertInto('plan').values(planRow()).execute();
    const started = (await call('backups.make', {}, officer)) as { name: string };
    expect(started).toEqual({ name: '20261122T031500Z-by-hand.lantu', share: 0 });
    // Whoever presses again while it runs gets the same one.
    expect(await call('backups.make', {}, officer)).toMatchObject({ name: started.name });
    const { backups, failure } = await made(call);
    expect(failure).toBeNull();
    expect(backups).toMatchObject([{ name: started.name, madeAt: now(), isBeforeUpgrade: false }]);
    const file = (await call('backups.download', { name: started.name }, officer)) as { bytes: Uint8Array };
    expect(file.bytes).toHaveLength(backups[0]?.size ?? 0);
    const other = await copyMigrated();
    try {
      await withClient(other.ownerConnection, (client) => restore(client, join(home, 'backups', started.name)));
      expect(await other.owner.selectFrom('plan').select('title').execute()).toHaveLength(1);
      await sealPending(other.owner, now);
      expect(await verify(other.owner)).toMatchObject({ broken: 0 });
    } finally {
      await other.drop();
    }
  }),
);

test(
  'no name leads out of the folder, and nothing that is no backup is offered',
  inHome(async ({ home, call }) => {
    const folder = join(home, 'backups');
    await mkdir(folder);
    await writeFile(join(home, 'secret.lantu'), 'secret');
    await writeFile(join(folder, 'notes.txt'), 'notes');
    await symlink(join(home, 'secret.lantu'), join(folder, '20261122T000000Z-by-hand.lantu'));
    await mkdir(join(folder, '20261122T000001Z-by-hand.lantu'));
    await writeFile(join(folder, '20261122T000002Z-before-20261122-plans-plan.lantu'), 'x');
    expect((await made(call)).backups).toMatchObject([
      { name: '20261122T000002Z-before-20261122-plans-plan.lantu', isBeforeUpgrade: true, size: 1 },
    ]);
    const names = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('../secret.lantu', '..', '.', '/etc/passwd', 'notes.txt', '20261122T000000Z-by-hand.lantu'),
      fc.constantFrom('..', '/', '\\', '%2e%2e%2f', '\0').map((part) => `20261122T000002Z-${part}/../../secret.lantu`),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        // A zero character is refused at the door already.
        const code = name.includes('\0') ? 'invalid-input' : 'not-found';
        await expect(call('backups.download', { name }, officer)).rejects.toMatchObject({ code });
      }),
      { numRuns: 60 },
    );
  }),
);

test(
  'only the system administrator makes and fetches backups, and a failure is told',
  inHome(async ({ home, call }) => {
    await expect(call('backups.list', {}, planner)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(call('backups.make', {}, leader)).rejects.toMatchObject({ code: 'not-allowed' });
    await mkdir(join(home, 'backups/20261122T031500Z-by-hand.lantu.new'), { recursive: true });
    await call('backups.make', {}, officer);
    const { backups, failure } = await made(call);
    expect(backups).toEqual([]);
    expect(failure).toContain('EISDIR');
  }),
);
