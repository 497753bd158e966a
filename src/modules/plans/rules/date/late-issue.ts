import { defineCheck } from '../../../../core/check.ts';
import { daysBetween } from '../../../../core/day.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, proseOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';
import { dateline } from './overdue-task.ts';

const yearInDays = 366;

export const lateIssue = defineCheck<Dossier>({
  id: 'date/late-issue',
  title: { zh: '规划期开始一年多才印发', en: 'Issued long after the plan began' },
  severity: 'advice',
  why: {
    zh: '规划期已过去的年度无法再安排，指标的基期和年度分解要相应调整。',
    en: 'Years already gone cannot be planned; base year and yearly steps need adjusting.',
  },
  message: {
    zh: '规划期自 {start} 年起，{issued} 才印发，晚了 {months} 个月；请说明已过年度的完成情况',
    en: 'The plan runs from {start} but was issued on {issued}, {months} months later; say what the years gone by achieved',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const { issuedOn, period } = reading.facts.document;
      if (issuedOn === null || period === null) continue;
      const start = period.start.slice(0, 4);
      const late = daysBetween(`${start}-01-01`, issuedOn);
      if (late < yearInDays) continue;
      const at = dateline(reading);
      const span = matchesIn(
        proseOf(reading),
        new RegExp(`${start}\\s?年?[^。；]{0,4}[-—－至到~～][^。；]{0,4}${period.end.slice(0, 4)}`, 'g'),
      );
      const stated = span.findLast(({ passage }) => /期限|规划期/.test(passage.prose.text)) ?? span[0];
      const sources = [...(at ? [at] : []), ...(stated ? [stated.source] : [])];
      if (sources.length === 0) continue;
      const months = Math.floor(late / 30.44);
      report(sources, { start, issued: issuedOn, months }, { arithmetic: `${issuedOn} − ${start}-01-01 = ${late} 天` });
    }
  },
  examples: examples({
    pass: [
      '青川县人民政府\n\n印发经开区规划的通知\n\n各乡镇人民政府：\n\n现将规划印发给你们。\n\n青川县人民政府\n\n2021年4月14日\n\n青川经开区产业发展规划\n\n一、总则\n\n本规划期限为2021—2025年。\n',
    ],
    fail: [
      '青川县人民政府\n\n印发经开区规划的通知\n\n各乡镇人民政府：\n\n现将规划印发给你们。\n\n青川县人民政府\n\n2022年4月14日\n\n青川经开区产业发展规划\n\n一、总则\n\n本规划期限为2021—2025年。\n',
    ],
  }),
});
