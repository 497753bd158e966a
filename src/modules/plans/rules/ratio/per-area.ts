import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { meets, product, scaled, show, widened } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** One mu in square metres. */
const mu = new Decimal(2000).div(3);
/** Scopes of area differ a little between statistics; beyond this they do not. */
const slack = 0.03;

interface Triple {
  readonly per: Stated;
  readonly total: Stated;
  readonly area: Stated;
}

/** “亩均税收12万元” leaves the 亩 of its unit to its name. */
const perMu = (stated: Stated): Stated =>
  stated.dimension === 'CNY'
    ? {
        ...stated,
        dimension: 'CNY/area',
        value: stated.value.div(mu),
        step: stated.step.div(mu),
        possible: scaled(stated.possible, new Decimal(1).div(mu)),
      }
    : stated;

const isPer = ({ dimension, label }: Stated): boolean =>
  /亩均|地均|每亩|单位面积|单位用地/.test(label) && (dimension === 'CNY/area' || dimension === 'CNY');

/** “用地4000亩，税收4亿元，亩均税收10万元/亩” in one sentence: three figures, two of them free. */
function triplesIn(stated: readonly Stated[]): Triple[] {
  return stated
    .filter(isPer)
    .map(perMu)
    .flatMap((per) => {
      const what = per.label
        .replace(/.*(?:亩均|地均|每亩|单位面积|单位用地)/, '')
        .replace(/[达到为实现]+$/, '')
        .slice(0, 4);
      const totals = stated.filter(
        ({ dimension, label }) =>
          dimension === 'CNY' && what !== '' && !/均/.test(label) && label.includes(what.slice(0, 2)),
      );
      const areas = stated.filter(({ dimension, label }) => dimension === 'area' && /用地|面积|占地|土地/.test(label));
      const [total, area] = [totals[0], areas[0]];
      return totals.length === 1 && areas.length === 1 && total && area ? [{ per, total, area }] : [];
    });
}

export const perArea = defineCheck<Dossier>({
  id: 'ratio/per-area',
  title: { zh: '亩均数与总量、用地对不上', en: 'A per-mu figure that total and area do not give' },
  severity: 'error',
  why: {
    zh: '亩均 = 总量 ÷ 用地。三个数对不上，说明用地口径或总量有误，亩均评价会失真。',
    en: 'Per mu is total over area; if they disagree, evaluation per mu starts from wrong numbers.',
  },
  message: {
    zh: '按{total}、用地 {area} 计算，每亩应为 {right} 万元，文中写 {per}（按此倒推用地只有 {implied} 亩）；请核对用地口径和总量',
    en: '{total} over {area} makes {right} ten-thousand yuan per mu, the text says {per} (which implies {implied} mu); check the area and the total',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences)
        for (const { per, total, area } of triplesIn(statedIn(reading, sentence))) {
          const implied = product(per.possible, area.possible);
          if (
            area.value.lte(0) ||
            per.value.lte(0) ||
            meets(implied, widened(total.possible, total.value.times(slack)))
          )
            continue;
          const right = total.value.div(area.value.div(mu)).div(10000);
          report(
            [labelled(per), labelled(total), labelled(area)],
            {
              total: `${total.label.replace(/^.*(?:20\d\d)?年(?=\p{Script=Han})/u, '').slice(-12)} ${total.text}`,
              area: area.text,
              right: show(right, 2),
              per: per.text,
              implied: show(total.value.div(per.value).div(mu), 0),
            },
            { arithmetic: `${total.text} ÷ ${area.text} = ${show(right, 2)} 万元/亩 ≠ ${per.text}` },
          );
        }
  },
  examples: examples({
    pass: ['2020年，全区已供工业用地5000亩，工业企业实现税收5亿元，亩均税收10万元/亩。\n'],
    fail: ['2020年，全区已供工业用地5000亩，工业企业实现税收8亿元，亩均税收10万元/亩。\n'],
  }),
});
