import { describe, expect, test } from 'vitest';
import { listedProjects, singleProjects } from './entities/project-phrases.ts';
import { readText } from './read.ts';

const projects = (...lines: string[]) => readText('青川.txt', lines.join('\n')).facts.projects;
const whole = (text: string) => ({ start: 0, end: text.length });
const listed = (text: string) => listedProjects(text, whole(text)).map(({ span }) => text.slice(span.start, span.end));
const single = (text: string) => singleProjects(text, whole(text)).map(({ span }) => text.slice(span.start, span.end));

describe('lists of projects', () => {
  test('“甲公司乙、丙公司丁等重点项目” is a project for each, with its owner', () => {
    const found = projects(
      '一、重点产业',
      '（一）新材料产业。',
      '--重点项目。加快实施青川恒远铝业有限公司超大规格板带材、云河焊接研究所特种焊材生产基地、712研究所和青川汽轮机有限责任公司30兆瓦燃气轮机研制基地等重点项目。',
    );
    expect(found.map(({ name, owner }) => [owner, name])).toEqual([
      ['青川恒远铝业有限公司', '超大规格板带材'],
      ['云河焊接研究所', '特种焊材生产基地'],
      ['712研究所和青川汽轮机有限责任公司', '30兆瓦燃气轮机研制基地'],
    ]);
    expect(found[0]).toMatchObject({ industry: '新材料产业', list: '重点项目', status: '加快实施' });
    expect(found[0]?.source.quote).toBe('青川恒远铝业有限公司超大规格板带材');
  });

  test('、 inside brackets and 和 inside a name part nothing', () => {
    expect(listed('推进恒远机械轴承（含滚珠、保持架）生产、瑞丰粮油稻米和米糠加工等项目建设')).toEqual([
      '恒远机械轴承（含滚珠、保持架）生产',
      '瑞丰粮油稻米和米糠加工',
    ]);
  });

  test('commas inside a list part its items when they must', () => {
    expect(listed('加快建设恒远机械年产1500吨轴承钢、300吨弹簧钢，瑞丰粮油稻米加工等项目')).toEqual([
      '恒远机械年产1500吨轴承钢、300吨弹簧钢',
      '瑞丰粮油稻米加工',
    ]);
  });

  test('a counted list is taken when the count agrees', () => {
    expect(projects('一、思路', '重点推进甲醇、煤焦油两大龙头项目的建设。').map(({ name }) => name)).toEqual([
      '甲醇龙头项目',
      '煤焦油龙头项目',
    ]);
    expect(listed('推进甲醇、乙醇、煤焦油两大龙头项目的建设')).toEqual([]);
  });

  test('a size that any project of a kind may have names none', () =>
    expect(single('建设年出栏1000头以上规模养殖项目')).toEqual([]));

  test('kinds of work are no projects', () => {
    expect(listed('重点建设新材料、生物、绿色食品等产业项目')).toEqual([]);
    expect(listed('推动智慧交通、智慧物流、智慧医疗等示范工程建设')).toEqual([]);
    expect(listed('建立“储备一批、开工一批、建设一批”的项目建设机制')).toEqual([]);
  });
});

describe('one project in a sentence', () => {
  test.each([
    ['加快恒远机械精密轴承项目落地', ['恒远机械精密轴承项目']],
    ['实施高纯多金属靶材绿色冶炼项目', ['高纯多金属靶材绿色冶炼项目']],
    ['正在建设昌乐污水处理厂', ['昌乐污水处理厂']],
    ['以温泉康养旅游综合体项目为引领', ['温泉康养旅游综合体项目']],
    ['实施企业技术改造项目', []],
    ['严格控制新上高耗能项目', []],
    ['实施一批重大产业项目', []],
    ['实施智能制造工程', []],
  ])('%s', (text, expected) => expect(single(text)).toEqual(expected));

  test('what follows gives money, years and figures', () => {
    const [project] = projects(
      '一、重点工作',
      '推进恒远机械精密轴承项目，总投资5.2亿元，占地120亩，2022年3月开工，2024年建成投产。',
    );
    expect(project).toMatchObject({
      name: '恒远机械精密轴承项目',
      owner: '恒远机械',
      investment: { value: 5.2, unit: '亿元' },
      start: '2022-03',
      finish: '2024',
    });
    expect(project?.quantities).toMatchObject([{ name: '占地', value: 120, unit: '亩' }]);
  });
});

