import { defineCheck } from '../../../../core/check.ts';
import type { HeadingBlock } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { grouped } from '../../checking/figures.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

interface Marked {
  readonly block: HeadingBlock;
  readonly hashes: number;
  readonly style: string;
}

/** Headings that carry both a printed number and a mark of their level (# in Markdown). */
function markedHeadings({ document }: Reading): Marked[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'heading') return [];
    const line = document.text.slice(document.text.lastIndexOf('\n', block.start - 1) + 1, block.end);
    const [, hashes] = line.match(/^\s*(#{1,6})\s/) ?? [];
    const [number] =
      line.replace(/^\s*#+\s*/, '').match(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/) ?? [];
    if (hashes === undefined || number === undefined) return [];
    return [{ block, hashes: hashes.length, style: number.replace(/[一二三四五六七八九十]+/, '#').normalize('NFKC') }];
  });
}

export const levels = defineCheck<Dossier>({
  id: 'structure/levels',
  title: { zh: '同级标题用了不同层级', en: 'Headings of one rank at different levels' },
  severity: 'advice',
  why: {
    zh: '同样写“一、”的标题层级不一，目录和导航会错乱。',
    en: 'If headings numbered alike have different levels, contents and navigation break.',
  },
  message: {
    zh: '编号形如“{style}”的标题分别用了 {levels} 级，共 {count} 个；请统一层级',
    en: 'Headings numbered “{style}” stand at levels {levels} ({count} of them); use one level',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const mixed = [...grouped(markedHeadings(reading), ({ style }) => style)].filter(
        ([, headings]) => new Set(headings.map(({ hashes }) => hashes)).size > 1,
      );
      if (mixed.length === 0) continue;
      const all = mixed.flatMap(([, headings]) => headings);
      report(
        all.map(({ block }) => sourceAt(reading, block)),
        {
          style: mixed.map(([style]) => style.replace('#', '一')).join('”“'),
          levels: [...new Set(all.map(({ hashes }) => hashes))].sort().join('、'),
          count: all.length,
        },
      );
    }
  },
  examples: examples({
    pass: ['## 一、发展基础\n\n工业基础较好。\n\n## 二、发展目标\n\n实现翻番。\n'],
    fail: ['## 一、发展基础\n\n工业基础较好。\n\n### 二、发展目标\n\n实现翻番。\n\n#### 三、重点任务\n\n培育产业。\n'],
  }),
});
