/** What is, and what shall be: the same indicators in words and in a table of targets. */
import type { Figure } from '../gold.ts';
import type { Phrase } from '../page.ts';
import type { Target } from '../world.ts';
import { isShare, years } from '../world.ts';
import {
  aimBounds,
  amount,
  capBounds,
  figure,
  plainBounds,
  planYears,
  sentence,
  type Writing,
  writeTable,
  year,
} from '../writing.ts';
import { fromTo, looseGoals, respectively, sinceLastYear } from './wording.ts';

export interface Told {
  /** Stated as it is today, in words. */
  readonly basis: readonly Target[];
  /** Aimed at in words. */
  readonly aims: readonly Target[];
  /** In the table. */
  readonly table: readonly Target[];
}

/** 亿元 written as 万元 or the reverse, when that reads well. */
function otherUnit(value: string, unit: string): [string, string] | null {
  if (unit === '亿元' && Number(value) < 10) return [(Number(value) * 10000).toFixed(0), '万元'];
  if (unit === '万美元' && Number(value) >= 10000)
    return [String(Number((Number(value) / 10000).toFixed(4))), '亿美元'];
  if (unit === '平方公里' && Number(value) < 30) return [String(Number((Number(value) * 100).toFixed(2))), '公顷'];
  return null;
}

export function writeBasis(writing: Writing, targets: readonly Target[]): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['发展基础', '发展现状', '主要成效', '基础条件']));
  const at = year(writing, world.base);
  const groups = [targets.slice(0, 4), targets.slice(4, 8), targets.slice(8)].filter((group) => group.length > 0);
  const heads = dice.some(
    ['综合实力稳步提升。', '产业支撑作用增强。', '承载能力持续改善。', '创新要素加快汇聚。', ''],
    groups.length,
  );
  groups.forEach((group, i) => {
    const together = group.length >= 3 && dice.chance(0.3) ? group.slice(0, 2) : [];
    const single = group.slice(together.length);
    const clauses = single.flatMap((target): Phrase[] => {
      const { measure, base } = target;
      const crossed = dice.chance(0.2) ? otherUnit(base, measure.unit) : null;
      const [value, unit] = crossed ?? [base, measure.unit];
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
      return Number(target.growth ?? 0) > 0 && dice.chance(0.2) ? [phrase, sinceLastYear(writing, target)] : [phrase];
    });
    if (together.length > 0) clauses.push(respectively(writing, together, 'base'));
    const lead = dice.pick([`${at}，`, `截至${at}末，`, `${at}，${world.zone}`, `到${at}底，全区`]);
    writing.paragraph(heads[i] ?? '', ...sentence(clauses, lead), dice.pick(fillers));
  });
  writeParts(writing);
  writeProfit(writing);
  writeRatio(writing);
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

export function writeAims(writing: Writing, { basis, aims, table }: Told): void {
  const { dice, world } = writing;
  writing.heading(2, dice.pick(['发展目标', '主要目标', '规划目标', '目标指标']));
  if (dice.chance(0.5)) {
    writing.paragraph(
      dice.pick([
        `${world.zone}综合竞争力显著增强，建设成为区域性产业承载平台。`,
        '发展质量和效益同步提升，产城融合水平明显提高。',
      ]),
    );
  }
  const lead = dice.pick([
    `到${year(writing, world.end)}，`,
    `至${world.end}年末，`,
    `力争到${year(writing, world.end)}，`,
    `到${year(writing, world.end)}底，`,
  ]);
  const groups = [aims.slice(0, 3), aims.slice(3, 7), aims.slice(7)].filter((group) => group.length > 0);
  const labels = dice.some(
    ['经济实力再上台阶。', '创新能力明显增强。', '绿色低碳成效显现。', '——质量效益持续优化。', ''],
    groups.length,
  );
  groups.forEach((group, i) => {
    writing.paragraph(
      labels[i] ?? '',
      ...sentence(
        group.flatMap((target) => aimClauses(writing, target, basis.includes(target), !table.includes(target))),
        lead,
      ),
    );
  });
  if (dice.chance(0.6)) writing.paragraph(...sentence(looseGoals(writing), lead));
  const twice = aims.find((each) => table.includes(each) && each.measure.share !== true);
  if (twice !== undefined && writing.marked.has(`aim:${twice.measure.name}`)) {
    writing.passed({
      rule: 'fact/value',
      title: `${twice.measure.name}在正文与表中`,
      arithmetic: null,
      marks: [`aim:${twice.measure.name}`, `row:${twice.measure.name}`],
    });
  }
}

