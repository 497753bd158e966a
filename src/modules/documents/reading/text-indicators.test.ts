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
    ).toEqual(['产业数 = 3个 null target aimed', '功能片区数 = 5个 null target aimed']);
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
