import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figureColumns, gridsOf, titleOf } from '../../checking/grid.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const money = /单位[：:]?\s*(?:万|亿|百万|千)?元/;
const counts = /(个数|数量|户数|家数|人数|项目数|企业数)$/;
const ownUnit = /[（(][^）)]+[）)]$/;

export const tableUnit = defineCheck<Dossier>({
  id: 'unit/table-unit',
  title: { zh: '表头单位盖不住所有列', en: 'A table unit that does not fit every column' },
  severity: 'advice',
  why: {
    zh: '表上只写“单位：亿元”，个数列就没有单位，机器和外人都会读错。',
    en: 'Under “unit: 100 million yuan” a column of counts has no unit of its own.',
  },
  message: {
    zh: '“{title}”标“{unit}”，但 {columns} 列是个数；请在列名后注明单位（个、户、项）',
    en: '“{title}” says “{unit}”, yet the columns {columns} are counts; put their unit into the head',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const unit = grid.table.unit ?? '';
      if (!money.test(unit) && !/^(?:万|亿)元$/.test(unit)) continue;
      const columns = figureColumns(grid).filter(
        (column) => counts.test(grid.columns[column] ?? '') && !ownUnit.test(grid.columns[column] ?? ''),
      );
      if (columns.length === 0) continue;
      const heads = columns.map((column) => grid.columns[column] ?? '');
      const cells = columns.flatMap((column) => {
        const cell = grid.table.rows
          .slice(0, grid.table.headerRows)
          .map((row) => row[column])
          .findLast((each) => each && each.text !== '');
        return cell ? [sourceAt(grid.reading, cell)] : [];
      });
      const at = grid.reading.document.text.lastIndexOf('单位', grid.table.rows[0]?.[0]?.start ?? grid.table.start);
      const from = Math.max(at, 0);
      const head = grid.reading.document.text.slice(from, from + 8).split('\n')[0] ?? '';
      const unitSource =
        at >= 0 && grid.table.start - at < 400
          ? [sourceAt(grid.reading, { start: from, end: from + head.length })]
          : [];
      report([...unitSource, ...cells], { title: titleOf(grid), unit, columns: heads.join('、') });
    }
  },
  examples: examples({
    pass: ['重点项目汇总表\n单位：亿元\n\n产业名称\t项目数（个）\t总投资\n食品产业\t10\t45\n建材产业\t8\t50\n'],
    fail: ['重点项目汇总表\n单位：亿元\n\n产业名称\t项目个数\t总投资\n食品产业\t10\t45\n建材产业\t8\t50\n'],
  }),
});
