import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import { dayIn } from '../../../documents/reading/entities/dates.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** The last day that a deadline leaves, as far as it names one: “2011年4月” is 2011-04-31 for comparing. */
export function dueBy(deadline: string): string | null {
  const [, year, month, day] =
    deadline.normalize('NFKC').match(/(20\d{2})\s*年(?:\s*(\d{1,2})\s*月)?(?:\s*(\d{1,2})\s*日)?/) ?? [];
  if (year === undefined) return null;
  const two = (text: string) => text.padStart(2, '0');
  return `${year}-${month ? two(month) : '12'}-${day ? two(day) : '31'}`;
}

/** Where the document says its date. */
export function dateline(reading: Reading): Source | null {
  const { issuedOn } = reading.facts.document;
  for (const passage of proseOf(reading)) {
    const found = dayIn(passage.prose.text);
    if (found !== null && found.day === issuedOn && passage.prose.text.length < 40)
      return sourceOfPart(passage, found.start, found.end);
  }
  return null;
}

export const overdueTask = defineCheck<Dossier>({
  id: 'date/overdue-task',
  title: { zh: '任务完成时间早于印发日期', en: 'Tasks due before the document was issued' },
  severity: 'error',
  why: {
    zh: '文件印发时任务已经到期，无法考核，也显得年份写错。',
    en: 'A task already due when issued cannot be assessed; most often the year is wrong.',
  },
  message: {
    zh: '文件 {issued} 印发，有 {count} 项任务要求更早完成：{tasks}；请核对完成时间，已完成的注明',
    en: 'Issued on {issued}, yet {count} tasks were due before: {tasks}; check the dates, mark what is done',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const { issuedOn } = reading.facts.document;
      if (issuedOn === null) continue;
      const overdue = reading.facts.tasks.flatMap((task) => {
        const due = task.deadline === null || task.recurrence !== null ? null : dueBy(task.deadline);
        return due !== null && due < issuedOn ? [task] : [];
      });
      if (overdue.length === 0) continue;
      const at = dateline(reading);
      const tasks = overdue
        .slice(0, 5)
        .map(
          ({ number, text, deadline }) =>
            `${number ? `${number}.` : ''}${text.length > 20 ? `${text.slice(0, 20)}…` : text}（${deadline}）`,
        )
        .join('；');
      const sources = overdue.map(({ source }) => ({ ...source, file: reading.document.name }));
      report(
        at ? [...sources, at] : sources,
        { issued: issuedOn, count: overdue.length, tasks },
        {
          arithmetic: overdue
            .map(({ deadline }) => `${deadline} < ${issuedOn}`)
            .slice(0, 6)
            .join('；'),
        },
      );
    }
  },
  examples: examples({
    pass: [
      '临江县人民政府关于印发工作方案的通知\n\n各乡镇人民政府：\n\n现将工作方案印发给你们。\n\n临江县人民政府\n\n2022年5月21日\n\n附件\n\n任务分工表\n\n序号\t工作任务\t牵头单位\t配合单位\t完成时间\n1\t制定实施方案\t县发展改革局\t县财政局\t2022年6月\n2\t建立统计月报\t县统计局\t县财政局\t2022年5月\n3\t建立项目清单\t县统计局\t县财政局\t2022年7月\n',
    ],
    fail: [
      '临江县人民政府关于印发工作方案的通知\n\n各乡镇人民政府：\n\n现将工作方案印发给你们。\n\n临江县人民政府\n\n2022年5月21日\n\n附件\n\n任务分工表\n\n序号\t工作任务\t牵头单位\t配合单位\t完成时间\n1\t制定实施方案\t县发展改革局\t县财政局\t2022年6月\n2\t建立统计月报\t县统计局\t县财政局\t2022年4月\n3\t建立项目清单\t县统计局\t县财政局\t2022年7月\n',
    ],
  }),
});