/** `free`: no table repeats the figure, so that an error planted here is the only one about it. */
function aimClauses(writing: Writing, target: Target, inBasis: boolean, free: boolean): Phrase[] {
  const { dice, world } = writing;
  const { measure, base, goal, growth } = target;
  const falling = Number(goal) < Number(base);
  const mark = `aim:${measure.name}`;
  const make = (value: string, unit = measure.unit, bounds = falling ? capBounds : aimBounds): Phrase => {
    const bound = dice.pick(bounds);
    writing.marked.add(mark);
    return {
      text: `${measure.name}${bound.before}${amount(writing, value, unit)}${bound.after}`,
      mark,
      figures: [
        figure(writing, {
          name: measure.name,
          value,
          unit,
          year: String(world.end),
          comparator: bound.comparator,
          kind: isShare(measure) ? 'share' : 'target',
          is_target: true,
        }),
      ],
    };
  };
  const doubled = !falling && growth !== null && inBasis && free && writing.plant('growth/double');
  if (doubled) {
    const low = (Number(base) * 1.3).toFixed(measure.digits);
    writing.found({
      rule: 'growth/double',
      severity: 'high',
      title: `${measure.name}翻一番与目标值`,
      marks: [mark, `base:${measure.name}`],
      arithmetic: `${low} ÷ ${base} = 1.3 ≠ 2`,
    });
    return [
      make(low, measure.unit, [{ before: '达到', after: '', comparator: '=' }]),
      {
        text: `比${year(writing, world.base)}翻一番`,
        figures: [
          figure(writing, {
            name: `${measure.name}翻番倍数`,
            value: 2,
            unit: '倍',
            year: planYears(world),
            kind: 'growth_rate',
            is_target: true,
          }),
        ],
      },
    ];
  }
  if (!falling && inBasis && free && writing.plant('target/below')) {
    const low = (Number(base) * 0.82).toFixed(measure.digits);
    writing.found({
      rule: 'target/below',
      severity: 'high',
      title: `${measure.name}目标低于现状`,
      marks: [mark, `base:${measure.name}`],
      arithmetic: `${low} < ${base}`,
    });
    return [make(low)];
  }
  if (growth !== null && inBasis && dice.chance(0.5)) {
    const wrong = !falling && free && writing.plant('growth/text');
    const stated = wrong ? (Number(growth) + dice.pick([4.5, 6, 8.2])).toFixed(1) : growth;
    const shown = stated.replace('-', '');
    const about = dice.chance(0.4) && !wrong ? '左右' : '';
    if (wrong) {
      writing.found({
        rule: 'growth/text',
        severity: 'high',
        title: `${measure.name}年均增速`,
        marks: [mark, `base:${measure.name}`],
        arithmetic: `${base} × (1 + ${stated} %)^${years(world)} = ${(Number(base) * (1 + Number(stated) / 100) ** years(world)).toFixed(1)} ≠ ${goal}`,
      });
    }
    return [
      make(goal, measure.unit, [
        { before: '达到', after: '', comparator: '=' },
        ...(falling ? capBounds.slice(1, 2) : []),
      ]),
      {
        text: `年均${falling ? '下降' : '增长'}${amount(writing, shown, '%')}${about}`,
        mark,
        figures: [
          figure(writing, {
            name: `${measure.name}年均增速`,
            value: shown,
            unit: '%',
            year: planYears(world),
            kind: 'growth_rate',
            comparator: about === '' ? '=' : '~',
            is_target: true,
          }),
        ],
      },
    ];
  }
  if (!inBasis && free && dice.chance(0.25)) return [fromTo(writing, target)];
  const crossed = dice.chance(0.15) ? otherUnit(goal, measure.unit) : null;
  return [crossed === null ? make(goal) : make(crossed[0], crossed[1])];
}

type Column = 'no' | 'group' | 'name' | 'named-unit' | 'unit' | 'base' | 'goal' | 'growth' | 'attribute';
const forms: readonly (readonly Column[])[] = [
  ['no', 'name', 'unit', 'base', 'goal', 'growth', 'attribute'],
  ['named-unit', 'base', 'goal', 'growth', 'attribute'],
  ['group', 'name', 'unit', 'base', 'goal', 'attribute'],
  ['name', 'unit', 'base', 'goal', 'growth'],
  ['no', 'name', 'unit', 'attribute', 'base', 'goal', 'growth'],
  ['no', 'named-unit', 'base', 'goal', 'attribute'],
  ['group', 'no', 'name', 'unit', 'base', 'goal', 'growth', 'attribute'],
];

