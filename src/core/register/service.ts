import type { Day } from '../day.ts';
import type { Service } from '../implement.ts';
import type { Operations } from '../operation.ts';
import { Problem } from '../problem.ts';
import { type Kit, kitOf, type Reading, type RegisterTies, type RegisterTools } from './kit.ts';
import { type Records, recordsOf } from './records.ts';
import type { Register } from './register.ts';
import { pairKey, suspicionsAmong } from './similar.ts';
import * as store from './store.ts';
import { transferHandlers } from './transfer.ts';
import { writeHandlers } from './writes.ts';

function readHandlers({ register, namesIn }: Kit, { show }: Records) {
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
  const records = recordsOf(kit);
  const handlers = { ...readHandlers(kit, records), ...writeHandlers(kit, records), ...transferHandlers(kit) };
  const named = Object.entries(handlers).map(([verb, handle]) => [`${register.plural}.${verb}`, handle]);
  return { operations, handlers: Object.fromEntries(named) as unknown as Service['handlers'] };
}
