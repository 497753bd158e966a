import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { announcedProjects } from '../../checking/project-lists.ts';
import { labelled } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

export const projects = defineCheck<Dossier>({
  id: 'count/projects',
  title: { zh: '项目个数与清单不符', en: 'A number of projects that the list does not make' },
  severity: 'warning',
  why: {
    zh: '正文个数与清单行数不一，说明清单增删后正文没有更新，投资汇总也会错。',
    en: 'If text and list differ, the list was changed and the text was not, and totals are off as well.',
  },
  message: {
    zh: '正文称{label} {stated}，“{title}”实际列出 {count} 个；请核对清单，更正个数',
    en: 'The text says {stated} ({label}), “{title}” lists {count}; check the list and correct the number',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { count, list } of announcedProjects(reading)) {
        if (count === null || count.comparator !== '=' || count.value.eq(list.rows.length)) continue;
        report(
          [labelled(count), list.source],
          { label: count.label.slice(-12), stated: count.text, title: list.title, count: list.rows.length },
          { arithmetic: `${list.rows.length} ≠ ${count.text}` },
        );
      }
  },
  examples: examples({
    pass: [
      '规划期内，共安排重点项目2个，总投资5亿元。\n\n重点项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t佳禾速冻食品加工项目\t2\t2022—2023\n',
    ],
    fail: [
      '规划期内，共安排重点项目4个，总投资5亿元。\n\n重点项目表\n\n序号\t项目名称\t总投资（亿元）\t建设年限\n1\t恒远智能养殖一体化项目\t3\t2021—2022\n2\t佳禾速冻食品加工项目\t2\t2022—2023\n',
    ],
  }),
});
