import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { ImportAnswer, ListedRow, ShownRecord } from '../../core/register/answers.ts';

type List = { rows: ListedRow[]; total: number; names: Record<string, string> };

test(
  'projects come in from a sheet with owner and park by name, and every row is accounted for',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const since = '2024-01-01';
    const park = (await call('parks.add', { data: { name: '青川产业园' }, since }, planner)) as ShownRecord;
    const firm = (await call(
      'enterprises.add',
      { data: { name: '青川电池有限公司', code: '91350100M000100Y43' }, since },
      planner,
    )) as ShownRecord;
    const sheet = [
      '项目名称,项目代码,建设单位,园区,计划总投资,年度计划,阶段,开工时间',
      '年产10万组电池项目,2026-230100-04-01-123456,91350100M000100Y43,青川产业园,3.5亿元,2026：12000；2027：8000,在建,2026年3月',
      '二期扩建项目,2026-230100-04-01-12345,青川电池有限公司,青川产业园,800,,签约,',
      '水泥粉磨站,,青川水泥有限公司,无此园区,800,,签约,',
    ].join('\n');
    const bytes = new Uint8Array(Buffer.from(sheet));
    const done = (await call(
      'projects.import',
      { name: '项目.csv', bytes, since, apply: 'true' },
      planner,
    )) as ImportAnswer;
    expect(done.message.zh).toBe('读入 3 行 = 新增 1 + 变更 0 + 未变 0 + 拒绝 2');
    expect(done.rows.flatMap(({ row, issues }) => issues.map(({ field }) => [row, field]))).toEqual([
      [3, 'code'],
      [4, 'ownerId'],
      [4, 'parkId'],
    ]);
    const { rows, names } = (await call('projects.list', { parkId: park.id }, planner)) as List;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.data).toMatchObject({
      ownerId: firm.id,
      investment: { value: '350000000', typed: '3.5', unit: '亿元' },
      annualPlan: { 2027: { value: '80000000' } },
      stage: 'building',
      startOn: '2026-03-01',
    });
    expect(names).toMatchObject({ [park.id]: '青川产业园', [firm.id]: '青川电池有限公司' });
    const shown = (await call('projects.show', { id: rows[0]?.id }, planner)) as ShownRecord;
    expect(shown.provenance).toMatchObject([{ kind: 'import', file: '项目.csv', row: 2, digest: done.digest }]);
  }),
);

test(
  'five thousand rows are added, then changed, in one batch each, and none is lost',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const sheet = (site: string) =>
      new Uint8Array(
        Buffer.from(
          `名称,代码,总投资,阶段,建设地点\n${Array.from({ length: 5_000 }, (_, i) => `青川第${i}号项目,2026-230100-04-01-${String(i).padStart(6, '0')},${i}万元,签约,${site}`).join('\n')}`,
        ),
      );
    const load = async (site: string, since: string) =>
      (await call(
        'projects.import',
        { name: '大表.csv', bytes: sheet(site), since, apply: 'true' },
        planner,
      )) as ImportAnswer;
    expect(await load('一号地块', '2026-01-01')).toMatchObject({ read: 5_000, added: 5_000, refused: 0 });
    expect(await load('二号地块', '2026-06-01')).toMatchObject({ read: 5_000, changed: 5_000, unlisted: 2_000 });
    const at = async (on: string) => (await call('projects.list', { on, stage: 'signed', limit: 1 }, planner)) as List;
    const [then, now] = [await at('2026-05-31'), await at('2026-06-01')];
    expect([then.total, now.total]).toEqual([5_000, 5_000]);
    expect([then.rows[0]?.data.address, now.rows[0]?.data.address]).toEqual(['一号地块', '二号地块']);
  }),
  60_000,
);
