import { describe, expect, test } from 'vitest';
import { readText } from './read.ts';

const head = [
  '青川经济开发区产业发展规划（2021—2025年）',
  '临江县人民政府',
  '2021年3月18日',
  '规划基准年为2020年，规划期限为2021—2025年。',
];

/** The figures of a section of a plan for 青川经济开发区 of 临江县, base year 2020. */
function figures(title: string, ...paragraphs: string[]) {
  const text = [...head, `一、${title}`, ...paragraphs].join('\n\n');
  const from = text.indexOf(`一、${title}`);
  return readText('plan.txt', text).facts.indicators.filter(({ source }) => source.start > from);
}

const brief = (title: string, ...paragraphs: string[]) =>
  figures(title, ...paragraphs).map(
    ({ name, printed, unit, comparator, period, kind, isTarget }) =>
      `${name} ${comparator} ${printed}${unit} ${period} ${kind}${isTarget ? ' aimed' : ''}`,
  );

describe('targets', () => {
  test('a goal is named by its noun phrase and has the year that the sentence sets', () => {
    expect(
      brief('发展目标', '到2025年，力争规上工业企业达到120家，税收突破8.5亿元，投资强度不低于280万元/亩。'),
    ).toEqual([
      '规上工业企业数 >= 120家 2025 target aimed',
      '税收 > 8.5亿元 2025 target aimed',
      '投资强度 >= 280万元/亩 2025 target aimed',
    ]);
  });

  test('a growth is named after what grows', () => {
    expect(brief('发展目标', '到2025年，规上工业总产值实现280亿元，年均增长12%左右。')).toEqual([
      '规上工业总产值 = 280亿元 2025 target aimed',
      '规上工业总产值年均增速 ~ 12% 2021/2025 growth_rate aimed',
    ]);
  });

  test('a figure that moves has both its ends, each with its year', () => {
    expect(brief('发展目标', '到2025年，研发投入占比从2020年的2.1%提高到3.0%。')).toEqual([
      '研发投入占比 = 2.1% 2020 share',
      '研发投入占比 = 3.0% 2025 share aimed',
    ]);
  });

  test('what a goal moves from is the state of the base year', () => {
    expect(
      brief('发展目标', '到2025年，规模以上工业企业由48家增加到90家，研发投入占主营业务收入比重由1.2%提高到2%以上。'),
    ).toEqual([
      '规模以上工业企业数 = 48家 2020 baseline',
      '规模以上工业企业数 = 90家 2025 target aimed',
      '研发投入占主营业务收入比重 = 1.2% 2020 share',
      '研发投入占主营业务收入比重 >= 2% 2025 share aimed',
    ]);
  });

  test('a goal without a year is for the first year of the goals before it', () => {
    expect(
      brief('发展目标', '到2025年总产值突破300亿元；到2030年达到600亿元。万元工业增加值能耗控制在0.45吨标准煤以内。'),
    ).toEqual([
      '总产值 > 300亿元 2025 target aimed',
      '总产值 >= 600亿元 2030 target aimed',
      '万元工业增加值能耗 <= 0.45吨标准煤/万元 2025 target aimed',
    ]);
  });

  test('a list of years gives each figure its own, and money belongs to the projects counted before it', () => {
    expect(
      brief(
        '发展目标',
        '2021年、2022年分别到位资金170亿元、198亿元。签约项目300个，总投资1500亿元。设立总规模20亿元的产业基金。',
      ),
    ).toEqual([
      '到位资金 = 170亿元 2021 target aimed',
      '到位资金 = 198亿元 2022 target aimed',
      '签约项目数 = 300个 2025 target aimed',
      '签约项目总投资 = 1500亿元 2025 target aimed',
      '产业基金总规模 = 20亿元 2025 target aimed',
    ]);
  });

  test('names that share a verb each get their own number', () => {
    expect(brief('发展目标', '到2025年，主营收入及利润总额分别达到300亿元和20亿元。')).toEqual([
      '主营收入 >= 300亿元 2025 target aimed',
      '利润总额 >= 20亿元 2025 target aimed',
    ]);
  });
});

