import { defineCheck } from '../../../../core/check.ts';
import { exactly, lastDigit, meets, rounded, show, widened, yearlyGrowth } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { type GrowthClaim, growthClaims } from '../../checking/growth.ts';
import type { Dossier } from '../../dossier.ts';

/** Output and value added grow at constant prices: only a wide gap says that one of the figures is wrong. */
const atConstantPrices = /GDP|增加值/;
const wide = 5;
/** Statistics compare like with like: firms, projects and prices of last year's scope. */
const comparable = /投资|固投|营收|收入|利润|利税|产值|零售|销售|用电/;

/** What the mismatch weighs: reached figures of statistics may differ in scope, aims set by one hand may not. */
function severityOf({ base, target }: GrowthClaim, gap: number): 'error' | 'warning' | null {
  const isReached = target.fact.kind !== 'target' && !target.fact.isTarget;
  if (atConstantPrices.test(target.key)) return gap > wide ? 'warning' : null;
  const loose = [base, target].some(({ comparator }) => comparator !== '=');
  return loose || (isReached && comparable.test(target.key)) ? 'warning' : 'error';
}

export const yearOnYear = defineCheck<Dossier>({
  id: 'growth/year-on-year',
  title: { zh: '同比增速与上年数对不上', en: 'Year-on-year growth does not follow from last year' },
  severity: 'error',
  why: {
    zh: '同一文件里上年数、本年数、同比增速三者应当互相推得出。',
    en: 'Last year, this year and the growth between them are three statements of two facts.',
  },
  message: {
    zh: '{name}为 {target}，{from} 年为 {base}，同比应为 {implied}%，文中写 {stated}%；请核对三个数',
    en: '{name} is {target}, {from} was {base}: growth is {implied}%, the text says {stated}%; check the three figures',
  },
  run(dossier, report) {
    for (const claim of growthClaims(dossier)) {
      const { kind, rate, base, target, years, source } = claim;
      const [stated] = rate?.values ?? [];
      if (kind !== 'year-on-year' || years !== 1 || stated === undefined || rate?.values.length !== 1) continue;
      const implied = yearlyGrowth(
        widened(exactly(base.value), base.step.div(2)),
        widened(exactly(target.value), target.step.div(2)),
        1,
      );
      const slack = rate.comparator === '=' ? lastDigit(stated).div(2) : lastDigit(stated).times(1.5);
      if (implied === null || meets(implied, widened(rounded(stated), slack))) continue;
      if (['>', '>='].includes(rate.comparator) && implied.low.gt(stated)) continue;
      const exact = show(target.value.div(base.value).minus(1).times(100), 2);
      const severity = severityOf(claim, Math.abs(Number(exact) - Number(stated)));
      if (severity === null) continue;
      report(
        [source, sourceOfFigure(target), sourceOfFigure(base)],
        {
          name: nameFigure(target),
          target: target.text,
          from: base.year ?? '',
          base: base.text,
          implied: exact,
          stated,
        },
        {
          severity,
          arithmetic: `${target.text} ÷ ${base.text} − 1 = ${exact}% ≠ ${stated}%`,
        },
      );
    }
  },
  examples: examples({
    pass: [
      '2021年，临江县完成技改投资3200万元。\n\n2022年，临江县完成技改投资4320万元，同比增长35%。\n',
      '2021年，临江县实现地区生产总值86亿元。\n\n2022年，临江县实现地区生产总值92亿元，增长5.2%。\n',
    ],
    fail: [
      '到2026年，临江县规上工业企业达到80户。\n\n到2027年，临江县规上工业企业达到100户，增长35%。\n',
      '2021年，临江县完成技改投资3200万元。\n\n2022年，临江县完成技改投资4320万元，同比增长45%。\n',
    ],
  }),
});
