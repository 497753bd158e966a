import { describe, expect, it } from 'vitest';
import { meaningOf } from './heads.ts';

const now = { year: 2022, base: 2020 };
const meaning = (head: string) => {
  const found = meaningOf(head, now);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null && value !== ''));
};

describe('the head of a column', () => {
  it.each([
    ['2020 年', { period: '2020' }],
    ['2025', { period: '2025' }],
    ['2015年末', { period: '2015' }],
    ['2025年目标值', { period: '2025', state: 'planned' }],
    ['现状值', { state: 'now' }],
    ['年均增速[累计]', { measure: 'growth_rate', growth: '年均增速' }],
    ['“十四五”年均增长（%）', { measure: 'growth_rate', growth: '年均增长', unit: '%', period: '2021/2025' }],
    ['2021-2025年年均增长率', { measure: 'growth_rate', growth: '年均增长率', period: '2021/2025' }],
    ['用地面积(hm²)', { name: '用地面积', unit: 'hm²' }],
    ['占城乡用地比例(%)', { name: '占城乡用地比例', unit: '%', measure: 'share' }],
    ['税收（万元/亩）', { name: '税收', unit: '万元/亩' }],
    ['重点园区/2013年实现销售收入', { name: '重点园区实现销售收入', period: '2013' }],
    ['2011年重点推进项目/总投资', { name: '重点推进项目总投资', period: '2011', state: 'planned' }],
    ['2011年重点推进项目/达产后利税', { name: '重点推进项目达产后利税', state: 'planned' }],
    ['2020年经营情况（亿元）/利润总额', { name: '利润总额', unit: '亿元', period: '2020' }],
  ])('%s', (head, expected) => {
    expect(meaning(head)).toEqual(expected);
  });
});