describe('present state', () => {
  test('counts before and after their noun, parts of a whole, sums over years', () => {
    expect(
      brief('发展基础', '截至2020年末，开发区现有24户规上企业，其中外资企业2户，累计完成基础设施投资10余亿元。'),
    ).toEqual([
      '规上企业数 = 24户 2020 baseline',
      '外资企业数 = 2户 2020 baseline',
      '累计基础设施投资 > 10亿元 2020 cumulative',
    ]);
  });

  test('what only compares with a year dates nothing', () => {
    expect(
      brief(
        '发展基础',
        '2020年完成总产值158亿元，比2015年翻了近一番；实现税收6.3亿元，是2015年的1.8倍；从业人员1.9万人。全县生产总值由2015年的186亿元增加到2020年的274亿元，年均增长8.1%。',
      ),
    ).toEqual([
      '总产值 = 158亿元 2020 baseline',
      '总产值翻番 ~ 2倍 2020 growth_rate',
      '税收 = 6.3亿元 2020 baseline',
      '税收倍数 = 1.8倍 2020 growth_rate',
      '从业人员 = 1.9万人 2020 baseline',
      '生产总值 = 186亿元 2015 baseline',
      '生产总值 = 274亿元 2020 baseline',
      '生产总值年均增速 = 8.1% 2020 growth_rate',
    ]);
  });

  test('the year in which a place was founded is not that of its figures', () => {
    expect(
      brief('发展现状', '园区成立于2009年，规划面积18.6平方公里，2017年被认定为省级化工园区，现有产能30万吨。'),
    ).toEqual(['规划面积 = 18.6平方公里 2020 baseline', '产能 = 30万吨 2020 baseline']);
  });

  test('a park that is to be built owns the area said after it', () => {
    const facts = figures(
      '发展现状',
      '云河冷链产业园。位于县城东部，重点发展冷链物流。',
      '规划建设云河冷链产业园，规划面积5.6平方公里。',
    );
    expect(facts.map(({ name, subject, value }) => [name, subject, value])).toEqual([
      ['规划面积', '云河冷链产业园', 5.6],
    ]);
  });

  test('words that say nothing alone take the noun before them', () => {
    expect(
      brief(
        '发展现状',
        '新增规上工业企业16家，总数达到138家；税收收入12.9亿元，占比70%。城乡居民人均可支配收入分别达到41236元和20158元，分别增长4.9%和7.0%。',
      ),
    ).toEqual([
      '新增规上工业企业数 = 16家 2020 baseline',
      '规上工业企业总数 = 138家 2020 baseline',
      '税收收入 = 12.9亿元 2020 baseline',
      '税收收入占比 = 70% 2020 share',
      '城镇居民人均可支配收入 = 41236元 2020 baseline',
      '农村居民人均可支配收入 = 20158元 2020 baseline',
      '城镇居民人均可支配收入增速 = 4.9% 2020 growth_rate',
      '农村居民人均可支配收入增速 = 7.0% 2020 growth_rate',
    ]);
  });

  test('parts of two figures are told apart by their units', () => {
    expect(
      brief('发展现状', '2020年链上企业76家，营业收入98.7亿元，其中上游21家、28.6亿元，中游55家、70.1亿元。'),
    ).toEqual([
      '链上企业数 = 76家 2020 baseline',
      '营业收入 = 98.7亿元 2020 baseline',
      '上游链上企业数 = 21家 2020 baseline',
      '上游营业收入 = 28.6亿元 2020 baseline',
      '中游链上企业数 = 55家 2020 baseline',
      '中游营业收入 = 70.1亿元 2020 baseline',
    ]);
  });

  test('a level keeps its year past a span of years, and work done is measured against its plan', () => {
    expect(
      brief(
        '发展现状',
        '2020年，完成产值486亿元，“十三五”期间年均增长9.2%，占全市比重由2015年的11.3%提高至14.8%。城镇新增就业4236人，完成年度任务的121%。',
      ),
    ).toEqual([
      '产值 = 486亿元 2020 baseline',
      '产值年均增速 = 9.2% 2016/2020 growth_rate',
      '产值占全市比重 = 11.3% 2015 share',
      '产值占全市比重 = 14.8% 2020 share',
      '城镇新增就业 = 4236人 2020 baseline',
      '城镇新增就业年度任务完成率 = 121% 2020 baseline',
    ]);
  });

  test('ranks are no figures, and a region that nobody names keeps its general name', () => {
    const facts = figures('发展现状', '综合排名居第86位，前移21位。全市共有化工园区22家，园区产能30万吨。');
    expect(facts.map(({ name, subject }) => [name, subject])).toEqual([
      ['化工园区数', '全市'],
      ['产能', '全市'],
    ]);
  });

  test('a share says of what, a change says since when', () => {
    const facts = figures('发展基础', '2020年，粮油产业实现产值72亿元，占工业总产值的40%，同比增长9.5%。');
    expect(facts.map(({ name, kind, from, subject }) => [name, kind, from, subject])).toEqual([
      ['产值', 'baseline', null, '粮油产业'],
      ['产值占工业总产值比重', 'share', null, '粮油产业'],
      ['产值增速', 'growth_rate', '2019', '粮油产业'],
    ]);
  });
});

