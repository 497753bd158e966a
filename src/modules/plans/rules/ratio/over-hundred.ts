import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { allFigures, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import type { Dossier } from '../../dossier.ts';

/** Shares of a whole: covered, reached, treated or used at most wholly. */
const ofWhole =
  /(?:占比|比重|份额|覆盖率|普及率|达标率|合格率|处置率|处理率|收集率|入驻率|出租率|开工率|投产率|竣工率|供应率|建成率|城镇化率|绿化率|入园率|就业率|满意度|满意率|登记率|优良率|优良天数比[率例]|出让比例|提升比例|整治比例|达产率|兑现率|办结率|回收率|综合利用率|数控化率|配套率)$/;
/** Some rates pass a hundred by their nature. */
const unbounded = /毛入学|拨备|资本|担保|流动|速动|产能利用|完成|增|降|回报|利润|奖|补|赔/;

export const overHundred = defineCheck<Dossier>({
  id: 'ratio/over-hundred',
  title: { zh: '占比、覆盖率超过 100%', en: 'A share above a hundred per cent' },
  severity: 'error',
  why: { zh: '部分不会大于全部；超过 100% 的占比必有一处写错。', en: 'A part is never more than the whole.' },
  message: {
    zh: '{name}为 {value}，超过 100%；请核对数值，或改用“完成率”“增长”等不以全部为限的指标',
    en: '{name} is {value}, above a hundred per cent; check the figure, or name a rate that has no such bound',
  },
  run(dossier, report) {
    for (const figure of allFigures(dossier)) {
      const { fact } = figure;
      const [low = '0'] = fact.printed.split('/');
      if (fact.unit !== '%' || fact.kind === 'growth_rate' || !new Decimal(low).gt(100)) continue;
      if (!ofWhole.test(fact.name) || unbounded.test(fact.name)) continue;
      report(
        [sourceOfFigure(figure)],
        { name: nameFigure(figure), value: figure.text },
        { arithmetic: `${low}% > 100%` },
      );
    }
  },
  examples: examples({
    pass: ['到2025年，全区污水处理率达到100%，年度投资完成率达到112%。\n', '到2025年，全区产能利用率达到105%。\n'],
    fail: ['到2025年，全区规上企业研发机构覆盖率达到120%。\n'],
  }),
});
