/** Files for operations that take one: rows of units and records in reach and out of it. */
import { indicatorById } from '../../src/modules/indicators/catalog/index.ts';
import { roleIds } from '../../src/modules/people/roles.ts';
import type { Dice } from '../generated/random.ts';
import type { Drawing } from './inputs.ts';
import { injections } from './inputs.ts';

const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );

type Rows = (drawing: Drawing) => readonly (readonly string[])[];

const anyPath = ({ dice, world }: Drawing): string => dice.pick(world.tree.units).path;
const attack = ({ dice, isAttack }: Drawing, else_: string): string =>
  isAttack && dice.chance(0.5) ? dice.pick(injections) : else_;
const anyOf = (dice: Dice, values: readonly unknown[], else_: string): string =>
  values.length === 0 ? else_ : String(dice.pick(values));

/** Names and numbers of records, some of them of other units: a row that means one of them must not reach it. */
const registerFile =
  (noun: string): Rows =>
  (drawing) => {
    const { dice, world } = drawing;
    const versions = world.rows.filter(({ table }) => table === `${noun}_version`);
    const names = versions.map(({ values }) => values.name);
    return [
      ['名称', '别名', '地址', '园区'],
      ...[0, 1, 2].map(() => [
        dice.chance(0.6) ? anyOf(dice, names, '新名') : `新园${dice.int(1, 99)}`,
        attack(drawing, '别名'),
        attack(drawing, '一号路'),
        anyOf(dice, names, ''),
      ]),
    ];
  };

const tables: Readonly<Record<string, Rows>> = {
  'observations.import': (drawing) => [
    ['单位', '对象种类', '对象', '指标', '期别', '数值'],
    ...[0, 1, 2].map(() => {
      const path = anyPath(drawing);
      const isFirm = drawing.dice.chance(0.3);
      const firm = drawing.world.rows
        .filter(({ table }) => table === 'enterprise')
        .map(({ values }) => values.enterprise_id);
      return [
        path,
        isFirm ? 'enterprise' : 'unit',
        isFirm ? anyOf(drawing.dice, firm, path) : attack(drawing, path),
        drawing.dice.pick(['economy.gdp', indicatorById.keys().next().value ?? '']),
        drawing.dice.pick(['2026-09', '2025-09', '2026-10']),
        attack(drawing, '12.5'),
      ];
    }),
  ],
  'parks.import': registerFile('park'),
  'enterprises.import': registerFile('enterprise'),
  'projects.import': registerFile('project'),
  'units.import': (drawing) => [
    ['路径', '名称', '种类', '设立日期'],
    ...[0, 1].map(() => [
      `${anyPath(drawing)}.d_${drawing.dice.int(1, 9)}`,
      attack(drawing, '新设科'),
      '部门',
      '2026-01-01',
    ]),
  ],
  'accounts.import': (drawing) => [
    ['登录名', '姓名', '单位', '角色', '起始日'],
    ...[0].map(() => [
      drawing.dice.chance(0.5)
        ? anyOf(
            drawing.dice,
            drawing.world.rows.filter(({ table }) => table === 'account').map(({ values }) => values.login),
            'neu',
          )
        : `neu${drawing.dice.int(1, 99)}`,
      attack(drawing, '李强'),
      anyPath(drawing),
      drawing.dice.pick(roleIds),
      '2026-12-01',
    ]),
  ],
};

export function fileFor(drawing: Drawing): Uint8Array {
  const rows = tables[drawing.operationId];
  if (rows !== undefined) return csv(rows(drawing));
  const line = attack(drawing, '到2030年，规模以上工业增加值达到96亿元。');
  return new TextEncoder().encode(`临江县产业规划\n\n${line}\n`);
}
