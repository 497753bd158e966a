import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, type GridRow, gridsOf, isAdditive, titleOf } from '../../checking/grid.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import words from '../../checking/table-words.json' with { type: 'json' };
import type { Dossier } from '../../dossier.ts';

const isYear = (head: string): boolean =>
  /(19|20)\d{2}年?|第[一二三四五六七八九十\d]+(年|季度)|[一二三四]季度/.test(head);
const lastOf = (head: string): string => (head.split('/').at(-1) ?? '').replace(/[（(].*[）)]$/, '');
const groupOf = (head: string): string => head.split('/').slice(0, -1).join('/');

/** The columns that a total column adds up, as its heads say it; empty when they do not say. */
function partsOf(grid: Grid, total: number, columns: readonly number[]): number[] {
  const head = grid.columns[total] ?? '';
  const others = columns.filter((column) => column !== total);
  const years = others.filter((column) => isYear(lastOf(grid.columns[column] ?? '')));
  if (words.spanHeads.includes(lastOf(head))) return years.length >= 2 ? years : [];
  if (!words.sumHeads.includes(lastOf(head))) return [];
  const kin = others.filter((column) => groupOf(head) !== '' && groupOf(grid.columns[column] ?? '') === groupOf(head));
  if (kin.length >= 2) return kin;
  if (years.length >= 2) return years;
  const [first, last] = [columns[0], columns.at(-1)];
  return total === first || total === last ? others : [];
}

function wrongIn(row: GridRow, total: number, parts: readonly number[]) {
  const stated = row.figures[total];
  const printed = parts.flatMap((part) => row.figures[part]?.printed ?? []);
  if (stated === undefined || printed.length < 2) return undefined;
  const wrong = discrepancy(printed, stated.printed);
  return wrong?.gap.isNegative() && printed.length < parts.length ? null : wrong;
}

export const rowSum = defineCheck<Dossier>({
  id: 'table/row-sum',
  title: { zh: '表中一行的合计与各列之和不符', en: 'The total of a row is not the sum of its columns' },
  severity: 'error',
  why: {
    zh: '分年度、分来源的数相加应等于本行合计，否则年度计划与总量计划互相打架。',
    en: 'Years or sources of a row must make its total, or the yearly plan contradicts the whole.',
  },
  message: {
    zh: '“{title}”中“{label}”一行，各列相加为 {sum}，“{column}”写的是 {total}，{direction} {gap}；请核对这一行',
    en: '“{title}”, row “{label}”: the columns add up to {sum}, but “{column}” says {total} ({gap} {over}); check the row',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const columns = figureColumns(grid).filter((column) => isAdditive(grid, column));
      for (const total of columns) {
        const parts = partsOf(grid, total, columns);
        if (parts.length < 2) continue;
        const judged = grid.rows
          .map((row) => ({ row, wrong: wrongIn(row, total, parts) }))
          .filter(({ wrong }) => wrong !== undefined);
        const holds = judged.filter(({ wrong }) => wrong === null).length;
        // A column that adds up hardly anywhere is no sum of the others, whatever its head says.
        if (holds * 2 < judged.length) continue;
        for (const { row, wrong } of judged) {
          if (!wrong) continue;
          const data = { title: titleOf(grid), label: row.label, column: grid.columns[total] ?? '', ...said(wrong) };
          report([row.source], data, { arithmetic: wrong.arithmetic, severity: wrong.mixed ? 'warning' : 'error' });
        }
      }
    }
  },
  examples: examples({
    pass: [
      '表1 分年度投资（亿元）\n\n项目名称\t合计\t2021年\t2022年\n甲厂\t30\t10\t20\n乙厂\t50\t25\t25\n丙厂\t7\t3\t4\n',
    ],
    fail: [
      '表1 分年度投资（亿元）\n\n项目名称\t合计\t2021年\t2022年\n甲厂\t30\t10\t20\n乙厂\t58\t25\t25\n丙厂\t7\t3\t4\n',
    ],
  }),
});
