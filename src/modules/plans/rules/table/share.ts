import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { lastDigit, meets, quotient, rounded, scaled, show, widened } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, type GridRow, gridsOf, isAdditive, isShare, titleOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

/** The one row that is the whole: it says 100 %, or it is the only total. */
function baseOf({ rows }: Grid, column: number): GridRow | undefined {
  const full = rows.filter(({ figures }) => figures[column] && new Decimal(figures[column].printed).eq(100));
  if (full.length > 0) return full.length === 1 ? full[0] : undefined;
  const totals = rows.filter(({ role }) => role === 'total');
  return totals.length === 1 ? totals[0] : undefined;
}

interface Judged {
  readonly row: GridRow;
  readonly value: string;
  readonly share: string;
  readonly fits: boolean;
}

function judge(grid: Grid, base: GridRow, values: number, shares: number): Judged[] {
  const whole = base.figures[values]?.printed;
  if (whole === undefined || !new Decimal(whole).isPositive() || new Decimal(whole).isZero()) return [];
  return grid.rows.flatMap((row) => {
    const value = row.figures[values]?.printed;
    const share = row.figures[shares]?.printed;
    if (value === undefined || share === undefined || row === base) return [];
    const expected = quotient(rounded(value), rounded(whole));
    // Shares are often nudged by one unit so that a column makes 100.00; that is not an error.
    const stated = widened(rounded(share), lastDigit(share).div(2));
    return [{ row, value, share, fits: expected === null || meets(scaled(expected, 100), stated) }];
  });
}

export const share = defineCheck<Dossier>({
  id: 'table/share',
  title: { zh: '表中占比与数值算不到一起', en: 'A share in a table does not follow from its figures' },
  severity: 'error',
  why: {
    zh: '占比由数值除以合计得来；算不出来，说明数值、占比或合计有一个抄错。',
    en: 'A share is its figure over the total; if it does not follow, one of the three was mistyped.',
  },
  message: {
    zh: '“{title}”中“{label}”为 {value}，占“{base}”{whole} 的 {right}%，表中写 {share}%；请更正占比或数值',
    en: '“{title}”: “{label}” is {value}, {right}% of “{base}” {whole}, but the table says {share}%; correct the share or the figure',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const columns = figureColumns(grid);
      for (const shares of columns.filter((column) => isShare(grid, column))) {
        const values = columns.findLast((column) => column < shares && isAdditive(grid, column));
        const base = baseOf(grid, shares);
        if (values === undefined || base === undefined) continue;
        const judged = judge(grid, base, values, shares);
        // When hardly any row fits, the share is of something else than this base.
        if (judged.filter(({ fits }) => fits).length * 2 < judged.length) continue;
        const whole = base.figures[values]?.printed ?? '';
        for (const { row, value, share: stated, fits } of judged) {
          if (fits) continue;
          const right = show(new Decimal(value).div(whole).times(100), Math.max(2, stated.split('.')[1]?.length ?? 0));
          report(
            [row.source, base.source],
            { title: titleOf(grid), label: row.label, value, base: base.label, whole, right, share: stated },
            { arithmetic: `${value} ÷ ${whole} = ${right}% ≠ ${stated}%` },
          );
        }
      }
    }
  },
  examples: examples({
    pass: [
      '用地构成表\n\n用地名称\t面积（公顷）\t占比（%）\n工业用地\t60.00\t60.00\n居住用地\t25.00\t25.01\n绿地\t15.00\t14.99\n合计\t100.00\t100.00\n',
    ],
    fail: [
      '用地构成表\n\n用地名称\t面积（公顷）\t占比（%）\n工业用地\t60.00\t60.00\n居住用地\t25.00\t35.00\n绿地\t15.00\t15.00\n合计\t100.00\t100.00\n',
    ],
  }),
});
