import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Figure, figuresOf, grouped, nameKey, sourceOfFigure } from '../../checking/figures.ts';
import type { Dossier } from '../../dossier.ts';

const mu = new Decimal(2000).div(3);
const shrinks = 0.05;

const withoutPer = (name: string): string => nameKey(name.replace(/亩均|地均|单位面积|每亩/, ''));

interface Implied {
  readonly per: Figure;
  readonly total: Figure;
  readonly area: Decimal;
}

/** The land that a per-mu figure and its total speak of, year by year. */
function impliedAreas(figures: readonly Figure[]): Implied[] {
  const totals = grouped(figures, ({ dimension, key, year }) =>
    dimension === 'CNY' && year !== null ? `${key}|${year}` : null,
  );
  return figures
    .filter(
      ({ fact, dimension, year, value }) =>
        dimension === 'CNY/area' && year !== null && /亩均|地均|单位面积|每亩/.test(fact.name) && value.gt(0),
    )
    .flatMap((per) => {
      const total = totals
        .get(`${withoutPer(per.fact.name)}|${per.year}`)
        ?.find(({ subject }) => subject === per.subject || per.subject === '' || subject === '');
      return total ? [{ per, total, area: total.value.div(per.value).div(mu) }] : [];
    });
}

export const impliedArea = defineCheck<Dossier>({
  id: 'ratio/implied-area',
  title: { zh: '亩均目标隐含用地减少', en: 'Per-mu targets that imply shrinking land' },
  severity: 'advice',
  why: {
    zh: '总量增幅小于亩均增幅，等于说用地要减少；规划没有腾退安排时，两个目标不能同时实现。',
    en: 'A total that grows less than its per-mu figure means less land; without a plan to give land back, both cannot hold.',
  },
  message: {
    zh: '{name}：{from} 年隐含用地 {area1} 亩（{total1} ÷ {per1}），{to} 年只有 {area2} 亩（{total2} ÷ {per2}），减少 {share}%；请统一用地口径或调整目标',
    en: '{name}: {area1} mu are implied in {from} ({total1} ÷ {per1}), {area2} mu in {to} ({total2} ÷ {per2}), {share}% less; use one scope of land or adjust the targets',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const implied = impliedAreas(figuresOf(reading)).sort((a, b) => (a.per.year ?? 0) - (b.per.year ?? 0));
      const [first] = implied;
      const last = implied.findLast(({ per }) => per.key === first?.per.key && per.year !== first?.per.year);
      if (!first || !last) continue;
      const share = last.area.div(first.area).minus(1);
      if (share.gt(-shrinks)) continue;
      report(
        [first.per, first.total, last.per, last.total].map(sourceOfFigure),
        {
          name: first.per.fact.name,
          from: first.per.year ?? '',
          to: last.per.year ?? '',
          area1: show(first.area, 0),
          area2: show(last.area, 0),
          total1: first.total.text,
          per1: first.per.text,
          total2: last.total.text,
          per2: last.per.text,
          share: show(share.abs().times(100), 1),
        },
        {
          arithmetic: `${first.total.text} ÷ ${first.per.text} = ${show(first.area, 0)} 亩；${last.total.text} ÷ ${last.per.text} = ${show(last.area, 0)} 亩（${show(share.times(100), 1)}%）`,
        },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区税收5亿元，亩均税收10万元/亩。\n\n到2025年，青川经开区税收达到8亿元，亩均税收达到14万元/亩。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区税收5亿元，亩均税收10万元/亩。\n\n到2025年，青川经开区税收达到6亿元，亩均税收达到20万元/亩。\n',
    ],
  }),
});
