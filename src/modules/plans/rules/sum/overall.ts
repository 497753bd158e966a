import { defineCheck } from '../../../../core/check.ts';
import { meets } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import {
  allFigures,
  apart,
  type Figure,
  grouped,
  nameFigure,
  nameKey,
  sourceOfFigure,
} from '../../checking/figures.ts';
import type { Dossier } from '../../dossier.ts';

/** A stated whole and the total of a table may differ by this much before anybody needs to know. */
const tolerated = 0.1;

const wholeOf = (subject: string): string | null => subject.match(/^(.*?)(?:合计|总计)$/)?.[1] ?? null;

interface Pair {
  readonly stated: Figure;
  readonly total: Figure;
}

/** “十大产业主营业务收入” in words, and the total row of a table about 十大产业. */
function pairsOf(figures: readonly Figure[]): Pair[] {
  const totals = figures.filter(
    ({ subject, fact }) => fact.table !== null && wholeOf(subject) !== null && fact.kind === 'target',
  );
  if (totals.length === 0) return [];
  const inWords = figures.filter(({ fact }) => fact.table === null && fact.kind === 'target');
  const byName = grouped(inWords, ({ key }) => key);
  return totals.flatMap((total) => {
    const whole = wholeOf(total.subject) ?? '';
    if (whole.length < 2) return [];
    const [named] = byName.get(nameKey(whole + total.fact.name)) ?? [];
    const stated = named ?? byName.get(total.key)?.find(({ subject }) => subject === whole);
    return stated ? [{ stated, total }] : [];
  });
}

export const overall = defineCheck<Dossier>({
  id: 'sum/overall',
  title: { zh: '总目标与分项合计不一致', en: 'The overall target is not what its parts make' },
  severity: 'error',
  why: {
    zh: '总目标要靠分项完成；两者相差一成以上，不是总目标定低了，就是分项没有落实。',
    en: 'An overall target is met by its parts; a tenth apart, one of them is not meant.',
  },
  message: {
    zh: '正文写{name} {stated}，“{table}”分项合计为 {total}，{direction} {gap}%；请统一口径，按合计调整总目标或重新分解',
    en: 'The text says {stated} ({name}), the parts in “{table}” make {total}, {gap}% {over}; use one scope and adjust the target or its parts',
  },
  run(dossier, report) {
    for (const figures of grouped(allFigures(dossier), ({ year, dimension }) =>
      year === null || dimension === 'ratio' ? null : `${year}|${dimension}`,
    ).values())
      for (const { stated, total } of pairsOf(figures)) {
        const contradicts = !meets(stated.possible, total.possible);
        if (!contradicts && apart(stated, total) <= tolerated) continue;
        if (contradicts && apart(stated, total) < 0.001) continue;
        const more = total.value.gt(stated.value);
        const gap = total.value.minus(stated.value).abs().div(stated.value).times(100).toDecimalPlaces(1).toString();
        report(
          [sourceOfFigure(stated), sourceOfFigure(total)],
          {
            name: nameFigure(stated),
            stated: stated.text,
            table: total.fact.table ?? '',
            total: total.text,
            direction: more ? '高' : '低',
            over: more ? 'more' : 'less',
            gap,
          },
          {
            arithmetic: `${total.text} ${more ? '>' : '<'} ${stated.text}（${more ? '+' : '−'}${gap}%）`,
            severity: contradicts ? 'error' : 'warning',
          },
        );
      }
  },
  examples: examples({
    pass: [
      '青川市产业发展规划（2021—2025年）\n\n到2025年，三大产业营业收入达到300亿元。\n\n三大产业发展目标表\n单位：亿元\n\n产业名称\t2020年营业收入\t2025年营业收入\n食品产业\t50\t100\n建材产业\t60\t120\n轻纺产业\t40\t90\n合计\t150\t310\n',
    ],
    fail: [
      '青川市产业发展规划（2021—2025年）\n\n到2025年，三大产业营业收入达到200亿元。\n\n三大产业发展目标表\n单位：亿元\n\n产业名称\t2020年营业收入\t2025年营业收入\n食品产业\t50\t100\n建材产业\t60\t120\n轻纺产业\t40\t90\n合计\t150\t310\n',
    ],
  }),
});
