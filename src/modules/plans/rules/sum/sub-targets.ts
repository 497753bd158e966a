import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Figure, figuresOf, grouped, nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import type { Dossier } from '../../dossier.ts';

const tolerated = 1.1;
const fewest = 3;

interface Division {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

const isAim = ({ fact, year }: Figure): boolean =>
  fact.kind === 'target' && year !== null && /^\d{4}$/.test(fact.period ?? '');

/** The target of the whole area, and those of its parks for the same indicator and year. */
function divisionsOf(reading: Reading): Division[] {
  const { regions } = reading.facts.document;
  const parks = new Set(reading.facts.parks.map(({ name }) => name).filter((name) => !regions.includes(name)));
  const aims = figuresOf(reading).filter((figure) => isAim(figure) && figure.dimension === 'CNY');
  return [...grouped(aims, ({ year, key }) => `${year}|${key.slice(-4)}`).values()].flatMap((figures): Division[] => {
    const whole = figures.find(
      ({ subject, fact, key }) => regions.includes(subject) && fact.table === null && !/\d|个/.test(key),
    );
    const parts = [
      ...new Map(
        figures.filter(({ subject }) => parks.has(subject)).map((figure) => [figure.subject, figure]),
      ).values(),
    ];
    return whole && parts.length >= fewest && parts.every(({ value }) => value.lt(whole.value))
      ? [{ whole, parts }]
      : [];
  });
}

export const subTargets = defineCheck<Dossier>({
  id: 'sum/sub-targets',
  title: { zh: '各园区目标之和超过总目标', en: 'The targets of the parks exceed the overall one' },
  severity: 'warning',
  why: {
    zh: '分解目标之和远超总目标，说明总目标定低了，或分园区目标没有经过平衡。',
    en: 'Parts far above the whole mean that the whole is set too low or the parts were never balanced.',
  },
  message: {
    zh: '{name}为 {whole}，而 {count} 个园区的目标相加已达 {sum} 亿元，高出 {gap}%；请平衡总目标与园区目标，或注明口径（如规上与全口径）',
    en: '{name} is {whole}, yet the targets of {count} parks make {sum} hundred million, {gap}% more; balance them or state the scopes',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { whole, parts } of divisionsOf(reading)) {
        const sum = Decimal.sum(...parts.map(({ value }) => value));
        if (sum.lte(whole.value.times(tolerated))) continue;
        report(
          [sourceOfFigure(whole), ...parts.slice(0, 12).map(sourceOfFigure)],
          {
            name: nameFigure(whole),
            whole: whole.text,
            count: parts.length,
            sum: show(sum.div(1e8), 2),
            gap: show(sum.div(whole.value).minus(1).times(100), 1),
          },
          { arithmetic: `${parts.map(({ text }) => text).join(' + ')} = ${show(sum.div(1e8), 2)}亿元 > ${whole.text}` },
        );
      }
  },
  examples: examples({
    pass: [
      '青川经开区“十四五”产业发展规划\n\n到2025年，青川经开区工业总产值达到600亿元。\n\n东泉工业园。到2025年，东泉工业园工业总产值达到200亿元。\n\n西河化工园。到2025年，西河化工园工业总产值达到200亿元。\n\n南山建材园。到2025年，南山建材园工业总产值达到150亿元。\n',
    ],
    fail: [
      '青川经开区“十四五”产业发展规划\n\n到2025年，青川经开区工业总产值达到400亿元。\n\n东泉工业园。到2025年，东泉工业园工业总产值达到200亿元。\n\n西河化工园。到2025年，西河化工园工业总产值达到200亿元。\n\n南山建材园。到2025年，南山建材园工业总产值达到150亿元。\n',
    ],
  }),
});
