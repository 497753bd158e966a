import { defineCheck } from '../../../../core/check.ts';
import type { Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { ordinalOf } from '../../checking/ordinal.ts';
import { matchesIn, proseOf, sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const pointer = /[^，。；]{0,20}(?:如下图所示|见下图|如下表所示|见下表|如下图|如下)[：:。]?$/gu;

interface Gap {
  readonly words: string;
  readonly source: Source;
}

/** Headings directly followed by one of the same or a higher level. */
function emptyHeadings(reading: Reading): Gap[] {
  const { document, sections } = reading;
  return sections.flatMap(({ heading, level, from, to }) => {
    const block = document.blocks[heading];
    if (block?.kind !== 'heading' || block.number === null) return [];
    // A numbered clause that ends as a sentence says all that it has to say.
    if (/[。；：;]$/.test(block.prose.text.trim())) return [];
    if (to - heading > 6) return [];
    const content = document.blocks.slice(Math.max(from, heading + 1), to).filter(({ kind }) => kind !== 'furniture');
    const next = document.blocks.slice(to, to + 6).find(({ kind }) => kind !== 'furniture');
    if (content.length > 0 || next?.kind !== 'heading' || next.level > level) return [];
    return [{ words: block.prose.text, source: sourceAt(reading, block) }];
  });
}

/** “如下图所示” with a heading, or nothing, where the picture or table should be. */
function emptyPointers(reading: Reading): Gap[] {
  const { blocks } = reading.document;
  return matchesIn(
    proseOf(reading).filter(({ kind }) => kind === 'paragraph'),
    pointer,
  ).flatMap(({ passage, match, source }) => {
    const next = blocks.slice(passage.block + 1, passage.block + 6).find(({ kind }) => kind !== 'furniture');
    const section = reading.sectionOf[passage.block];
    // Deeper headings are what “如下：” announces.
    const deeper =
      next?.kind === 'heading' &&
      section !== null &&
      section !== undefined &&
      next.level > section.level &&
      !/[图表]/.test(match[0]);
    // “汇报如下。” before “一、” announces all that follows.
    const opens = next?.kind === 'heading' && !/[图表]/.test(match[0]) && ordinalOf(next.number ?? '') === 1;
    return next === undefined || (next.kind === 'heading' && !deeper && !opens) ? [{ words: match[0], source }] : [];
  });
}

export const emptySection = defineCheck<Dossier>({
  id: 'structure/empty-section',
  title: { zh: '只有标题或“如下图”，没有内容', en: 'A heading or “see below” with nothing after it' },
  severity: 'advice',
  why: {
    zh: '多半是图、表在转换时丢了，读者和审查人看不到这部分规划内容。',
    en: 'A picture or table was probably lost, and with it a part of the plan.',
  },
  message: {
    zh: '有 {count} 处只有标题或引语而无内容：{places}；请补图、补表或补文字',
    en: '{count} places announce something that is not there: {places}; add the picture, table or text',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const gaps = [...emptyHeadings(reading), ...emptyPointers(reading)].sort(
        (a, b) => a.source.start - b.source.start,
      );
      if (gaps.length === 0) continue;
      report(
        gaps.map(({ source }) => source),
        {
          count: gaps.length,
          places: gaps
            .slice(0, 6)
            .map(({ words }) => `“${words}”`)
            .join('、'),
        },
      );
    }
  },
  examples: examples({
    pass: [
      '现将有关情况汇报如下。\n\n一、基本情况\n\n全区有企业80家。\n',
      '一、产业现状\n\n（一）煤化工\n\n已有企业3家。\n\n（二）建材\n\n已有企业5家。\n',
    ],
    fail: ['一、产业现状\n\n（一）煤化工\n\n（二）建材\n\n已有企业5家。\n\n二、产业布局\n\n形成三个片区。\n'],
  }),
});
