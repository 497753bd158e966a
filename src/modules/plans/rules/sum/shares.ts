import { defineCheck } from '../../../../core/check.ts';
import { show, sum } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** “煤炭占60%、电力占30%”: a run of shares of one whole that the sentence does not name again. */
function runOf(stated: readonly Stated[]): Stated[] {
  const shares = stated.filter(
    ({ quantity, label }) =>
      quantity.unit === '%' && /^[\p{Script=Han}]{2,8}占(?:比)?(?:为|达)?$/u.test(label) && !/增长/.test(label),
  );
  return shares.length >= 3 ? shares : [];
}

export const shares = defineCheck<Dossier>({
  id: 'sum/shares',
  title: { zh: '文中各项占比之和超过 100%', en: 'Shares in a sentence exceed 100 %' },
  severity: 'error',
  why: { zh: '同一总量的各部分占比相加不能超过 100%。', en: 'Shares of one whole cannot exceed it.' },
  message: {
    zh: '{count} 项占比相加为 {sum}%，超过 100%；请核对各项占比',
    en: 'The {count} shares add up to {sum}%, above 100%; check them',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences) {
        const run = runOf(statedIn(reading, sentence));
        if (run.length === 0) continue;
        const whole = sum(run.map(({ possible }) => possible));
        if (whole.low.lte(1)) continue;
        const total = show(run.reduce((all, { value }) => all.plus(value), whole.low.minus(whole.low)).times(100), 2);
        report(
          run.map(labelled),
          { count: run.length, sum: total },
          { arithmetic: `${run.map(({ text }) => text).join(' + ')} = ${total}% > 100%` },
        );
      }
  },
  examples: examples({
    pass: ['全区能源消费中，煤炭占50%、电力占30%、天然气占20%。\n'],
    fail: ['全区能源消费中，煤炭占60%、电力占30%、天然气占20%。\n'],
  }),
});
