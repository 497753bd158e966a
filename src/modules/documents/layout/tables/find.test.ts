import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../../core/document.ts';
import { layOut } from '../layout.ts';

const tablesOf = (...lines: string[]): TableBlock[] =>
  layOut(lines.join('\n')).filter((block): block is TableBlock => block.kind === 'table');

/** The one table of the lines: heads and rows as text. */
function tableOf(...lines: string[]) {
  const tables = tablesOf(...lines);
  expect(tables).toHaveLength(1);
  const [table] = tables as [TableBlock];
  const body = table.rows.slice(table.headerRows).map((row) => row.map(({ text }) => text).join('|'));
  return { ...table, body };
}

describe('tabs', () => {
  it('a numbered line alone between two rows names the group of rows below it', () => {
    const table = tableOf(
      '专栏2 主要指标',
      '',
      '序号\t指标\t单位\t2025年\t2030年',
      '一、发展质量',
      '1\t地区生产总值\t亿元\t86\t130',
      '2\t高新技术企业\t家\t12\t40',
      '二、绿色低碳',
      '3\t空气优良天数比率\t%\t90\t92',
    );
    expect(table.title).toBe('专栏2 主要指标');
    expect(table.columns).toEqual(['序号', '指标', '单位', '2025年', '2030年']);
    expect(table.body).toEqual([
      '一、发展质量||||',
      '1|地区生产总值|亿元|86|130',
      '2|高新技术企业|家|12|40',
      '二、绿色低碳||||',
      '3|空气优良天数比率|%|90|92',
    ]);
  });

  it('a heading between two tables parts them', () => {
    const tables = tablesOf(
      '园区\t产值\t税收',
      '东园\t10\t1',
      '西园\t20\t2',
      '二、重点企业',
      '企业\t产值\t税收',
      '恒远铝业\t5\t1',
    );
    expect(tables).toHaveLength(2);
  });

  it('part cells, and the line above names the table and its unit', () => {
    const table = tableOf(
      '附件2',
      '　　主要产业培育计划汇总表',
      '　　单位：亿元',
      '产业\t2020年\t2025年',
      '新材料\t40 \t75 ',
      '食品\t\t20',
    );
    expect(table).toMatchObject({
      title: '主要产业培育计划汇总表',
      unit: '亿元',
      headerRows: 1,
      columns: ['产业', '2020年', '2025年'],
    });
    expect(table.body).toEqual(['新材料|40|75', '食品||20']);
  });

  it('lose merged heads, which are spread over their parts again', () => {
    const { columns, headerRows, rows } = tableOf(
      '序号\t产业名称\t2020年　　营业收入\t重点园区\t龙头企业',
      '\t\t\t个数\t2020年　　销售收入\t个数\t2020年　　营业收入',
      '1\t新材料\t400\t10\t298\t22\t334',
    );
    expect(headerRows).toBe(2);
    expect(columns).toEqual([
      '序号',
      '产业名称',
      '2020年营业收入',
      '重点园区/个数',
      '重点园区/2020年销售收入',
      '龙头企业/个数',
      '龙头企业/2020年营业收入',
    ]);
    expect(rows[0]?.[3]).toBe(rows[0]?.[4]);
    expect(rows[1]?.[0]).toBe(rows[0]?.[0]);
  });

  it('may leave blanks after a merged head', () => {
    const table = tableOf(
      '园区\t2020年\t\t2025年',
      '\t产值\t税收\t产值\t税收',
      '东园\t10\t1\t20\t2',
      '西园\t5\t0.5\t8\t1',
    );
    expect(table.columns).toEqual(['园区', '2020年/产值', '2020年/税收', '2025年/产值', '2025年/税收']);
  });

  it('leave blanks below a merged cell of words, which share it again; a blank figure stays blank', () => {
    const table = tableOf(
      '类别\t指标\t2020年\t2025年',
      '效益\t亩均税收\t4.7\t7.3',
      '\t亩均投资\t17\t',
      '开放\t进出口\t9\t12',
    );
    expect(table.body).toEqual(['效益|亩均税收|4.7|7.3', '效益|亩均投资|17|', '开放|进出口|9|12']);
    expect(table.rows[1]?.[0]).toBe(table.rows[2]?.[0]);
  });

  it('go on over a page number and a running head', () => {
    const page = (n: number) => ['', '云河市产业发展规划', `第 ${n} 页`, ''];
    const rows = (n: number) => [`${n}\t园${n}\t${n}0`];
    const lines = ['序号\t园区\t面积', ...[1, 2, 3, 4].flatMap((n) => [...rows(n), ...page(n)]), ...rows(5)];
    expect(tableOf(...lines).body).toEqual(['1|园1|10', '2|园2|20', '3|园3|30', '4|园4|40', '5|园5|50']);
  });

  it('do not reach over the caption of the next table', () => {
    const tables = tablesOf('产业\t产值', '食品\t10', '表 3：重点项目清单', '项目\t投资', '铜杆\t5');
    expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
      [null, 2],
      ['表 3：重点项目清单', 2],
    ]);
  });

  it('leave a total without the code of the line above', () => {
    const table = tableOf('用地代码\t用地名称\t面积', 'M\t工业用地\t30', 'U\t公用设施用地\t6', '\t合计\t36');
    expect(table.body.at(-1)).toBe('|合计|36');
  });

  it('keep the lines that name a group', () => {
    const table = tableOf(
      '指标\t2020年\t2025年',
      '亩产效益\t\t',
      '亩均税收\t4.7\t7.3',
      '对外开放\t\t',
      '进出口\t9\t12',
    );
    expect(table.body).toEqual(['亩产效益||', '亩均税收|4.7|7.3', '对外开放||', '进出口|9|12']);
  });

  it('go on over a blank line and the heads of the next page', () => {
    const table = tableOf('序号\t园区\t方向', '1\t东园\t材料', '', '序号\t园区\t方向', '2\t西园\t食品');
    expect(table.body).toEqual(['1|东园|材料', '2|西园|食品']);
  });
});

