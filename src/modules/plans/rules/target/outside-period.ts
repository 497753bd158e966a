import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { figuresOf, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import type { Dossier } from '../../dossier.ts';

/** Years that plans look forward to on purpose: 远景目标. */
const outlook = new Set([2035, 2049, 2050]);

export const outsidePeriod = defineCheck<Dossier>({
  id: 'target/outside-period',
  title: { zh: '目标年份在规划期之外', en: 'A target outside the planning period' },
  severity: 'advice',
  why: {
    zh: '规划期外的目标到期时没有规划可考核；多半是年份写错。',
    en: 'Nobody assesses a target due before or after the plan; most often the year is mistyped.',
  },
  message: {
    zh: '有 {count} 个目标的年份在规划期 {start}—{end} 之外：{names}；请核对年份，确为远景目标的单列',
    en: '{count} targets lie outside {start}–{end}: {names}; check the years, and set long-term aims apart',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const { period } = reading.facts.document;
      if (period === null) continue;
      const [start, end] = [Number(period.start.slice(0, 4)), Number(period.end.slice(0, 4))];
      const outside = figuresOf(reading).filter(
        ({ fact, year, subject }) =>
          fact.kind === 'target' &&
          year !== null &&
          !outlook.has(year) &&
          (year < start || year > end) &&
          !/全国|全球|世界|中国|我国|全省/.test(subject) &&
          /^\d{4}$/.test(fact.period ?? ''),
      );
      if (outside.length === 0) continue;
      const names = outside
        .slice(0, 5)
        .map((figure) => `${nameFigure(figure)} ${figure.text}`)
        .join('；');
      report(outside.map(sourceOfFigure), { count: outside.length, start, end, names });
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n本规划期限为2021—2025年。\n\n到2025年，青川经开区税收达到12亿元。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n本规划期限为2021—2025年。\n\n到2028年，青川经开区税收达到12亿元。\n',
    ],
  }),
});
