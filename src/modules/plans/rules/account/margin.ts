import { defineCheck } from '../../../../core/check.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** Above half of its revenue as profit and tax, an industrial project deserves a second look. */
const unusual = 0.5;

export const margin = defineCheck<Dossier>({
  id: 'account/margin',
  title: { zh: '利润、税金与收入不成比例', en: 'Profit or tax out of proportion to revenue' },
  severity: 'error',
  why: {
    zh: '利润来自收入，不能超过收入；占收入一半以上的，多半是单位或小数点错了。',
    en: 'Profit comes out of revenue and cannot exceed it; above half of it, a unit or point is likely wrong.',
  },
  message: {
    zh: '收入 {revenue}，利润和税金合计 {gain}，占收入 {share}%，{verdict}；请核对单位与数值',
    en: 'Revenue {revenue}, profit and tax {gain}, {share}% of it; check units and figures',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences) {
        if (!/收入/.test(sentence.prose.text) || !/利润|税金|利税/.test(sentence.prose.text)) continue;
        const money = statedIn(reading, sentence).filter(({ dimension }) => dimension === 'CNY');
        const revenue = money.find(
          ({ label }) => /(销售|营业|经营|主营业务)收入/.test(label) && !/税收收入/.test(label),
        );
        const gains = money.filter(({ label }) => /利润|税金|利税/.test(label) && !/率|累计/.test(label));
        const [first, second] = gains;
        if (revenue === undefined || first === undefined || revenue.value.lte(0)) continue;
        const distinct = second && !/利税/.test(first.label) ? [first, second] : [first];
        const share = distinct
          .reduce((sum, { value }) => sum.plus(value), revenue.value.minus(revenue.value))
          .div(revenue.value);
        if (share.lte(unusual)) continue;
        const impossible = distinct.some(({ possible }) => possible.low.gte(revenue.possible.high));
        report(
          [labelled(revenue), ...distinct.map(labelled)],
          {
            revenue: revenue.text,
            gain: distinct.map(({ text }) => text).join(' + '),
            share: show(share.times(100), 1),
            verdict: impossible ? '不可能超过收入' : '明显偏高',
          },
          {
            arithmetic: `(${distinct.map(({ text }) => text).join(' + ')}) ÷ ${revenue.text} = ${show(share.times(100), 1)}%`,
            severity: impossible ? 'error' : 'advice',
          },
        );
      }
  },
  examples: examples({
    pass: ['项目达产后，年实现销售收入4亿元，利润4000万元，税金2000万元。\n'],
    fail: ['项目达产后，年实现销售收入4亿元，利润5亿元，税金2000万元。\n'],
  }),
});
