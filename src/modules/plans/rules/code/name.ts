import { defineCheck } from '../../../../core/check.ts';
import landCodes from '../../../documents/vocabulary/land-codes.json' with { type: 'json' };
import { examples } from '../../checking/examples.ts';
import { gridsOf, titleOf } from '../../checking/grid.ts';
import type { Dossier } from '../../dossier.ts';

const standard = new Map(
  Object.values(landCodes)
    .filter(Array.isArray)
    .flat()
    .flatMap((each) =>
      typeof each === 'object' && 'code' in each ? [[each.code as string, each.name as string] as const] : [],
    ),
);
const codeOf = new Map([...standard].map(([code, name]) => [name, code]));
/** Tables shorten names: 行政办公 for 行政办公用地. */
const bare = (name: string): string => name.replace(/用地$|设施用地$/g, '');

export const name = defineCheck<Dossier>({
  id: 'code/name',
  title: { zh: '用地代码与名称不符', en: 'A land-use code that does not fit its name' },
  severity: 'warning',
  why: {
    zh: '代码与名称不一，审查和汇总会按错误的类别计算。',
    en: 'With a code that does not fit its name, the land is counted in the wrong class.',
  },
  message: {
    zh: '“{title}”中“{label}”标为 {code}，按 GB 50137—2011 应为 {right}（{code} 是“{meant}”）；请更正',
    en: '“{title}” marks “{label}” as {code}; in GB 50137—2011 it is {right} ({code} is “{meant}”); correct it',
  },
  run({ readings }, report) {
    for (const grid of readings.flatMap(gridsOf))
      for (const { code, label, source } of grid.rows) {
        const meant = code === null ? undefined : standard.get(code);
        const right = codeOf.get(label);
        // A code that stands twice is told by code/doubled.
        if (grid.rows.filter((other) => other.code === code).length > 1) continue;
        // Only a name that the standard itself knows under another code decides.
        if (
          code === null ||
          meant === undefined ||
          right === undefined ||
          right === code ||
          bare(meant) === bare(label)
        )
          continue;
        report([source], { title: titleOf(grid), label, code, right, meant });
      }
  },
  examples: examples({
    pass: [
      '用地汇总表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nM2\t二类工业用地\t10.00\nM3\t三类工业用地\t20.00\n',
    ],
    fail: [
      '用地汇总表\n\n用地代码\t用地名称\t用地面积（hm²）\nM\t工业用地\t30.00\nM1\t二类工业用地\t10.00\nM3\t三类工业用地\t20.00\n',
    ],
  }),
});
