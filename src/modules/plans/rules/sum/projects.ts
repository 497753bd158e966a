import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { announcedProjects } from '../../checking/project-lists.ts';
import { labelled } from '../../checking/statements.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

export const projects = defineCheck<Dossier>({
  id: 'sum/projects',
  title: { zh: '项目总投资与清单合计不符', en: 'A total investment that the list does not make' },
  severity: 'error',
  why: {
    zh: '总投资由清单逐项相加而来；对不上，年度投资计划就没有依据。',
    en: 'Total investment is the sum of the list; if it is not, yearly plans have no basis.',
  },
  message: {
    zh: '正文称总投资 {stated}，“{title}” {count} 个项目相加为 {sum}{unit}，{direction} {gap}{unit}；请核对清单或更正总投资',
    en: 'The text says {stated} in total, the {count} projects of “{title}” make {sum}{unit} ({gap} {over}); check the list or the total',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { total, list } of announcedProjects(reading)) {
        const unit = list.unit;
        if (total === null || list.investments === null || total.quantity.unit !== unit || total.comparator !== '=')
          continue;
        const wrong = discrepancy(list.investments, total.quantity.values[0] ?? '0');
        if (wrong === null) continue;
        report(
          [labelled(total), list.source],
          { ...said(wrong), stated: total.text, title: list.title, count: list.investments.length, unit },
          { arithmetic: wrong.arithmetic, severity: wrong.mixed ? 'warning' : 'error' },
        );
      }
  },
  examples: examples({
    pass: [
      '规划期内，共安排重点项目2个，总投资5亿元。\n\n重点项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t佳禾速冻食品加工项目\t2\t2022—2023\n',
    ],
    fail: [
      '规划期内，共安排重点项目2个，总投资15亿元。\n\n重点项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t佳禾速冻食品加工项目\t2\t2022—2023\n',
    ],
  }),
});
