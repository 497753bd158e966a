import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { gridsOf, titleOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

export const doubled = defineCheck<Dossier>({
  id: 'code/doubled',
  title: { zh: '一个用地代码两个名称', en: 'One land-use code with two names' },
  severity: 'error',
  why: {
    zh: '代码是入库和汇总的键，重复后两类用地会并成一类。',
    en: 'The code is the key for adding up; doubled, two uses become one.',
  },
  message: {
    zh: '“{title}”中代码 {code} 用了 {count} 次，名称分别为{names}；请按 GB 50137 更正代码',
    en: '“{title}” uses code {code} {count} times, for {names}; correct it after GB 50137',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf)) {
      const coded = grid.rows.filter(({ code, label }) => code !== null && label !== '');
      for (const [code, rows] of grouped(coded, (row) => row.code)) {
        const names = [...new Set(rows.map(({ label }) => label))];
        // H and E stand twice where a table has a part inside and a part outside the boundary — under one name.
        if (names.length < 2) continue;
        report(
          rows.map(({ source }) => source),
          { title: titleOf(grid), code, count: rows.length, names: names.map((name) => `“${name}”`).join('、') },
        );
      }
    }
  },
  examples: examples({
    pass: [
      '用地汇总表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nM2\t二类工业用地\t10.00\nM3\t三类工业用地\t20.00\n\t城市建设用地合计\t30.00\n',
    ],
    fail: [
      '用地汇总表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nM2\t二类工业用地\t10.00\nM2\t三类工业用地\t20.00\n\t城市建设用地合计\t30.00\n',
    ],
  }),
});
