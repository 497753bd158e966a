import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { proseOf } from '../../checking/passages.ts';
import { type Neighbours, neighboursIn, sourceOfTier } from '../../checking/tiers.ts';
import type { Dossier } from '../../dossier.ts';

/** Both hold the figure where they meet, or neither says that it does not. */
const overlaps = ({ end, begin }: Neighbours): boolean =>
  end.value.eq(begin.value) &&
  [end, begin].every(({ holds }) => holds === 'yes' || holds === 'open') &&
  !(end.holds === 'open' && begin.holds === 'no');

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
    for (const passage of readings.flatMap(proseOf))
      for (const { lower, upper, end } of neighboursIn(passage).filter(overlaps))
        report(
          [lower, upper].map((each) => sourceOfTier(passage, each)),
          { lower: lower.text, upper: upper.text, edge: end.text },
          { arithmetic: `${lower.text} ∩ ${upper.text} = ${end.text}` },
        );
  },
  examples: examples({
    pass: [
      '设备投入600万元以上、不超过1500万元的，奖励30万元；超过1500万元、不超过3000万元的，奖励90万元。\n',
      '得分90分以上的为优秀等次，80—89分的为良好等次，60—79分的为合格等次，60分以下的为不合格等次。\n',
    ],
    fail: [
      '设备投入600万元至1500万元的，奖励30万元；1500万元至3000万元的，奖励90万元。\n',
      '得分90分以上的为优秀等次，80—90分的为良好等次，80分以下的为一般等次。\n',
    ],
  }),
});
