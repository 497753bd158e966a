import { defineCheck } from '../../../../core/check.ts';
import { exactly, show } from '../../checking/arithmetic.ts';
import { directionOf } from '../../checking/direction.ts';
import { examples } from '../../checking/examples.ts';
import { type Grid, gridsOf, titleOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

const reviews = /(?:完成|实施|执行)情况|评估/;

interface Columns {
  readonly base: number;
  readonly target: number;
  readonly from: number;
  readonly to: number;
}

/** A table of indicators by rows: a name column, one base year, one later year. */
function columnsOf({ columns }: Grid): Columns | null {
  if (!columns.some((head) => /^指标|主要指标|指标名称/.test(head))) return null;
  const years = columns.flatMap((head, column) => {
    const [year] = head.match(/(?:19|20)\d{2}/) ?? [];
    return year && !/增|率|速/.test(head) ? [{ column, year: Number(year) }] : [];
  });
  const [base, target] = [years[0], years.at(-1)];
  if (!base || !target || base.year >= target.year) return null;
  return { base: base.column, target: target.column, from: base.year, to: target.year };
}

export const tableBelow = defineCheck<Dossier>({
  id: 'target/table-below',
  title: { zh: '指标表中目标比基期还差', en: 'An indicator table aims below its base' },
  severity: 'error',
  why: {
    zh: '指标表是考核依据，目标劣于基期等于允许倒退。',
    en: 'What the table allows is what will be assessed: a target worse than its base allows going back.',
  },
  message: {
    zh: '“{title}”中“{label}”{from} 年为 {base}，{to} 年目标 {target}，反而{wrong}了；请核对数值或说明理由',
    en: '“{title}”, “{label}”: {base} in {from}, target {target} for {to} is {worse}; check the figures or give the reason',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const columns = columnsOf(grid);
      // A review of a plan shows what was reached last, not what is aimed at.
      if (columns === null || reviews.test(titleOf(grid))) continue;
      for (const row of grid.rows) {
        const [base, target] = [row.figures[columns.base]?.printed, row.figures[columns.target]?.printed];
        const direction = directionOf(row.label);
        if (base === undefined || target === undefined || direction === null) continue;
        const step = exactly(target).low.minus(base);
        // A row that slipped by a column shows its rate as its target.
        if (exactly(target).low.lt(exactly(base).low.times(0.3)) && direction === 'more') continue;
        if (step.isZero() || step.isPositive() === (direction === 'more')) continue;
        const [wrong, worse] = direction === 'more' ? ['降', 'lower'] : ['升', 'higher'];
        report(
          [row.source],
          { title: titleOf(grid), label: row.label, from: columns.from, base, to: columns.to, target, wrong, worse },
          { arithmetic: `${target} − ${base} = ${show(step)}` },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '表1 主要指标\n\n指标\t2020年\t2025年\n规上工业增加值（亿元）\t80\t120\n单位增加值能耗（吨标准煤/万元）\t0.9\t0.8\n',
    ],
    fail: [
      '表1 主要指标\n\n指标\t2020年\t2025年\n规上工业增加值（亿元）\t80\t120\n单位增加值能耗（吨标准煤/万元）\t0.9\t1.1\n',
    ],
  }),
});
