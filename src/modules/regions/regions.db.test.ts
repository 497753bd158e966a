import { expect, test } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { RegionRow } from './operations.ts';

type List = { regions: RegionRow[]; path: { name: string }[] };
const administrator = { ...planner, permissions: new Set(['register.read', 'region.write']) };

test(
  'regions are walked level by level and found by name or code',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const top = (await call('regions.list', {}, planner)) as List;
    expect(top.regions).toHaveLength(34);
    const city = (await call('regions.list', { parent: '330100' }, planner)) as List;
    expect(city.path.map(({ name }) => name)).toEqual(['浙江省', '杭州市']);
    expect(city.regions.map(({ name }) => name)).toContain('钱塘区');
    const then = (await call('regions.list', { parent: '330100', on: '2021-01-01' }, planner)) as List;
    expect(then.regions.map(({ name }) => name)).toContain('江干区');
    const found = (await call('regions.list', { search: '3301' }, planner)) as List;
    expect(found.regions[0]?.name).toBe('杭州市');
    await expect(call('regions.list', { parent: '999900' }, planner)).rejects.toMatchObject({ code: 'not-found' });
  }),
);

test(
  'a change is announced with its basis, once, after the shipped list, by those who may',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const change = { on: '2026-06-01', kind: 'renamed', code: '330114', name: '青川区', basis: '国函〔2026〕9号' };
    await expect(call('regions.announce', change, planner)).rejects.toMatchObject({ code: 'not-allowed' });
    await call('regions.announce', change, administrator);
    const { spans } = (await call('regions.show', { code: '330114' }, planner)) as { spans: unknown[] };
    expect(spans).toMatchObject([
      { name: '钱塘区', from: '2021-04-09', to: '2026-06-01' },
      { name: '青川区', from: '2026-06-01', to: null },
    ]);
    for (const wrong of [change, { ...change, on: '2020-01-01' }, { ...change, code: '999999' }])
      await expect(call('regions.announce', wrong, administrator)).rejects.toMatchObject({ code: 'record-history' });
  }),
);
