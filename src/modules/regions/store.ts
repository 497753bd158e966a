import type { Reader, Writer } from '../../core/database.ts';
import type { ChangeKind, RegionChange } from './region.ts';

export async function listChanges(db: Reader): Promise<RegionChange[]> {
  const rows = await db.selectFrom('region_change').selectAll().orderBy('on_day').orderBy('code').execute();
  return rows.map(({ on_day: on, kind, code, name, former, successors, basis }) => ({
    on,
    kind: kind as ChangeKind,
    code,
    name,
    former: former ?? undefined,
    into: successors as string[],
    basis,
  }));
}

export async function addChange(db: Writer, change: RegionChange, at: string, by: string): Promise<void> {
  const { on, kind, code, name, former = null, into, basis } = change;
  await db
    .insertInto('region_change')
    .values({ code, on_day: on, kind, name, former, successors: JSON.stringify(into), basis, at, by })
    .execute();
}
