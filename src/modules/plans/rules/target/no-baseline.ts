import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import { ownPeriodOf } from '../../../documents/reading/entities/own-period.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { isFlow } from '../../checking/direction.ts';
import { examples } from '../../checking/examples.ts';
import { type Figure, figuresOf, sourceOfFigure } from '../../checking/figures.ts';
import { gridsOf } from '../../checking/grid.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** Projects begin at nothing, and a threshold is set rather than reached. */
const ofProjects = /投资|项目|用地|上半年|季度|工程|门槛|奖励|补助|补贴|贴息/;

/** Targets of the whole area, such as a chapter on aims states them: of an amount, not of one project. */
const isMain = ({ fact, subject, reading }: Figure): boolean => {
  const { regions } = reading.facts.document;
  return (
    fact.kind === 'target' &&
    fact.table === null &&
    fact.unit !== '%' &&
    !isFlow(fact.name + fact.source.quote) &&
    !ofProjects.test(fact.name) &&
    /^\d{4}$/.test(fact.period ?? '') &&
    (subject === '' || regions.includes(subject) || regions.some((region) => region.endsWith(subject)))
  );
};

/** The table of indicators, where a reader looks for the missing base. */
function indicatorTable(reading: Reading): Source[] {
  const grid = gridsOf(reading).find(
    ({ columns, table }) => /指标/.test(table.title ?? '') || columns.some((head) => /^指标|指标名称/.test(head)),
  );
  return grid
    ? [sourceAt(reading, grid.table.titleSpan ?? { start: grid.table.start, end: grid.table.start + 1 })]
    : [];
}

/** A name and what is left of it when words before it are dropped, four characters at least. */
const endingsOf = (key: string): string[] => [
  key,
  ...Array.from({ length: Math.max(0, key.length - 4) }, (_, i) => key.slice(i + 1)),
];

/** How many industries or areas a plan sets out has no base to grow from. */
const countsOwnParts = /(?:产业|产业链|领域|板块|集群|片区|功能区)数$/;

export const noBaseline = defineCheck<Dossier>({
  id: 'target/no-baseline',
  title: { zh: '目标没有基数', en: 'Targets without a base' },
  severity: 'advice',
  why: {
    zh: '没有基数，看不出目标高低，也无法分解和考核增幅。',
    en: 'Without a base nobody can tell whether a target is high or low, nor break it down.',
  },
  message: {
    zh: '有 {count} 项目标全文找不到基期数：{names}；请补充{yearZh}基数，并列入指标表',
    en: '{count} targets have no base anywhere in the text: {names}; add the figure of {yearEn} and put them into the indicator table',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      // The work of one year is measured against last year's, which its own report has told.
      const { document } = reading.facts;
      if (ownPeriodOf(document) !== null || /工作报告$/.test(document.title ?? '')) continue;
      const figures = figuresOf(reading);
      const known = new Set(figures.filter(({ fact }) => fact.kind === 'baseline').map(({ key }) => key));
      // “规上企业主营业务收入” is a base for “主营业务收入”, and the reverse.
      const endings = new Set([...known].flatMap(endingsOf));
      const isKnown = (key: string) => endings.has(key) || endingsOf(key).some((ending) => known.has(ending));
      const missing = figures.filter(
        (figure) =>
          isMain(figure) && figure.key.length >= 2 && !isKnown(figure.key) && !countsOwnParts.test(figure.fact.name),
      );
      const distinct = [...new Map(missing.map((figure) => [figure.key, figure])).values()];
      if (distinct.length < 2) continue;
      const names =
        distinct
          .slice(0, 6)
          .map(({ fact, text }) => `${fact.name} ${text}`)
          .join('、') + (distinct.length > 6 ? '等' : '');
      const { baseYear } = reading.facts.document;
      report([...distinct.map(sourceOfFigure), ...indicatorTable(reading)], {
        count: distinct.length,
        names,
        yearZh: baseYear === null ? '基期' : ` ${baseYear} 年`,
        yearEn: baseYear ?? 'the base year',
      });
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元，规上工业企业达到80家。\n\n到2025年，青川经开区税收达到12亿元，规上工业企业达到95家。\n',
    ],
    fail: ['青川经开区产业发展规划（2021—2025年）\n\n到2025年，青川经开区税收达到12亿元，规上工业企业达到95家。\n'],
  }),
});
