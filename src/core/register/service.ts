import type { Reader, Writer } from '../database.ts';
import type { Day } from '../day.ts';
import type { Context, Service } from '../implement.ts';
import type { Operations } from '../operation.ts';
import { Problem } from '../problem.ts';
import { closedOn, standingOf, versionOn, withVersion } from './history.ts';
import type { Provenance } from './operations.ts';
import type { Ending, Known, Register, RegisterData, Version } from './register.ts';
import { pairKey, suspicionsAmong } from './similar.ts';
import * as store from './store.ts';
import { transferHandlers } from './transfer.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;

/** What a register needs of the machine and of other modules. */
export interface RegisterTools {
  readonly readRows: (name: string, bytes: Uint8Array) => Promise<readonly (readonly string[])[]>;
  readonly writeXlsx: (title: string, rows: readonly (readonly string[])[]) => Promise<Uint8Array>;
  readonly writeCsv: (rows: readonly (readonly string[])[]) => Uint8Array;
  /** SHA-256 as hex. */
  readonly digest: (bytes: Uint8Array) => string;
}

export interface RegisterTies {
  /** Whose tenant owns the rows of a unit. */
  readonly tenantOf: (context: Reading, unitPath: string) => Promise<string>;
  /** Units that rows may be written for, for an import of many. */
  readonly tenants: (context: Reading) => Promise<ReadonlyMap<string, string>>;
  /** Records of the registers that the fields refer to, by the register's name; its own is known already. */
  readonly neighbours: Readonly<
    Record<string, (context: Reading, on: Day, ids?: readonly string[]) => Promise<readonly Known[]>>
  >;
}

type KnownBy = ReadonlyMap<string, ReadonlyMap<string, Known>>;

export interface Kit {
  readonly register: Register;
  readonly tools: RegisterTools;
  readonly ties: RegisterTies;
  /** By register that the fields refer to: all its records, by number. */
  knownOn(context: Reading, on: Day): Promise<KnownBy>;
  /** Names of the records that some rows refer to, as they stand on the day. */
  namesIn(context: Reading, rows: readonly RegisterData[], on: Day): Promise<Record<string, string>>;
}

function kitOf(register: Register, tools: RegisterTools, ties: RegisterTies): Kit {
  const referring = register.fields.flatMap(({ id, kind }) => (kind.refersTo ? [[id, kind.refersTo] as const] : []));
  const registers = [...new Set(referring.map(([, to]) => to))];
  const fetch = async (context: Reading, name: string, on: Day, ids?: readonly string[]) =>
    name === register.plural
      ? store.listKnown(context.db, register, context.actor.scope, on, ids)
      : ((await ties.neighbours[name]?.(context, on, ids)) ?? []);

  /** The records asked for and those that took them over, however often. */
  const fetchStanding = async (context: Reading, name: string, on: Day, ids: ReadonlySet<string>) => {
    const known = new Map<string, Known>();
    const asked = new Set<string>();
    for (let open = [...ids]; open.length > 0; ) {
      for (const id of open) asked.add(id);
      for (const each of await fetch(context, name, on, open)) known.set(each.id, each);
      open = [...known.values()].flatMap(({ mergedInto }) =>
        mergedInto === null || asked.has(mergedInto) ? [] : [mergedInto],
      );
    }
    return known;
  };

  return {
    register,
    tools,
    ties,
    knownOn: async (context, on) => {
      const known = new Map<string, ReadonlyMap<string, Known>>();
      for (const name of registers)
        known.set(name, new Map((await fetch(context, name, on)).map((each) => [each.id, each])));
      return known;
    },
    namesIn: async (context, rows, on) => {
      const names: Record<string, string> = {};
      for (const name of registers) {
        const fields = referring.filter(([, to]) => to === name).map(([field]) => field);
        const ids = new Set(
          rows
            .flatMap((data) => fields.map((field) => data[field]))
            .filter((id): id is string => typeof id === 'string'),
        );
        const known = await fetchStanding(context, name, on, ids);
        for (const id of ids) {
          const standing = standingOf(known, id, on);
          if (standing !== undefined) names[id] = standing.name;
        }
      }
      return names;
    },
  };
}

const stampOf = ({ now, actor }: Writing): store.Stamp => ({ at: now, by: actor.name });
const lastOf = (versions: readonly Version[]): Version => {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a record of a register has no version');
  return last;
};

