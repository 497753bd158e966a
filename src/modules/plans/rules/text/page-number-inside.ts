import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** Looked for in the text as it came: the reader of the content has already passed over these marks. */
const inside = /[\p{Script=Han}]{1,8}[-—－]\s?\d{1,3}\s?[-—－][\p{Script=Han}]{1,8}/gu;

export const pageNumberInside = defineCheck<Dossier>({
  id: 'text/page-number-inside',
  title: { zh: '页码混进了句子', en: 'A page number inside a sentence' },
  severity: 'advice',
  why: {
    zh: '转换时混入的页码会打断词语，检索、统计都会漏。',
    en: 'A page number left by conversion breaks a word, and every search misses it.',
  },
  message: {
    zh: '有 {count} 处页码夹在词语中间：{places}；请删去',
    en: '{count} page numbers stand in the middle of words: {places}; delete them',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const found = [...reading.document.text.matchAll(inside)];
      if (found.length === 0) continue;
      const places = found
        .map(([words]) => `“${words}”`)
        .slice(0, 5)
        .join('、');
      report(
        found.map(({ index, 0: words }) => sourceAt(reading, { start: index, end: index + words.length })),
        { count: found.length, places },
      );
    }
  },
  examples: examples({
    pass: ['适用范围为30-50兆瓦的机组，重点园区共10个。\n'],
    fail: ['培育食品加工等8个特色产-5-业集群。\n\n健全招商项目会商会-23-办办法。\n'],
  }),
});
