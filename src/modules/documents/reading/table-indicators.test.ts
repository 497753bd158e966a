import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentFacts, IndicatorFact } from '../extraction.ts';
import { layOutText, sectionsOf } from '../layout/layout.ts';
import { noOwnVocabulary } from '../own-vocabulary.ts';
import type { Draft } from './draft.ts';
import { tableIndicatorsOf } from './table-indicators.ts';
import { tablesOf } from './tables.ts';

const about: DocumentFacts = {
  title: '青川经济开发区产业发展规划',
  issuer: null,
  number: null,
  issuedOn: '2022-04-14',
  period: { start: '2021', end: '2025' },
  baseYear: '2020',
  regions: ['云河市', '青川经济开发区'],
};

function draftOf(text: string, facts: Partial<DocumentFacts> = {}): Draft {
  const document = layOutText('plan.txt', text);
  return {
    document,
    ...sectionsOf(document.blocks),
    about: { ...about, ...facts },
    sentences: [],
    own: noOwnVocabulary,
  };
}

const nobody = { parks: [], enterprises: [], projects: [] };
const read = (lines: readonly string[], facts: Partial<DocumentFacts> = {}): IndicatorFact[] =>
  tableIndicatorsOf(draftOf(lines.join('\n'), facts), nobody);

/** “name · subject · value unit · period · kind”, with ! for what is aimed at. */
const say = ({ name, subject, comparator, value, unit, period, kind, isTarget }: IndicatorFact): string =>
  [
    name,
    subject ?? '-',
    `${comparator === '=' ? '' : comparator}${value}${unit}`,
    period ?? '-',
    kind + (isTarget ? '!' : ''),
  ].join(' · ');

describe('rows that are indicators', () => {
  const lines = [
    '表1 主要指标',
    '类别\t指标\t单位\t2020年实际\t2025年目标\t年均增速（%）\t属性',
    '效益\t(1) 亩均税收\t万元/亩\t4.70\t7.3\t9.2\t预期性',
    '\t(2) 企业户数\t户\t19\t30以上\t-\t约束性',
    '绿色\t(3) 能耗强度下降\t%\t—\t[13.5]\t—\t约束性',
  ];

  it('take unit, period, kind and attribute from the columns', () => {
    expect(read(lines).map(say)).toEqual([
      '亩均税收 · 青川经济开发区 · 4.7万元/亩 · 2020 · baseline',
      '亩均税收 · 青川经济开发区 · 7.3万元/亩 · 2025 · target!',
      '亩均税收年均增速 · 青川经济开发区 · 9.2% · 2021/2025 · growth_rate!',
      '企业户数 · 青川经济开发区 · 19户 · 2020 · baseline',
      '企业户数 · 青川经济开发区 · >=30户 · 2025 · target!',
      '能耗强度下降 · 青川经济开发区 · 13.5% · 2021/2025 · cumulative!',
    ]);
  });

  it('keep the digits as printed, the attribute and the title', () => {
    const [first, , third, fourth] = read(lines);
    expect(third).toMatchObject({ from: '2020' });
    expect(first).toMatchObject({ printed: '4.70', attribute: '预期性', table: '表1 主要指标', from: null });
    expect(fourth).toMatchObject({ attribute: '约束性' });
  });

  it('are quoted from the label to the figure, where they stand', () => {
    const text = lines.join('\n');
    for (const { source } of read(lines)) expect(text.slice(source.start, source.end)).toBe(source.quote);
    expect(read(lines)[4]?.source).toMatchObject({ line: 4, quote: '(2) 企业户数\t户\t19\t30以上' });
  });

  it('take the unit in brackets after the label, and columns in any order', () => {
    const facts = read(['指标（单位）\t属性\t2025年\t2020年', '进出口总额（万美元）\t预期性\t5000\t2634.8']);
    expect(facts.map(say)).toEqual([
      '进出口总额 · 青川经济开发区 · 5000万美元 · 2025 · target!',
      '进出口总额 · 青川经济开发区 · 2634.8万美元 · 2020 · baseline',
    ]);
  });

  it('give a figure for each year', () => {
    const facts = read(['分年度目标表', '指标\t计量单位\t2021\t2022\t2023', '到位资金\t亿元\t≥20\t25-30\t约35']);
    expect(facts.map(say)).toEqual([
      '到位资金 · 青川经济开发区 · >=20亿元 · 2021 · target!',
      '到位资金 · 青川经济开发区 · range25,30亿元 · 2022 · target!',
      '到位资金 · 青川经济开发区 · ~35亿元 · 2023 · target!',
    ]);
  });

  it('take the base year and the last year of the plan for 现状 and 目标', () => {
    expect(read(['指标\t现状值\t目标值', '总产值（亿元）\t100\t200']).map(say)).toEqual([
      '总产值 · 青川经济开发区 · 100亿元 · 2020 · baseline',
      '总产值 · 青川经济开发区 · 200亿元 · 2025 · target!',
    ]);
  });

  it('may have places for columns', () => {
    expect(read(['指标名称\t全区\t东部园区', '工业用地（亩）\t3000\t1800']).map(say)).toEqual([
      '工业用地 · 全区 · 3000亩 · - · baseline',
      '工业用地 · 东部园区 · 1800亩 · - · baseline',
    ]);
  });

  it('say in their own words that they are rates of growth', () => {
    expect(read(['指标\t单位\t2020年\t2025年', '工业增加值增速\t%\t6.5\t8']).map(say)).toEqual([
      '工业增加值增速 · 青川经济开发区 · 6.5% · 2020 · growth_rate',
      '工业增加值增速 · 青川经济开发区 · 8% · 2025 · growth_rate!',
    ]);
  });
});