describe('pipes', () => {
  it('make a Markdown table', () => {
    const table = tableOf(
      '## 主要指标',
      '',
      '| 指标 | 2025年 |',
      '| --- | ---: |',
      '| 产值 | 1,000 |',
      '| **税收** |  |',
    );
    expect(table).toMatchObject({ title: null, headerRows: 1, columns: ['指标', '2025年'] });
    expect(table.body).toEqual(['产值|1,000', '税收|']);
  });

  it('may be drawn', () => {
    const table = tableOf('┌──┬──┐', '│指标│2025年│', '├──┼──┤', '│产值│100│', '│税收│ 12│', '└──┴──┘');
    expect(table.columns).toEqual(['指标', '2025年']);
    expect(table.body).toEqual(['产值|100', '税收|12']);
  });
});

describe('boxes', () => {
  it('may come one cell to a line; a blank cell repeats the one above', () => {
    const table = tableOf(
      '专栏16  重点建设项目清单',
      '',
      '\t序号',
      '\t领域',
      '\t内容',
      '',
      '\t1',
      '\t医药',
      '\t1.原料药。',
      '2.中成药。',
      '',
      '3.保健品。',
      '',
      '\t2',
      '\t',
      '\t仓储',
      '',
      '',
      '（二）加强领导',
      '',
      '落实责任。',
    );
    expect(table).toMatchObject({ box: true, title: '专栏16  重点建设项目清单', columns: ['序号', '领域', '内容'] });
    expect(table.body).toEqual(['1|医药|1.原料药。 2.中成药。 3.保健品。', '2|医药|仓储']);
    expect(table.rows[1]?.[1]).toBe(table.rows[2]?.[1]);
  });

  it('may run on in one line, also over a page end', () => {
    const table = tableOf(
      '## 专栏 8 绿色发展工程',
      '',
      '环境治理：（1）园区建设（2）绿色园',
      '',
      '区创建（3）污水处理项目',
      '',
      '## 六、保障',
    );
    expect(table).toMatchObject({ box: true, title: '专栏 8 绿色发展工程', headerRows: 0 });
    expect(table.body).toEqual(['环境治理|园区建设', '环境治理|绿色园区创建', '环境治理|污水处理项目']);
  });
});

