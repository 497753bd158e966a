import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, type GridRow, gridsOf, isAdditive, titleOf } from '../../checking/grid.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

interface Group {
  readonly head: GridRow;
  readonly parts: readonly GridRow[];
}

/** 小计 closes the rows above it; a row 一、 opens the rows 1. 2. 3. below it. */
function groupsOf({ rows }: Grid): Group[] {
  const groups: Group[] = [];
  let above: GridRow[] = [];
  let opened: { head: GridRow; parts: GridRow[] } | null = null;
  for (const row of rows) {
    if (row.role === 'of-which' || (row.role === 'blank' && row.depth !== 1)) continue;
    if (row.role === 'subtotal') {
      groups.push({ head: row, parts: above });
      above = [];
    } else if (row.role === 'total' || row.role === 'blank') above = [];
    else above.push(row);
    if (row.depth === 1 || row.role === 'total' || row.role === 'subtotal') {
      opened = row.depth === 1 && row.role === 'part' ? { head: row, parts: [] } : null;
      if (opened) groups.push(opened);
    } else if (row.depth === 2) opened?.parts.push(row);
  }
  return groups;
}

export const subtotal = defineCheck<Dossier>({
  id: 'table/subtotal',
  title: { zh: '表中小计与所含各行不符', en: 'A subtotal is not the sum of its rows' },
  severity: 'error',
  why: {
    zh: '小计错了，合计即使对上也说明别处还有相抵的错误。',
    en: 'A wrong subtotal under a right total means that two mistakes cancel out.',
  },
  message: {
    zh: '“{title}”中“{column}”一列，“{label}”写 {total}，所含 {count} 行相加为 {sum}，{direction} {gap}；请核对分项或更正小计',
    en: '“{title}”, column “{column}”: “{label}” says {total}, its {count} rows add up to {sum} ({gap} {over}); check the rows or the subtotal',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      if (grid.rows.filter(({ code }) => code !== null).length >= 3) continue;
      for (const column of figureColumns(grid).filter((each) => isAdditive(grid, each)))
        for (const { head, parts } of groupsOf(grid)) {
          const stated = head.figures[column];
          const filled = parts.filter(({ figures }) => figures[column] !== undefined);
          if (stated === undefined || filled.length < 2) continue;
          const wrong = discrepancy(
            filled.map(({ figures }) => figures[column]?.printed ?? '0'),
            stated.printed,
          );
          if (wrong === null || (wrong.gap.isNegative() && filled.length < parts.length)) continue;
          report(
            [head.source, ...filled.slice(0, 12).map(({ source }) => source)],
            {
              title: titleOf(grid),
              column: grid.columns[column] ?? '',
              label: head.label,
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
      '表1 重点项目投资（万元）\n\n项目名称\t总投资\n甲厂\t100\n乙厂\t250\n小计\t350\n丙厂\t80\n丁厂\t20\n小计\t100\n合计\t450\n',
    ],
    fail: [
      '表1 重点项目投资（万元）\n\n项目名称\t总投资\n甲厂\t100\n乙厂\t250\n小计\t360\n丙厂\t80\n丁厂\t20\n小计\t100\n合计\t460\n',
    ],
  }),
});
