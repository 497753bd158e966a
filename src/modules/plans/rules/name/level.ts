import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { matchesIn, passagesOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** Titles that are granted under one national rule only, so that no level can be put before them. */
const singleLevel = /(国家级|省级|市级|县级)(高新技术企业)(?!培育|后备|库|研发)/g;

export const level = defineCheck<Dossier>({
  id: 'name/level',
  title: { zh: '称号没有这一级', en: 'A title that has no such level' },
  severity: 'advice',
  why: {
    zh: '高新技术企业由全国统一认定（国科发火〔2016〕32号），不分国家级、省级，写级别会使口径不清。',
    en: 'High-tech enterprises are certified under one national rule (国科发火〔2016〕32号); a level makes the scope unclear.',
  },
  message: {
    zh: '“{first}”等 {count} 处给高新技术企业加了级别；该称号全国统一认定，请删去级别或改用准确称号',
    en: '{count} places such as “{first}” give a level to high-tech enterprises, which have none; drop it or use the exact title',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const found = matchesIn(passagesOf(reading), singleLevel);
      const [first] = found;
      if (first === undefined) continue;
      report(
        found.map(({ source }) => source),
        { first: first.match[0], count: found.length },
      );
    }
  },
  examples: examples({
    pass: ['高新技术企业达到30家，省级技术中心7个。\n'],
    fail: ['全区拥有省级高新技术企业26家。\n'],
  }),
});
