/** What comes after the targets: yearly steps, incentives, admission, safeguards. */
import type { Figure } from '../gold.ts';
import type { Phrase } from '../page.ts';
import { amount, figure, sentence, type Writing } from '../writing.ts';

export function writeSteps(writing: Writing): void {
  const { dice, world } = writing;
  writing.heading(1, dice.pick(['实施步骤', '年度安排', '分年度目标']));
  const count = Math.min(3, world.end - world.start + 1);
  const first = world.end - count + 1;
  const invested = world.targets.some(({ measure }) => measure.name.includes('投资'));
  const name = invested ? '园区建设投资' : dice.pick(['工业投资', '产业投资', '园区建设投资']);
  const amounts = Array.from({ length: count }, (_, i) => dice.int(12, 60) + i * 8);
  const sum = amounts.reduce((total, each) => total + each, 0);
  const wrong = writing.plant('sum/years');
  const stated = wrong ? sum + dice.int(12, 40) : sum;
  const mark = 'steps';
  writing.paragraph(
    `${first}年至${world.end}年，`,
    {
      text: `累计完成${name}${amount(writing, String(stated), '亿元')}`,
      mark,
      figures: [
        figure(writing, {
          name: `累计${name}`,
          value: stated,
          unit: '亿元',
          year: `${first}-${world.end}`,
          kind: 'cumulative',
          is_target: true,
        }),
      ],
    },
    '。',
  );
  amounts.forEach((each, i) => {
    writing.paragraph(
      dice.pick(['', `${['第一', '第二', '第三'][i]}阶段：`]),
      {
        text: `${first + i}年完成${name}${amount(writing, String(each), '亿元')}`,
        mark,
        figures: [figure(writing, { name, value: each, unit: '亿元', year: String(first + i), kind: 'target' })],
      },
      dice.pick(['。', '，重点工程全面铺开。', '，实现阶段性目标。']),
    );
  });
  const plant = {
    rule: 'sum/years',
    title: '分年度之和与累计',
    marks: [mark],
    arithmetic: `${amounts.join(' + ')} = ${sum} ${wrong ? '≠' : '='} ${stated}`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}

export function writeIncentives(writing: Writing): void {
  const { dice } = writing;
  writing.heading(2, dice.pick(['扶持政策', '奖励办法', '招商激励']));
  const [a, b, c] = dice.pick([
    [1000, 3000, 8000],
    [2000, 5000, 10000],
    [500, 2000, 5000],
  ] as const);
  const [p, q] = dice.pick([
    [3, 5],
    [2, 4],
    [5, 8],
  ] as const);
  const overlap = writing.plant('rule/tier');
  const mark = 'tier';
  // Bounds of a tier are noted as a range and one by one: a reader may take either.
  const tolerated = { year: null, kind: 'target', origin: 'park' } as const;
  const bound = (low: number, high: number): readonly Figure[] => {
    const common = { ...tolerated, name: '固定资产投资', unit: '万元' } as const;
    return [
      figure(writing, { ...common, value: [low, high], comparator: 'range' }),
      figure(writing, { ...common, value: low, comparator: '>=' }),
      figure(writing, { ...common, value: high, comparator: '<=' }),
    ];
  };
  const reward = (rate: number): Phrase => ({
    text: `按投资额的${rate}%给予奖励`,
    mark,
    figures: [figure(writing, { ...tolerated, name: '投资奖励比例', value: rate, unit: '%' })],
  });
  writing.paragraph(
    '对新引进的工业项目，',
    {
      text: overlap ? `固定资产投资${a}万元至${b}万元的` : `固定资产投资${a}万元以上、不超过${b}万元的`,
      mark,
      figures: bound(a, b),
    },
    '，',
    reward(p),
    '；',
    { text: overlap ? `${b}万元至${c}万元的` : `超过${b}万元、不超过${c}万元的`, mark, figures: bound(b, c) },
    '，',
    reward(q),
    '。',
  );
  if (overlap) {
    const arithmetic = `${b} 万元同属两档`;
    writing.found({ rule: 'rule/tier', severity: 'medium', title: '奖励分档边界', marks: [mark], arithmetic });
  }
}

export function writeAdmission(writing: Writing): void {
  const { dice } = writing;
  writing.heading(2, dice.pick(['准入条件', '项目准入', '用地管控']));
  const strength = dice.int(20, 45) * 10;
  const tax = dice.int(12, 30);
  const ratio = dice.pick(['1.0', '1.2', '1.5']);
  const clauses: Phrase[] = [
    {
      text: `投资强度不低于${amount(writing, String(strength), '万元/亩')}`,
      figures: [
        figure(writing, {
          name: '投资强度',
          value: strength,
          unit: '万元/亩',
          comparator: '>=',
          year: null,
          kind: 'target',
        }),
      ],
    },
    {
      text: `亩均税收不低于${amount(writing, String(tax), '万元/亩')}`,
      figures: [
        figure(writing, {
          name: '亩均税收',
          value: tax,
          unit: '万元/亩',
          comparator: '>=',
          year: null,
          kind: 'target',
        }),
      ],
    },
    {
      text: `容积率不低于${ratio}`,
      figures: [
        figure(writing, { name: '容积率', value: ratio, unit: '', comparator: '>=', year: null, kind: 'target' }),
      ],
    },
    {
      text: '建筑系数不低于40%',
      figures: [
        figure(writing, { name: '建筑系数', value: 40, unit: '%', comparator: '>=', year: null, kind: 'target' }),
      ],
    },
  ];
  writing.paragraph(
    ...sentence(dice.some(clauses, dice.int(2, 4)), dice.pick(['新入园工业项目', '新供地项目原则上', '凡新建项目，'])),
  );
}

/** A heading, what it says, and those of its words that set something up. */
const measures: readonly (readonly [title: string, words: string, ...instruments: string[]])[] = [
  [
    '加强组织领导',
    '成立由主要负责同志任组长的工作专班，定期研究解决重大事项，压实各方责任。',
    '成立由主要负责同志任组长的工作专班',
  ],
  ['强化要素保障', '统筹土地、资金、能耗等指标，优先向优质项目倾斜，提高资源配置效率。'],
  ['优化营商环境', '推行一窗受理、并联审批，为企业提供从落地到投产的全程服务。', '推行一窗受理、并联审批'],
  ['完善基础设施', '推进道路、供水、供气、污水处理等配套建设，提高园区综合承载力。'],
  ['严格监督考核', '建立目标责任制，对任务完成情况进行跟踪评估，结果与绩效挂钩。', '建立目标责任制'],
  [
    '坚守安全底线',
    '落实企业主体责任，健全风险分级管控和隐患排查机制，防范各类事故。',
    '健全风险分级管控和隐患排查机制',
  ],
  ['加大财税支持', '整合专项资金，发挥引导基金作用，撬动社会资本参与园区建设。'],
  ['建设人才队伍', '深化校企合作，引进紧缺专业人员，培养熟练技术工人。'],
];

export function writeSafeguards(writing: Writing): void {
  const { dice } = writing;
  writing.heading(1, dice.pick(['保障措施', '组织实施', '支撑保障']));
  const chosen = dice.some(measures, dice.int(3, 5));
  const twice = writing.plant('structure/number');
  chosen.forEach(([title, words, ...instruments], i) => {
    if (twice && i === 1) {
      const first = writing.page.blocks.length - 2;
      const block = writing.page.blocks[first];
      if (block?.kind === 'heading') {
        const number = block.text.slice(0, block.text.length - (chosen[0]?.[0] ?? '').length);
        writing.mark('number', { block: first, quote: block.text });
        const place = writing.plainHeading(2, number + title);
        writing.mark('number', place);
        writing.found({
          rule: 'structure/number',
          severity: 'low',
          title: '标题编号重复',
          marks: ['number'],
          arithmetic: `${number}出现两次`,
        });
      }
    } else writing.heading(2, title);
    const { block } = writing.paragraph(words);
    for (const task of instruments)
      writing.notes.tasks.push({
        place: { block, quote: task },
        no: null,
        task,
        lead_units: [],
        cooperating_units: [],
        deadline: null,
        schedule: null,
        type: 'measure',
      });
  });
}
