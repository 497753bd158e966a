import { defineCheck } from '../../../../core/check.ts';
import {
  exactly,
  type Interval,
  lastDigit,
  meets,
  rounded,
  show,
  widened,
  yearlyGrowth,
} from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Figure, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { type GrowthClaim, growthClaims } from '../../checking/growth.ts';
import type { Dossier } from '../../dossier.ts';

/** What the printed base or target can stand for, as far as rounding goes; 以上 is judged separately. */
const printed = ({ value, step, comparator, possible }: Figure): Interval =>
  comparator === '~' || comparator === 'range' ? possible : widened(exactly(value), step.div(2));

interface Verdict {
  readonly severity: 'error' | 'warning' | 'advice';
  readonly implied: Interval;
}

/** How many points a year prices may part growth at constant prices from that of the printed amounts. */
const deflation = 3;

/** Rounding is silent; off by less than a printed unit is advice; words such as 以上 make an error a warning. */
function verdictOf({ rate, falling, base, target, years }: GrowthClaim): Verdict | null {
  const [digits] = rate?.values ?? [];
  const implied = yearlyGrowth(printed(base), printed(target), years);
  if (!rate || digits === undefined || rate.values.length > 1 || implied === null) return null;
  const step = lastDigit(digits);
  const loose = rate.comparator === '~' ? step : 0;
  const stated = widened(rounded(falling ? `-${digits}` : digits), loose);
  if (meets(implied, stated)) return null;
  const above = implied.low.gt(stated.high);
  if (above && ['>', '>='].includes(rate.comparator)) return null;
  if (!above && ['<', '<='].includes(rate.comparator)) return null;
  const slight = meets(implied, widened(stated, step.div(2)));
  if (slight) return { severity: 'advice', implied };
  // Output and value added grow at constant prices, so that reached levels need not show the rate exactly.
  const isReached = target.fact.kind !== 'target' && !target.fact.isTarget;
  if (isReached && /GDP|增加值/.test(target.key))
    return meets(implied, widened(stated, deflation)) ? null : { severity: 'warning', implied };
  const open = !above && ['>', '>='].includes(target.comparator);
  return { severity: open ? 'warning' : 'error', implied };
}

export const annual = defineCheck<Dossier>({
  id: 'growth/annual',
  title: { zh: '年均增速与基期、目标对不上', en: 'Annual growth does not lead from base to target' },
  severity: 'error',
  why: {
    zh: '基期、目标、增速三个数只有两个是独立的；对不上，年度分解就会出错。',
    en: 'Of base, target and growth only two are free; if they disagree every yearly breakdown is wrong.',
  },
  message: {
    zh: '{name}：由 {from} 年的 {base} 到 {to} 年的 {target}，{years} 年年均增长应为 {implied}%，文中写 {stated}%（按 {stated}% 推算，{to} 年为基期的 {multiple} 倍）；请更正增速，或核对基期与目标',
    en: '{name}: from {base} in {from} to {target} in {to} takes {implied}% a year over {years} years, the text says {stated}% (which would make {multiple} times the base); correct the rate, the base or the target',
  },
  run(dossier, report) {
    for (const claim of growthClaims(dossier)) {
      if (claim.kind !== 'annual') continue;
      const verdict = verdictOf(claim);
      if (verdict === null || claim.rate === null) continue;
      const { base, target, years, rate, source } = claim;
      const stated = `${claim.falling ? '-' : ''}${rate.values[0] ?? ''}`;
      const exact = yearlyGrowth(exactly(base.value), exactly(target.value), years)?.low ?? 0;
      const factor = exactly(stated).low.div(100).plus(1).pow(years);
      report(
        [source, sourceOfFigure(target), sourceOfFigure(base)],
        {
          name: nameFigure(target),
          from: base.year ?? '',
          to: target.year ?? '',
          base: base.text,
          target: target.text,
          years,
          implied: show(exact, 2),
          stated,
          multiple: show(factor, 2),
        },
        {
          severity: verdict.severity,
          arithmetic: `(${target.text} ÷ ${base.text})^(1/${years}) − 1 = ${show(exact, 2)}% ≠ ${stated}%；${base.text} × (1 + ${stated}%)^${years} = ${show(
            base.value
              .times(factor)
              .div(base.value)
              .times(exactly(base.fact.printed.split('/')[0] ?? '0').low),
            2,
          )}${base.fact.unit}`,
        },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2026—2030年）\n\n地区生产总值由2020年的236亿元增加到2025年的346亿元，年均增长6.2%。\n',
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收4.7亿元。\n\n到2025年，青川经开区税收达到7.3亿元，年均增长9.2%。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现工业总产值1800亿元。\n\n到2025年，青川经开区工业总产值达到2000亿元，年均增长12%。\n',
    ],
  }),
});