describe('what is counted', () => {
  test('a list, a verb or digits make a count; a slogan does not', () => {
    expect(
      brief('主要任务', '培育壮大粮油、建材、碳基材料三大产业，形成五个功能片区，推进“四大行动”，用好两种资源。'),
    ).toEqual(['产业数 = 3个 2025 target aimed', '功能片区数 = 5个 2025 target aimed']);
  });

  test('a threshold describes what is counted after it', () => {
    expect(brief('主要任务', '到2025年，培育产值超50亿元的链主企业2家。')).toEqual([
      '链主企业产值门槛 > 50亿元 2025 target aimed',
      '产值超50亿元的链主企业数 = 2家 2025 target aimed',
    ]);
  });

  test('rates of reward are targets of their own; turns, days and aspects are no figures', () => {
    expect(
      brief(
        '主要任务',
        '对固定资产投资5000万元以上的，按实际投资额的3%给予奖励。每年调度2次，5个工作日内办结，抓好4个方面。',
      ),
    ).toEqual(['固定资产投资 >= 5000万元 null target aimed', '实际投资额奖励比例 = 3% null target aimed']);
  });
});

describe('whose figure it is', () => {
  test('figures of the country and of the world keep their subject', () => {
    const facts = figures(
      '产业发展趋势',
      '我国2019年医药工业总产值约2.4万亿元，到2025年将达到4万亿元。',
      '2019年，全球装机容量达92吉瓦。',
    );
    expect(facts.map(({ subject, name, period }) => [subject, name, period])).toEqual([
      ['全国', '医药工业总产值', '2019'],
      ['全国', '医药工业总产值', '2025'],
      ['全球', '装机容量', '2019'],
    ]);
  });

  test('a heading of an industry and a label before a colon are subjects, the zone is by default', () => {
    expect(figures('做强绿色食品产业', '到2025年，主营业务收入突破300亿元。').map(({ subject }) => subject)).toEqual([
      '绿色食品产业',
    ]);
    expect(figures('空间布局', '白塔物流园：规划用地86公顷。').map(({ subject }) => subject)).toEqual(['白塔物流园']);
    expect(figures('发展目标', '到2025年，税收达到9亿元。').map(({ subject }) => subject)).toEqual(['青川经济开发区']);
  });
});

