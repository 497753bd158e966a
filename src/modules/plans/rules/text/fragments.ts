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
    pass: ['青川经开区拥有省级研发平台12个，建成中试基地3处，铝材加工工艺居全省前列。\n'],
    fail: [
      '青川经开区拥有省级研发平台12个，建成中试基地3处，铝材加工工艺居全省前列，骨干产品远销周边省份，龙头企业带动作用不断增强，产业链条逐步延伸。\n\n台12  \n地3处，  \n工艺，  \n全省  \n省份\n\n从周边看，相邻县区竞相布局同类产业，要素竞争日趋激烈，用地和能耗指标更加紧张，招商引资难度加大，必须在特色上下更大的功夫。\n',
    ],
  }),
});
