/** The system as it is served, over a generated province, for benches that meet it from outside. */

import { sql } from 'kysely';
import { addUp } from '../src/modules/indicators/sum.store.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { addPeople, addUnits, type Seat } from './people.ts';
import { type Program, startProgram } from './processes.ts';
import { addTenants, callOn, counties, countyOf, fill, officer, province } from './province.ts';

export interface Running {
  readonly program: Program;
  readonly origin: string;
  /** Where its database listens. */
  readonly database: unknown;
  readonly cookies: readonly string[];
}

/** Fills a home with the figures of some months, and starts the system over it. */
export async function startRunning(
  home: string,
  { from, to, seats }: { from: number; to: number; seats: readonly Seat[] },
): Promise<Running> {
  const opened = await openDatabase({ home, statementTimeout: 600_000 });
  let cookies: readonly string[];
  try {
    await addTenants(opened);
    const below = Array.from({ length: counties }, (_, i) => countyOf(i));
    await addUnits(opened, [
      { path: province, tenantId: '1', kind: 'province' },
      ...below.map((path, i) => ({ path, tenantId: String(i + 2), kind: 'county' as const })),
    ]);
    await fill(opened, from, to);
    await callOn(opened)('rollups.rebuild', {}, officer);
    await addUp(opened.owner);
    // Else the cleaning up after all of this would fall among the first requests, and be theirs.
    await sql`vacuum (analyze)`.execute(opened.owner);
    await sql`checkpoint`.execute(opened.owner);
    cookies = await addPeople(opened, seats);
  } finally {
    await opened.close();
  }
  const program = await startProgram('bench/peers/lantu-server.ts', { home });
  return { program, origin: String(program.said.url), database: program.said.database, cookies };
}