describe('rows that are subjects', () => {
  it('join the heads of their column, count in 个 whatever the table’s unit, and sum up in the total', () => {
    const facts = read([
      '六大产业培育计划汇总表',
      '单位：亿元',
      '序号\t产业名称\t2020年营业收入\t2025年营业收入\t重点发展园区',
      '\t\t\t\t个数\t达产后销售收入',
      '\t合 计\t6690\t10173\t53\t6741',
      '1\t新材料产业\t400\t750\t\t579',
    ]);
    expect(facts.map(say)).toEqual([
      '营业收入 · 六大产业合计 · 6690亿元 · 2020 · baseline',
      '营业收入 · 六大产业合计 · 10173亿元 · 2025 · target!',
      '重点发展园区个数 · 六大产业合计 · 53个 · 2020/2025 · target!',
      '重点发展园区达产后销售收入 · 六大产业合计 · 6741亿元 · - · target!',
      '营业收入 · 新材料产业 · 400亿元 · 2020 · baseline',
      '营业收入 · 新材料产业 · 750亿元 · 2025 · target!',
      '重点发展园区达产后销售收入 · 新材料产业 · 579亿元 · - · target!',
    ]);
  });

  it('state what is where the head has no year beside heads that have', () => {
    expect(
      read(['分产业发展目标', '产业名称\t2025年产值（亿元）\t企业数（家）', '食品产业\t200\t20']).map(say),
    ).toEqual(['产值 · 食品产业 · 200亿元 · 2025 · target!', '企业数 · 食品产业 · 20家 · - · baseline']);
  });

  it('may leave the indicator to the title', () => {
    expect(
      read(['表2 各园区工业总产值目标（单位：亿元）', '园区名称\t2021年\t2022年', '东部园区\t10\t12']).map(say),
    ).toEqual(['工业总产值 · 东部园区 · 10亿元 · 2021 · target!', '工业总产值 · 东部园区 · 12亿元 · 2022 · target!']);
  });

  it('tell a period of several years and the unit in a merged head', () => {
    const facts = read([
      '序号\t园区名称\t“十三五”期间累计开发面积（平方公里）\t2020年经营情况（亿元）\t',
      '\t\t\t总产值\t利润',
      '1\t东部园区\t5.6\t120\t8.5',
    ]);
    expect(facts.map(say)).toEqual([
      '累计开发面积 · 东部园区 · 5.6平方公里 · 2016/2020 · cumulative',
      '总产值 · 东部园区 · 120亿元 · 2020 · baseline',
      '利润 · 东部园区 · 8.5亿元 · 2020 · baseline',
    ]);
  });
});

it('years beside a total share it out, and none of a plan’s own years is its base', () => {
  const rows = [
    '工程投资计划表（单位：万元）',
    '工程\t投资合计\t2021年\t2022年\t2023年',
    '道路工程\t600\t100\t200\t300',
  ];
  expect(read(rows, { baseYear: null, issuedOn: null }).map(say)).toEqual([
    '投资合计 · 道路工程 · 600万元 · - · baseline',
    '投资 · 道路工程 · 100万元 · 2021 · target!',
    '投资 · 道路工程 · 200万元 · 2022 · target!',
    '投资 · 道路工程 · 300万元 · 2023 · target!',
  ]);
});

