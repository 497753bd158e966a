import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';
import { dossierOf } from './examples.ts';
import { apart, figuresOf, type Measured, measured, nameKey, restates, sameSubject } from './figures.ts';
import { ordinalOf } from './ordinal.ts';

const of = (printed: string, unit: string, comparator: Measured['comparator'] = '='): Measured => {
  const found = measured([printed], unit, comparator);
  if (found === null) throw new Error(`${unit} is not known`);
  return found;
};

test('a figure restated in another unit is the same; one unit of the last digit may differ', () => {
  expect(restates(of('170', '亿元'), of('1700000', '万元'))).toBe(true);
  expect(restates(of('0.47', '平方公里'), of('47.63', '公顷'))).toBe(true);
  expect(restates(of('30', 'MW'), of('1.5', '万千瓦'))).toBe(false);
  expect(restates(of('30', 'MW'), of('3', '万千瓦'))).toBe(true);
});

test('以上 and 约 loosen a comparison as the words say', () => {
  expect(restates(of('750', '亿元', '>='), of('1000', '亿元'))).toBe(true);
  expect(restates(of('750', '亿元', '>='), of('600', '亿元'))).toBe(false);
  expect(restates(of('100', '亿元', '~'), of('104', '亿元'))).toBe(true);
  expect(restates(of('100', '亿元', '~'), of('120', '亿元'))).toBe(false);
});

test('money and land do not compare', () => {
  expect(restates(of('100', '亿元'), of('100', '亩'))).toBe(false);
  expect(apart(of('100', '家'), of('125', '家'))).toBeCloseTo(0.25);
});

test('an indicator is recognised under its short and long names', () => {
  expect(nameKey('规模以上工业增加值')).toBe(nameKey('规上工业增加值'));
  expect(nameKey('高新技术企业数量')).toBe(nameKey('高新技术企业'));
  expect(nameKey('累计完成工业投资')).toBe(nameKey('工业投资'));
  expect(nameKey('工业总产值')).not.toBe(nameKey('工业增加值'));
});

test('a park keeps its identity under a general suffix, two parks of one city stay apart', () => {
  expect(sameSubject('东泉开发区', '东泉经济技术开发区')).toBe(true);
  expect(sameSubject('云河经济技术开发区', '云河高新技术产业开发区')).toBe(false);
});

test('where less is better a fall is progress, and scale alone is neither', () => {
  expect(directionOf('单位工业增加值能耗')).toBe('less');
  expect(directionOf('万元工业产值取水量')).toBe('less');
  expect(directionOf('规上工业增加值')).toBe('more');
  expect(directionOf('污染物排放达标率')).toBe('more');
  expect(directionOf('规划面积')).toBeNull();
});

test('heading numbers are read in both scripts', () => {
  expect(['一、', '（十二）', '3、', '第二十章'].map(ordinalOf)).toEqual([1, 12, 3, 20]);
  expect(ordinalOf('1.2')).toBeNull();
});

test('the figures of a document carry key, year and measure', () => {
  const [reading] = dossierOf('云河经开区“十四五”规划\n\n2020年，云河经开区实现税收8亿元。\n').readings;
  const [figure] = reading ? figuresOf(reading) : [];
  expect(figure).toMatchObject({ key: '税收', year: 2020, dimension: 'CNY', text: '8亿元' });
  expect(figure?.value.toNumber()).toBe(8e8);
});
