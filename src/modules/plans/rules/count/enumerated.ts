import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { ordinalOf } from '../../checking/ordinal.ts';
import { type Passage, proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const opening = /([二两三四五六七八九十]|\d)\s?(?:条|个|项|大|方面|点|类)([\p{Script=Han}]{0,12})[：:，。]\s?一是/gu;

/** How far the count goes on from 一是: 二是, 三是 … as long as they follow each other. */
function lastOf(text: string): number {
  let last = 0;
  for (const match of text.matchAll(/([一二三四五六七八九十]{1,2})是/g)) {
    const value = ordinalOf(match[1] ?? '');
    if (value === last + 1) last = value;
    else if (value === 1) break;
  }
  return last;
}

function miscountsIn(passage: Passage) {
  const { text } = passage.prose;
  return [...text.matchAll(opening)].flatMap((match) => {
    const stated = match[1] === '两' ? 2 : ordinalOf(match[1] ?? '');
    const start = match.index + match[0].length - 2;
    const count = lastOf(text.slice(start));
    return stated !== null && count >= 2 && count !== stated ? [{ match, stated, count }] : [];
  });
}

export const enumerated = defineCheck<Dossier>({
  id: 'count/enumerated',
  title: { zh: '“一是二是”的条数与所称不符', en: 'A count that its enumeration does not make' },
  severity: 'warning',
  why: { zh: '说四条只写了三条，漏掉的一条无人落实。', en: 'Of four announced and three written, one is lost.' },
  message: {
    zh: '称 {stated} 条（{noun}），后面只数到“{count}是”；请补全或改数字',
    en: 'The text announces {stated} ({noun}) and enumerates {count}; complete the list or correct the number',
  },
  run({ readings }, report) {
    for (const passage of readings.flatMap(proseOf))
      for (const { match, stated, count } of miscountsIn(passage))
        report(
          [sourceOfPart(passage, match.index, match.index + match[0].length)],
          { stated, count, noun: match[2] ?? '' },
          { arithmetic: `${count} ≠ ${stated}` },
        );
  },
  examples: examples({
    pass: ['坚持三条原则：一是创新驱动，二是绿色发展，三是开放合作。\n'],
    fail: ['坚持四条原则：一是创新驱动，二是绿色发展，三是开放合作。\n'],
  }),
});
