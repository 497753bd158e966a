import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, type GridRow, gridsOf, isAdditive, isShare, titleOf } from '../../checking/grid.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

/** The rows that together make the whole: up to the row of 100, without the branches of a code tree. */
function partsBefore({ rows }: Grid, full: GridRow | undefined): GridRow[] {
  const before = (full ? rows.slice(0, rows.indexOf(full)) : rows).filter(({ role }) => role === 'part');
  const codes = before.flatMap(({ code }) => code ?? []);
  return before.filter(({ code }) => code === null || !codes.some((other) => other !== code && code.startsWith(other)));
}

const wholeRow = ({ rows }: Grid, column: number): GridRow | undefined =>
  rows.find(({ figures, role }) => role === 'total' && figures[column] && new Decimal(figures[column].printed).eq(100));

/** Without a row of 100, the title or a row 其他 says that the rows are all there is. */
const isBreakdown = (grid: Grid): boolean =>
  grid.rows.some(({ label }) => /^其[他它]/.test(label)) ||
  (/结构|构成|组成/.test(grid.table.title ?? '') && !/指标|目标表/.test(grid.table.title ?? ''));

/** A hundred with as many digits as the parts. */
const hundredLike = (parts: readonly GridRow[], column: number): string =>
  new Decimal(100).toFixed(
    Math.max(...parts.map(({ figures }) => figures[column]?.printed.split('.')[1]?.length ?? 0)),
  );

export const hundred = defineCheck<Dossier>({
  id: 'table/hundred',
  title: { zh: '各项占比之和不是 100%', en: 'The shares of a table do not make 100 %' },
  severity: 'error',
  why: {
    zh: '结构占比相加应为 100%（允许末位四舍五入），否则漏项或重复。',
    en: 'Shares of a whole make 100 % up to rounding; otherwise a part is missing or counted twice.',
  },
  message: {
    zh: '“{title}”中“{column}”各项相加为 {sum}%，不是 100%，{direction} {gap} 个百分点；请核对各项占比',
    en: '“{title}”, “{column}”: the parts make {sum}%, not 100% ({gap} points {over}); check the shares',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const columns = figureColumns(grid);
      for (const column of columns.filter((each) => isShare(grid, each))) {
        const full = wholeRow(grid, column);
        // With the figures beside them, table/share judges every row by itself; a printed 100 must be met all the same.
        if (full === undefined && columns.some((each) => isAdditive(grid, each))) continue;
        if (full === undefined && !isBreakdown(grid)) continue;
        const parts = partsBefore(grid, full).filter(({ figures }) => figures[column] !== undefined);
        if (parts.length < 3 && full === undefined) continue;
        if (parts.length < 2) continue;
        const wrong = discrepancy(
          parts.map(({ figures }) => figures[column]?.printed ?? '0'),
          full?.figures[column]?.printed ?? hundredLike(parts, column),
        );
        // Far from a hundred, the rows are not the parts of one whole.
        if (full === undefined && wrong !== null && (wrong.sum.lt(75) || wrong.sum.gt(125))) continue;
        if (wrong === null) continue;
        const data = { title: titleOf(grid), column: grid.columns[column] ?? '', ...said(wrong) };
        report([...(full ? [full.source] : []), ...parts.slice(0, 12).map(({ source }) => source)], data, {
          arithmetic: wrong.arithmetic,
        });
      }
    }
  },
  examples: examples({
    pass: ['能源结构表\n\n能源品种\t占比（%）\n煤炭\t33.3\n电力\t33.3\n天然气\t33.3\n合计\t100.0\n'],
    fail: [
      '能源结构表\n\n能源品种\t占比（%）\n煤炭\t43.3\n电力\t33.3\n天然气\t33.3\n合计\t100.0\n',
      '产业结构调整目标\n\n产业\t2020年占比（%）\t2025年占比（%）\n食品产业\t40.0\t45.0\n建材产业\t35.0\t33.0\n其他产业\t25.0\t32.0\n',
    ],
  }),
});
