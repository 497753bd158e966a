import { defineCheck } from '../../../../core/check.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { nameFigure, sourceOfFigure } from '../../checking/figures.ts';
import { growthClaims } from '../../checking/growth.ts';
import type { Dossier } from '../../dossier.ts';

/** 翻番 is a round word: a twentieth short of it still counts. */
const nearly = 0.95;

export const doubling = defineCheck<Dossier>({
  id: 'growth/doubling',
  title: { zh: '说“翻番”，目标却没有翻番', en: 'A doubling that the target does not make' },
  severity: 'error',
  why: {
    zh: '翻一番是基期的 2 倍，翻两番是 4 倍；目标达不到，说法就不成立。',
    en: 'Doubling once is twice the base, doubling twice four times; a lower target is no doubling.',
  },
  message: {
    zh: '{name}：文中说翻 {times} 番，{from} 年 {base} 的 {needed} 倍是 {required}，而目标为 {target}，只有 {multiple} 倍；请改说法或改目标',
    en: '{name}: doubling {times} time(s) from {base} in {from} takes {needed} times the base ({required}), the target {target} is {multiple} times; change the words or the target',
  },
  run(dossier, report) {
    for (const { kind, times, base, target, source } of growthClaims(dossier)) {
      if (kind !== 'doubling' || base.value.lte(0)) continue;
      const needed = 2 ** times;
      const multiple = target.value.div(base.value);
      if (multiple.gte(needed * nearly)) continue;
      const digits = base.fact.printed.split('/')[0] ?? '0';
      const required = `${show(base.value.div(base.value).times(digits).times(needed))}${base.fact.unit}`;
      report(
        [source, sourceOfFigure(target), sourceOfFigure(base)],
        {
          name: nameFigure(target),
          times,
          from: base.year ?? '',
          base: base.text,
          needed,
          required,
          target: target.text,
          multiple: show(multiple, 2),
        },
        { arithmetic: `${base.text} × ${needed} = ${required} > ${target.text}（${show(multiple, 2)} 倍）` },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元。\n\n到2025年，青川经开区税收达到16亿元，实现五年翻一番。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n2020年，青川经开区实现税收8亿元。\n\n到2025年，青川经开区税收达到12亿元，实现五年翻一番。\n',
    ],
  }),
});
