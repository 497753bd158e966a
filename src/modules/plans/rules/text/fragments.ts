import { defineCheck } from '../../../../core/check.ts';
import type { Block, ReadDocument, Span } from '../../../../core/document.ts';
import { examples } from '../../checking/examples.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const short = 10;
const long = 40;

const wordsOf = (block: Block): string => (block.kind === 'paragraph' ? block.prose.text : '');

/** Three and more scraps in a row between two full paragraphs: the margin of a scan, read as lines. */
function scrapsOf({ blocks }: ReadDocument): Span[] {
  const found: Span[] = [];
  let run: Block[] = [];
  let before = 0;
  for (const block of blocks) {
    const words = wordsOf(block);
    const scrap =
      words !== '' && words.length <= short && !/[。：:；]$/.test(words) && !/^[（(\d一二三四五六七八九十]/.test(words);
    if (scrap) {
      run.push(block);
      continue;
    }
    if (run.length >= 3 && before >= long && words.length >= long) found.push(...run);
    run = [];
    before = words.length;
  }
  return found;
}

export const fragments = defineCheck<Dossier>({
  id: 'text/fragments',
  title: { zh: '文字识别的残行', en: 'Remains of text recognition' },
  severity: 'advice',
  why: {
    zh: '扫描识别时页边重复出现的残字，会被误读成数字或指标。',
    en: 'Words repeated from the page margin may be taken for figures.',
  },
  message: {
    zh: '有 {count} 行识别残字（如“{sample}”），内容在正文别处已有；请对照原件删去',
    en: '{count} lines are remains of recognition (such as “{sample}”), said elsewhere in the text; delete them after the original',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const told = reading.document.blocks.filter((block) => block.kind === 'furniture' && block.what === 'fragment');
      const found = [...told, ...scrapsOf(reading.document)].sort((a, b) => a.start - b.start);
      const [first] = found;
      if (first === undefined) continue;
      report(
        found.map((block) => sourceAt(reading, block)),
        { count: found.length, sample: reading.document.text.slice(first.start, first.end).trim().slice(0, 12) },
      );
    }
  },
  examples: examples({
    pass: ['世界500强投资企业1家，建成博士后科研站2处，铜冶炼技术居全国前列。\n'],
    fail: [
      '世界500强投资企业1家，建成博士后科研站2处，铜冶炼技术居全国前列，生产规模居世界第一，产品远销海外多个国家和地区。\n\n界500  \n处，  \n冶炼，  \n全国  \n规模\n\n从全国看，经济社会转向高质量发展阶段，传统发展模式面临着前所未有的资源环境压力，经济增长进入中速阶段。\n',
    ],
  }),
});
