import { describe, expect, test } from 'vitest';
import { layOutText } from '../layout/layout.ts';
import { aboutOf } from './about.ts';
import { dayIn, fiveYearPlan, smallNumber } from './entities/dates.ts';
import { readText } from './read.ts';

const about = (text: string) => aboutOf(layOutText('青川.txt', text), []);

describe('the facts of a document itself', () => {
  test('a notice gives title, number, issuer, date, years and base year', () => {
    const facts = about(
      [
        '临江县人民政府办公室',
        '临政办发〔2021〕12号',
        '临江县人民政府办公室关于印发临江经济开发区产业发展规划的通知',
        '各乡（镇）人民政府，县政府各部门：',
        '《临江经济开发区产业发展规划》已经县政府同意，现印发给你们，请认真执行。',
        '临江县人民政府办公室',
        '２０21年9月3日',
        '一、总则',
        '规划基准年为2020年，规划期限为2021—2025年。',
      ].join('\n'),
    );
    expect(facts).toEqual({
      title: '临江经济开发区产业发展规划',
      issuer: '临江县人民政府办公室',
      number: '临政办发〔2021〕12号',
      issuedOn: '2021-09-03',
      period: { start: '2021', end: '2025' },
      baseYear: '2020',
      // There is one 临江 in the national list: a city of Jilin, not the invented county.
      regions: expect.arrayContaining(['临江经济开发区']),
    });
  });

  test('a region that the national list does not hold is known by its form', () => {
    expect(about('云河市“十三五”工业发展规划\n一、现状\n全市工业平稳。').regions).toEqual(['云河市']);
  });

  test('a listed county brings its city and province', () => {
    expect(about('昌乐县高端装备产业发展规划（2023—2027年）').regions).toEqual(['山东省', '潍坊市', '昌乐县']);
  });

  test('a title broken over two lines is joined, and its years are read', () => {
    const facts = about('青川经济开发区绿色建材产业\n高质量发展三年行动计划（2023-2025年）\n为做强产业，制定本计划。');
    expect(facts.title).toBe('青川经济开发区绿色建材产业高质量发展三年行动计划（2023-2025年）');
    expect(facts.period).toEqual({ start: '2023', end: '2025' });
  });

  test('a five-year plan in the title gives the years', () => {
    expect(about('青川县“十四五”物流业发展规划\n前言').period).toEqual({ start: '2021', end: '2025' });
  });

  test('the years of one project are not the years of the plan', () => {
    expect(about('青川县“十四五”物流业发展规划\n建设年限2020年至2024年。').period).toEqual({
      start: '2021',
      end: '2025',
    });
  });

  test('years run on from a first one', () => {
    expect(about('云河市项目攻坚实施方案\n从2011年起，连续3年集中攻坚。').period).toEqual({
      start: '2011',
      end: '2013',
    });
  });

  test('the state reported last before the plan begins is its base year', () => {
    expect(about('云河市“十三五”园区发展规划\n截至2015年末，园区有企业20户。截至2014年为18户。').baseYear).toBe('2015');
  });

  test('a chapter heading is no title', () => {
    expect(about('第一章 产业发展规划\n一、现状').title).toBeNull();
  });
});

describe('dates as offices write them', () => {
  test.each([
    ['二○一一年五月二十一日', '2011-05-21'],
    ['二〇二三年十二月三十日', '2023-12-30'],
    ['2022年4月14日', '2022-04-14'],
    ['2022-04-14', '2022-04-14'],
  ])('%s', (text, day) => expect(dayIn(text)?.day).toBe(day));

  test('a thirteenth month is no date', () => expect(dayIn('2022年13月1日')).toBeNull());
  test.each([
    ['十', 10],
    ['二十一', 21],
    ['九', 9],
    ['一五', null],
    ['', null],
  ])('%s is %s', (text, number) => expect(smallNumber(text)).toBe(number));
  test('the eighth five-year plan began in 1991', () =>
    expect(fiveYearPlan('八')).toEqual({ start: '1991', end: '1995' }));

  test('a report names its region where it was given; minutes and lists have titles too', () => {
    const report = readText(
      'a.txt',
      '政府工作报告\n——2023年1月12日在云岭县第十八届人民代表大会第二次会议上\n\n各位代表：现在报告工作。',
    );
    expect(report.facts.document).toMatchObject({ title: '政府工作报告', regions: ['云岭县'] });
    const minutes = readText('b.txt', '轴承产业链专班会议纪要\n\n3月18日，专班召开第三次会议。');
    expect(minutes.facts.document.title).toBe('轴承产业链专班会议纪要');
  });

  test('a county that has the name of a city on the list is itself', () =>
    expect(
      readText('c.txt', '临江县生物医药产业链图谱\n\n一、概况\n\n全县共有企业76家。').facts.document.regions,
    ).toEqual(['临江县']));

  test('the years of a plan may stand on the line below its name', () =>
    expect(
      readText('d.txt', '云河新材料产业园产业发展规划\n（2023-2027）\n\n第1章 总则\n\n园区现有企业64家。').facts
        .document,
    ).toMatchObject({ period: { start: '2023', end: '2027' } }));
});
