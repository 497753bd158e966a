/**
 * A Lantu that only keeps numbered rows: `node test/database-child.ts HOME [write|idle|exit]`. It says READY with the
 * number of PostgreSQL's process, then each number once its row is acknowledged — for tests that kill it.
 */
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../src/platform/db/open.ts';

const [home = '', wish = 'idle'] = process.argv.slice(2);
// Straight to the pipe: a killed process must not take acknowledged numbers with it.
const say = (text: string) => writeSync(1, `${text}\n`);

const { owner } = await openDatabase({ home }, ({ en }) => say(`STEP ${en}`));
await sql`create table if not exists kept (n int primary key, twice int not null)`.execute(owner);
const { rows } = await sql<{ next: number }>`select coalesce(max(n), 0) + 1 as next from kept`.execute(owner);
say('READY');
if (wish === 'exit') process.exit(0);
if (wish === 'idle') setInterval(() => undefined, 1000);
for (let n = rows[0]?.next ?? 1; wish === 'write'; n += 1) {
  await owner.transaction().execute(async (db) => {
    await sql`insert into kept values (${n}, 0)`.execute(db);
    await sql`update kept set twice = ${2 * n} where n = ${n}`.execute(db);
  });
  say(String(n));
  if (n % 97 === 0) await sql`checkpoint`.execute(owner);
}
