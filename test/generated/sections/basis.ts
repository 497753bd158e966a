/** What is: indicators in words, parts and their whole, profit and tax, figures per mu. */
import type { Figure } from '../gold.ts';
import type { Phrase } from '../page.ts';
import type { Target } from '../world.ts';
import { isShare } from '../world.ts';
import { amount, figure, otherUnit, plainBounds, sentence, type Writing, year } from '../writing.ts';
import { growthFirst, shareOfCounty } from './turns.ts';
import { respectively, sinceLastYear } from './wording.ts';

/** `table`: the targets that a table repeats, so that a slip of scale shows. */
export function writeBasis(writing: Writing, targets: readonly Target[], table: readonly Target[]): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['发展基础', '发展现状', '主要成效', '基础条件']));
  const at = year(writing, world.base);
  const groups = [targets.slice(0, 4), targets.slice(4, 8), targets.slice(8)].filter((group) => group.length > 0);
  const heads = dice.some(
    ['综合实力稳步提升。', '产业支撑作用增强。', '承载能力持续改善。', '创新要素加快汇聚。', ''],
    groups.length,
  );
  const numbered = dice.chance(0.25);
  groups.forEach((group, i) => {
    const together = group.length >= 3 && dice.chance(0.3) ? group.slice(0, 2) : [];
    const single = group.slice(together.length);
    const clauses = single.flatMap((target): Phrase[] => {
      const { measure, base } = target;
      if (Number(target.growth ?? 0) > 0 && dice.chance(0.08)) return [growthFirst(writing, target)];
      const other = otherUnit(base, measure.unit);
      const slipped = other !== null && table.includes(target) && writing.plant('fact/scale');
      const crossed = slipped || dice.chance(0.2) ? other : null;
      const [right, unit] = crossed ?? [base, measure.unit];
      const value = slipped ? String(Number((Number(right) * 10).toFixed(4))) : right;
      if (slipped) {
        writing.found({
          rule: 'fact/scale',
          severity: 'high',
          title: `${measure.name}现状值差一位`,
          marks: [`base:${measure.name}`, `row:${measure.name}`],
          arithmetic: `${value} ${unit} ≠ ${base} ${measure.unit}`,
        });
      }
      const bound = dice.pick(plainBounds);
      const verb = bound.before === '' && dice.chance(0.5) ? dice.pick(['实现', '完成']) : '';
      const phrase: Phrase = {
        text: `${verb}${measure.name}${bound.before}${amount(writing, value, unit)}`,
        mark: `base:${measure.name}`,
        figures: [
          figure(writing, {
            name: measure.name,
            value,
            unit,
            year: String(world.base),
            kind: isShare(measure) ? 'share' : 'baseline',
            is_target: false,
          }),
        ],
      };
      if (['亿元', '家'].includes(measure.unit) && dice.chance(0.12)) return [phrase, shareOfCounty(writing, target)];
      return Number(target.growth ?? 0) > 0 && dice.chance(0.2) ? [phrase, sinceLastYear(writing, target)] : [phrase];
    });
    if (together.length > 0) clauses.push(respectively(writing, together, 'base'));
    const lead = dice.pick([`${at}，`, `截至${at}末，`, `${at}，${world.zone}`, `到${at}底，全区`]);
    const number = numbered && heads[i] ? `${i + 1}.` : '';
    writing.paragraph(number + (heads[i] ?? ''), ...sentence(clauses, lead), dice.pick(fillers));
  });
  writeParts(writing);
  writeProfit(writing);
  writeRatio(writing);
  writeAdded(writing);
}

const fillers: readonly string[] = [
  '',
  '',
  '入园企业运行总体平稳，服务能力不断增强。',
  '配套设施日趋完善，营商环境得到企业认可。',
  '转型升级步伐加快。',
];

