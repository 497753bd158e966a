import type { Reader, Writer } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import * as store from './store.ts';
import type { ReadRows } from './tools.ts';
import { existsOn, parentOf, type Unit, unitKinds } from './unit.ts';
import { planUnitImport, tally } from './unit-import.ts';
import { unitOperations } from './unit-operations.ts';

type Reading = Context<Reader>;
type Writing = Context<Writer>;

const wrong = (field: string, zh: string, en: string) =>
  new Problem('invalid-input', { count: 1, issues: `${field}: ${zh} (${en})` });

const load = ({ db, actor, today }: Reading, unitPath: string, day = today) =>
  store.loadUnit(db, actor.scope, unitPath, day);

/** Makes the unit, and a tenant with it when it owns rows; otherwise its rows belong to the unit above. */
async function found(context: Writing, unit: Omit<Unit, 'tenantId'>, ownsRows: boolean): Promise<Unit> {
  const { db, today, now } = context;
  const { unitPath, name } = unit;
  const parent = await load(context, parentOf(unitPath) ?? '', today);
  const code = unitPath.replaceAll('.', '-');
  const tenantId = ownsRows ? await store.addTenant(db, { code, name, unitPath }, now) : parent.tenantId;
  await store.addUnit(db, { ...unit, tenantId });
  return { ...unit, tenantId };
}

export const unitService = (readRows: ReadRows): Service =>
  implement(unitOperations, {
    'units.list': async ({ db, actor, today }, { on = today }) => {
      const units = await store.listUnits(db, actor.scope, on);
      return { on, units: units.filter(({ since, until }) => since <= on && (until === null || on < until)) };
    },

    'units.above': async ({ db, actor, today }, { on = today }) => {
      const units = await store.listUnitsAbove(db, actor.scope, on);
      return { on, units: units.filter((unit) => existsOn(unit, on)) };
    },

    'units.around': async ({ db, actor, today }, { on = today }) => {
      const units = await store.listUnitsAround(db, actor.scope, on);
      return { on, units: units.filter((unit) => existsOn(unit, on)) };
    },

    'units.show': async (context, { unitPath }) => {
      const unit = await load(context, unitPath);
      return { ...unit, names: await store.listUnitNames(context.db, unitPath) };
    },

    'units.add': async (context, { parentPath, code, ownsRows, ...rest }) => {
      const unitPath = `${parentPath}.${code}`;
      const parent = await load(context, parentPath);
      if (await store.findUnit(context.db, unitPath, context.today))
        throw new Problem('already-there', { kind: '单位 unit', id: unitPath });
      if (parent.until !== null && parent.until <= rest.since)
        throw wrong('parentPath', '上级单位已撤销', 'the unit above has ended');
      const unit = await found(
        context,
        { ...rest, unitPath, until: null, successor: null },
        ownsRows ?? unitKinds[rest.kind].ownsRows,
      );
      context.audit('unit', unitPath, null, unit);
      return unit;
    },

    'units.rename': async (context, { unitPath, name, shortName, from }) => {
      const before = await load(context, unitPath);
      const names = await store.listUnitNames(context.db, unitPath);
      if (names.some(({ validFrom }) => validFrom > from))
        throw wrong('from', '此后已有更新的名称', 'a later name is known already');
      if (before.since > from) throw wrong('from', '早于设立日期', 'before the unit was founded');
      await store.renameUnit(context.db, unitPath, from, { name, shortName });
      context.audit('unit', unitPath, { name: before.name, shortName: before.shortName }, { name, shortName, from });
      return load(context, unitPath, from);
    },

    'units.end': async (context, { unitPath, until, successor }) => {
      const before = await load(context, unitPath);
      if (before.until !== null) throw wrong('unitPath', '已经撤销', 'ended already');
      if (before.since > until) throw wrong('until', '早于设立日期', 'before the unit was founded');
      const below = await store.listBelow(context.db, unitPath, until);
      if (below.length > 0) throw new Problem('unit-in-use', { id: unitPath, parts: below.slice(0, 5).join('、') });
      if (successor !== null) {
        const heir = await load(context, successor);
        if (successor === unitPath || heir.until !== null)
          throw wrong('successor', '须是另一个现有单位', 'must be another unit that exists');
      }
      await store.endUnit(context.db, unitPath, until, successor);
      context.audit('unit', unitPath, { until: null, successor: null }, { until, successor });
      return load(context, unitPath);
    },

    'units.import': async (context, { name, bytes, apply }) => {
      const { db, actor, today, audit } = context;
      const units = new Map((await store.listUnits(db, actor.scope, today)).map((unit) => [unit.unitPath, unit]));
      const { steps, issues } = planUnitImport(await readRows(name, bytes), { scope: actor.scope, today, units });
      if (issues.length > 0)
        throw new Problem('invalid-input', {
          count: issues.length,
          issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; '),
        });
      const rows = steps.map(({ row }) => row).toSorted((a, b) => a.row - b.row);
      const counts = tally(rows);
      if (!apply) return { ...counts, isApplied: false, rows };
      for (const { add, rename } of steps) {
        if (add !== undefined) await found(context, add, unitKinds[add.kind].ownsRows);
        if (rename !== undefined) await store.renameUnit(db, rename.unitPath, rename.from, rename);
      }
      audit('unit-import', name, null, { ...counts, units: rows.filter(({ outcome }) => outcome !== 'same') });
      return { ...counts, isApplied: true, rows };
    },
  });
