import { defineCheck } from '../../../../core/check.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { type Figure, figuresOf, sourceOfFigure } from '../../checking/figures.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** An entry threshold this many times the plan's own average is another quantity or out of reach. */
const times = 2;

const kindOf = (label: string): '投资' | '税收' | null =>
  /投资强度|亩均投资/.test(label) ? '投资' : /亩均税|税收强度|亩税收/.test(label) ? '税收' : null;

export const threshold = defineCheck<Dossier>({
  id: 'ratio/threshold',
  title: { zh: '入园门槛与规划平均水平脱节', en: 'Entry thresholds far from the plan’s own average' },
  severity: 'advice',
  why: {
    zh: '门槛比全区目标高出数倍，要么口径不同（如年度投资与累计投资），要么门槛落不了地。',
    en: 'A threshold several times the target is of another scope, or cannot be met.',
  },
  message: {
    zh: '入园门槛{what} {limit}，而规划期末全区{name}目标只有 {average}，相差 {factor} 倍；请注明两者口径，或调整门槛',
    en: 'Projects must reach {limit} ({what}), while the zone aims at {average} ({name}) on average: a factor of {factor}; state both scopes or adjust the threshold',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const averages = figuresOf(reading).filter(
        ({ dimension, fact }) => dimension === 'CNY/area' && fact.kind === 'target' && fact.table !== null,
      );
      const averageOf = (kind: string): Figure | undefined =>
        averages.find(({ fact }) => /亩均/.test(fact.name) && fact.name.includes(kind));
      const found: { limit: Stated; average: Figure }[] = reading.sentences.flatMap((sentence) => {
        if (!/入园|准入|入驻|新建项目|供地/.test(sentence.prose.text)) return [];
        return statedIn(reading, sentence).flatMap((limit) => {
          const kind = kindOf(limit.label);
          const average = kind === null ? undefined : averageOf(kind);
          // “亩均税收要超过20万元” leaves the 亩 of its unit to its name.
          const perMu =
            limit.dimension === 'CNY/area'
              ? limit.value
              : limit.dimension === 'CNY'
                ? limit.value.div(2000).times(3)
                : null;
          return average && perMu?.div(average.value).gt(times) ? [{ limit: { ...limit, value: perMu }, average }] : [];
        });
      });
      if (found.length === 0) continue;
      const [first] = found;
      if (first === undefined) continue;
      const factors = found.map(({ limit, average }) => show(limit.value.div(average.value), 1));
      report(
        found.flatMap(({ limit, average }) => [labelled(limit), sourceOfFigure(average)]),
        {
          what: found.map(({ limit }) => limit.label.slice(-10)).join('、'),
          limit: found.map(({ limit }) => limit.text).join('、'),
          name: found.map(({ average }) => average.fact.name).join('、'),
          average: found.map(({ average }) => average.text).join('、'),
          factor: factors.join('、'),
        },
        {
          arithmetic: found
            .map(({ limit, average }, i) => `${limit.text} ÷ ${average.text} = ${factors[i]}`)
            .join('；'),
        },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n表1 主要指标\n\n指标\t单位\t2020年\t2025年\n亩均税收\t万元/亩\t10\t18\n亩均投资\t万元/亩\t200\t260\n\n新入园项目投资强度须高于300万元/亩、亩均税收须超过22万元。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n表1 主要指标\n\n指标\t单位\t2020年\t2025年\n亩均税收\t万元/亩\t4.7\t7.3\n亩均投资\t万元/亩\t17\t27\n\n新入园项目投资强度须高于300万元/亩、亩均税收须超过22万元。\n',
    ],
  }),
});
