import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, passagesOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const mask = /[\p{Script=Han}\d]{0,8}(?:\*{2,}|[×xX]{3,}|[□■]{2,}|[?？]{2,})[\p{Script=Han}\d]{0,8}/gu;

export const masked = defineCheck<Dossier>({
  id: 'text/masked',
  title: { zh: '文字被屏蔽或留白', en: 'Words are masked or left open' },
  severity: 'advice',
  why: {
    zh: '星号、方框、“××”是系统屏蔽或待填的痕迹，正式文件里不应出现。',
    en: 'Asterisks, boxes and ×× are traces of filters or of blanks to fill; a final text has none.',
  },
  message: {
    zh: '有 {count} 处文字被屏蔽或待填：{places}；请补全原文',
    en: '{count} places are masked or left open: {places}; restore the words',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const found = matchesIn(passagesOf(reading), mask).filter(({ match }) => /[\p{Script=Han}]/u.test(match[0]));
      if (found.length === 0) continue;
      const places = [...new Set(found.map(({ match }) => match[0]))].slice(0, 5).join('、');
      report(
        found.map(({ source }) => source),
        { count: found.length, places },
      );
    }
  },
  examples: examples({
    pass: ['建设青川—临江对外贸易加工区。\n'],
    fail: ['建设青川***对外贸易加工区。\n\n推进青川***国际物流园建设。\n'],
  }),
});
