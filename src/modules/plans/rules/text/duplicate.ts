import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { type Passage, proseOf, sectionAt, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

interface Statement {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const long = 30;

/** Sentences long enough that writing one twice is no accident; numbers aside, since only they may differ. */
function statementsOf(passage: Passage): Statement[] {
  const { text } = passage.prose;
  return [...text.matchAll(/[^。！？；]+[。！？；]?/g)].flatMap((match) => {
    const words = match[0].replace(/[\s\p{P}]/gu, '').replace(/\d+(\.\d+)?/g, '#');
    if (words.length < long) return [];
    return [{ passage, start: match.index, end: match.index + match[0].length, words }];
  });
}

export const duplicate = defineCheck<Dossier>({
  id: 'text/duplicate',
  title: { zh: '两处文字重复', en: 'The same words in two places' },
  severity: 'advice',
  why: {
    zh: '不同园区、不同章节出现整段相同的话，多半是复制后忘了改。',
    en: 'The same long sentence under two headings was most likely copied and not adapted.',
  },
  message: {
    zh: '“{first}”与“{second}”有 {count} 句完全相同（“{quote}…”）；请改成各自的内容，或合并',
    en: '“{first}” and “{second}” share {count} sentences word for word (“{quote}…”); write each its own or merge them',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const statements = proseOf(reading).flatMap(statementsOf);
      const pairs = [...grouped(statements, ({ words }) => words).values()].flatMap(([first, ...others]) =>
        others.slice(0, 1).flatMap((second) => (first && first.passage !== second.passage ? [{ first, second }] : [])),
      );
      const nameOf = ({ passage }: Statement) => sectionAt(passage)?.title ?? `第 ${passage.block + 1} 段`;
      const bySections = grouped(pairs, ({ first, second }) => `${nameOf(first)}\n${nameOf(second)}`);
      for (const group of bySections.values()) {
        const [pair] = group;
        if (pair === undefined) continue;
        const sources = group.flatMap(({ first, second }) =>
          [first, second].map(({ passage, start, end }) => sourceOfPart(passage, start, end)),
        );
        report(sources, {
          first: nameOf(pair.first),
          second: nameOf(pair.second),
          count: group.length,
          quote: pair.first.passage.prose.text.slice(pair.first.start, pair.first.start + 16),
        });
      }
    }
  },
  examples: examples({
    pass: [
      '一、东园\n\n重点发展粮食精深加工、肉类加工和乳制品，配套建设冷链物流与检验检测中心，打造绿色食品基地。\n\n二、西园\n\n重点发展新型建材、装配式构件和石材加工，配套建设集中喷涂中心与固废处置场，打造绿色建材基地。\n',
    ],
    fail: [
      '一、东园\n\n重点发展粮食精深加工、肉类加工和乳制品，配套建设冷链物流与检验检测中心，打造绿色食品基地。\n\n二、西园\n\n重点发展粮食精深加工、肉类加工和乳制品，配套建设冷链物流与检验检测中心，打造绿色食品基地。\n',
    ],
  }),
});