export function writeTargetTable(writing: Writing, { aims, table }: Told): void {
  const { dice, world } = writing;
  const form = dice.pick(forms);
  const grouped = form.includes('group') || (form[0] === 'named-unit' && dice.chance(0.6));
  const order = grouped ? [...table].sort((a, b) => a.measure.group.localeCompare(b.measure.group)) : [...table];
  const inBrackets = form.includes('growth') && dice.chance(0.5);
  const actual = dice.pick(['', '', '实际', '基期值', '（基期）']);
  const planned = dice.pick(['', '', '目标', '规划值', '（目标）']);
  const heads: Readonly<Record<Column, string>> = {
    no: '序号',
    group: dice.pick(['类别', '一级指标', '分类']),
    name: dice.pick(['指标', '指标名称', '主要指标']),
    'named-unit': dice.pick(['指标（单位）', '指标名称', '指 标']),
    unit: dice.pick(['单位', '计量单位']),
    base: `${world.base}年${actual}`,
    goal: `${world.end}年${planned}`,
    growth: inBrackets ? '年均增速[累计]（%）' : dice.pick(['年均增长（%）', '年均增速（%）', '年均增长率（%）']),
    attribute: dice.pick(['属性', '指标属性']),
  };
  const columns = form.map((column) => heads[column]);
  const rows: string[][] = [];
  const told: { row: number; target: Target; base: string; goal: string; growth: string | null; attribute: string }[] =
    [];
  let group = '';
  let number = 0;
  for (const target of order) {
    const { measure } = target;
    if (grouped && !form.includes('group') && measure.group !== group)
      rows.push([measure.group, ...form.slice(1).map(() => '')]);
    const first = measure.group !== group;
    group = measure.group;
    number += 1;
    const attribute = measure.bound ?? '预期性';
    const read = disturb(writing, target, { aims }, form.includes('growth'));
    const growth = read.growth ?? (target.growth === null ? (inBrackets ? `[${target.gain}]` : '—') : target.growth);
    const cells: Readonly<Record<Column, string>> = {
      no: String(number),
      group: first ? measure.group : '',
      name: measure.name,
      'named-unit': `${form[0] === 'named-unit' && grouped ? `（${number}）` : ''}${measure.name}${measure.unit === '' ? '' : `（${measure.unit}）`}`,
      unit: measure.unit === '' ? '—' : measure.unit,
      base: target.base,
      goal: read.goal,
      growth,
      attribute,
    };
    told.push({
      row: rows.length,
      target,
      base: target.base,
      goal: read.goal,
      growth: target.growth === null && !inBrackets ? null : growth,
      attribute,
    });
    rows.push(form.map((column) => cells[column]));
  }
  const title = dice.pick([
    `${world.zone}主要发展指标`,
    `${world.five ?? ''}时期主要指标表`.replace(/^时期/, ''),
    '主要发展目标一览表',
    '规划指标体系',
  ]);
  const block = writeTable(writing, { title, head: [columns], rows });
  for (const { row, target, base, goal, growth, attribute } of told) {
    const { measure } = target;
    const place = { block, row, quote: measure.name };
    const common = {
      name: measure.name,
      unit: measure.unit,
      origin: 'table' as const,
      attribute: form.includes('attribute') ? (attribute as '预期性' | '约束性') : null,
    };
    writing.mark(`row:${measure.name}`, place);
    writing.note(figure(writing, { ...common, value: base, year: String(world.base), kind: 'baseline' }), place);
    writing.note(figure(writing, { ...common, value: goal, year: String(world.end), kind: 'target' }), place);
    if (growth === null || !form.includes('growth')) continue;
    const bracket = growth.startsWith('[');
    writing.note(
      figure(writing, {
        ...common,
        name: `${measure.name}${bracket ? '累计变化' : '年均增速'}`,
        value: growth.replace(/[[\]]/g, ''),
        unit: '%',
        year: planYears(world),
        kind: bracket ? 'cumulative' : 'growth_rate',
        is_target: true,
      }),
      place,
    );
  }
  const numeric = form.filter((column) => ['base', 'goal', 'growth'].includes(column));
  const from = form.indexOf('base');
  const to = form.indexOf(numeric.at(-1) as Column);
  writing.notes.tables.push({
    block,
    title,
    columns,
    rows: told.map(({ row, target }) => ({
      row,
      name: target.measure.name,
      values: (rows[row] as string[])
        .slice(from, to + 1)
        .map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null)),
    })),
  });
}

/** What the table prints instead, when an error is planted in this row. */
function disturb(
  writing: Writing,
  target: Target,
  { aims }: Pick<Told, 'aims'>,
  withGrowth: boolean,
): { goal: string; growth: string | null } {
  const { dice, world } = writing;
  const { measure, base, goal, growth } = target;
  const rising = growth !== null && Number(goal) > Number(base);
  const row = `row:${measure.name}`;
  const spoken = writing.marked.has(`aim:${measure.name}`);
  if (withGrowth && rising && !spoken && writing.plant('growth/table')) {
    const stated = (Number(growth) + dice.pick([3.4, 5.1, 7.7])).toFixed(1);
    writing.found({
      rule: 'growth/table',
      severity: 'high',
      title: `${measure.name}年均增速`,
      marks: [row],
      arithmetic: `(${goal} ÷ ${base})^(1/${years(world)}) − 1 = ${growth} % ≠ ${stated} %`,
    });
    return { goal, growth: stated };
  }
  const clean = !writing.notes.findings.some(({ marks }) => marks.includes(`aim:${measure.name}`));
  if (rising && aims.includes(target) && spoken && clean && measure.share !== true && writing.plant('fact/value')) {
    const other = (Number(goal) * 1.25).toFixed(measure.digits);
    writing.found({
      rule: 'fact/value',
      severity: 'high',
      title: `${measure.name}目标在正文与表中不一`,
      marks: [`aim:${measure.name}`, row],
      arithmetic: `${goal} ≠ ${other}`,
    });
    return { goal: other, growth: ((Number(other) / Number(base)) ** (1 / years(world)) * 100 - 100).toFixed(1) };
  }
  return { goal, growth: null };
}
