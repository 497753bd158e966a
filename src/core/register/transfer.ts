import type { Day } from '../day.ts';
import { Problem } from '../problem.ts';
import type { Provenance } from './answers.ts';
import { standingOf } from './history.ts';
import { type ImportStep, outcomes, planImport, sayTally, tallyOf } from './import-plan.ts';
import type { Kit, Reading, Writing } from './kit.ts';
import type { Known, Neighbours } from './register.ts';
import { headingsOf, rowOf } from './sheet.ts';
import * as store from './store.ts';

const mostRows = 3000;

/** Finds a record by number, code, name or alias; those that have ended only by number. */
export function neighboursIn(known: ReadonlyMap<string, ReadonlyMap<string, Known>>, on: Day): Neighbours {
  const words = new Map<string, Map<string, Set<string>>>();
  for (const [register, records] of known) {
    const index = new Map<string, Set<string>>();
    for (const { id, name, code, aliases, endedOn } of records.values()) {
      const here = endedOn === null || on < endedOn ? [id, name, ...(code === null ? [] : [code]), ...aliases] : [id];
      for (const word of here) index.set(word, (index.get(word) ?? new Set()).add(id));
    }
    words.set(register, index);
  }
  return {
    find: (register, text) => {
      const found = [...(words.get(register)?.get(text.trim()) ?? [])];
      const [id] = found;
      if (found.length === 1 && id !== undefined) return { value: id };
      return found.length === 0
        ? { refusal: { zh: `登记册中没有“${text}”`, en: `“${text}” is not in the register` } }
        : { refusal: { zh: `有 ${found.length} 个“${text}”，请填编号`, en: `${found.length} are called “${text}”` } };
    },
    nameOf: (register, id) => {
      const records = known.get(register);
      const name = records && standingOf(records, id, on)?.name;
      // A name that several bear would come back as none of them.
      return name !== undefined && words.get(register)?.get(name)?.size === 1 ? name : null;
    },
  };
}

export function transferHandlers({ register, tools, ties, knownOn }: Kit) {
  const standingRows = (context: Reading, on: Day) =>
    store.listRows(context.db, register, context.actor.scope, { on, filters: [], limit: null });

  const planOf = async (context: Reading, name: string, bytes: Uint8Array, since: Day) => {
    const rows = await standingRows(context, since);
    const tenants = await ties.tenants(context);
    const { steps, issues } = planImport(register, await tools.readRows(name, bytes), {
      standing: rows.map((row) => ({ ...row, since: row.begunOn })),
      since,
      unitPath: context.actor.unitPath,
      neighbours: neighboursIn(await knownOn(context, since), since),
      mayOwn: (unitPath) => tenants.has(unitPath),
    });
    if (issues.length > 0)
      throw new Problem('invalid-input', {
        count: issues.length,
        issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; '),
      });
    return { steps, tenants, rows: new Map(rows.map((row) => [row.id, row])) };
  };

  const applyPlan = async (
    context: Writing,
    { steps, tenants, rows }: Awaited<ReturnType<typeof planOf>>,
    since: Day,
    file: string,
    digest: string,
  ) => {
    const { db, now, actor, newId } = context;
    const stamp = { at: now, by: actor.name };
    const originOf = ({ row }: ImportStep): Provenance => ({ kind: 'import', file, digest, row, at: now });
    const added = steps.filter(({ outcome }) => outcome === 'added');
    const changed = steps.filter(({ outcome }) => outcome === 'changed');
    const fresh = added.map((step) => ({
      id: newId(),
      tenantId: tenants.get(step.unitPath) ?? actor.tenantId,
      unitPath: step.unitPath,
      begunOn: step.since,
      provenance: [originOf(step)],
      data: step.data,
      reason: file,
    }));
    await store.addRecords(db, register, fresh, stamp);
    const next = changed.map((step) => {
      const row = rows.get(step.id ?? '') as store.Row;
      return { ...row, data: step.data, reason: file, origin: [originOf(step)] };
    });
    if ((await store.changeRecords(db, register, next, since, stamp)) !== next.length)
      throw new Problem('changed-meanwhile', { name: file, actor: '—', revision: 0 });
  };

  return {
    import: async (
      context: Writing,
      input: { name: string; bytes: Uint8Array; since?: Day; apply: boolean; digest?: string },
    ) => {
      const { name, bytes, since = context.today, apply } = input;
      const digest = tools.digest(bytes);
      if (input.digest !== undefined && input.digest !== digest)
        throw new Problem('invalid-input', {
          count: 1,
          issues: 'digest: 文件与预览的不是同一个 (not the file previewed)',
        });
      const plan = await planOf(context, name, bytes, since);
      const tally = tallyOf(plan.steps);
      if (apply) {
        await applyPlan(context, plan, since, name, digest);
        const refused = plan.steps.filter(({ outcome }) => outcome === 'refused').map(({ row }) => row);
        context.audit(`${register.noun}-import`, name, null, { digest, since, ...tally, refusedRows: refused });
      }
      const order = Object.keys(outcomes);
      const sorted = plan.steps.toSorted(
        (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row,
      );
      const rows = sorted.slice(0, mostRows).map(({ row, outcome, name: called, changes, issues }) => ({
        row,
        outcome,
        name: called,
        changes: [...changes],
        issues: [...issues],
      }));
      return {
        ...tally,
        message: sayTally(tally),
        digest,
        isApplied: apply,
        rows,
        unlisted: sorted.length - rows.length,
      };
    },

    export: async (context: Reading, input: { format: 'xlsx' | 'csv'; on?: Day; isTemplate: boolean }) => {
      const { format, on = context.today, isTemplate } = input;
      const neighbours = neighboursIn(await knownOn(context, on), on);
      const rows = isTemplate ? [] : await standingRows(context, on);
      const grid = [
        headingsOf(register),
        ...rows.map((row) => rowOf(register, { ...row, since: row.begunOn }, neighbours)),
      ];
      const title = `${register.label.zh}${isTemplate ? '导入模板' : `名录${on}`}`;
      return format === 'xlsx'
        ? {
            name: `${title}.xlsx`,
            mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            bytes: await tools.writeXlsx(register.label.zh, grid),
          }
        : { name: `${title}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: tools.writeCsv(grid) };
    },
  };
}
