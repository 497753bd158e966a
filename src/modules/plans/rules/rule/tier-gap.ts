import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { proseOf } from '../../checking/passages.ts';
import { type Neighbours, neighboursIn, sourceOfTier } from '../../checking/tiers.ts';
import type { Dossier } from '../../dossier.ts';

interface Gap {
  readonly zh: string;
  readonly en: string;
  readonly isCertain: boolean;
}

/** What falls between two tiers; “79分” and “80分” follow each other, as whole points do. */
function gapOf({ lower, upper, end, begin }: Neighbours): Gap | null {
  const between = begin.value.minus(end.value);
  const step = end.step.gt(begin.step) ? end.step : begin.step;
  if (between.gt(step))
    return {
      zh: `${end.text}与${begin.text}之间`,
      en: `what lies between ${end.text} and ${begin.text}`,
      isCertain: true,
    };
  if (!between.isZero()) return null;
  // “1亿元（含）至5亿元，超过5亿元的”: whoever says 超过 of the next tier leaves the bound to this one.
  if (end.holds === 'no' && begin.holds === 'no' && /（含）/.test(lower.text)) return null;
  if (end.holds === 'no' && begin.holds === 'no')
    return { zh: `正好 ${end.text}`, en: `exactly ${end.text}`, isCertain: true };
  const unsaid =
    end.holds === 'open' && begin.holds === 'no' ? lower : end.holds === 'no' && begin.holds === 'open' ? upper : null;
  return unsaid === null || unsaid.text.includes('含')
    ? null
    : {
        zh: `正好 ${end.text}（“${unsaid.text}”没有写明是否含本数，若不含）`,
        en: `exactly ${end.text} (“${unsaid.text}” does not say whether it is included; if not)`,
        isCertain: false,
      };
}

export const tierGap = defineCheck<Dossier>({
  id: 'rule/tier-gap',
  title: { zh: '分档有空当', en: 'A value that falls into no tier' },
  severity: 'warning',
  why: {
    zh: '落在空当里的企业、项目没有档可归，评价和兑现都没有依据。',
    en: 'Who falls between two tiers can neither be graded nor paid.',
  },
  message: {
    zh: '“{lower}”与“{upper}”：{gapZh}没有归入任何一档；请补上这一段，或写明“（含）”“（不含）”',
    en: '“{lower}” and “{upper}”: {gapEn} falls into no tier; add it, or say which tier includes it',
  },
  run({ readings }, report) {
    for (const passage of readings.flatMap(proseOf)) {
      const gaps = neighboursIn(passage).flatMap((pair) => {
        const gap = gapOf(pair);
        return gap ? [{ ...pair, ...gap }] : [];
      });
      // One scale is written in one way: its first doubtful end stands for all.
      const doubtful = gaps.find(({ isCertain }) => !isCertain);
      for (const { lower, upper, end, begin, zh, en, isCertain } of gaps) {
        if (!isCertain && end !== doubtful?.end) continue;
        report(
          [lower, upper].map((each) => sourceOfTier(passage, each)),
          { lower: lower.text, upper: upper.text, gapZh: zh, gapEn: en },
          { arithmetic: `${end.text} … ${begin.text} ∉`, severity: isCertain ? 'warning' : 'advice' },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '设备投入600万元以上、不超过1500万元的，奖励30万元；超过1500万元、不超过3000万元的，奖励90万元。\n',
      '亩均税收15万元以上的为A类企业，10万元至15万元（不含）的为B类企业，10万元以下的为C类企业。\n',
      '投资5000万元以上、1亿元以下的奖励50万元；年销售收入2亿元以上的奖励80万元。\n',
      '评价得分90分（含）以上的为优秀，75分（含）至90分的为良好，60分（含）至75分的为合格，60分以下的为不合格。\n',
      '投资1亿元（含）至5亿元的，奖励50万元；超过5亿元的，奖励90万元。\n',
      '设备投入超过3亿元的，按10%给予补助，单个项目补助不超过1500万元。\n',
    ],
    fail: [
      '亩均税收高于15万元的企业为A类，10万元至15万元（不含）的为B类，10万元以下的为C类。\n',
      '对研发投入500万元至1000万元的企业奖励30万元，1200万元至2000万元的奖励60万元。\n',
      '亩均税收高于20万元的为A类企业，10—20万元的为B类企业，低于10万元的为C类企业。\n',
    ],
  }),
});
