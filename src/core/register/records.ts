import type { Day } from '../day.ts';
import { isSame } from '../difference.ts';
import { Problem } from '../problem.ts';
import type { Provenance } from './answers.ts';
import { closedOn, versionOn, withVersion } from './history.ts';
import type { Kit, Reading, Writing } from './kit.ts';
import type { Ending, RegisterData, Version } from './register.ts';
import * as store from './store.ts';

export const stampOf = ({ now, actor }: Writing): store.Stamp => ({ at: now, by: actor.name });
export const lastOf = (versions: readonly Version[]): Version => {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a record of a register has no version');
  return last;
};

/** What every write to a register is made of: load, decide by the history, save with its audit. */
export function recordsOf({ register, ties, namesIn }: Kit) {
  const missing = (id: string) => new Problem('not-found', { kind: `${register.label.zh} ${register.noun}`, id });

  const load = async ({ db, actor }: Reading, id: string) => {
    const entry = await store.findEntry(db, register, actor.scope, id);
    if (entry === null) throw missing(id);
    return { entry, versions: await store.listVersions(db, register, entry) };
  };

  const show = async (context: Reading, id: string) => {
    const { entry, versions } = await load(context, id);
    const successions = await store.listSuccessions(context.db, register, context.actor.scope, id);
    const names = await namesIn(
      context,
      versions.map(({ data }) => data),
      context.today,
    );
    for (const other of new Set(successions.flatMap(({ fromId, toId }) => [fromId, toId]))) {
      if (other === id) continue;
      const found = await store.findEntry(context.db, register, context.actor.scope, other);
      if (found !== null) names[other] = lastOf(await store.listVersions(context.db, register, found)).data.name;
    }
    const { tenantId: _, ...shown } = entry;
    return { ...shown, provenance: entry.provenance as Provenance[], versions, successions, names };
  };

  const expect = ({ entry, versions }: { entry: store.Entry; versions: readonly Version[] }, revision: number) => {
    if (entry.revision === revision) return;
    const { name } = lastOf(versions).data;
    throw new Problem('changed-meanwhile', { name, actor: entry.updatedBy, revision: entry.revision });
  };

  const save = async (
    context: Writing,
    before: store.Entry,
    was: readonly Version[],
    entry: store.Entry,
    versions: readonly Version[],
  ) => {
    const { data } = lastOf(versions);
    if (!(await store.saveHistory(context.db, register, entry, versions, stampOf(context))))
      throw new Problem('changed-meanwhile', { name: data.name, actor: before.updatedBy, revision: before.revision });
    context.audit(register.noun, entry.id, { ...pickEnd(before), versions: was }, { ...pickEnd(entry), versions });
  };
  const pickEnd = ({ endedOn, ending, provenance }: store.Entry) => ({ endedOn, ending, provenance });

  const create = async (
    context: Writing,
    data: RegisterData,
    since: Day,
    unitPath: string,
    reason: string | null,
    origin?: Provenance,
  ) => {
    const { db, actor, now, newId, audit } = context;
    const id = newId();
    const tenantId = await ties.tenantOf(context, unitPath);
    const provenance = [origin ?? { kind: 'typed' as const, at: now, by: actor.name }];
    await store.addRecords(
      db,
      register,
      [{ id, tenantId, unitPath, begunOn: since, provenance, data, reason }],
      stampOf(context),
    );
    audit(register.noun, id, null, { since, unitPath, data, reason, provenance });
    return id;
  };

  /** The state of a record from a day on, with some fields changed. */
  const amend = async (
    context: Writing,
    id: string,
    revision: number,
    from: Day,
    changes: Partial<RegisterData>,
    reason: string | null,
  ) => {
    const loaded = await load(context, id);
    expect(loaded, revision);
    const { entry, versions } = loaded;
    const present = versionOn(versions, from)?.data ?? lastOf(versions).data;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const data = { ...present, ...given } as RegisterData;
    const moved = register.fields.find(({ id: field, movesBy }) => movesBy && !isSame(present[field], data[field]));
    if (moved?.movesBy !== undefined)
      throw new Problem('invalid-input', {
        count: 1,
        issues: `${moved.label.zh}: ${moved.movesBy.zh} (${moved.movesBy.en})`,
      });
    const next = withVersion(versions, { data, reason, ...stampOf(context) }, from);
    await save(context, entry, versions, entry, next);
    return show(context, id);
  };

  const close = async (context: Writing, id: string, on: Day, ending: Ending): Promise<store.Entry> => {
    const { entry, versions } = await load(context, id);
    await save(context, entry, versions, { ...entry, endedOn: on, ending }, closedOn(versions, on));
    return entry;
  };

  return { load, show, expect, save, create, amend, close };
}
export type Records = ReturnType<typeof recordsOf>;
