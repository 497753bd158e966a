import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, passagesOf } from '../../checking/passages.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

const ratio =
  /(三次产业|产业结构|一二三产)[^。；\d]{0,24}?(\d+(?:\.\d+)?)\s*[:：∶]\s*(\d+(?:\.\d+)?)\s*[:：∶]\s*(\d+(?:\.\d+)?)/g;

export const structure = defineCheck<Dossier>({
  id: 'sum/structure',
  title: { zh: '三次产业结构之和不是 100', en: 'The three sectors do not make 100' },
  severity: 'error',
  why: { zh: '三次产业比例是同一总量的三份，相加应为 100。', en: 'The three sectors are shares of one total.' },
  message: {
    zh: '三次产业比例 {ratio} 相加为 {sum}，不是 100，{direction} {gap}；请核对',
    en: 'The sectors {ratio} add up to {sum}, not 100 ({gap} {over}); check them',
  },
  run({ readings }, report) {
    for (const { match, source } of readings.flatMap((reading) => matchesIn(passagesOf(reading), ratio))) {
      const shares = match.slice(2, 5);
      const decimals = Math.max(...shares.map((share) => share.split('.')[1]?.length ?? 0));
      const wrong = discrepancy(shares, decimals === 0 ? '100' : `100.${'0'.repeat(decimals)}`);
      // Ratios such as 1:3:6 are written on other bases as well.
      if (wrong === null || wrong.sum.lt(80) || wrong.sum.gt(120)) continue;
      report([source], { ratio: shares.join(':'), ...said(wrong) }, { arithmetic: wrong.arithmetic });
    }
  },
  examples: examples({
    pass: ['2025年，三次产业结构调整为8.2:52.4:39.4。\n', '三次产业比例为1:6:3。\n'],
    fail: ['2025年，三次产业结构调整为8.2:52.4:49.4。\n'],
  }),
});
