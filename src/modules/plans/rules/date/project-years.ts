import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import type { Dossier } from '../../dossier.ts';

export const projectYears = defineCheck<Dossier>({
  id: 'date/project-years',
  title: { zh: '项目竣工早于开工', en: 'A project finished before it starts' },
  severity: 'error',
  why: { zh: '建设年限前后颠倒，年度投资计划无法安排。', en: 'Reversed years leave no room for a yearly plan.' },
  message: {
    zh: '“{name}”{start} 开工、{finish} 竣工，前后颠倒；请更正建设年限',
    en: '“{name}” starts in {start} and finishes in {finish}; correct the years',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { name, start, finish, source } of reading.facts.projects) {
        if (start === null || finish === null || !/^\d{4}/.test(start) || !/^\d{4}/.test(finish)) continue;
        const length = Math.min(start.length, finish.length);
        if (finish.slice(0, length) >= start.slice(0, length)) continue;
        report(
          [{ ...source, file: reading.document.name }],
          { name, start, finish },
          { arithmetic: `${finish} < ${start}` },
        );
      }
  },
  examples: examples({
    pass: [
      '重点项目表\n\n序号\t项目名称\t建设单位\t建设内容\t总投资（亿元）\t建设年限\n1\t乙醇扩建项目\t恒远化工有限公司\t新建生产线\t12\t2021—2023\n2\t淀粉改造项目\t佳禾食品有限公司\t改造厂房\t2\t2022—2024\n',
    ],
    fail: [
      '重点项目表\n\n序号\t项目名称\t建设单位\t建设内容\t总投资（亿元）\t建设年限\n1\t乙醇扩建项目\t恒远化工有限公司\t新建生产线\t12\t2023—2021\n2\t淀粉改造项目\t佳禾食品有限公司\t改造厂房\t2\t2022—2024\n',
    ],
  }),
});
