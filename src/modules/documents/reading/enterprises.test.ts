import { describe, expect, test } from 'vitest';
import { sameFirm } from './entities/enterprise-names.ts';
import { isTradeName, organisationsIn, ownerLength } from './entities/organisations.ts';
import { readText } from './read.ts';

const enterprises = (...lines: string[]) => readText('青川.txt', ['一、现状', ...lines].join('\n')).facts.enterprises;
const names = (...lines: string[]) => enterprises(...lines).map(({ name }) => name);
const organisations = (text: string) => organisationsIn(text).map(({ start, end }) => text.slice(start, end));

describe('full names', () => {
  test.each([
    [
      '推进青川恒远机械有限公司精密轴承、云河市瑞丰粮油集团稻米加工等项目。',
      ['青川恒远机械有限公司', '云河市瑞丰粮油集团'],
    ],
    ['由临江天成控股集团北满特殊钢有限责任公司出资', ['临江天成控股集团北满特殊钢有限责任公司']],
    ['一拓（云河）东方农机有限公司已投产', ['一拓（云河）东方农机有限公司']],
    ['与江南理工大学合作', ['江南理工大学']],
    ['712研究所和青川汽轮机有限责任公司', ['712研究所', '青川汽轮机有限责任公司']],
  ])('%s', (text, expected) => expect(organisations(text)).toEqual(expected));

  test.each(['引进大型企业集团', '规范发展小额贷款公司', '支持行业协会发展', '设立两个分公司', '以大学科技园为依托'])(
    '“%s” names nobody',
    (text) => expect(organisations(text)).toEqual([]),
  );
});

describe('short names', () => {
  test('names stand in lists that end in 等企业', () => {
    expect(names('支持恒远机械、瑞丰粮油、天禾种业等重点企业做大做强。')).toEqual(['恒远机械', '瑞丰粮油', '天禾种业']);
  });
  test('kinds of firm and industries in such a list are none', () => {
    expect(names('鼓励医药、能源、化工等行业企业上云。', '引导民营企业、中小企业、上市公司等各类企业参与。')).toEqual(
      [],
    );
  });
  test('the head of a chain is a firm', () => {
    expect(names('以恒远机械为龙头，延伸产业链。依托瑞丰粮油，发展稻米加工。')).toEqual(['恒远机械', '瑞丰粮油']);
    expect(names('以造纸为主导产业，以重大项目为支撑。')).toEqual([]);
  });
  test('beside a full name in a list a short one is a firm', () => {
    expect(names('现有企业3家，分别为宏宝制砖、青川恒远机械有限公司、青川穗谷米业有限公司。')).toContain('宏宝制砖');
  });
  test.each([
    ['恒远机械', true],
    ['绿色食品', false],
    ['高端装备', false],
  ])('%s a trade name: %s', (name, expected) => expect(isTradeName(name)).toBe(expected));
});

describe('one firm, one fact', () => {
  test('a short form joins the full name, which becomes the name', () => {
    expect(enterprises('支持恒远机械、瑞丰粮油等企业发展。', '青川恒远机械有限公司年产轴承4万套。')).toMatchObject([
      { name: '青川恒远机械有限公司', aliases: ['恒远机械'] },
      { name: '瑞丰粮油', aliases: [] },
    ]);
  });
  test('what a bracket says is an alias', () => {
    expect(enterprises('青川北岭焦化有限公司（与长峰焦化是同一企业）为规上企业。')[0]?.aliases).toEqual(['长峰焦化']);
    expect(enterprises('青川恒远机械有限公司（以下简称“恒远”）落户园区。')[0]?.aliases).toEqual(['恒远']);
  });
  test.each([
    ['恒远机械', '青川恒远机械有限公司', true],
    ['恒远', '恒远机械有限公司', true],
    ['恒远集团', '恒远集团龙新化工有限公司', false],
    ['中禾米业', '中禾生化', false],
  ])('%s and %s: %s', (a, b, same) => expect(sameFirm(a, b)).toBe(same));
});

test('the owner of a project is a firm, and its name ends where the product begins', () => {
  expect(ownerLength('恒远机械精密轴承项目')).toBe(4);
  expect(ownerLength('青川恒远年产5万吨轴承钢项目')).toBe(4);
  expect(ownerLength('绿色食品加工项目')).toBe(0);
});

test('every source is the exact text of the name', () => {
  const text = '支持恒远机械、瑞丰粮油等重点企业做大做强。';
  for (const { name, source } of enterprises(text)) expect(source.quote).toBe(name);
});

describe('lists without 等', () => {
  test('以…为龙头 names every firm of its list', () => {
    expect(names('食品产业。以青川面业集团、老灶头食品、恒远果汁为龙头，年加工小麦30万吨。')).toEqual([
      '青川面业集团',
      '老灶头食品',
      '恒远果汁',
    ]);
  });

  test('as many names as the number of firms says', () => {
    expect(names('依托恒远电器、美科智能2家链主企业，引进配套企业。')).toEqual(['恒远电器', '美科智能']);
    expect(names('依托恒远电器、美科智能3家链主企业，引进配套企业。')).not.toContain('美科智能');
  });
});
