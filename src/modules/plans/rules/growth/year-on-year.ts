import { defineCheck } from '../../../../core/check.ts';
import { exactly, lastDigit, meets, rounded, show, widened, yearlyGrowth } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { growthClaims } from '../../checking/growth.ts';
import type { Dossier } from '../../dossier.ts';

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
    for (const { kind, rate, base, target, years, source } of growthClaims(dossier)) {
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
      const loose = [base, target].some(({ comparator }) => comparator !== '=');
      const exact = show(target.value.div(base.value).minus(1).times(100), 2);
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
          severity: loose ? 'warning' : 'error',
          arithmetic: `${target.text} ÷ ${base.text} − 1 = ${exact}% ≠ ${stated}%`,
        },
      );
    }
  },
  examples: examples({
    pass: ['2021年，临江县完成技改投资3200万元。\n\n2022年，临江县完成技改投资4320万元，同比增长35%。\n'],
    fail: ['2021年，临江县完成技改投资3200万元。\n\n2022年，临江县完成技改投资4320万元，同比增长45%。\n'],
  }),
});
