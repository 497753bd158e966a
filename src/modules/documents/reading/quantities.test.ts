import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { units } from '../../../core/quantity.ts';
import { narrow } from './numerals.ts';
import { periodsIn } from './periods.ts';
import { quantitiesIn } from './quantities.ts';

/** “value unit comparator” of each quantity. */
function read(sentence: string): string[] {
  const text = narrow(sentence);
  const { dates } = periodsIn(text, { year: 2026, base: 2025 });
  return quantitiesIn(text, dates, units).map(
    ({ values, unit, comparator }) => `${values.join('..')} ${unit} ${comparator}`,
  );
}

describe('numbers with units', () => {
  test.each([
    ['产能一点五万吨，占百分之三十', '1.5 万吨 =', '30 % ='],
    ['投入３，２００万元、外运1,234.5吨', '3200 万元 =', '1234.5 吨 ='],
    ['装机2×15MW，新建3×130t/h锅炉', '30 MW =', '390 t/h ='],
    ['能耗控制在0.5吨标准煤/万元以内，租金30元/平方米·年', '0.5 吨标准煤/万元 <=', '30 元/平方米·年 ='],
    ['投资强度20万元/亩以上', '20 万元/亩 >='],
    ['发电3亿千瓦时，借款19.5亿日元', '3 亿千瓦时 =', '19.5 亿日元 ='],
    ['提高1.5个百分点，下降三成，不少于三分之二', '1.5 个百分点 =', '3 成 =', '0.6667 比例 >='],
    ['超过1/3的企业', '0.3333 比例 >'],
    ['24户规上企业、5座变电站、40名专家', '24 户 =', '5 座 =', '40 名 ='],
    ['增速为-3.2%', '-3.2 % ='],
    ['容积率不低于1.0，建筑密度不得低于40%', '1.0  >=', '40 % >='],
    ['综合容积率1.2', '1.2  ='],
  ])('%s', (sentence, ...expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('ranges and shared units', () => {
  test.each([
    [
      '培育3-5个，增长8—10%，15~20亿元，三至五家',
      '3..5 个 range',
      '8..10 % range',
      '15..20 亿元 range',
      '3..5 家 range',
    ],
    ['投资5000万元至1亿元的', '5000..10000 万元 range'],
    ['6kV～35kV电缆', '6..35 kV range'],
    ['由100户增加到200户', '100 户 =', '200 户 ='],
    ['分别达到30%、20%和10%', '30 % =', '20 % =', '10 % ='],
    ['甲、乙、丙分别为1、2、3亿元', '1 亿元 =', '2 亿元 =', '3 亿元 ='],
  ])('%s', (sentence, ...expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('comparators and orders of magnitude', () => {
  test.each([
    ['超过100亿元，突破1.5万亿元，逾300人', '100 亿元 >', '1.5 万亿元 >', '300 人 >'],
    ['10余亿元、40余公里、200多种、3亿多元、一百多个', '10 亿元 >', '40 公里 >', '200 种 >', '3 亿元 >', '100 个 >'],
    ['约1.8万亿元，近600亿斤，20%左右', '1.8 万亿元 ~', '600 亿斤 ~', '20 % ~'],
    ['节约3万元', '3 万元 ='],
    ['百亿级产业、超千亿元集群、亿元以上项目、过百亿企业', '100 亿元 =', '1000 亿元 >', '1 亿元 >=', '100 亿元 >'],
    ['千万吨粮、五千万头猪、百家企业', '1000 万吨 =', '5000 万头 =', '100 家 ='],
    ['产值翻番，规模翻两番，增长1.5倍', '2 倍 =', '4 倍 =', '1.5 倍 ='],
    ['六大产业、三个园、5大类产品', '6 个 =', '3 个 =', '5 类 ='],
  ])('%s', (sentence, ...expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  test('the span of a quantity takes its comparators in, its digits do not', () => {
    const text = '投资超过3亿元以上';
    const [quantity] = quantitiesIn(text, [], units);
    expect(quantity && text.slice(quantity.start, quantity.end)).toBe('超过3亿元以上');
    expect(quantity && text.slice(quantity.digits.start, quantity.digits.end)).toBe('3亿元');
  });
});

test.each([
  '临政发〔2024〕97号',
  '第三产业和第2批次',
  '5G基站、ISO9001、PM2.5、工业4.0、中国制造2025',
  '国道G301沿线和201国道两侧的世界500强',
  '到2025年底，3月20日前，“十四五”以来',
  '三年行动、一批项目、一体化、二期工程、二类工业用地',
  '电话0635-1234567，网址http://a.example/123个',
  '（1）甲项目（2）乙项目',
  '党的二十大精神、千方百计、数十家',
  '七台河市、三门峡市和五大连池市',
  '万元增加值能耗',
  '703所产业园',
])('“%s” holds no quantity', (sentence) => {
  expect(read(sentence)).toEqual([]);
});

test('a number, a unit and a comparator written by anyone are found again', () => {
  const digits = fc.oneof(
    fc.integer({ min: 1, max: 99999 }).map(String),
    fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 99 }))
      .map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`),
  );
  const unit = fc.constantFrom('亿元', '万元', '万吨', '%', '公里', '平方公里', '万千瓦', '万元/亩', '户', '座');
  fc.assert(
    fc.property(digits, unit, fc.constantFrom('', ' '), (value, name, space) => {
      expect(read(`全年完成${value}${space}${name}。`)).toEqual([`${value} ${name} =`]);
    }),
  );
});
