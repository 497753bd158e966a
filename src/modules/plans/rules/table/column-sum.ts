import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, type GridRow, gridsOf, isAdditive, titleOf } from '../../checking/grid.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

interface Addition {
  readonly total: GridRow;
  readonly parts: readonly GridRow[];
}

/** Where rows are numbered 一 and 1 below it, only the upper ones are parts of the whole. */
function topmost(rows: readonly GridRow[]): readonly GridRow[] {
  const numbered = rows.filter(({ depth }) => depth > 0);
  const least = Math.min(...numbered.map(({ depth }) => depth));
  return rows.filter(({ depth }) => depth === 0 || depth === least);
}

/** Each total with the rows that it adds up: those above it, or those below when it leads the table. */
function additionsOf({ rows }: Grid): Addition[] {
  const figures = rows.filter(({ role }) => role !== 'blank' && role !== 'of-which');
  const totals = figures.filter(({ role }) => role === 'total');
  if (totals.length === 1 && totals[0] && figures[0] === totals[0])
    return [{ total: totals[0], parts: partsAmong(figures.slice(1)) }];
  let from = 0;
  return totals.map((total) => {
    const at = figures.indexOf(total);
    const parts = partsAmong(figures.slice(from, at));
    from = at + 1;
    return { total, parts };
  });
}

/** Subtotals stand for the rows that they close. */
function partsAmong(rows: readonly GridRow[]): readonly GridRow[] {
  const subtotals = rows.filter(({ role }) => role === 'subtotal');
  if (subtotals.length === 0) return topmost(rows);
  const last = rows.lastIndexOf(subtotals.at(-1) as GridRow);
  return [...subtotals, ...rows.slice(last + 1)];
}

export const columnSum = defineCheck<Dossier>({
  id: 'table/column-sum',
  title: { zh: '表中合计与各行之和不符', en: 'A total row is not the sum of its rows' },
  severity: 'error',
  why: {
    zh: '合计行是上级汇总和考核取数的依据，与分项对不上时，要么合计错，要么有一行写错或漏行。',
    en: 'Totals are what others take over; if the rows do not make them, a row or the total is wrong.',
  },
  message: {
    zh: '“{title}”中“{column}”一列，{count} 行相加为 {sum}，“{label}”行写的是 {total}，各行之和{direction} {gap}；请核对各行数据或更正合计',
    en: '“{title}”, column “{column}”: {count} rows add up to {sum}, but row “{label}” says {total} ({gap} {over}); check the rows or correct the total',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      if (grid.rows.filter(({ code }) => code !== null).length >= 3) continue;
      const columns = figureColumns(grid).filter((column) => isAdditive(grid, column) && grid.columns[column] !== '');
      for (const { total, parts } of additionsOf(grid))
        for (const column of columns) {
          const stated = total.figures[column];
          const filled = parts.filter(({ figures }) => figures[column] !== undefined);
          if (stated === undefined || filled.length < 2) continue;
          const printed = filled.map(({ figures }) => figures[column]?.printed ?? '0');
          const wrong = discrepancy(printed, stated.printed);
          if (wrong === null || (wrong.gap.isNegative() && filled.length < parts.length)) continue;
          report(
            [total.source, ...filled.slice(0, 12).map(({ source }) => source)],
            {
              title: titleOf(grid),
              column: grid.columns[column] ?? '',
              label: total.label,
              count: filled.length,
              ...said(wrong),
            },
            { arithmetic: wrong.arithmetic, severity: wrong.mixed ? 'warning' : 'error' },
          );
        }
    }
  },
  examples: examples({
    pass: [
      '表1 各园区产值（亿元）\n\n园区名称\t工业总产值\t利润\n东园\t10.2\t1.1\n西园\t20.3\t2.2\n合计\t30.6\t3.3\n',
      '表1 各园区产值（亿元）\n\n园区名称\t工业总产值\t利润\n合计\t30.5\t3.3\n东园\t10.2\t1.1\n西园\t20.3\t2.2\n',
    ],
    fail: [
      '序号\t项目名称\t建设单位\t总投资\n1\t轴承扩建项目\t恒远轴承\t28亿元\n2\t冷链物流园\t瑞丰供应链\t6.5亿\n合计\t\t\t33.5亿元\n',
      '表1 各园区产值（亿元）\n\n园区名称\t工业总产值\t利润\n东园\t10.2\t1.1\n西园\t20.3\t2.2\n合计\t32.5\t3.3\n',
    ],
  }),
});
