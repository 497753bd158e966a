import type { Day } from '../day.ts';
import { Problem } from '../problem.ts';
import type { Provenance } from './answers.ts';
import { closedOn, versionOn, withVersion } from './history.ts';
import type { Kit, Writing } from './kit.ts';
import { lastOf, type Records, stampOf } from './records.ts';
import type { RegisterData, Version } from './register.ts';
import * as store from './store.ts';

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

export function writeHandlers({ register }: Kit, { load, show, expect, save, create, amend, close }: Records) {
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