function writeParts(writing: Writing): void {
  const { dice, world } = writing;
  const parts = world.trades.slice(0, 3).map(({ short }) => ({ short, count: dice.int(3, 30) }));
  const sum = parts.reduce((total, { count }) => total + count, 0);
  const wrong = writing.plant('sum/parts');
  const total = wrong ? sum + dice.int(3, 9) : sum;
  const counted = world.targets.some(({ measure }) => measure.name === '规模以上工业企业数');
  const noun = dice.pick(counted ? ['投产企业', '建成投产项目'] : ['规模以上企业', '在园工业企业', '投产企业']);
  const unit = dice.pick(['家', '户']);
  const mark = 'parts';
  writing.paragraph(
    `目前，`,
    {
      text: `${world.zone}共有${noun}${amount(writing, String(total), unit)}`,
      mark,
      figures: [figure(writing, { name: `${noun}数`, value: total, unit, year: String(world.base), kind: 'baseline' })],
    },
    '，其中',
    ...parts.flatMap(({ short, count }, i): (Phrase | string)[] => [
      {
        text: `${short}企业${amount(writing, String(count), unit)}`,
        mark,
        figures: [
          figure(writing, {
            name: `${noun}数:${short}`,
            value: count,
            unit,
            year: String(world.base),
            kind: 'baseline',
          }),
        ],
      },
      i === parts.length - 1 ? '。' : '、',
    ]),
  );
  const plant = {
    rule: 'sum/parts',
    title: '其中各项之和与总数',
    marks: [mark],
    arithmetic: `${parts.map(({ count }) => count).join(' + ')} = ${sum} ${wrong ? '≠' : '='} ${total}`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}

function writeProfit(writing: Writing): void {
  const { dice, world } = writing;
  if (world.targets.some(({ measure }) => /利润|税收/.test(measure.name))) return;
  const wrong = writing.plant('account/profit');
  if (!wrong && dice.chance(0.6)) return;
  const both = dice.between(3, 40).toFixed(1);
  const profit = (Number(both) * (wrong ? 1.4 : 0.6)).toFixed(1);
  const at = String(world.base);
  const mark = 'profit';
  writing.paragraph(
    `${year(writing, world.base)}，园区`,
    {
      text: `企业实现利税${amount(writing, both, '亿元')}`,
      mark,
      figures: [figure(writing, { name: '利税', value: both, unit: '亿元', year: at, kind: 'baseline' })],
    },
    '，',
    {
      text: `其中利润${amount(writing, profit, '亿元')}`,
      mark,
      figures: [figure(writing, { name: '利润', value: profit, unit: '亿元', year: at, kind: 'baseline' })],
    },
    '。',
  );
  const plant = {
    rule: 'account/profit',
    title: '利税与利润',
    marks: [mark],
    arithmetic: `利润 ${profit} ${wrong ? '>' : '<'} 利税 ${both}`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}

function writeRatio(writing: Writing): void {
  const { dice, world } = writing;
  if (world.targets.some(({ measure }) => /亩均|税收/.test(measure.name))) return;
  const wrong = writing.plant('ratio/area');
  if (!wrong && dice.chance(0.6)) return;
  const mu = dice.int(20, 120) * 100;
  const perMu = dice.between(5, 20).toFixed(1);
  const tax = ((mu * Number(perMu) * (wrong ? 1.6 : 1)) / 10000).toFixed(2);
  const at = String(world.base);
  const mark = 'ratio';
  const fact = (name: string, value: string, unit: string): readonly Figure[] => [
    figure(writing, { name, value, unit, year: at, kind: 'baseline' }),
  ];
  writing.paragraph(
    `${year(writing, world.base)}，全区`,
    { text: `已供工业用地${amount(writing, String(mu), '亩')}`, mark, figures: fact('已供工业用地', String(mu), '亩') },
    '，',
    { text: `工业企业实现税收${amount(writing, tax, '亿元')}`, mark, figures: fact('工业企业税收', tax, '亿元') },
    '，',
    { text: `亩均税收${amount(writing, perMu, '万元/亩')}`, mark, figures: fact('亩均税收', perMu, '万元/亩') },
    '。',
  );
  const plant = {
    rule: 'ratio/area',
    title: '亩均税收、税收与用地',
    marks: [mark],
    arithmetic: `${tax} 亿元 ÷ ${mu} 亩 = ${((Number(tax) * 10000) / mu).toFixed(1)} 万元/亩`,
  };
  if (wrong) writing.found({ ...plant, severity: 'medium' });
  else writing.passed(plant);
}

/** Output and what is added to it: the second can never be larger. */
function writeAdded(writing: Writing): void {
  const { dice, world } = writing;
  if (world.targets.some(({ measure }) => /产值|增加值/.test(measure.name))) return;
  const wrong = writing.plant('account/added');
  if (!wrong && dice.chance(0.6)) return;
  const output = dice.between(60, 400).toFixed(1);
  const added = (Number(output) * (wrong ? 1.3 : 0.26)).toFixed(1);
  const mark = 'added';
  const fact = (name: string, value: string): Phrase => ({
    text: `${name}${amount(writing, value, '亿元')}`,
    mark,
    figures: [figure(writing, { name, value, unit: '亿元', year: String(world.base), kind: 'baseline' })],
  });
  writing.paragraph(
    `${year(writing, world.base)}，园区完成`,
    fact('工业总产值', output),
    '，实现',
    fact('工业增加值', added),
    '。',
  );
  const plant = {
    rule: 'account/added',
    title: '工业增加值与总产值',
    marks: [mark],
    arithmetic: `${added} / ${output}`,
  };
  if (wrong) writing.found({ ...plant, severity: 'high' });
  else writing.passed(plant);
}
