import { defineCheck } from '../../../../core/check.ts';
import { meets, sum } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { allFigures, type Figure, grouped, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

const spanOf = ({ fact }: Figure): readonly [number, number] | null => {
  const [start, end] = (fact.period ?? '').split('/').map(Number);
  return start && end && end > start && end - start <= 10 ? [start, end] : null;
};

/** One figure for each year of the span; null when a year is missing. */
function yearsOf(figures: readonly Figure[], [start, end]: readonly [number, number]): Figure[] | null {
  const years = Array.from({ length: end - start + 1 }, (_, i) =>
    figures.find(({ fact }) => fact.period === String(start + i) && fact.kind !== 'cumulative'),
  );
  return years.every((each) => each !== undefined) ? (years as Figure[]) : null;
}

export const years = defineCheck<Dossier>({
  id: 'sum/years',
  title: { zh: '分年度目标之和与累计目标不符', en: 'Yearly targets do not make the cumulative one' },
  severity: 'error',
  why: {
    zh: '年度计划逐年完成，累计目标就应当完成；两者不等，总有一个完不成。',
    en: 'If every year is met the total must be met; if they differ, one of them cannot hold.',
  },
  message: {
    zh: '{name} {total}，各年（{years}）相加为 {sum}，{direction} {gap}；请调整年度安排或累计目标',
    en: '{name} is {total}, the years ({years}) make {sum} ({gap} {over}); adjust the years or the total',
  },
  run(dossier, report) {
    const groups = grouped(allFigures(dossier), ({ key, dimension, subject }) => `${key}|${subject}|${dimension}`);
    for (const figures of groups.values())
      for (const whole of figures) {
        const span = spanOf(whole);
        if (
          span === null ||
          whole.fact.kind !== 'cumulative' ||
          /总投资/.test(whole.fact.name) ||
          whole.comparator === 'range'
        )
          continue;
        const each = yearsOf(figures, span);
        if (each === null || meets(sum(each.map(({ possible }) => possible)), whole.possible)) continue;
        const inUnit = ({ value, fact }: Figure) =>
          value
            .div(whole.value)
            .times(whole.fact.printed)
            .toFixed(Math.max(0, fact.printed.split('.')[1]?.length ?? 0));
        const wrong = discrepancy(each.map(inUnit), whole.fact.printed);
        if (wrong === null) continue;
        report(
          [sourceOfFigure(whole), ...each.map(sourceOfFigure)],
          {
            name: nameFigure(whole),
            total: whole.text,
            years: each.map(({ year, text }) => `${year} 年 ${text}`).join('、'),
            sum: said(wrong).sum + whole.fact.unit,
            direction: said(wrong).direction,
            gap: said(wrong).gap,
            over: said(wrong).over,
          },
          {
            arithmetic: wrong.arithmetic,
            severity: [whole, ...each].every(({ comparator }) => comparator === '=') ? 'error' : 'warning',
          },
        );
      }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2023年）\n\n2021年至2023年，青川经开区累计完成工业投资120亿元。\n\n2021年，青川经开区完成工业投资30亿元。\n\n2022年，青川经开区完成工业投资40亿元。\n\n2023年，青川经开区完成工业投资50亿元。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2023年）\n\n2021年至2023年，青川经开区累计完成工业投资150亿元。\n\n2021年，青川经开区完成工业投资30亿元。\n\n2022年，青川经开区完成工业投资40亿元。\n\n2023年，青川经开区完成工业投资50亿元。\n',
    ],
  }),
});
