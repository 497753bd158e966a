import { expect, test } from 'vitest';
import { catalog, indicatorById } from './catalog/index.ts';
import { csvRows } from './csv.ts';
import { linesOfSheet, templateRows } from './sheet-lines.ts';

const pathOf = (name: string) => (name === '青川县' ? 'qingchuan' : null);
const heading = ['单位', '指标', '期别', '数值'];

test('every row of the sheet is the line of the same number; unfilled rows are counted and left empty', () => {
  const rows = [
    heading,
    ['青川县', '利润总额', '2026-09', '12'],
    ['青川县', '税收收入', '2026-09', ''],
    ['', '', '', ''],
    ['qingchuan.kfq', '利润总额', '2026-09', '1,200'],
  ];
  const { text, blank } = linesOfSheet(rows, pathOf);
  expect(blank).toBe(1);
  const lines = [...csvRows(text)];
  expect(lines[1]).toEqual(['qingchuan', '利润总额', '2026-09', '12']);
  expect(lines[2]).toEqual(['']);
  expect(lines[4]).toEqual(['qingchuan.kfq', '利润总额', '2026-09', '1,200']);
});

test('a sheet without the column of values is passed on as it is, to be refused by name', () => {
  expect(
    linesOfSheet(
      [
        ['单位', '指标'],
        ['青川县', '利润总额'],
      ],
      pathOf,
    ),
  ).toEqual({
    text: '单位,指标\nqingchuan,利润总额',
    blank: 0,
  });
});

test('a template asks for no ratio, and every row of it names its indicator as an import reads it', () => {
  const rows = templateRows('青川县', '2026-09', catalog).slice(1);
  expect(rows.length).toBe(catalog.filter(({ aggregation }) => aggregation !== 'ratio').length);
  expect(rows.every(([, , period, , , value]) => period === '2026-09' && value === '')).toBe(true);
  expect(indicatorById.get('industry.profit')?.label.zh).toBeDefined();
  expect(rows.map(([, name]) => name)).toContain(indicatorById.get('industry.profit')?.label.zh);
});
