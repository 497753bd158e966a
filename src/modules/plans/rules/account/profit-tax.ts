import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { exactly } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { gridsOf } from '../../checking/grid.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

interface Pair {
  readonly who: string;
  readonly both: string;
  readonly profit: string;
  readonly sources: readonly Source[];
}

const isBoth = (label: string): boolean => /利税/.test(label) && !/率/.test(label);
const isProfit = (label: string): boolean => /利润/.test(label) && !/率|利税/.test(label);

/** One sentence, or one row of a table, that states 利税 and 利润 of the same year. */
function pairsInRows(reading: Reading): Pair[] {
  return gridsOf(reading).flatMap((grid) => {
    const yearOf = (head: string) => head.match(/20\d{2}/)?.[0];
    const columns = grid.columns.map((head, column) => ({ head, column }));
    const boths = columns.filter(({ head }) => isBoth(head));
    const profits = columns.filter(({ head }) => isProfit(head));
    const matching = boths.flatMap((both) =>
      profits.filter(({ head }) => yearOf(head) === yearOf(both.head)).map((profit) => ({ both, profit })),
    );
    return matching.flatMap(({ both, profit }) =>
      grid.rows.flatMap((row) => {
        const [a, b] = [row.figures[both.column]?.printed, row.figures[profit.column]?.printed];
        if (a === undefined || b === undefined || exactly(b).low.lte(exactly(a).low)) return [];
        return [{ who: row.label, both: a, profit: b, sources: [row.source] }];
      }),
    );
  });
}

function pairsInSentences(reading: Reading): Pair[] {
  return reading.sentences.flatMap((sentence) => {
    if (!sentence.prose.text.includes('利税')) return [];
    const money = statedIn(reading, sentence).filter(({ dimension }) => dimension === 'CNY');
    const both = money.find(({ label }) => isBoth(label));
    const profit = money.find(({ label }) => isProfit(label));
    if (!both || !profit || !exceeds(profit, both)) return [];
    return [{ who: '', both: both.text, profit: profit.text, sources: [labelled(profit), labelled(both)] }];
  });
}

const exceeds = (part: Stated, whole: Stated): boolean =>
  part.value.gt(whole.value) && part.possible.low.gte(whole.possible.high);

export const profitTax = defineCheck<Dossier>({
  id: 'account/profit-tax',
  title: { zh: '利润大于利税', en: 'Profit above profit and tax' },
  severity: 'error',
  why: {
    zh: '利税 = 利润 + 税金。利润比利税还大，要么两列填反，要么一个数错位。',
    en: 'Profit and tax is profit plus tax; a profit above it means swapped columns or a misplaced figure.',
  },
  message: {
    zh: '{who}利润 {profit} 大于利税 {both}；利税应为利润加税金，请核对两个数是否填反或小数点错位',
    en: '{who} profit {profit} exceeds profit and tax {both}; check for swapped figures or a misplaced point',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { who, both, profit, sources } of [...pairsInRows(reading), ...pairsInSentences(reading)])
        report(sources, { who: who === '' ? '' : `“${who}”`, both, profit }, { arithmetic: `${profit} > ${both}` });
  },
  examples: examples({
    pass: ['2020年，园区企业实现利税4.5亿元，其中利润2.7亿元。\n'],
    fail: ['2020年，园区企业实现利税4.5亿元，其中利润6.3亿元。\n'],
  }),
});
