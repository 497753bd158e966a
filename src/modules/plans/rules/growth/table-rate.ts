import { defineCheck } from '../../../../core/check.ts';
import { exactly, lastDigit, meets, rounded, show, widened, yearlyGrowth } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Grid, gridsOf, titleOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

interface Columns {
  readonly base: number;
  readonly target: number;
  readonly rate: number;
  readonly from: number;
  readonly to: number;
}

const yearIn = (head: string): number | null => Number(head.match(/(?:19|20)\d{2}/)?.[0]) || null;

/** Base year, target year and yearly growth, side by side as indicator tables print them. */
function columnsOf({ columns }: Grid): Columns | null {
  const rate = columns.findIndex((head) => /年均.{0,4}(增|升)|年平均.{0,4}增/.test(head));
  if (rate < 0) return null;
  const years = columns.flatMap((head, column) => {
    const year = yearIn(head);
    return column !== rate && year !== null && !/增|率/.test(head) ? [{ column, year }] : [];
  });
  const [base, target] = [years[0], years.at(-1)];
  if (!base || !target || base.year >= target.year) return null;
  return { base: base.column, target: target.column, rate, from: base.year, to: target.year };
}

export const tableRate = defineCheck<Dossier>({
  id: 'growth/table-rate',
  title: { zh: '指标表的年均增速算不出来', en: 'The growth column of an indicator table does not follow' },
  severity: 'error',
  why: {
    zh: '指标表是分解考核的依据，增速应由基期和目标算出。',
    en: 'The indicator table is what is broken down and assessed; growth follows from base and target.',
  },
  message: {
    zh: '“{title}”中“{label}”：{from} 年 {base}、{to} 年 {target}，年均增速应为 {implied}%，表中写 {stated}%；请更正增速或核对两端数值',
    en: '“{title}”, “{label}”: {base} in {from} and {target} in {to} make {implied}% a year, the table says {stated}%; correct the rate or the figures',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const columns = columnsOf(grid);
      if (columns === null) continue;
      for (const row of grid.rows) {
        const [base, target, rate] = [columns.base, columns.target, columns.rate].map(
          (column) => row.figures[column]?.printed,
        );
        const years = columns.to - columns.from;
        // A row that slipped by one column repeats its target as its rate.
        if (base === undefined || target === undefined || rate === undefined || rate === target) continue;
        const implied = yearlyGrowth(rounded(base), rounded(target), years);
        const exact = yearlyGrowth(exactly(base), exactly(target), years);
        if (implied === null || exact === null || meets(implied, rounded(rate))) continue;
        // Some plans print in this column the growth over the whole span or the plain difference: 累计.
        const total = exact.low.div(100).plus(1).pow(years).minus(1).times(100);
        if (
          /累计/.test(grid.columns[columns.rate] ?? '') &&
          [total, exactly(target).low.minus(base)].some((value) => value.minus(rate).abs().lte(lastDigit(rate)))
        )
          continue;
        const slight = meets(implied, widened(rounded(rate), lastDigit(rate).div(2)));
        report(
          [row.source],
          {
            title: titleOf(grid),
            label: row.label,
            from: columns.from,
            to: columns.to,
            base,
            target,
            implied: show(exact.low, 2),
            stated: rate,
          },
          {
            severity: slight ? 'advice' : 'error',
            arithmetic: `(${target} ÷ ${base})^(1/${years}) − 1 = ${show(exact.low, 2)}% ≠ ${rate}%`,
          },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '表1 主要指标\n\n指标\t2020年\t2025年\t年均增速（%）\n亩均税收\t4.7\t7.3\t9.2\n发明专利\t178\t260\t7.9\n实际利用外资\t2634.8\t5000\t13.7\n',
    ],
    fail: [
      '表1 主要指标\n\n指标\t2020年\t2025年\t年均增速（%）\n亩均税收\t4.7\t7.3\t9.2\n发明专利\t178\t260\t12.9\n实际利用外资\t2634.8\t5000\t13.7\n',
    ],
  }),
});
