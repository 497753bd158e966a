import { expect, test } from 'vitest';
import { appOn, planner, stranger } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';

type Found = { kin: { kind: string; projects: { id: string; name: string; since: string }[] }[] };

test(
  'a project entered again under another name is suggested, until somebody says that they are two',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const add = async (plural: string, data: object, since: string) =>
      ((await call(`${plural}.add`, { data, since }, planner)) as { id: string }).id;
    const builder = await add('enterprises', { name: '青川材料' }, '2020-01-01');
    const project = (name: string, since: string, address = '临江化工园') => {
      const investment = { value: '280000000', typed: '28000', unit: '万元' };
      return add('projects', { name, ownerId: builder, address, industry: '2614', investment }, since);
    };
    const first = await project('电池材料一期', '2026-01-05');
    const again = await project('新能源储能基地', '2026-06-01');
    await project('固废处置中心', '2026-06-01', '城东产业园');
    const kin = async (input: object = {}, actor = planner) =>
      ((await call('projects.kin', input, actor)) as Found).kin;
    expect(await kin()).toMatchObject([
      {
        kind: 'renamed',
        projects: [
          { id: first, name: '电池材料一期', since: '2026-01-05' },
          { id: again, name: '新能源储能基地', since: '2026-06-01' },
        ],
      },
    ]);
    expect(await kin({ id: again })).toHaveLength(1);
    expect(await kin({}, stranger)).toEqual([]);
    await call('projects.apart', { a: first, b: again, reason: '经核实为不同项目' }, planner);
    expect(await kin()).toEqual([]);
  }),
);
