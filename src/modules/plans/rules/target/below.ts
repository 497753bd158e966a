import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { units } from '../../../../core/quantity.ts';
import { show } from '../../checking/arithmetic.ts';
import { directionOf, isFlow } from '../../checking/direction.ts';
import { examples } from '../../checking/examples.ts';
import { allFigures, type Figure, grouped, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { comparable, isReviewed, speaksForSubject } from '../../checking/scope.ts';
import type { Dossier } from '../../dossier.ts';

const isLevel = ({ fact }: Figure): boolean =>
  fact.kind !== 'growth_rate' && (fact.kind !== 'cumulative' || /开发面积/.test(fact.name));
const isAim = ({ fact }: Figure): boolean => fact.kind === 'target' || (fact.kind === 'share' && fact.isTarget);

interface Backward {
  readonly base: Figure;
  readonly target: Figure;
  readonly direction: 'more' | 'less';
}

/** Targets that lie on the wrong side of the latest stated value before them. */
function backwardIn(figures: readonly Figure[]): Backward[] {
  const stated = figures.filter((figure) => !isAim(figure) && figure.year !== null && figure.comparator !== 'range');
  const byYear = new Map(stated.toReversed().map((figure) => [figure.year, figure]));
  const bases = [...byYear.values()].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return figures.filter(isAim).flatMap((target): Backward[] => {
    const direction = directionOf(target.fact.name);
    const base = bases.find((each) => (each.year ?? 0) < (target.year ?? 0) && comparable(each, target));
    if (isReviewed(target)) return [];
    if (isFlow(target.fact.name + (target.fact.table === null ? target.fact.source.quote : ''))) return [];
    if (direction === null || base === undefined) return [];
    // Alike in their digits, two different figures differ; otherwise the coarser one decides.
    const slack = target.step.eq(base.step) && target.comparator !== '~' ? 0 : Decimal.max(target.step, base.step);
    const [low, high] =
      direction === 'more' ? [target.value.plus(slack), base.value] : [base.value, target.value.minus(slack)];
    // Far below is not a lower aim but another scope: one park against the whole city.
    // Yearly amounts of the plan itself go up and down; a base stands before the plan.
    const start = Number(target.reading.facts.document.period?.start.slice(0, 4) ?? Number.POSITIVE_INFINITY);
    if ((base.year ?? 0) >= start && /投资|完成/.test(target.fact.name)) return [];
    const least = [base, target].every(speaksForSubject) ? 0.05 : 0.3;
    const sameScope = direction === 'less' || target.value.gt(base.value.times(least));
    return low.lt(high) && sameScope ? [{ base, target, direction }] : [];
  });
}

export const below = defineCheck<Dossier>({
  id: 'target/below',
  title: { zh: '目标比现状还差', en: 'A target worse than today' },
  severity: 'error',
  why: {
    zh: '规划目标应当比基期好；倒退的目标多半是抄错、单位错或口径变了。',
    en: 'A target should be better than today; one that goes back is mistyped, in another unit or of another scope.',
  },
  message: {
    zh: '{name}目标为 {target}，{year} 年已是 {base}，{wrong} {gap}%；请核对数值、单位和口径，确需下调的写明理由',
    en: '{name} is {target}, but {base} was reached in {year} ({gap}% {worse}); check value, unit and scope, or give the reason',
  },
  run(dossier, report) {
    const groups = grouped(allFigures(dossier).filter(isLevel), ({ key, subject, dimension, year }) =>
      year === null || key.length < 2 || units.parse(key) !== null ? null : `${key}|${subject}|${dimension}`,
    );
    for (const figures of groups.values())
      for (const { base, target, direction } of backwardIn(figures)) {
        const gap = base.value.isZero()
          ? '—'
          : show(target.value.minus(base.value).abs().div(base.value).times(100), 1);
        const more = direction === 'more';
        // “不低于” a lower figure does not promise to fall, it promises too little.
        const floor = more ? ['>', '>='].includes(target.comparator) : ['<', '<='].includes(target.comparator);
        report(
          [sourceOfFigure(target), sourceOfFigure(base)],
          {
            name: nameFigure(target),
            target: target.text,
            year: base.year ?? '',
            base: base.text,
            gap,
            wrong: more ? '低' : '高',
            worse: more ? 'lower' : 'higher',
          },
          { arithmetic: `${target.text} ${more ? '<' : '>'} ${base.text}`, severity: floor ? 'warning' : 'error' },
        );
      }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元。\n\n到2025年，青川经开区税收达到12亿元。\n',
      '青川经开区产业发展规划（2021—2025年）\n\n做强木材加工。2020年实现产值32亿元，到2025年达到56亿元。\n\n培育冰雪装备。到2025年，产值突破30亿元。\n',
      '青川经开区“十三五”规划实施情况评估报告\n\n表1 主要指标完成情况\n\n指标名称\t2015年\t2020年目标\t2019年完成\n高新技术企业（家）\t20\t50\t58\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元。\n\n到2025年，青川经开区税收达到6亿元。\n',
    ],
  }),
});