test("an office's own names of indicators and parks are used", () => {
  const own = {
    indicators: [{ name: '一般公共预算收入', aliases: ['地方财政收入'], unit: '亿元' }],
    units: [],
    names: [{ kind: 'park' as const, name: '云河双创城', aliases: ['双创城'] }],
  };
  const text = [...head, '一、发展基础', '2020年，双创城实现地方财政收入1.2亿元。'].join('\n\n');
  const [fact] = readText('plan.txt', text, own).facts.indicators;
  expect([fact?.subject, fact?.name]).toEqual(['云河双创城', '一般公共预算收入']);
});

test('every figure quotes its words exactly and its value keeps every printed digit', () => {
  const text = [...head, '一、发展目标', '到2025年，进出口总额达到170.50亿元，高新技术企业达到30家。'].join('\n\n');
  for (const { source, printed, value } of readText('plan.txt', text).facts.indicators) {
    expect(text.slice(source.start, source.end)).toBe(source.quote);
    expect(source.quote.replace(/\s/g, '')).toContain(printed);
    expect(Number(printed)).toBe(value);
  }
});

describe('names that a sentence shares out or says before', () => {
  test('均 says the same of each member of a list', () => {
    expect(brief('发展目标', '到2025年，轴承、冰雪装备产业规模均突破50亿元。')).toEqual([
      '轴承产业规模 > 50亿元 2025 target aimed',
      '冰雪装备产业规模 > 50亿元 2025 target aimed',
    ]);
  });

  test('the clause before a figure may hold its topic alone', () => {
    expect(
      brief('发展目标', '累计完成工业投资45亿元，居民人均可支配收入与经济增长同步，2025年预计达到4.2万元。').at(-1),
    ).toBe('居民人均可支配收入 >= 4.2万元 2025 target aimed');
  });

  test('a size in brackets is the area of the park before them', () => {
    const found = figures(
      '空间布局',
      '形成“一区两园”格局，即东泉食品产业园（4.2平方公里）、西河建材产业园（3.6平方公里）。',
    );
    expect(found.map(({ name, subject, value, unit }) => [name, subject, value, unit])).toEqual([
      ['面积', '东泉食品产业园', 4.2, '平方公里'],
      ['面积', '西河建材产业园', 3.6, '平方公里'],
    ]);
  });

  test('分别 gives each of several figures its own rate', () => {
    expect(brief('发展现状', '2020年实现营业收入412亿元、税收11.8亿元，分别增长13.5%和9.2%。')).toEqual([
      '营业收入 = 412亿元 2020 baseline',
      '税收 = 11.8亿元 2020 baseline',
      '营业收入增速 = 13.5% 2020 growth_rate',
      '税收增速 = 9.2% 2020 growth_rate',
    ]);
  });

  test('parks in a list before one measure each have their own', () => {
    const found = figures('发展现状', '2020年东泉经开区、西河高新区营业收入分别达到68.4亿元和45.1亿元。');
    expect(found.map(({ name, subject, value }) => [name, subject, value])).toEqual([
      ['营业收入', '东泉经开区', 68.4],
      ['营业收入', '西河高新区', 45.1],
    ]);
  });

  test('a lead in growth is no amount that something is a share of', () => {
    expect(
      brief('发展现状', '2020年实现产值86亿元，同比增长7.2%，高于全县1.1个百分点，占全县的比重为46.8%。').at(-1),
    ).toBe('产值占全县比重 = 46.8% 2020 share');
  });

  test('the sum that a cost is counted per is no figure', () => {
    expect(brief('发展现状', '2020年每百元营业收入中的成本为86.7元。')).toHaveLength(1);
  });

  test('what some of many do is no part of what is counted', () => {
    expect(brief('发展现状', '2020年5家企业工业增加值增速低于全县平均水平。')).toEqual(['企业数 = 5家 2020 baseline']);
  });
});
