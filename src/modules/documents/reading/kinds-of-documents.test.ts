import { describe, expect, test } from 'vitest';
import { ownPeriodOf } from './entities/own-period.ts';
import { readText } from './read.ts';

const read = (...lines: string[]) => readText('文件.txt', lines.join('\n\n')).facts;
const brief = (...lines: string[]) =>
  read(...lines).indicators.map(
    ({ name, printed, unit, period, kind }) => `${name} ${printed}${unit} ${period ?? '—'} ${kind}`,
  );

describe('a document about one year', () => {
  test('says so in its title; a plan over several years and a distant vision do not', () => {
    const own = (title: string, period: { start: string; end: string } | null = null) => ownPeriodOf({ title, period });
    expect(own('临江县2025年国民经济和社会发展统计公报')).toBe('2025');
    expect(own('关于2026年1—9月全县项目建设情况的通报')).toBe('2026-09');
    expect(own('临江县2026年前三季度经济运行情况')).toBe('2026-Q3');
    expect(own('临江县2035年远景目标')).toBeNull();
    expect(own('临江县产业规划（2026—2030年）', { start: '2026', end: '2030' })).toBeNull();
    expect(own('临江县产业政策')).toBeNull();
  });

  test('a statistical bulletin states what its year was, without naming it again', () => {
    const facts = read(
      '临江县2025年国民经济和社会发展统计公报',
      '临江县统计局',
      '2026年3月30日',
      '一、综合',
      '初步核算，全年全县生产总值186.4亿元，比上年增长5.2%。',
    );
    expect(facts.document).toMatchObject({
      title: '临江县2025年国民经济和社会发展统计公报',
      issuer: '临江县统计局',
      issuedOn: '2026-03-30',
    });
    expect(facts.indicators.map(({ value, period, kind }) => [value, period, kind])).toEqual([
      [186.4, '2025', 'baseline'],
      [5.2, '2025', 'growth_rate'],
    ]);
  });

  test('a monthly notice gives its months to 截至9月底 and 四季度, and holds what it reports for reached', () => {
    expect(
      brief(
        '关于2026年1—9月全县重点项目建设情况的通报',
        '一、总体情况',
        '截至9月底，64个重点项目累计完成投资58.2亿元，开工率91.5%。',
        '二、下步要求',
        '确保四季度完成投资17.5亿元以上。',
        '临江县发展和改革局',
        '2026年10月12日',
      ),
    ).toEqual([
      '重点项目累计数 64个 2026-09 baseline',
      '重点项目累计投资 58.2亿元 2026-09 cumulative',
      '开工率 91.5% 2026-09 baseline',
      '投资 17.5亿元 2026-Q4 target',
    ]);
  });

  test('the work of a year is due within it', () => {
    expect(brief('青川新区2026年招商引资工作要点', '全年到位资金120亿元，引进亿元以上项目60个。')).toEqual([
      '到位资金 120亿元 2026 target',
      '亿元以上项目数 60个 2026 target',
    ]);
  });

  test('a report bears the day on which it was given, and 过去一年 is the year before', () => {
    const facts = read(
      '政府工作报告',
      '——2026年1月16日在临江县第十七届人民代表大会第五次会议上',
      '过去一年，全县完成固定资产投资96亿元。',
    );
    expect(facts.document.issuedOn).toBe('2026-01-16');
    expect(facts.indicators.map(({ period }) => period)).toEqual(['2025']);
  });
});

test('a plan is about the zone that its title begins with: 化工园区, 产业新城, 科学城', () => {
  for (const zone of ['青川化工园区', '青川产业新城', '青川科学城'])
    expect(read(`${zone}总体规划（2025—2035年）`, '园区2024年实现产值186亿元。').document.regions.at(-1)).toBe(zone);
});

test('“推进开发区……方案” is about a town and all its zones, not about one zone', () => {
  expect(read('临江市推进开发区高质量发展实施方案', '到2028年，营业收入达到600亿元。').document.regions.at(-1)).toBe(
    '临江市',
  );
});

test('a numbered statement with figures says something and heads nothing', () => {
  expect(brief('三、保障措施', '（一）县财政每年安排专项资金1.5亿元，对口支持8个乡镇。')).toContain(
    '县财政每年安排专项资金 1.5亿元 — target',
  );
});
