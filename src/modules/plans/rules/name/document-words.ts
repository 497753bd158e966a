import { defineCheck } from '../../../../core/check.ts';
import words from '../../checking/confusable.json' with { type: 'json' };
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { type Match, matchesIn, passagesOf } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const pairs = words.documents.map(([one = '', other = '']) => [one, other] as const);
const stem = 4;

/** “项目推进责任书” and “项目推进责任状”: the same words before two names of one instrument. */
function twins(first: readonly Match[], second: readonly Match[]): { a: Match; b: Match; before: string }[] {
  const before = ({ match, passage }: Match) => passage.prose.text.slice(Math.max(0, match.index - stem), match.index);
  const known = grouped(first, before);
  return second.flatMap((b) => {
    const [a] = known.get(before(b)) ?? [];
    return a && before(b).length === stem && !/[，。；、]/.test(before(b)) ? [{ a, b, before: before(b) }] : [];
  });
}

export const documentWords = defineCheck<Dossier>({
  id: 'name/document-words',
  title: { zh: '同一文书用了两种叫法', en: 'One instrument under two names' },
  severity: 'advice',
  why: {
    zh: '责任书、责任状等叫法混用，会被理解成两份文书。',
    en: 'Two names for one instrument read as two instruments.',
  },
  message: {
    zh: '一处写“{first}”，另一处写“{second}”；请统一名称',
    en: '“{first}” in one place, “{second}” in another; use one name',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const passages = passagesOf(reading);
      for (const [one, other] of pairs) {
        const [pair] = twins(
          matchesIn(passages, new RegExp(one, 'g')),
          matchesIn(passages, new RegExp(`${other}(?!书)`, 'g')),
        );
        if (pair) report([pair.a.source, pair.b.source], { first: pair.before + one, second: pair.before + other });
      }
    }
  },
  examples: examples({
    pass: ['年初召开推进会，签订项目推进责任书。\n\n年底对照项目推进责任书考核。\n'],
    fail: ['年初召开推进会，签订项目推进责任书。\n\n年底对照项目推进责任状考核。\n'],
  }),
});
