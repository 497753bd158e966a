import { defineCheck } from '../../../../core/check.ts';
import type { Quantity } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { type Measured, measuredQuantity } from '../../checking/figures.ts';
import { type Passage, proseOf, sourceOfPart } from '../../checking/passages.ts';
import { quantitiesOf } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

const graded = /奖|补助|补贴|扶持|给予|返还|得分|收取|征收|减免|档|[A-DＡ-Ｄ]类|[一二三四]类|等级|评价/;
/** Words that say to which side the boundary belongs. */
const settled = /不含|（含|\(含|含本数|不超过|不足|以内|超过/;

interface Tier extends Measured {
  readonly quantity: Quantity;
  readonly low: string;
  readonly high: string;
}

function tiersIn({ prose }: Passage): Tier[] {
  return quantitiesOf(prose.text).flatMap((quantity) => {
    const measure = measuredQuantity(quantity);
    const [low, high] = quantity.values;
    return measure && low !== undefined && high !== undefined && measure.dimension !== 'ratio'
      ? [{ ...measure, quantity, low, high }]
      : [];
  });
}

interface Overlap {
  readonly lower: Tier;
  readonly upper: Tier;
}

const touch = (lower: Tier, upper: Tier): boolean =>
  upper.possible.low.minus(lower.possible.high).abs().lte(upper.step.plus(lower.step));

/** Neighbouring tiers, rising or falling, that end and begin with the same figure. */
const overlapsIn = (passage: Passage): Overlap[] => {
  const tiers = tiersIn(passage);
  return tiers.flatMap((first, i): Overlap[] => {
    const second = tiers[i + 1];
    if (
      second === undefined ||
      second.quantity.start - first.quantity.end >= 60 ||
      second.dimension !== first.dimension
    )
      return [];
    const words = passage.prose.text.slice(Math.max(0, first.quantity.start - 6), second.quantity.end + 8);
    if (settled.test(words)) return [];
    if (touch(first, second)) return [{ lower: first, upper: second }];
    return touch(second, first) ? [{ lower: second, upper: first }] : [];
  });
};

export const tier = defineCheck<Dossier>({
  id: 'rule/tier',
  title: { zh: '分档边界不清', en: 'Tiers that share a boundary' },
  severity: 'warning',
  why: {
    zh: '正好落在边界上的项目可以适用两档，兑现时必有争议。',
    en: 'What lies exactly on the boundary falls into two tiers, and every payout is disputed.',
  },
  message: {
    zh: '“{lower}”与“{upper}”两档都包含 {edge}；请写明边界归属（如“不含”“超过”），并规定最低档以下、最高档以上如何处理',
    en: '“{lower}” and “{upper}” both contain {edge}; say to which it belongs, and what holds below the lowest and above the highest tier',
  },
  run({ readings }, report) {
    for (const passage of readings.flatMap(proseOf)) {
      if (!graded.test(passage.prose.text)) continue;
      for (const { lower, upper } of overlapsIn(passage)) {
        const { text } = passage.prose;
        const say = ({ quantity }: Tier) => text.slice(quantity.start, quantity.end);
        report(
          [lower, upper].map(({ quantity }) => sourceOfPart(passage, quantity.start, quantity.end)),
          { lower: say(lower), upper: say(upper), edge: `${lower.high}${lower.quantity.unit}` },
          { arithmetic: `${say(lower)} ∩ ${say(upper)} = ${lower.high}${lower.quantity.unit}` },
        );
      }
    }
  },
  examples: examples({
    pass: ['设备投入600万元以上、不超过1500万元的，奖励30万元；超过1500万元、不超过3000万元的，奖励90万元。\n'],
    fail: ['设备投入600万元至1500万元的，奖励30万元；1500万元至3000万元的，奖励90万元。\n'],
  }),
});
