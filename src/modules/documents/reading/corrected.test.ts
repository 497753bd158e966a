import { expect, test } from 'vitest';
import { withCorrections } from './corrected.ts';
import { readText } from './read.ts';
import { tablesOf } from './reading.ts';

const text = `云河市高新区产业规划

2025年，规模以上工业企业实现利润8.2亿元，利税7.6亿元。

主要指标表
指标\t单位\t2025年\t2030年
工业总产值\t亿元\t180\t280
税收\t亿元\t9\t15
`;
const reading = readText('规划.txt', text);
const place = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

test('a corrected figure stands in its sentence, the one beside it stays, and the text is as printed', () => {
  const corrected = withCorrections(reading, [{ ...place('利税7.6亿元'), was: '7.6', printed: '17.6', unit: '亿元' }]);
  const values = corrected.sentences.flatMap(({ quantities }) => quantities.map((each) => each.values[0]));
  expect(values).toContain('17.6');
  expect(values).toContain('8.2');
  expect(values).not.toContain('7.6');
  expect(corrected.document.text).toBe(text);
});

test('a corrected figure stands in its cell and in no other', () => {
  const corrected = withCorrections(reading, [{ ...place('税收\t亿元\t9'), was: '9', printed: '9.6', unit: '亿元' }]);
  const cells = tablesOf(corrected).flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell.text).join(' ')));
  expect(cells).toContain('税收 亿元 9.6 15');
  expect(cells).toContain('工业总产值 亿元 180 280');
});

test('a correction of another place changes nothing', () => {
  const corrected = withCorrections(reading, [{ start: 0, end: 5, was: '7.6', printed: '1', unit: '亿元' }]);
  expect(corrected.sentences).toEqual(reading.sentences);
});
