import { expect, test } from 'vitest';
import { dossierOf } from './examples.ts';
import { figureColumns, gridsOf, isAdditive, isShare } from './grid.ts';
import { discrepancy } from './sums.ts';

const gridOf = (text: string) => {
  const [grid] = dossierOf(text).readings.flatMap(gridsOf);
  if (grid === undefined) throw new Error('the example has no table');
  return grid;
};

test('codes, labels, totals and figures of a land table are told apart', () => {
  const grid = gridOf(
    '用地平衡表\n\n用地代码\t用地名称\t用地面积（公顷）\t占比（%）\nM\t工业用地\t30.00\t85.71\nM2\t二类工业用地\t30.00\t85.71\nG\t绿地与广场用地\t5.00\t14.29\n\t建设用地合计\t35.00\t100.00\n',
  );
  expect(grid.rows.map(({ code, label, role }) => [code, label, role])).toEqual([
    ['M', '工业用地', 'part'],
    ['M2', '二类工业用地', 'part'],
    ['G', '绿地与广场用地', 'part'],
    [null, '建设用地合计', 'total'],
  ]);
  expect(figureColumns(grid)).toEqual([2, 3]);
  expect([2, 3].map((column) => isAdditive(grid, column))).toEqual([true, false]);
  expect(isShare(grid, 3)).toBe(true);
});

test('the column that names the rows is found beside groups, numbers and units', () => {
  const grid = gridOf(
    '主要指标\n\n序号\t类别\t指标名称\t单位\t2020年\t2025年\n1\t经济发展\t工业增加值\t亿元\t80\t120\n2\t绿色发展\t单位能耗\t吨标准煤/万元\t0.9\t0.8\n',
  );
  expect(grid.rows.map(({ label }) => label)).toEqual(['工业增加值', '单位能耗']);
});

test('rounding explains a sum, a figure printed with fewer digits makes the verdict softer', () => {
  expect(discrepancy(['33.3', '33.3', '33.3'], '100.0')).toBeNull();
  expect(discrepancy(['24', '9.5', '6.5', '12', '8'], '62')).toMatchObject({ mixed: true });
  expect(discrepancy(['24', '9.5', '6.5', '12', '8'], '72')).toMatchObject({ mixed: false });
});
