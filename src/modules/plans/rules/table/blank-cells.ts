import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, gridsOf, isAdditive, titleOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

/** A place in a ranking or a year of completion belongs to one row and has no total. */
const isOfOne = (grid: Grid, column: number): boolean =>
  !isAdditive(grid, column) || /排名|位次|名次|[年月]|时间|日期|开工|竣工|投产/.test(grid.columns[column] ?? '');

/** Rows with figures that leave out columns which most rows fill. */
function gapsOf(grid: Grid) {
  const filled = grid.rows.filter(({ role }) => role === 'part' || role === 'total');
  const usual = figureColumns(grid).filter(
    (column) => filled.filter(({ figures }) => figures[column] !== undefined).length * 2 > filled.length,
  );
  return filled.flatMap((row) => {
    const gaps = usual.filter(
      (column) =>
        !(row.role === 'total' && isOfOne(grid, column)) &&
        (grid.table.rows[row.index]?.[column]?.text ?? '').trim() === '',
    );
    return gaps.length > 0 ? [{ row, gaps }] : [];
  });
}

export const blankCells = defineCheck<Dossier>({
  id: 'table/blank-cells',
  title: { zh: '表中有空格，没有说明', en: 'A table has blank cells without a reason' },
  severity: 'advice',
  why: {
    zh: '空格可能是零、没有统计或漏填，汇总的人只能猜。',
    en: 'A blank may be zero, unknown or forgotten; whoever adds up can only guess.',
  },
  message: {
    zh: '“{title}”有 {count} 行留空：{rows}；请填数，确为零的写 0，无数据的写“—”并注明原因',
    en: '“{title}” leaves blanks in {count} rows: {rows}; fill them in, write 0 for zero and “—” with a reason for no data',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      if (grid.rows.some(({ code }) => code !== null) || grid.rows.length < 4) continue;
      const gaps = gapsOf(grid);
      // Where many rows have gaps, the layout of the table is the reason, not an omission.
      if (gaps.length === 0 || gaps.length * 2 > grid.rows.length) continue;
      const rows = gaps
        .map(
          ({ row, gaps: columns }) =>
            `${row.label}（${columns
              .map((column) => grid.columns[column])
              .slice(0, 3)
              .join('、')}${columns.length > 3 ? '等' : ''}）`,
        )
        .join('；');
      report(
        gaps.map(({ row }) => row.source),
        { title: titleOf(grid), count: gaps.length, rows },
      );
    }
  },
  examples: examples({
    pass: [
      '表1 各园区产值（亿元）\n\n园区名称\t总产值\t排名\n东园\t10\t3\n西园\t20\t2\n北园\t30\t1\n合计\t60\t\n',
      '表1 各园区产值（亿元）\n\n园区名称\t总产值\t利润\n东园\t10\t1\n西园\t20\t—\n北园\t20\t2\n',
    ],
    fail: ['表1 各园区产值（亿元）\n\n园区名称\t总产值\t利润\n东园\t10\t1\n西园\t20\t\n北园\t20\t2\n南园\t5\t1\n'],
  }),
});
