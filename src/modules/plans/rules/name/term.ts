import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { confusable } from '../../checking/confusable.ts';
import { examples } from '../../checking/examples.ts';
import words from '../../checking/indicator-words.json' with { type: 'json' };
import { type Passage, passagesOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** A term is four characters of Chinese that begin where a word may begin. */
const length = 4;
const beginsBehind = /(?:^|[^\p{Script=Han}]|[和与及等对以为的是在展发设进持造动绕关点化型])$/u;

interface Place {
  readonly term: string;
  readonly passage: Passage;
  readonly at: number;
}

/** All four-character stretches that begin a word, by what is left when one character is hidden. */
function termsOf(reading: Reading): Map<string, Map<string, Place>> {
  const byHole = new Map<string, Map<string, Place>>();
  for (const passage of passagesOf(reading)) {
    const { text } = passage.prose;
    for (const run of text.matchAll(/\p{Script=Han}{4,}/gu))
      for (let at = run.index; at + length <= run.index + run[0].length; at++) {
        if (!beginsBehind.test(text.slice(Math.max(0, at - 1), at))) continue;
        const term = text.slice(at, at + length);
        for (let hole = 0; hole < 2; hole++) {
          const key = `${term.slice(0, hole)}＿${term.slice(hole + 1)}`;
          const known = byHole.get(key);
          if (known === undefined) byHole.set(key, new Map([[term, { term, passage, at }]]));
          else if (!known.has(term)) known.set(term, { term, passage, at });
        }
      }
  }
  return byHole;
}

const common = new Set(words.commonChars);
const holeOf = (a: string, b: string): number => [...a].findIndex((char, i) => char !== b[i]);

export const term = defineCheck<Dossier>({
  id: 'name/term',
  title: { zh: '同一术语两种写法', en: 'One term spelt in two ways' },
  severity: 'advice',
  why: {
    zh: '专业术语一字之差，含义可能完全不同，也会检索不到。',
    en: 'A term with one wrong character means something else, or nothing, and is not found again.',
  },
  message: {
    zh: '有 {count} 组术语只差一个易混字：{pairs}；请核对，统一写法',
    en: '{count} pairs of terms differ by one easily confused character: {pairs}; check and use one',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const pairs = [...termsOf(reading).values()].flatMap((places) => {
        if (places.size !== 2) return [];
        const [a, b] = [...places.values()] as [Place, Place];
        const hole = holeOf(a.term, b.term);
        const [x = '', y = ''] = [a.term[hole], b.term[hole]];
        return confusable(x, y) && !common.has(x) && !common.has(y) ? [[a, b] as const] : [];
      });
      if (pairs.length === 0) continue;
      const sourceOf = ({ passage, at }: Place) => sourceOfPart(passage, at, at + length);
      report(
        pairs.slice(0, 10).flatMap((pair) => pair.map(sourceOf)),
        {
          count: pairs.length,
          pairs: pairs
            .slice(0, 5)
            .map(([a, b]) => `“${a.term}”与“${b.term}”`)
            .join('、'),
        },
      );
    }
  },
  examples: examples({
    pass: ['围绕悬浮轴承、变流器开展攻关，支持悬浮轴承中试平台建设。\n'],
    fail: ['围绕悬浮轴承、变流器开展攻关，支持旋浮轴承中试平台建设。\n'],
  }),
});