it('a title dates what its columns leave undated', () => {
  expect(read(['2020年企业能耗统计表', '企业\t能耗（吨标准煤）', '青川机械公司\t12000']).map(say)).toEqual([
    '能耗 · 青川机械公司 · 12000吨标准煤 · 2020 · baseline',
  ]);
});

it('years down the side are periods, and growth beside a column is that column’s', () => {
  expect(read(['年份\t工业总产值（亿元）\t增速（%）', '2019年\t110\t10', '2020年\t121\t10.0']).map(say)).toEqual([
    '工业总产值 · 青川经济开发区 · 110亿元 · 2019 · baseline',
    '工业总产值增速 · 青川经济开发区 · 10% · 2019 · growth_rate',
    '工业总产值 · 青川经济开发区 · 121亿元 · 2020 · baseline',
    '工业总产值增速 · 青川经济开发区 · 10% · 2020 · growth_rate',
  ]);
});

describe('land tables', () => {
  const rows = [
    '用地代码\t用地名称\t面积（公顷）\t占建设用地比例（%）',
    'M2\t二类工业用地\t156.11\t44.54',
    'E1\t水域\t1.27\t',
  ];

  it('name code and use, and take the park from their title', () => {
    expect(read(['东山产业园区现状用地汇总表', ...rows]).map(say)).toEqual([
      'M2 二类工业用地面积 · 东山产业园区 · 156.11公顷 · 2020 · baseline',
      'M2 二类工业用地占建设用地比例 · 东山产业园区 · 44.54% · 2020 · share',
      'E1 水域面积 · 东山产业园区 · 1.27公顷 · 2020 · baseline',
    ]);
  });

  it('aim at what their title calls planned', () => {
    expect(read(['规划建设用地平衡表', ...rows]).map(say)).toEqual([
      'M2 二类工业用地面积 · 青川经济开发区 · 156.11公顷 · - · target!',
      'M2 二类工业用地占建设用地比例 · 青川经济开发区 · 44.54% · - · share!',
      'E1 水域面积 · 青川经济开发区 · 1.27公顷 · - · target!',
    ]);
  });
});

describe('what is no indicator', () => {
  it('is a project table', () => {
    expect(read(['序号\t项目名称\t总投资（万元）\t建设年限', '1\t铜杆项目\t35000\t2021-2023'])).toEqual([]);
  });

  it('is a serial number, a year, a weight or a mark for none', () => {
    const facts = read([
      '序号\t企业名称\t成立年份\t税收（万元）',
      '1\t青川机械公司\t2004\t——',
      '2\t云河食品公司\t2011\t/',
    ]);
    expect(facts).toEqual([]);
    expect(read(['指标\t权重\t标准值', '亩均税收（万元/亩）\t0.3\t≥20']).map(say)).toEqual([
      '亩均税收 · 青川经济开发区 · >=20万元/亩 · - · baseline',
    ]);
  });

  it('but a figure may look like a year', () => {
    expect(read(['产业名称\t2020年产值（亿元）', '食品产业\t2000', '新材料产业\t485']).map(say)).toEqual([
      '产值 · 食品产业 · 2000亿元 · 2020 · baseline',
      '产值 · 新材料产业 · 485亿元 · 2020 · baseline',
    ]);
    expect(read(['产业名称\t2020年产值（亿元）', '食品产业\t2000', '新材料产业\t1998'])).toHaveLength(2);
  });
});

