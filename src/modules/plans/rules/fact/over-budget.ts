import { defineCheck } from '../../../../core/check.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

const limit = 0.1;

export const overBudget = defineCheck<Dossier>({
  id: 'fact/over-budget',
  title: { zh: '实际投资明显超计划', en: 'Actual investment well above plan' },
  severity: 'advice',
  why: {
    zh: '超概算 10% 以上的项目应当说明原因；也可能是总投资没有更新。',
    en: 'A project more than a tenth above its estimate needs a reason, or its total was never updated.',
  },
  message: {
    zh: '计划投资 {planned}，实际投资 {actual}，超 {share}%；请说明原因或更新总投资',
    en: 'Planned {planned}, actual {actual}: {share}% above; give the reason or update the total',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences) {
        if (!sentence.prose.text.includes('实际投资') && !sentence.prose.text.includes('实际完成投资')) continue;
        const money = statedIn(reading, sentence).filter(({ dimension }) => dimension === 'CNY');
        const planned = money.find(({ label }) => /(计划|概算|估算|总)投资/.test(label) && !/实际/.test(label));
        const actual = money.find(({ label }) => /实际(完成)?投资/.test(label));
        if (!planned || !actual || planned.value.lte(0)) continue;
        const over = actual.value.div(planned.value).minus(1);
        if (over.lte(limit)) continue;
        const share = show(over.times(100), 1);
        report(
          [labelled(planned), labelled(actual)],
          { planned: planned.text, actual: actual.text, share },
          { arithmetic: `${actual.text} ÷ ${planned.text} − 1 = ${share}%` },
        );
      }
  },
  examples: examples({
    pass: ['该厂计划总投资6000万元，实际投资6210万元。\n'],
    fail: ['该厂计划总投资6000万元，实际投资8250万元。\n'],
  }),
});
