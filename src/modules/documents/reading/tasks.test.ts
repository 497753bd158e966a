import { describe, expect, test } from 'vitest';
import { recurrenceOf, unitsOf } from './entities/task-units.ts';
import { readText } from './read.ts';

const tasks = (...lines: string[]) => readText('青川.txt', lines.join('\n')).facts.tasks;

describe('units', () => {
  test('the level that the first unit names is given back to those after it', () => {
    expect(unitsOf('省发改委、工业和信息化厅、财政厅等，省科顾委')).toEqual([
      '省发改委',
      '省工业和信息化厅',
      '省财政厅',
      '省科顾委',
    ]);
    expect(unitsOf('区税务局、市场监管局')).toEqual(['区税务局', '区市场监管局']);
    expect(unitsOf('县委组织部、人社局')).toEqual(['县委组织部', '县人社局']);
  });

  test('bodies of no level keep their names', () => {
    expect(unitsOf('市发改委、五大产业专班办公室、各县（区）政府、人民银行青川中心支行、有关部门')).toEqual([
      '市发改委',
      '五大产业专班办公室',
      '各县（区）政府',
      '人民银行青川中心支行',
      '有关部门',
    ]);
  });

  test('wide blanks part units too', () => {
    expect(unitsOf('省委宣传部　　省直机关工委　　省财政厅')).toEqual(['省委宣传部', '省直机关工委', '省财政厅']);
  });

  test('an empty cell names nobody', () => expect(unitsOf('')).toEqual([]));
});

test.each([
  ['每年2次', { every: 'year', times: 2, month: null }],
  ['每年2月', { every: 'year', times: null, month: 2 }],
  ['每年十二月', { every: 'year', times: null, month: 12 }],
  ['每季度1次', { every: 'quarter', times: 1, month: null }],
  ['每月通报', { every: 'month', times: null, month: null }],
  ['每半年', { every: 'half', times: null, month: null }],
  ['全年工作', { every: 'continuous', times: null, month: null }],
  ['长期坚持', { every: 'continuous', times: null, month: null }],
  ['2025年6月', null],
])('“%s” recurs so', (deadline, recurrence) => expect(recurrenceOf(deadline)).toEqual(recurrence));

describe('a table of tasks', () => {
  const found = tasks(
    '一、任务分工',
    '任务分工表',
    '序号\t工作任务\t牵头单位\t配合单位\t完成时间',
    '\t一、建章立制\t\t\t',
    '1\t制定园区考核办法\t市发改委\t市财政局、统计局\t2024年6月',
    '2\t召开项目对接会\t市商务局　　市科技局\t各县（区）政府\t每年2次',
  );

  test('each row that assigns is a task; a group title is none', () => {
    expect(found).toMatchObject([
      {
        number: '1',
        text: '制定园区考核办法',
        leads: ['市发改委'],
        cooperators: ['市财政局', '市统计局'],
        deadline: '2024年6月',
        recurrence: null,
      },
      {
        number: '2',
        leads: ['市商务局', '市科技局'],
        cooperators: ['各县（区）政府'],
        deadline: '每年2次',
        recurrence: { every: 'year', times: 2, month: null },
      },
    ]);
  });

  test('the source is the task as printed', () => expect(found[0]?.source.quote).toBe('制定园区考核办法'));
});

test('what is assigned in brackets is a task with its units and deadline', () => {
  const [task, ...rest] = tasks(
    '一、重点任务',
    '1.推进标准地改革，实行带方案出让。（责任单位：市自然资源局、发改委；配合单位：各园区；完成时限：2024年底）',
  );
  expect(rest).toEqual([]);
  expect(task).toMatchObject({
    leads: ['市自然资源局', '市发改委'],
    cooperators: ['各园区'],
    deadline: '2024年底',
  });
  expect(task?.text).toContain('推进标准地改革');
});

test('the role may stand behind the units, on the same line or the next', () => {
  const found = tasks(
    '一、任务分工',
    '（1）修订园区准入办法。（县商务局、县财政局牵头，县司法局配合，2026年6月底完成）',
    '（2）举办银企对接会。（县金融办牵头，每季度1次）',
  );
  expect(found).toMatchObject([
    { leads: ['县商务局', '县财政局'], cooperators: ['县司法局'], deadline: '2026年6月底' },
    { leads: ['县金融办'], cooperators: [], recurrence: { every: 'quarter', times: 1, month: null } },
  ]);
  expect(found.map(({ text }) => text)).toEqual(['修订园区准入办法', '举办银企对接会']);
});

