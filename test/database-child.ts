/**
 * A Lantu that only keeps numbered rows: `node test/database-child.ts HOME [write|audit|idle|exit]`. It says what it found,
 * then READY, then each number once its row is acknowledged — for tests that kill it.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { startSealer } from '../src/platform/audit/seal.ts';
import { writeAudit } from '../src/platform/db/door.ts';
import { openDatabase } from '../src/platform/db/open.ts';

/** Rows found: all numbers up to the last, none half-written, if nothing was lost. */
export interface Kept {
  readonly count: number;
  readonly last: number;
  readonly torn: number;
}

/** Four write to the audit at once while it is sealed all the time; each row is said once it is acknowledged. */
async function writeAudits(): Promise<void> {
  const tenant = { tenant_id: '1', code: 'linjiang', name: '临江县', unit_path: 'linjiang', created_at: now() };
  await owner
    .insertInto('tenant')
    .values(tenant)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  startSealer(owner, { now, every: 1, onFailure: (error) => say(`FAILED ${error}`) });
  const write = async () => {
    for (;;) {
      const id = randomUUID();
      const entry = { tenantId: '1', unitPath: 'linjiang', id, at: now(), actor: 'x', operation: 'kept.write' };
      const what = { entity: 'kept', entityId: id, before: null, after: { id } };
      await database.write(['linjiang'], (db) => writeAudit(db, { ...entry, ...what }));
      say(`AUDIT ${id}`);
    }
  };
  for (let writer = 0; writer < 4; writer += 1) void write();
}

const now = (): string => new Date().toISOString();
const [home = '', wish = 'idle'] = process.argv.slice(2);
// Straight to the pipe: a killed process must not take acknowledged numbers with it.
const say = (text: string) => writeSync(1, `${text}\n`);

const { owner, database } = await openDatabase({ home }, ({ en }) => say(`STEP ${en}`));
await sql`create table if not exists kept (n int primary key, twice int not null)`.execute(owner);
const { rows } = await sql<Kept>`
  select count(*)::int as count, coalesce(max(n), 0) as last, count(*) filter (where twice <> 2 * n)::int as torn
  from kept`.execute(owner);
const [kept = { count: 0, last: 0, torn: 0 }] = rows;
say(`KEPT ${JSON.stringify(kept)}`);
say('READY');
if (wish === 'audit') await writeAudits();
if (wish === 'exit') process.exit(0);
if (wish === 'idle') setInterval(() => undefined, 1000);
for (let n = kept.last + 1; wish === 'write'; n += 1) {
  await owner.transaction().execute(async (db) => {
    await sql`insert into kept values (${n}, 0)`.execute(db);
    await sql`update kept set twice = ${2 * n} where n = ${n}`.execute(db);
  });
  say(String(n));
  if (n % 97 === 0) await sql`checkpoint`.execute(owner);
}
