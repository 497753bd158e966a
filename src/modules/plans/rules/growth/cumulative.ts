import { defineCheck } from '../../../../core/check.ts';
import { exactly, lastDigit, meets, rounded, show, widened, yearlyGrowth } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { growthClaims } from '../../checking/growth.ts';
import type { Dossier } from '../../dossier.ts';

export const cumulative = defineCheck<Dossier>({
  id: 'growth/cumulative',
  title: { zh: '累计增幅与基期、目标对不上', en: 'Total growth does not lead from base to target' },
  severity: 'error',
  why: {
    zh: '“比某年增长百分之几”由两端数值决定，写错会误导年度安排。',
    en: '“Up x % on a year” is decided by both ends; a wrong one misleads every schedule.',
  },
  message: {
    zh: '{name}：{from} 年 {base}，{to} 年 {target}，累计增长应为 {implied}%，文中写 {stated}%；请核对增幅或两端数值',
    en: '{name}: {base} in {from} to {target} in {to} is up {implied}% in all, the text says {stated}%; check the growth or the ends',
  },
  run(dossier, report) {
    for (const { kind, rate, base, target, source } of growthClaims(dossier)) {
      const [stated] = rate?.values ?? [];
      if (kind !== 'total' || stated === undefined || rate?.values.length !== 1) continue;
      const implied = yearlyGrowth(
        widened(exactly(base.value), base.step.div(2)),
        widened(exactly(target.value), target.step.div(2)),
        1,
      );
      const slack = rate.comparator === '=' ? lastDigit(stated).div(2) : lastDigit(stated).times(1.5);
      if (implied === null || meets(implied, widened(rounded(stated), slack))) continue;
      if (['>', '>='].includes(rate.comparator) && implied.low.gt(stated)) continue;
      const loose = [base, target].some(({ comparator }) => comparator !== '=');
      const exact = show(target.value.div(base.value).minus(1).times(100), 2);
      report(
        [source, sourceOfFigure(target), sourceOfFigure(base)],
        {
          name: nameFigure(target),
          from: base.year ?? '',
          base: base.text,
          to: target.year ?? '',
          target: target.text,
          implied: exact,
          stated,
        },
        {
          severity: loose ? 'warning' : 'error',
          arithmetic: `${target.text} ÷ ${base.text} − 1 = ${exact}% ≠ ${stated}%`,
        },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元。\n\n到2025年，青川经开区税收达到12亿元，比2020年增长50%。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元。\n\n到2025年，青川经开区税收达到12亿元，比2020年增长80%。\n',
    ],
  }),
});