test('roles in one bracket may be parted by commas', () => {
  expect(
    tasks('一、重点任务', '推行一枚印章管审批。（牵头单位：县行政审批局，配合单位：县直各部门；时限：长期）')[0],
  ).toMatchObject({
    leads: ['县行政审批局'],
    cooperators: ['县直各部门'],
    deadline: '长期',
  });
});

describe('measures in running text', () => {
  const measures = (...lines: string[]) => tasks(...lines).map(({ text }) => text);

  test('a clause that sets up an instrument is a measure', () => {
    expect(
      measures('一、保障措施', '强化要素保障。建立项目准入评审机制，设立产业引导基金，企业活力不断增强。'),
    ).toEqual(['建立项目准入评审机制', '设立产业引导基金']);
  });

  test('who leads is read from 由……牵头', () => {
    expect(tasks('一、保障措施', '由市发改委牵头，建立园区评价考核制度。')[0]?.leads).toEqual(['市发改委']);
  });

  test('who helps and by when are read from the same sentence', () => {
    expect(
      tasks('一、保障措施', '由县工信局牵头，县财政局、县税务局配合，2025年底前出台亩均效益评价办法。')[0],
    ).toMatchObject({
      leads: ['县工信局'],
      cooperators: ['县财政局', '县税务局'],
      deadline: '2025年底前',
    });
  });

  test('how often it meets is said after the measure', () => {
    expect(
      tasks('一、保障措施', '建立联席会议制度，由县工信局牵头，县财政局等部门配合，每季度召开一次会议。')[0],
    ).toMatchObject({
      leads: ['县工信局'],
      cooperators: ['县财政局'],
      recurrence: { every: 'quarter', times: 1, month: null },
    });
    expect(tasks('一、保障措施', '专班每半月调度一次。')[0]?.recurrence).toEqual({
      every: 'month',
      times: 2,
      month: null,
    });
  });

  test('a sentence that only assigns speaks of the one before it', () => {
    expect(
      tasks(
        '一、重点项目',
        '恒远轴承项目要尽快完成土地摘牌。由县自然资源局牵头，经开区管委会配合，于3月25日前落实用地。',
      )[0],
    ).toMatchObject({
      text: '恒远轴承项目要尽快完成土地摘牌',
      leads: ['县自然资源局'],
      cooperators: ['经开区管委会'],
      deadline: '3月25日前',
    });
  });

  test('a headed measure of a chapter of policies is one', () => {
    expect(measures('五、政策措施', '（一）加大项目扶持力度', '优先扶持列入计划的项目。')).toContain(
      '加大项目扶持力度',
    );
  });

  test('a chapter that describes the present sets no tasks', () => {
    expect(measures('一、发展现状', '建立项目准入评审机制，设立产业引导基金。')).toEqual([]);
  });
});

describe('brackets at the end of a paragraph', () => {
  const brief = (...lines: string[]) =>
    tasks(...lines).map(({ number, leads, cooperators, deadline }) => ({ number, leads, cooperators, deadline }));

  test('units alone are those who answer for it, whatever the bracket', () => {
    for (const bracket of ['（县科技局、财政局）', '【县科技局、财政局】', '〔责任单位：县科技局、财政局〕'])
      expect(brief('二、重点任务', `3. 突破关键技术。每年发布榜单，组织揭榜攻关，结果向社会公开。${bracket}`)).toEqual([
        { number: '3', leads: ['县科技局', '县财政局'], cooperators: [], deadline: null },
      ]);
  });

  test('who shares the duty by its remit helps the one who leads', () => {
    expect(
      brief('（一）壮大主导产业，推动园区扩区调区。（县工信局牵头，县发改局、县商务局按职责分工负责）').map(
        ({ leads, cooperators }) => [leads, cooperators],
      ),
    ).toEqual([[['县工信局'], ['县发改局', '县商务局']]]);
  });

  test('a short name in brackets and the office that explains a text carry out nothing', () => {
    expect(tasks('本办法所称开发区，是指青川经济开发区和东泉工业园。（以下简称县管委会）')).toEqual([]);
    expect(tasks('第十一条 本政策由青川开发区管委会经济发展局负责解释。')).toEqual([]);
  });
});

test('beside a column of groups the column of contents says what is to be done', () => {
  const found = tasks(
    '表1 任务分解表',
    '序号\t重点任务\t工作内容\t牵头单位\t完成时限',
    '1\t主体培育\t建立规上企业培育库\t县工信局\t2026年3月底',
    '2\t主体培育\t开展升规专项行动\t县工信局\t2026年12月底',
  );
  expect(found.map(({ text }) => text)).toEqual(['建立规上企业培育库', '开展升规专项行动']);
});