describe('a passage about one project', () => {
  test('its first words are the name; the rest tells of it', () => {
    const [project] = projects(
      '一、园区企业',
      '热电联产项目。该项目总投资3.1亿元，位于化工园北部，装机容量30MW，可安置就业40人，年利润3400万元，税金1100万元。',
    );
    expect(project).toMatchObject({
      name: '热电联产项目',
      location: '化工园北部',
      investment: { value: 3.1, unit: '亿元' },
    });
    expect(project?.quantities.map(({ name, value, unit }) => `${name} ${value} ${unit}`)).toEqual(
      expect.arrayContaining(['年利润 3400 万元', '税金 1100 万元']),
    );
  });

  test('a firm that tells of “the project” owns it', () => {
    const [project] = projects(
      '一、园区企业',
      '青川恒远硅业有限公司位于产业园北区。该项目2012年开始建设，项目年产4万吨碳化硅。项目占地面积5.2公顷。',
    );
    expect(project).toMatchObject({ owner: '青川恒远硅业有限公司', start: '2012' });
    expect(project?.name).toContain('碳化硅');
  });
});

describe('ways to speak of a project', () => {
  test('its money may stand before its name', () => {
    expect(
      projects('一、重点工作', '推进总投资20亿元的恒远智能装备项目建设，加快投资12亿元的瑞丰汽车零部件项目落地。'),
    ).toMatchObject([
      { name: '恒远智能装备项目', investment: { value: 20, unit: '亿元' } },
      { name: '瑞丰汽车零部件项目', investment: { value: 12, unit: '亿元' } },
    ]);
  });

  test('who builds it may stand before its name', () => {
    expect(
      projects(
        '一、重点工作',
        '由昌乐恒远机械有限公司投资建设的年产5万套精密轴承项目，占地150亩，总投资6.8亿元，2025年底竣工。',
      ),
    ).toMatchObject([
      { name: '年产5万套精密轴承项目', owner: '昌乐恒远机械有限公司', investment: { value: 6.8 }, finish: '2025' },
    ]);
  });

  test('a phase belongs to its name', () => {
    expect(
      projects('一、重点工作', '重点抓好恒远轴承二期、昌乐氨基酸扩能等两大项目。').map(({ name }) => name),
    ).toContain('恒远轴承二期');
  });
});

test('a chapter of numbered projects gives each, however it is punctuated', () => {
  const found = projects(
    '二、重点工程',
    '1.瑞陵药业创新药产业化基地。占地200亩，总投资15亿元，建设原料药车间，达产后年销售收入30亿元、利税6亿元，带动就业1200人。',
    '2.东升重工海上风电装备项目：总投资32.5亿元，建设周期2023-2026年。',
    '3.云河港扩建工程（总投资8亿元，2024年开工）。',
    '4.数据中心二期项目。',
  );
  expect(found).toMatchObject([
    { name: '瑞陵药业创新药产业化基地', owner: '瑞陵药业', investment: { value: 15 }, list: '重点工程' },
    { name: '东升重工海上风电装备项目', investment: { value: 32.5 }, start: '2023', finish: '2026' },
    { name: '云河港扩建工程', investment: { value: 8 }, start: '2024' },
    { name: '数据中心二期项目', investment: null },
  ]);
  expect(found[0]?.quantities.map(({ name }) => name)).toEqual(expect.arrayContaining(['利税', '带动就业']));
});

