import { defineCheck } from '../../../../core/check.ts';
import type { HeadingBlock } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { ordinalOf } from '../../checking/ordinal.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const styleOf = (number: string): string =>
  number
    .replace(/[\d一二三四五六七八九十]+/g, '#')
    .normalize('NFKC')
    .trim();

interface Numbered {
  readonly block: HeadingBlock;
  readonly value: number;
  readonly style: string;
  readonly parent: number;
}

function numberedOf({ document, sections }: Reading): Numbered[] {
  return sections.flatMap(({ heading, parent }) => {
    const block = document.blocks[heading];
    if (block?.kind !== 'heading' || block.number === null) return [];
    // “5.1” counts within 5.
    const [, within, last] = block.number.normalize('NFKC').match(/^\s*(\d+(?:\.\d+)*)\.(\d+)\s*$/) ?? [];
    if (within !== undefined)
      return [{ block, value: Number(last), style: `${within}.#`, parent: parent?.heading ?? -1 }];
    const value = ordinalOf(block.number);
    return value === null ? [] : [{ block, value, style: styleOf(block.number), parent: parent?.heading ?? -1 }];
  });
}

export const numbering = defineCheck<Dossier>({
  id: 'structure/numbering',
  title: { zh: '标题编号重复或跳号', en: 'Heading numbers doubled or skipped' },
  severity: 'advice',
  why: {
    zh: '编号重复或跳号，说明有小节漏掉、合并或放错位置，引用时也会指错。',
    en: 'A doubled or skipped number shows a lost or misplaced section, and references go astray.',
  },
  message: {
    zh: '标题编号有 {count} 处不连续：{places}；请核对是否漏节，并重新编号',
    en: '{count} heading numbers do not follow: {places}; check for lost sections and number again',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const last = new Map<string, Numbered>();
      const wrong: { before: Numbered; after: Numbered }[] = [];
      for (const each of numberedOf(reading)) {
        const key = `${each.parent}|${each.style}`;
        const before = last.get(key);
        if (before && each.value !== before.value + 1 && (each.value !== 1 || before.value === 1))
          wrong.push({ before, after: each });
        last.set(key, each);
      }
      if (wrong.length === 0) continue;
      const text = ({ block }: Numbered) => block.prose.text.slice(0, 16);
      report(
        wrong.flatMap(({ before, after }) => [sourceAt(reading, before.block), sourceAt(reading, after.block)]),
        {
          count: wrong.length,
          places: wrong
            .slice(0, 5)
            .map(({ before, after }) => `“${text(before)}”之后是“${text(after)}”`)
            .join('；'),
        },
      );
    }
  },
  examples: examples({
    pass: ['一、发展基础\n\n工业基础较好。\n\n二、发展目标\n\n到2025年实现翻番。\n\n三、保障措施\n\n加强领导。\n'],
    fail: [
      '一、发展基础\n\n工业基础较好。\n\n二、发展目标\n\n到2025年实现翻番。\n\n二、重点任务\n\n培育产业。\n\n三、保障措施\n\n加强领导。\n',
    ],
  }),
});
