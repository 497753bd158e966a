import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  headerRowsOf,
  headWords,
  isCaption,
  isFigure,
  isFramedList,
  splitCaption,
  unitOfLine,
} from './table-shape.ts';

const grid = (...rows: string[][]) => rows.map((row) => row.map((text) => ({ text })));

describe('heads of a table', () => {
  test.each([
    ['one row', grid(['序号', '名称', '2025年'], ['1', '甲', '30']), 1],
    [
      'two rows, the upper flattened with blanks',
      grid(['名称', '产值', ''], ['', '上年', '本年'], ['甲', '1', '2']),
      2,
    ],
    ['two rows, the upper repeated', grid(['名称', '产值', '产值'], ['名称', '上年', '本年'], ['甲', '1', '2']), 2],
    ['a row of units', grid(['名称', '产值', '占地'], ['', '亿元', '亩'], ['甲', '1', '2']), 2],
    ['a row of column marks', grid(['名称', '产值', '占地'], ['甲', '1', '2'], ['乙厂', '3', '4']), 2],
    ['words in every row', grid(['任务', '牵头单位'], ['建库', '市财政局'], ['建网', '市工信局']), 1],
    ['figures from the first row', grid(['甲', '1'], ['乙', '2']), 0],
    ['years as heads', grid(['指标', '2020', '2025'], ['产值', '1', '2']), 1],
    ['a heading of rows below', grid(['指标', '2020年', '2025年'], ['产业集聚', '', ''], ['产值', '1', '2']), 1],
  ])('%s', (_, rows, heads) => {
    expect(headerRowsOf(rows)).toBe(heads);
  });

  test('what the file declares counts as heads, figures or not', () => {
    expect(headerRowsOf(grid(['1', '2'], ['3', '4'], ['5', '6']), 1)).toBe(1);
  });

  test('columns join their heads, each said once', () => {
    const rows = grid(['序号', '产值', '', '利税'], ['', '上年', '本年', ''], ['1', '2', '3', '4']);
    expect(columnsOf(rows, 2)).toEqual(['序号', '产值/上年', '产值/本年', '利税']);
    expect(columnsOf(grid(['名称', '产值', '占地'], ['甲', '1', '2'], ['乙厂', '3', '4']), 2)).toEqual([
      '名称',
      '产值',
      '占地',
    ]);
  });

  test('never more heads than rows, and one name to each column', () => {
    const cell = fc.constantFrom(
      '',
      '名称',
      '产值',
      '12',
      '2025年',
      '亿元',
      '1',
      '很长的一句话，说明了许多情况，因此不是表头。',
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(7), fc.nat(6), (width, height, known) => {
        const rows = fc
          .sample(fc.array(cell, { minLength: width, maxLength: width }), height + 1)
          .map((row) => row.map((text) => ({ text })));
        const heads = headerRowsOf(rows, known);
        expect(heads).toBeLessThanOrEqual(rows.length);
        expect(columnsOf(rows, heads)).toHaveLength(width);
      }),
    );
  });
});

describe('lines around a table', () => {
  test.each([
    '表1 主要指标',
    '表 2-1 发展目标',
    '附表3 用地平衡表',
    '专栏 4 重点工程',
    '重点项目清单（2025年）',
    '任务分工一览表',
  ])('%s is a title', (line) => {
    expect(isCaption(line)).toBe(true);
  });

  test.each(['表1所示的指标', '到2025年，各项指标全面完成。', '具体见下表：', '加快建设，形成目标，', ''])(
    '“%s” is none',
    (line) => {
      expect(isCaption(line)).toBe(false);
    },
  );

  test.each([
    ['单位：亿元', '亿元'],
    ['（单位：万元、亩）', '万元、亩'],
    ['单 位: 公顷', '公顷'],
    ['建设单位：甲公司', null],
    ['各单位：', null],
  ])('%s → %s', (line, unit) => {
    expect(unitOfLine(line)).toBe(unit);
  });

  test('a title may hold its unit', () => {
    expect(splitCaption('表2 投资计划（单位：亿元）')).toEqual({ title: '表2 投资计划', unit: '亿元' });
    expect(splitCaption('表2 投资计划')).toEqual({ title: '表2 投资计划', unit: null });
  });
});

test('a figure is a number with its marks, and a year is a head', () => {
  expect(['12', '-3.5', '1,234', '８５％', '+2'].map(isFigure)).toEqual([true, true, true, true, true]);
  expect(['2025年', '2025', '12亿元', '—', '', '3个'].map(isFigure)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('blanks within a head are wraps and say nothing', () => {
  expect(headWords('指 标  (单位)')).toBe('指标(单位)');
  expect(headWords('2020 年 GDP 总量')).toBe('2020 年 GDP 总量');
});

test('a framed list has no heads, a small table of two columns has', () => {
  expect(isFramedList(grid(['新材料', '青禾高纯石墨二期工程'], ['', '云帆负极材料项目']))).toBe(true);
  expect(isFramedList(grid(['重点任务', '实施举措'], ['平台', '建设中试基地。']))).toBe(false);
});
