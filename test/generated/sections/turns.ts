/** Rarer turns: growth before the value, points gained, shares of the county, bounds on a rate. */
import type { Phrase } from '../page.ts';
import { isShare, type Target } from '../world.ts';
import { amount, figure, planYears, type Writing, year } from '../writing.ts';

/** “同比增长 8.3%，达到 320 亿元”. */
export function growthFirst(writing: Writing, { measure, base }: Target): Phrase {
  const { dice, world } = writing;
  const rate = dice.between(3, 18).toFixed(1);
  const at = String(world.base);
  return {
    text: `${measure.name}同比增长${amount(writing, rate, '%')}，达到${amount(writing, base, measure.unit)}`,
    mark: `base:${measure.name}`,
    figures: [
      figure(writing, { name: `${measure.name}增速`, value: rate, unit: '%', year: at, kind: 'growth_rate' }),
      figure(writing, { name: measure.name, value: base, unit: measure.unit, year: at, kind: 'baseline' }),
    ],
  };
}

/** “占全县的 43.2%”, of the indicator just named. */
export function shareOfCounty(writing: Writing, { measure }: Target): Phrase {
  const { dice, world } = writing;
  const share = dice.between(12, 60).toFixed(1);
  return {
    text: `占全${world.tier}的${dice.pick(['比重达到', ''])}${amount(writing, share, '%')}`.replace('的比重', '比重'),
    figures: [
      figure(writing, {
        name: `${measure.name}占全${world.tier}比重`,
        value: share,
        unit: '%',
        year: String(world.base),
        kind: 'share',
      }),
    ],
  };
}

/** “达到 45.2%，比 2020 年提高 5.3 个百分点”. */
export function pointsGained(writing: Writing, { measure, goal, gain }: Target): Phrase[] {
  const { dice, world } = writing;
  return [
    {
      text: `${measure.name}达到${amount(writing, goal, '%')}`,
      mark: `aim:${measure.name}`,
      figures: [
        figure(writing, {
          name: measure.name,
          value: goal,
          unit: '%',
          year: String(world.end),
          kind: isShare(measure) ? 'share' : 'target',
          is_target: true,
        }),
      ],
    },
    {
      text: `${dice.pick(['比', '较'])}${year(writing, world.base)}提高${amount(writing, gain ?? '', '个百分点')}`,
      figures: [
        figure(writing, {
          name: `${measure.name}提高幅度`,
          value: gain ?? '0',
          unit: '个百分点',
          year: planYears(world),
          kind: 'growth_rate',
          is_target: true,
        }),
      ],
    },
  ];
}

/** “年均增速保持在 8% 以上”, “累计下降 13.5%”. */
export function rateAlone(writing: Writing, { measure, base, goal, growth }: Target): Phrase {
  const { dice, world } = writing;
  if (Number(goal) < Number(base)) {
    const fall = ((1 - Number(goal) / Number(base)) * 100).toFixed(1);
    return {
      text: `${measure.name}累计下降${amount(writing, fall, '%')}`,
      figures: [
        figure(writing, {
          name: `${measure.name}累计下降`,
          value: fall,
          unit: '%',
          year: planYears(world),
          kind: 'growth_rate',
          is_target: true,
        }),
      ],
    };
  }
  const floor = String(Math.max(1, Math.floor(Number(growth))));
  return {
    text: `${measure.name}${dice.pick(['年均增速保持在', '年均增长'])}${amount(writing, floor, '%')}以上`,
    figures: [
      figure(writing, {
        name: `${measure.name}年均增速`,
        value: floor,
        unit: '%',
        comparator: '>=',
        year: planYears(world),
        kind: 'growth_rate',
        is_target: true,
      }),
    ],
  };
}
