import { defineCheck } from '../../../../core/check.ts';
import { meets, sum } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

export const identity = defineCheck<Dossier>({
  id: 'account/identity',
  title: { zh: '利税不等于利润加税金', en: 'Profit and tax is not profit plus tax' },
  severity: 'error',
  why: { zh: '利税 = 利润 + 税金，三个数必须对得上。', en: 'Profit and tax is by definition profit plus tax.' },
  message: {
    zh: '利税 {both}，而利润 {profit} 加税金 {tax} 与之不等；请核对三个数',
    en: 'Profit and tax is {both}, yet profit {profit} plus tax {tax} is not; check the three figures',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences) {
        const { text } = sentence.prose;
        // With 其中 between them, sum/parts speaks.
        if (!/利税/.test(text) || !/税金/.test(text) || /其中/.test(text)) continue;
        const money = statedIn(reading, sentence).filter(({ dimension }) => dimension === 'CNY');
        const both = money.find(({ label }) => /利税/.test(label) && !/率/.test(label));
        const profit = money.find(({ label }) => /利润/.test(label) && !/率|利税/.test(label));
        const tax = money.find(({ label }) => /税金/.test(label) && !/利税|率/.test(label));
        if (!both || !profit || !tax || meets(sum([profit.possible, tax.possible]), both.possible)) continue;
        report(
          [labelled(both), labelled(profit), labelled(tax)],
          { both: both.text, profit: profit.text, tax: tax.text },
          { arithmetic: `${profit.text} + ${tax.text} ≠ ${both.text}` },
        );
      }
  },
  examples: examples({
    pass: ['项目达产后，年利税9500万元，利润5000万元，税金4500万元。\n'],
    fail: ['项目达产后，年利税8000万元，利润5000万元，税金4500万元。\n'],
  }),
});
