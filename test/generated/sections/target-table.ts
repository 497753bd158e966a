/** The table of targets, in the orders of columns that plans use. */
import type { Comparator } from '../gold.ts';
import type { Target } from '../world.ts';
import { years } from '../world.ts';
import { figure, planYears, type Writing, writeTable } from '../writing.ts';
import type { Told } from './aims.ts';

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
  const reversed = dice.chance(0.25)
    ? dice.pick([
        ['现状值', '目标值'],
        ['基期', '末期'],
        ['现状', '规划目标'],
      ] as const)
    : null;
  const heads: Readonly<Record<Column, string>> = {
    no: '序号',
    group: dice.pick(['类别', '一级指标', '分类']),
    name: dice.pick(['指标', '指标名称', '主要指标']),
    'named-unit': dice.pick(['指标（单位）', '指标名称', '指 标']),
    unit: dice.pick(['单位', '计量单位']),
    base: reversed ? `${reversed[0]}（${world.base}年）` : `${world.base}年${actual}`,
    goal: reversed ? `${reversed[1]}（${world.end}年）` : `${world.end}年${planned}`,
    growth: inBrackets ? '年均增速[累计]（%）' : dice.pick(['年均增长（%）', '年均增速（%）', '年均增长率（%）']),
    attribute: dice.pick(['属性', '指标属性']),
  };
  const columns = form.map((column) => heads[column]);
  const rows: string[][] = [];
  const told: {
    row: number;
    target: Target;
    base: string;
    goal: string;
    comparator: Comparator;
    growth: string | null;
    attribute: string;
  }[] = [];
  const bounded = dice.chance(0.25);
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
    const falling = Number(read.goal) < Number(target.base);
    const sign = bounded && attribute === '约束性' ? (falling ? '≤' : '≥') : '';
    const cells: Readonly<Record<Column, string>> = {
      no: String(number),
      group: first ? measure.group : '',
      name: measure.name,
      'named-unit': `${form[0] === 'named-unit' && grouped ? `（${number}）` : ''}${measure.name}${measure.unit === '' ? '' : `（${measure.unit}）`}`,
      unit: measure.unit === '' ? '—' : measure.unit,
      base: target.base,
      goal: `${sign}${read.goal}`,
      growth,
      attribute,
    };
    told.push({
      row: rows.length,
      target,
      base: target.base,
      goal: read.goal,
      comparator: sign === '' ? '=' : falling ? '<=' : '>=',
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
  for (const { row, target, base, goal, comparator, growth, attribute } of told) {
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
    writing.note(
      figure(writing, { ...common, value: goal, comparator, year: String(world.end), kind: 'target' }),
      place,
    );
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
  if (
    rising &&
    aims.includes(target) &&
    writing.marked.has(`aim:${measure.name} exactly`) &&
    clean &&
    measure.share !== true &&
    writing.plant('fact/value')
  ) {
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
