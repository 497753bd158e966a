import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { type Passage, proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** A paragraph that begins with the end of another: a lone last character of a word, or a mark that closes. */
const begins = /^(?:[，、；：。）》”]|[路街区县镇乡村园厂线桥河山站港][，、；])/u;
/** A paragraph of prose that stops without a full stop, in the middle of what it says. */
const stops = /[，、和与及的、为在对把将（“]$/u;
const isLong = (text: string) => text.length >= 30;

function brokenBetween(before: Passage | undefined, after: Passage | undefined): boolean {
  if (!before || !after || before.kind !== 'paragraph' || after.kind !== 'paragraph') return false;
  return begins.test(after.prose.text) || (isLong(before.prose.text) && stops.test(before.prose.text));
}

/** A full clause with a comma, of a paragraph's length, that ends on a word while the document ends its paragraphs. */
const unfinished = ({ kind, prose: { text } }: Passage): boolean =>
  kind === 'paragraph' &&
  text.length >= 20 &&
  text.length <= 400 &&
  /，/.test(text) &&
  /[\p{Script=Han}]$/u.test(text) &&
  !/^[（(【《]|附件|^\d|通知$|年$|表$|项目$|公司$|局$|政府$|办公室$|单位[：:]/u.test(text);

const hanging = /(?:尚未|没有|缺乏|未能)(?:形成|建立|具备|完成)[^，。；]{0,14}的，/g;

export const cutOff = defineCheck<Dossier>({
  id: 'text/cut-off',
  title: { zh: '句子被截断', en: 'A sentence is cut off' },
  severity: 'advice',
  why: {
    zh: '句子断开后，四至、数字、责任单位会接到别的句子上，读错的人不会知道。',
    en: 'Bounds, figures and duties of a broken sentence end up in another, and nobody notices.',
  },
  message: {
    zh: '“…{before}”与“{after}…”之间文字断裂或缺字；请对照原件补全',
    en: 'Words are broken or missing between “…{before}” and “{after}…”; restore them from the original',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const passages = proseOf(reading);
      passages.forEach((after, i) => {
        const before = passages[i - 1];
        if (!before || !brokenBetween(before, after)) return;
        const tail = Math.max(0, before.prose.text.length - 16);
        report(
          [
            sourceOfPart(before, tail, before.prose.text.length),
            sourceOfPart(after, 0, Math.min(16, after.prose.text.length)),
          ],
          { before: before.prose.text.slice(tail), after: after.prose.text.slice(0, 16) },
        );
      });
      const prose = passages.filter(({ kind }) => kind === 'paragraph');
      const closed = prose.filter(({ prose: { text } }) => /[。！？；：”]$/.test(text)).length;
      passages.forEach((passage, i) => {
        const next = passages[i + 1];
        if (closed * 2 < prose.length || !unfinished(passage) || brokenBetween(passage, next)) return;
        if (next !== undefined && next.kind !== 'heading' && next.kind !== 'paragraph') return;
        const { text } = passage.prose;
        const tail = Math.max(0, text.length - 16);
        report([sourceOfPart(passage, tail, text.length)], {
          before: text.slice(tail),
          after: next?.prose.text.slice(0, 12) ?? '',
        });
      });
      for (const passage of passages)
        for (const match of passage.prose.text.matchAll(hanging)) {
          const end = match.index + match[0].length;
          const after = passage.prose.text.slice(end, end + 12);
          report([sourceOfPart(passage, match.index, end)], { before: match[0], after });
        }
    }
  },
  examples: examples({
    pass: ['东区东至山林路，北至黄河路。\n\n西区东至华山路，北至运河路。\n'],
    fail: [
      '青川甲片区占地7平方公里，东起春晓路，西到工农街，南抵柳河，北达长堤路、文苑路。\n\n街、双井镇外环；青川乙片区占地9平方公里，东起站前路，西到规划三路。\n',
    ],
  }),
});
