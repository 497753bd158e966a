/** What shall be, in words. */
import type { Phrase } from '../page.ts';
import type { Target } from '../world.ts';
import { isShare, years } from '../world.ts';
import {
  aimBounds,
  amount,
  capBounds,
  figure,
  otherUnit,
  planYears,
  sentence,
  type Writing,
  year,
} from '../writing.ts';
import { pointsGained, rateAlone } from './turns.ts';
import { fromTo, looseGoals } from './wording.ts';

export interface Told {
  /** Stated as it is today, in words. */
  readonly basis: readonly Target[];
  /** Aimed at in words. */
  readonly aims: readonly Target[];
  /** In the table. */
  readonly table: readonly Target[];
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
  const listed = dice.chance(0.25);
  const style = dice.int(0, 2);
  let count = 0;
  if (listed)
    writing.paragraph(`${lead}${dice.pick(['实现以下主要目标：', '主要预期目标是：', '力争达到如下水平：'])}`);
  groups.forEach((group, i) => {
    const clauses = group.map((target) => aimClauses(writing, target, basis.includes(target), !table.includes(target)));
    if (listed) {
      // The year stands once above the list.
      const number = (at: number): string => [`（${at}）`, `${at}.`, '——'][style] as string;
      for (const each of clauses) {
        count += 1;
        writing.paragraph(number(count), ...sentence(each));
      }
      return;
    }
    writing.paragraph(labels[i] ?? '', ...sentence(clauses.flat(), lead));
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
    if (bound.comparator === '=') writing.marked.add(`${mark} exactly`);
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
    return [make(low, measure.unit, aimBounds.slice(0, 2))];
  }
  if (growth !== null && inBasis && (dice.chance(0.5) || (free && writing.wants('growth/text')))) {
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
  if (measure.share && Number(target.gain) > 0 && dice.chance(0.2)) return pointsGained(writing, target);
  if (!measure.share && free && dice.chance(0.1)) return [rateAlone(writing, target)];
  if (!inBasis && free && dice.chance(0.25)) return [fromTo(writing, target)];
  const crossed = dice.chance(0.15) ? otherUnit(goal, measure.unit) : null;
  return [crossed === null ? make(goal) : make(crossed[0], crossed[1])];
}