describe('blanks', () => {
  it('part code, name and figures of a land table whose heads were broken over lines', () => {
    const table = tableOf(
      '东部园区现状城乡用地汇总表',
      '',
      '用地代码',
      '用地名称 用地面积(hm²)',
      '',
      '占城乡用地比例',
      '',
      '(%)大类 中类 小类',
      '',
      'H 建设用地 44.06 92.50',
      '',
      'H1 城乡居民点建设用地 44.06 92.50',
      '用地代码',
      '用地名称 用地面积(hm²)',
      '',
      '占城乡用地比例',
      '',
      '(%)大类 中类 小类',
      '',
      'E',
      '',
      '非建设用地 3.57 7.50',
      '',
      'E E1 水域 3.57',
      '',
      '城乡用地 47.63 100.00',
      '',
      '（2）园区现状主导产业',
    );
    expect(table).toMatchObject({
      title: '东部园区现状城乡用地汇总表',
      columns: ['用地代码', '用地名称', '用地面积(hm²)', '占城乡用地比例(%)'],
    });
    expect(table.body).toEqual([
      'H|建设用地|44.06|92.50',
      'H1|城乡居民点建设用地|44.06|92.50',
      'E|非建设用地|3.57|7.50',
      'E1|水域|3.57|',
      '|城乡用地|47.63|100.00',
    ]);
  });

  it('part a serial number, a unit, figures and the attribute of an indicator', () => {
    const table = tableOf(
      '序号 指标 单位 2020 2025 属性',
      '1 规上企业数 家 25 40 预期性',
      '2 亩均税收 万元/亩 12.5 18.0 约束性',
    );
    expect(table.columns).toEqual(['序号', '指标', '单位', '2020', '2025', '属性']);
    expect(table.body[1]).toBe('2|亩均税收|万元/亩|12.5|18.0|约束性');
  });

  it('part a bracketed total, and keep the column of a row without a unit', () => {
    const table = tableOf(
      '指标 单位 2020年 2025年',
      '履约率 % 71 [77]',
      '综合容积率 — 1.00 1.31',
      '企业数 家 20 30',
      '税收 亿元 5 8',
    );
    expect(table.body).toEqual(['履约率|%|71|[77]', '综合容积率|—|1.00|1.31', '企业数|家|20|30', '税收|亿元|5|8']);
  });

  it('part as many words in every line', () => {
    const table = tableOf('序号 园区名称 面积 主导产业', '1 东部园区 5.6 电子信息', '2 西部园区 3.2 食品加工');
    expect(table.body).toEqual(['1|东部园区|5.6|电子信息', '2|西部园区|3.2|食品加工']);
  });

  it('part words alone where a column counts the rows', () => {
    const table = tableOf(
      '序号 任务 牵头单位 完成时限',
      '1 编制产业链图谱 县发改局 2026年6月底',
      '2 开展银企对接 县金融办 每季度1次',
    );
    expect(table.columns).toEqual(['序号', '任务', '牵头单位', '完成时限']);
    expect(table.body[1]).toBe('2|开展银企对接|县金融办|每季度1次');
  });

  it('align columns, with blank places kept', () => {
    const table = tableOf(
      '单位：亿元',
      '指标      2020年   2025年   年均增长',
      '总产值       300      500      10.8%',
      '营业收入     280                9.0%',
      '利税                   45',
    );
    expect(table.unit).toBe('亿元');
    expect(table.body).toEqual(['总产值|300|500|10.8%', '营业收入|280||9.0%', '利税||45|']);
  });

  it('never make a table of sentences', () => {
    expect(tablesOf('2020 年 产值 100 亿元，', '税收 12 亿元。', '企业 20 家，其中 规上 5 家。')).toEqual([]);
    expect(tablesOf('第一季度 开工', '第二季度 投产', '第三季度 达产')).toEqual([]);
  });
});

describe('captions', () => {
  it('are no headings of the text', () => {
    const [table] = tablesOf('（二）主要指标', '指标\t2025年', '产值\t100');
    expect(table?.title).toBeNull();
  });

  it('may carry their unit', () => {
    expect(tableOf('表 2-1 主要指标（单位：万元）', '指标\t2025年', '产值\t100')).toMatchObject({
      title: '表 2-1 主要指标',
      unit: '万元',
    });
    expect(tableOf('表2 主要指标       单位：亿元', '指标\t2025年', '产值\t100')).toMatchObject({
      title: '表2 主要指标',
      unit: '亿元',
    });
  });

  it('belong to the table with their place', () => {
    const text = '正文在此。\n表1 主要指标\n指标\t2025年\n产值\t100';
    const [, table] = layOut(text);
    if (table?.kind !== 'table' || table.titleSpan === null) throw new Error('a titled table');
    expect(text.slice(table.titleSpan.start, table.titleSpan.end)).toBe('表1 主要指标');
    expect(text.slice(table.start, table.end)).toBe('表1 主要指标\n指标\t2025年\n产值\t100');
  });
});