describe('tables and boxes', () => {
  test('a project table gives every column', () => {
    const found = projects(
      '一、重点项目',
      '附表 重点项目清单',
      '单位：万元',
      '序号\t项目名称\t建设单位\t建设地点\t建设内容及规模\t总投资\t建设年限',
      '1\t精密轴承项目\t青川恒远机械有限公司\t东区\t新建厂房2万平方米\t52000\t2022-2024',
      '2\t稻米加工项目\t瑞丰粮油\t西区\t年加工稻米10万吨\t8000\t2023-2023',
      '合计\t\t\t\t\t60000\t',
    );
    expect(found).toMatchObject([
      {
        name: '精密轴承项目',
        owner: '青川恒远机械有限公司',
        location: '东区',
        investment: { value: 52000, unit: '万元' },
        start: '2022',
        finish: '2024',
      },
      { name: '稻米加工项目', owner: '瑞丰粮油', investment: { value: 8000, unit: '万元' } },
    ]);
    expect(found[0]?.quantities).toMatchObject([{ value: 2, unit: '万平方米' }]);
  });

  test('a numbered list under a box keeps builder, years and money with each project', () => {
    const text = [
      '一、重点工程',
      '专栏1 重点建设项目',
      '1.云河船舶修造基地项目：由恒远重工集团有限公司投资建设，总投资25亿元，占地1200亩，2022—2025年建设，建成后年产值40亿元。',
      '2.云河冷链物流园：总投资3亿元，冷库容量10万吨。',
    ].join('\n');
    const { projects: found, indicators } = readText('plan.txt', text).facts;
    expect(found).toMatchObject([
      {
        name: '云河船舶修造基地项目',
        owner: '恒远重工集团有限公司',
        investment: { value: 25, unit: '亿元' },
        start: '2022',
        finish: '2025',
      },
      { name: '云河冷链物流园', investment: { value: 3, unit: '亿元' } },
    ]);
    expect(indicators).toEqual([]);
  });

  test('a box of numbered projects gives each, with its group as industry', () => {
    const found = projects(
      '一、重点产业',
      '专栏1 “十四五”期间装备制造产业重点工程',
      '装备制造产业：（1）恒远机械精密轴承项目（2）昌乐县5G基站建设项目（3）云峰物流园项目',
    );
    expect(found.map(({ name, industry }) => [name, industry])).toEqual([
      ['恒远机械精密轴承项目', '装备制造产业'],
      ['昌乐县5G基站建设项目', '装备制造产业'],
      ['云峰物流园项目', '装备制造产业'],
    ]);
  });
});

test('one work in two wordings is one project', () => {
  const found = projects(
    '一、重点工作',
    '实施恒远机械轴承节能升级改造、瑞丰粮油米糠综合利用等一批项目。',
    '推进恒远机械轴承节能改造、瑞丰粮油米糠综合利用等项目建设。',
  );
  expect(found.map(({ owner }) => owner)).toEqual(['恒远机械', '瑞丰粮油']);
});

test('every source is the exact text at its place', () => {
  const text = '一、重点工作\n加快恒远机械精密轴\n承项目落地。';
  const [project] = readText('青川.txt', text).facts.projects;
  expect(project && text.slice(project.source.start, project.source.end)).toBe(project?.source.quote);
});

test('a head over 开工 and 竣工 gives both years of a project', () => {
  const [found] = projects(
    '项目名称\t建设单位\t总投资（亿元）\t建设年限\t',
    '\t\t\t开工\t竣工',
    '精密轴承扩建项目\t恒远轴承有限公司\t3.2\t2024\t2026',
    '冷链物流园\t瑞丰供应链有限公司\t1.5\t2025\t2027',
  );
  expect(found).toMatchObject({ start: '2024', finish: '2026' });
});

test('items of a list may say what they cost before their names', () => {
  const found = projects('抓好总投资36亿元的青川抽水蓄能电站、总投资12亿元的云河预制菜产业园等重点项目建设。');
  expect(found.map(({ name, investment }) => [name, investment?.value])).toEqual([
    ['青川抽水蓄能电站', 36],
    ['云河预制菜产业园', 12],
  ]);
});

test('what stands in brackets after an item of a list is its cost and land, and parts no list', () => {
  const found = projects(
    '推进恒远生物云河药物基地（总投资18亿元，占地120亩）、瑞丰机械云河设备二期（总投资6.5亿元）等项目建设。',
  );
  expect(found.map(({ name, investment }) => [name, investment?.value])).toEqual([
    ['云河药物基地', 18],
    ['云河设备二期', 6.5],
  ]);
});