describe('a table', () => {
  const years = ['2020年', '2023年', '2025年'];
  const names = ['工业总产值', '税收收入', '到位资金', '进出口总额', '固定资产投资'];
  const looks: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
    tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
    'tabs with blank lines': (rows) => rows.map((row) => row.join('\t')).join('\n\n'),
    pipes: (rows) => {
      const [head = '', ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
      return [head, `|${'---|'.repeat(rows[0]?.length ?? 0)}`, ...body].join('\n');
    },
    'drawn lines': (rows) => rows.map((row) => `│${row.join('│')}│`).join('\n├──┼──┤\n'),
    'one cell to a line': (rows) => rows.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n\n'),
    blanks: (rows) => rows.map((row) => row.join(' ')).join('\n'),
    'blanks and blank lines': (rows) => rows.map((row) => row.join(' ')).join('\n\n'),
    'wide blanks': (rows) => rows.map((row) => row.join('　　　')).join('\n'),
  };
  const figure = fc
    .tuple(fc.nat(99_999), fc.integer({ min: 0, max: 2 }))
    .map(([n, places]) => (n / 10 ** places).toFixed(places));
  const table = fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 });

  it.each(Object.keys(looks))('written with %s gives each of its figures', (look) => {
    fc.assert(
      fc.property(table, (figures) => {
        const rows = [['指标名称', ...years], ...figures.map((row, i) => [names[i] as string, ...row])];
        const text = `一、目标\n\n正文在此。\n\n表1 主要指标（单位：亿元）\n\n${looks[look]?.(rows)}\n\n二、任务\n`;
        const facts = read([text]);
        expect(facts.map(({ name, printed, period }) => `${name} ${printed} ${period}`)).toEqual(
          figures.flatMap((row, i) => row.map((digits, k) => `${names[i]} ${digits} ${years[k]?.slice(0, 4)}`)),
        );
        for (const { source, printed, unit } of facts) {
          expect(text.slice(source.start, source.end)).toBe(source.quote);
          expect(source.quote.endsWith(printed)).toBe(true);
          expect(unit).toBe('亿元');
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('typed cells', () => {
  it('are numbers for figures, text for words, null for nothing', () => {
    const [table] = tablesOf(
      draftOf(
        '表1 指标\n序号\t指标\t2020年\t2025年\n1\t产值\t1,397.5\t≥2000\n2\t占比\t８５％\t—\n3\t代码\t0701\t2021年4月',
      ),
    );
    expect(table).toMatchObject({
      title: '表1 指标',
      columns: ['序号', '指标', '2020年', '2025年'],
      rows: [
        [1, '产值', 1397.5, '≥2000'],
        [2, '占比', 85, null],
        [3, '代码', '0701', '2021年4月'],
      ],
      source: { file: 'plan.txt', line: 1, quote: '表1 指标' },
    });
  });
});

interface GoldFact {
  readonly origin: string;
  readonly value: number;
  readonly line: number;
  readonly kind: string;
}

const shared = resolve(import.meta.dirname, '../../../../../shared');

describe.skipIf(!existsSync(shared))('the seed documents', () => {
  it.each(['000', '002', '004'])('%s: every figure of its tables is found on its line with its kind', (seed) => {
    const file = readdirSync(resolve(shared, 'seeds')).find((name) => name.startsWith(seed)) as string;
    const gold = JSON.parse(readFileSync(resolve(shared, `gold/${seed}.json`), 'utf8')) as { indicators: GoldFact[] };
    const wanted = gold.indicators.filter(({ origin }) => origin === 'table');
    const facts = tableIndicatorsOf(
      draftOf(readFileSync(resolve(shared, 'seeds', file), 'utf8'), { baseYear: null, issuedOn: null, period: null }),
      nobody,
    );
    const missing = wanted.filter(
      ({ value, line }) => !facts.some((fact) => fact.value === value && Math.abs(fact.source.line - line) <= 2),
    );
    expect(missing).toEqual([]);
    expect(facts.length).toBe(wanted.length);
  });
});

describe('units and years that a table says once', () => {
  it('several units over a table go to sums of money, to rates and to counts', () => {
    const facts = read([
      '表1 各园区项目完成情况',
      '单位：个、亿元、%',
      '园区\t项目数\t累计完成投资\t完成率',
      '东园\t12\t8.5\t85.0',
      '西园\t9\t6.2\t77.5',
    ]);
    expect(facts.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      '项目数 个',
      '累计完成投资 亿元',
      '完成率 %',
      '项目数 个',
      '累计完成投资 亿元',
      '完成率 %',
    ]);
  });

  it('a total in brackets among growth rates is in the unit of its row', () => {
    const facts = read([
      '指标\t单位\t2020年\t2025年\t年均增长（%）',
      '地区生产总值\t亿元\t80\t120\t8.4',
      '新增就业\t万人\t1.1\t—\t[5]',
    ]);
    expect(facts.at(-1)).toMatchObject({ name: '新增就业', value: 5, unit: '万人', kind: 'cumulative' });
    expect(facts.find(({ kind }) => kind === 'growth_rate')?.unit).toBe('%');
  });

  it('a share without a year has that of the area beside it', () => {
    const facts = read([
      '地类\t2020年面积（公顷）\t比例（%）\t2025年面积（公顷）\t比例（%）',
      '工业用地\t60\t60\t90\t45',
      '绿地\t40\t40\t110\t55',
    ]);
    expect(facts.filter(({ kind }) => kind === 'share').map(({ period }) => period)).toEqual([
      '2020',
      '2025',
      '2020',
      '2025',
    ]);
  });
});
