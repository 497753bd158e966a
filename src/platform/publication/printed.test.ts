import { expect, test } from 'vitest';
import { columnShares, titleLines } from './printed.ts';

test.each([
  ['关于2026年1—10月鸡西市主要指标完成情况的通报', ['关于2026年1—10月鸡西市', '主要指标完成情况的通报']],
  ['关于园区运行情况的通报', ['关于园区运行情况的通报']],
])('a title parts at words into lines of like length: %s', (title, lines) =>
  expect(titleLines(title, 20)).toEqual(lines),
);

test('a title is never cut, only parted', () => {
  const title = '关于进一步加强全省重点推进产业项目建设和开发区高质量发展有关工作情况的通报';
  const lines = titleLines(title, 20);
  expect(lines.join('')).toBe(title);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line).not.toMatch(/^[的、，。）]/);
});

test('a long heading leaves the width to the numbers below the others', () => {
  const columns = ['指标', '完成数', '较序时进度（百分点）'].map((head) => ({ head, align: 'right' as const }));
  const rows = [[['规模以上工业总产值'], ['1234567.89'], ['-5.1']]];
  const [name, value, ahead] = columnShares({ kind: 'table', title: null, unit: null, columns, rows, notes: [] });
  expect(value).toBe(12);
  expect(name).toBe(20);
  expect(ahead).toBeLessThan(14);
});
