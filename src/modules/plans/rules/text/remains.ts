import { defineCheck } from '../../../../core/check.ts';
import type { FurnitureBlock, Source } from '../../../../core/document.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { sourceAt } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** Page numbers and contents at their own place are no fault; addresses and page numbers amid the text are. */
function remainsOf(reading: Reading): FurnitureBlock[] {
  return reading.document.blocks.filter(
    (block): block is FurnitureBlock =>
      block.kind === 'furniture' && (block.what === 'address' || block.what === 'page-number'),
  );
}

const describe = (blocks: readonly FurnitureBlock[]): { zh: string; en: string } => {
  const count = (what: string) => blocks.filter((block) => block.what === what).length;
  const [pages, addresses] = [count('page-number'), count('address')];
  return {
    zh: [pages > 0 ? `页码 ${pages} 处` : '', addresses > 0 ? `网址 ${addresses} 处` : ''].filter(Boolean).join('、'),
    en: [pages > 0 ? `${pages} page numbers` : '', addresses > 0 ? `${addresses} web addresses` : '']
      .filter(Boolean)
      .join(', '),
  };
};

export const remains = defineCheck<Dossier>({
  id: 'text/remains',
  title: { zh: '页码、网址混入正文', en: 'Page numbers and web addresses amid the text' },
  severity: 'advice',
  why: {
    zh: '从 PDF 或网页复制时带进来的页码、网址会打断句子，也暴露未注明的引用来源。',
    en: 'Page numbers and addresses copied along break sentences, and an address shows a source not cited.',
  },
  message: {
    zh: '正文中混有 {zh}；请删去，引用的网页改为注释并写明来源',
    en: 'The text holds {en}; delete them and cite web sources in notes',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const blocks = remainsOf(reading);
      if (!blocks.some(({ what }) => what === 'address')) continue;
      const sources: Source[] = blocks.map((block) => sourceAt(reading, block));
      report(sources, describe(blocks));
    }
  },
  examples: examples({
    pass: ['临江县工业基础较好，产业门类比较齐全，已形成食品、建材两个主导产业。\n\n- 3 -\n\n临江县交通便利。\n'],
    fail: [
      '临江县工业基础较好，产业门类比较齐全，已形成食品、建材两个主导产业，规上企业达到\n\nhttps://example.com/page/county-profile\n\n42户。\n',
    ],
  }),
});
