import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, type Grid, type GridRow, gridsOf, isAdditive, titleOf } from '../../checking/grid.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

interface Group {
  readonly head: GridRow;
  readonly parts: readonly GridRow[];
}

const isTotal = ({ role, code, label }: GridRow): boolean =>
  role === 'total' || (code === null && /合计|总计/.test(label));

/** GB 50137: 城市建设用地 (H11) is what the classes R to G of land within a town add up to. */
const urbanClass = /^[RABMWSUG]$/;
const isUrbanWhole = ({ code, label }: GridRow): boolean =>
  code !== null && /^H\d*$/.test(code) && /^(?:城市|城镇)建设用地$/.test(label);

/**
 * The additions that a table with codes promises: H = H1 + H2, and a total over the rows at the top of the tree
 * since the last total — which is itself a part of the next one (“建设用地合计” within “总用地合计”).
 */
function groupsOf({ rows }: Grid): Group[] {
  const groups: Group[] = [];
  let top: GridRow[] = [];
  let segment: GridRow[] = [];
  const urban = rows.find(isUrbanWhole);
  const classes = urban === undefined ? [] : rows.filter(({ code }) => urbanClass.test(code ?? ''));
  if (urban !== undefined && classes.length > 1) groups.push({ head: urban, parts: classes });
  for (const row of rows) {
    if (row.role === 'blank' || row.role === 'of-which') continue;
    if (isTotal(row)) {
      groups.push({ head: row, parts: top });
      top = [row];
      segment = [];
      continue;
    }
    const { code } = row;
    const parent =
      code === null
        ? undefined
        : segment.findLast(
            (each) => each.code !== null && code.length > each.code.length && code.startsWith(each.code),
          );
    if (parent) {
      const group = groups.find(({ head }) => head === parent) as { parts: GridRow[] } | undefined;
      if (group) group.parts.push(row);
      else groups.push({ head: parent, parts: [row] });
    } else if (classes.length < 2 || !classes.includes(row)) top.push(row);
    segment.push(row);
  }
  return groups;
}

export const codeSum = defineCheck<Dossier>({
  id: 'table/code-sum',
  title: { zh: '分类代码表的各级合计对不上', en: 'A table with codes does not add up along its tree' },
  severity: 'error',
  why: {
    zh: '用地平衡表按代码逐级汇总：中类之和等于大类，大类之和等于合计。对不上就没有平衡。',
    en: 'A land-use balance adds up level by level; where it does not, the land is not balanced.',
  },
  message: {
    zh: '“{title}”中“{column}”：{parts} 相加为 {sum}，“{label}”写的是 {total}，{direction} {gap}；请核对各类用地面积',
    en: '“{title}”, “{column}”: {parts} add up to {sum}, but “{label}” says {total} ({gap} {over}); check the areas',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      if (grid.rows.filter(({ code }) => code !== null).length < 3) continue;
      for (const column of figureColumns(grid).filter((each) => isAdditive(grid, each) && grid.columns[each] !== ''))
        for (const { head, parts } of groupsOf(grid)) {
          const stated = head.figures[column];
          const filled = parts.filter(({ figures }) => figures[column] !== undefined);
          if (stated === undefined || filled.length === 0 || (isTotal(head) && filled.length < 2)) continue;
          const wrong = discrepancy(
            filled.map(({ figures }) => figures[column]?.printed ?? '0'),
            stated.printed,
          );
          // A tree may name only some of its branches, but never more than the whole.
          if (wrong === null || (filled.length === 1 && wrong.gap.isNegative())) continue;
          const names = filled.map(({ code, label }) => `${code ?? ''}${label}`).join('、');
          report(
            [head.source, ...filled.slice(0, 12).map(({ source }) => source)],
            {
              title: titleOf(grid),
              column: grid.columns[column] ?? '',
              label: `${head.code ?? ''}${head.label}`,
              parts: names,
              ...said(wrong),
            },
            { arithmetic: wrong.arithmetic, severity: wrong.mixed ? 'warning' : 'error' },
          );
        }
    }
  },
  examples: examples({
    pass: [
      '规划用地汇总表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nM1\t一类工业用地\t10.00\nM2\t二类工业用地\t20.00\nG\t绿地与广场用地\t5.00\n\t城市建设用地合计\t35.00\nE1\t水域\t1.00\n\t规划总用地合计\t36.00\n',
      '规划用地平衡表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nW\t物流仓储用地\t6.00\nG\t绿地与广场用地\t5.00\nH11\t城市建设用地\t41.00\nE\t非建设用地\t9.00\n\t规划总用地\t50.00\n',
    ],
    fail: [
      '规划用地平衡表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nW\t物流仓储用地\t6.00\nG\t绿地与广场用地\t5.00\nH11\t城市建设用地\t43.00\nE\t非建设用地\t9.00\n\t规划总用地\t52.00\n',
      '规划用地汇总表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nM1\t一类工业用地\t10.00\nM2\t二类工业用地\t22.00\nG\t绿地与广场用地\t5.00\n\t城市建设用地合计\t35.00\nE1\t水域\t1.00\n\t规划总用地合计\t36.00\n',
    ],
  }),
});
