import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Grid, gridsOf, titleOf } from '../../checking/grid.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const pointsHead = /^(?:分值|权重|满分|标准分|分数|基础分)(?:[（(].*)?$/;
const stated = /^(.*?)[（(](\d+(?:\.\d+)?)分?[)）]$/;

interface Group {
  readonly name: string;
  readonly whole: Decimal;
  readonly parts: Decimal[];
  readonly source: Source;
}

/** “经济规模（30分）” beside its rows: the cell goes on over merged or blank places below it. */
function groupsOf(grid: Grid, points: number, column: number): Group[] {
  const groups: Group[] = [];
  for (const row of grid.rows) {
    const cell = grid.table.rows[row.index]?.[column];
    const [, name, whole] = stated.exec(cell?.text.replace(/\s/g, '') ?? '') ?? [];
    const above = groups.at(-1);
    if (cell && whole !== undefined && above?.source.start !== cell.start)
      groups.push({ name: name ?? '', whole: new Decimal(whole), parts: [], source: sourceAt(grid.reading, cell) });
    else if (whole === undefined && cell?.text.trim() !== '') continue;
    const figure = row.figures[points];
    if (figure && row.role !== 'total' && row.role !== 'subtotal')
      groups.at(-1)?.parts.push(new Decimal(figure.printed));
  }
  return groups;
}

export const points = defineCheck<Dossier>({
  id: 'table/points',
  title: { zh: '指标表中分值与所属大类的分数不符', en: 'The points of a table do not make those of its group' },
  severity: 'error',
  why: {
    zh: '大类写 20 分，下面各项只有 18 分，打分就没有依据。',
    en: 'A group of 20 points whose items give 18 cannot be scored.',
  },
  message: {
    zh: '“{title}”中“{group}”为 {whole} 分，下列 {count} 项相加为 {sum} 分；请调整分值',
    en: '“{title}”, group “{group}” has {whole} points, its {count} items make {sum}; adjust the points',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const column = grid.columns.findIndex((head) => pointsHead.test(head));
      if (column < 0) continue;
      for (const group of grid.columns.flatMap((_, at) => (at === column ? [] : groupsOf(grid, column, at)))) {
        if (group.parts.length === 0) continue;
        const sum = Decimal.sum(...group.parts);
        if (sum.eq(group.whole)) continue;
        report(
          [group.source],
          {
            title: titleOf(grid),
            group: group.name,
            whole: show(group.whole),
            count: group.parts.length,
            sum: show(sum),
          },
          { arithmetic: `${group.parts.map((part) => show(part)).join(' + ')} = ${show(sum)} ≠ ${show(group.whole)}` },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '表1 考核指标\n\n一级指标\t二级指标\t分值\n经济规模（20分）\t总产值\t12\n\t税收\t8\n创新能力（10分）\t研发投入强度\t6\n\t发明专利\t4\n',
    ],
    fail: [
      '表1 考核指标\n\n一级指标\t二级指标\t分值\n经济规模（20分）\t总产值\t12\n\t税收\t8\n创新能力（10分）\t研发投入强度\t6\n\t发明专利\t2\n',
    ],
  }),
});