function writing({ register, ties, namesIn }: Kit) {
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
export type RecordWriting = ReturnType<typeof writing>;

interface Asked {
  readonly id: string;
  readonly revision: number;
  readonly reason: string | null;
  readonly from: Day;
  readonly on: Day;
  readonly since: Day;
  readonly data: RegisterData;
  readonly name: string;
}

function writeHandlers({ register }: Kit, { load, show, expect, save, create, amend, close }: RecordWriting) {
  return {
    add: async (context: Writing, { data, since, unitPath, reason }: Asked & { unitPath?: string }) =>
      show(context, await create(context, data, since, unitPath ?? context.actor.unitPath, reason)),

    change: (context: Writing, { id, revision, from, changes, reason }: Asked & { changes: Partial<RegisterData> }) =>
      amend(context, id, revision, from, changes, reason),

    rename: async (context: Writing, { id, revision, from, name, reason }: Asked) => {
      const { versions } = await load(context, id);
      const before = (versionOn(versions, from) ?? lastOf(versions)).data;
      const aliases = [...new Set([...before.aliases, before.name])].filter((alias) => alias !== name);
      return amend(context, id, revision, from, { name, aliases }, reason);
    },

    merge: async (
      context: Writing,
      { ids, into, data, on, reason }: Asked & { ids: string[]; into?: string; data?: RegisterData },
    ) => {
      if ((into === undefined) === (data === undefined))
        throw new Problem('invalid-input', {
          count: 1,
          issues: 'into, data: 二者须填其一：并入哪一条，或新记录的内容 (give one of the two)',
        });
      const merged = [...new Set(ids)].filter((id) => id !== into);
      if (merged.length < (into === undefined ? 2 : 1))
        throw new Problem('invalid-input', { count: 1, issues: 'ids: 合并至少涉及两条记录 (a merger takes two)' });
      const [first = ''] = merged;
      const old = await load(context, first);
      const target = into ?? (await create(context, data as RegisterData, on, old.entry.unitPath, reason));
      const before = await load(context, target);
      // A successor must be there to answer for what it takes over.
      if (versionOn(before.versions, on) === undefined)
        throw new Problem('record-history', {
          name: lastOf(before.versions).data.name,
          reason: `${on} 时不存在，不能接收`,
          why: `it did not exist on ${on}`,
        });
      const names: string[] = [];
      for (const id of merged) {
        const { versions } = await load(context, id);
        names.push(lastOf(versions).data.name, ...lastOf(versions).data.aliases);
        await store.addSuccession(context.db, register, await close(context, id, on, 'merged'), target, on, 'merged');
      }
      const { name, aliases } = (versionOn(before.versions, on) as Version).data;
      const all = [...new Set([...aliases, ...names])].filter((alias) => alias !== name);
      return amend(context, target, before.entry.revision, on, { aliases: all }, reason);
    },

    split: async (
      context: Writing,
      { id, revision, parts, keeps, on, reason }: Asked & { parts: RegisterData[]; keeps: boolean },
    ) => {
      const loaded = await load(context, id);
      expect(loaded, revision);
      if (versionOn(loaded.versions, on) === undefined) closedOn(loaded.versions, on);
      if (!keeps) await close(context, id, on, 'split');
      const made = [];
      for (const part of parts) {
        const partId = await create(context, part, on, loaded.entry.unitPath, reason);
        await store.addSuccession(context.db, register, loaded.entry, partId, on, 'split');
        made.push(partId);
      }
      const shown = [];
      for (const partId of made) shown.push(await show(context, partId));
      return { parts: shown };
    },

    end: async (context: Writing, { id, revision, on }: Asked) => {
      expect(await load(context, id), revision);
      await close(context, id, on, 'ended');
      return show(context, id);
    },

    apart: async (context: Writing, { a, b, reason }: { a: string; b: string; reason: string }) => {
      const [one, other] = a < b ? [a, b] : [b, a];
      if (one === other) throw new Problem('invalid-input', { count: 1, issues: 'a, b: 须是两条记录 (two records)' });
      const { entry } = await load(context, one);
      await load(context, other);
      await store.keepApart(context.db, register, entry, { a: one, b: other, reason }, stampOf(context));
      context.audit(`${register.noun}-apart`, `${one} ${other}`, null, { reason });
      return { kept: true as const };
    },

    adopt: async (
      context: Writing,
      asked: Asked & { document: string; line: number; quote: string; planId?: string; factId?: string },
    ) => {
      const { data, since, document, line, quote, planId = null, factId = null } = asked;
      const { db, actor, now } = context;
      const origin: Provenance = { kind: 'document', document, line, quote, planId, factId, at: now, by: actor.name };
      const rows = await store.listRows(db, register, actor.scope, {
        on: since,
        filters: [],
        search: data.code ?? data.name,
        limit: null,
      });
      const named = rows.filter(({ data: known }) =>
        data.code !== null && known.code !== null
          ? data.code === known.code
          : [known.name, ...known.aliases].includes(data.name),
      );
      const [match] = named;
      if (named.length > 1)
        throw new Problem('already-there', {
          kind: `${named.length} ${register.label.zh} ${register.label.en}`,
          id: data.name,
        });
      if (match === undefined) {
        const id = await create(context, data, since, actor.unitPath, document, origin);
        return { outcome: 'added' as const, record: await show(context, id) };
      }
      const { entry, versions } = await load(context, match.id);
      const isTold = (entry.provenance as Provenance[]).some(
        (each) => each.kind === 'document' && each.document === document && each.line === line && each.quote === quote,
      );
      // What the register knows stays; the document only fills what was empty, and stands beside as a source.
      const blanks = register.fields.filter(
        ({ id, kind }) => isEmpty(match.data[id], kind.empty) && !isEmpty(data[id], kind.empty),
      );
      if (blanks.length === 0 && isTold) return { outcome: 'known' as const, record: await show(context, match.id) };
      const filled = { ...match.data, ...Object.fromEntries(blanks.map(({ id }) => [id, data[id]])) } as RegisterData;
      const next =
        blanks.length === 0
          ? versions
          : withVersion(versions, { data: filled, reason: document, ...stampOf(context) }, since);
      await save(context, entry, versions, { ...entry, provenance: [...entry.provenance, origin] }, next);
      return {
        outcome: blanks.length > 0 ? ('completed' as const) : ('known' as const),
        record: await show(context, match.id),
      };
    },
  };
}

const isEmpty = (value: unknown, empty: unknown): boolean =>
  value === undefined || JSON.stringify(value) === JSON.stringify(empty);

function readHandlers({ register, namesIn }: Kit, { show }: RecordWriting) {
  const filterIds = register.fields.filter(({ isFilter }) => isFilter).map(({ id }) => id);
  const cursorOf = (row: store.Row | undefined) => (row === undefined ? null : JSON.stringify([row.data.name, row.id]));
  const cursor = (text: string): readonly [string, string] => {
    try {
      const [name, id] = JSON.parse(text) as [unknown, unknown];
      if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [name, id];
    } catch {
      // Said below.
    }
    throw new Problem('invalid-input', { count: 1, issues: 'after: 须是上一页给出的 next (the `next` of a page)' });
  };
  return {
    list: async (context: Reading, input: Record<string, string | number | undefined>) => {
      const { db, actor, today } = context;
      const on = (input.on as Day | undefined) ?? today;
      const filters = filterIds.flatMap((id) => (input[id] ? [[id, String(input[id])] as const] : []));
      const [search, under] = [input.search, input.under] as (string | undefined)[];
      const limit = Number(input.limit);
      const after = input.after === undefined ? undefined : cursor(String(input.after));
      const ask: store.ListQuestion = { on, search, under, filters, after, limit: limit + 1 };
      const found = await store.listRows(db, register, actor.scope, ask);
      const rows = found.slice(0, limit);
      const total =
        after === undefined && found.length <= limit
          ? rows.length
          : await store.countRows(db, register, actor.scope, ask);
      const names = await namesIn(
        context,
        rows.map(({ data }) => data),
        on,
      );
      return { on, total, rows, names, next: found.length > limit ? cursorOf(rows.at(-1)) : null };
    },

    names: async ({ db, actor, today }: Reading, { on = today, ids }: { on?: Day; ids?: string }) => ({
      known: await store.listKnown(
        db,
        register,
        actor.scope,
        on,
        ids?.split(',').filter((id) => id.length === 36),
      ),
    }),

    show: (context: Reading, { id }: { id: string }) => show(context, id),

    duplicates: async ({ db, actor, today }: Reading, { on = today }: { on?: Day }) => {
      const rows = await store.listRows(db, register, actor.scope, { on, filters: [], limit: null });
      const apart = new Set((await store.listApart(db, register, actor.scope)).map(({ a, b }) => pairKey(a, b)));
      const { site } = register;
      const candidates = rows.map(({ id, data }) => {
        const { name, code, aliases } = data;
        return { id, name, code, aliases, site: site === undefined ? null : ((data[site] as string | null) ?? null) };
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const pairs = suspicionsAmong(candidates, apart).flatMap(({ a, b, score, grounds }) => {
        const [one, other] = [byId.get(a), byId.get(b)];
        return one && other ? [{ score, grounds: [...grounds], a: one, b: other }] : [];
      });
      return { pairs };
    },
  };
}

/** The service of any register, from its declaration. */
export function registerService(
  register: Register,
  operations: Operations,
  tools: RegisterTools,
  ties: RegisterTies,
): Service {
  const kit = kitOf(register, tools, ties);
  const writes = writing(kit);
  const handlers = { ...readHandlers(kit, writes), ...writeHandlers(kit, writes), ...transferHandlers(kit) };
  const named = Object.entries(handlers).map(([verb, handle]) => [`${register.plural}.${verb}`, handle]);
  return { operations, handlers: Object.fromEntries(named) as unknown as Service['handlers'] };
}
