import type { Reader } from '../../core/database.ts';
import { implement } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { regionOperations } from './operations.ts';
import { edition, type Region, type RegionSpan, regionSpans, regionsOn, shippedChanges, source } from './region.ts';
import { addChange, listChanges } from './store.ts';

const spansNow = async (db: Reader) => regionSpans(await listChanges(db));
const plain = (span: RegionSpan) => ({ ...span, into: [...span.into] });

function pathTo(regions: ReadonlyMap<string, Region>, code: string): { code: string; name: string }[] {
  const region = regions.get(code);
  if (region === undefined) return [];
  return [...(region.parent === null ? [] : pathTo(regions, region.parent)), { code, name: region.name }];
}

export const regionService = implement(regionOperations, {
  'regions.list': async ({ db, today }, { on = today, parent, search = '' }) => {
    const all = regionsOn(await spansNow(db), on);
    const byCode = new Map(all.map((region) => [region.code, region]));
    if (parent !== undefined && !byCode.has(parent))
      throw new Problem('not-found', { kind: '区划 region', id: parent });
    const below = Map.groupBy(all, ({ parent: above }) => above);
    const found =
      search === ''
        ? (below.get(parent ?? null) ?? [])
        : all.filter(({ code, name }) => name.includes(search) || code.startsWith(search));
    const regions = found.map((region) => ({
      ...region,
      ...plain(region),
      below: below.get(region.code)?.length ?? 0,
    }));
    return { on, edition, source, path: parent === undefined ? [] : pathTo(byCode, parent), regions };
  },

  'regions.show': async ({ db }, { code }) => {
    const announced = await listChanges(db);
    const spans = regionSpans(announced).get(code);
    if (spans === undefined) throw new Problem('not-found', { kind: '区划 region', id: code });
    const changes = [...shippedChanges, ...announced].filter((change) => change.code === code);
    return { spans: spans.map(plain), changes: changes.map((change) => ({ ...change, into: [...change.into] })) };
  },

  'regions.announce': async ({ db, now, actor, audit }, change) => {
    const { code, kind, on, former } = change;
    if (on <= edition)
      throw new Problem('record-history', {
        name: change.name,
        reason: `随附名录的截止日为 ${edition}，只能公布此后的变更`,
        why: `the shipped list is of ${edition}; only later changes are announced`,
      });
    const spans = await spansNow(db);
    const last = spans.get(code)?.at(-1);
    const stands = last !== undefined && last.to === null;
    if (stands === (kind === 'begun') || (stands && last.from !== null && last.from >= on))
      throw new Problem('record-history', {
        name: `${code} ${last?.name ?? change.name}`,
        reason: stands ? '现有此代码，或此后已有变更' : '没有此代码',
        why: stands ? 'the code exists, or changed later' : 'there is no such code',
      });
    const full = { ...change, former: former ?? (kind === 'renamed' ? last?.name : undefined) };
    await addChange(db, full, now, actor.name);
    audit('region', code, last === undefined ? null : plain(last), full);
    return { spans: (regionSpans(await listChanges(db)).get(code) ?? []).map(plain) };
  },
});
