import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { isCount, labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

const change = /^(?:同比|[比较][^，]{1,12})?(?:净)?(?:增长|增加|减少|下降|提高|上升|扩大|增)[了约近]?$/;
const otherKind = /增长|增加|比上年|较上年|占|平均|人均|亩均|年均|累计|新增/;

const between = (text: string, a: Stated, b: Stated): string => text.slice(a.quantity.end, b.quantity.start);

/** The parts after 其中 that exceed the figure before it. */
function excessive(stated: readonly Stated[], text: string): { whole: Stated; part: Stated }[] {
  const at = text.indexOf('其中');
  // “常住人口72万人，比上年末增加0.4万人，其中城镇49万人”: the parts are of the stock, not of its change.
  const whole =
    at < 0 ? undefined : stated.findLast(({ quantity, label }) => quantity.end <= at && !change.test(label));
  if (whole === undefined || whole.dimension === 'ratio' || ['>', '>='].includes(whole.comparator)) return [];
  // Only the figure next to 其中 is surely of the same kind as the whole; “其中5家龙头企业产值81亿元” counts its firms first.
  const [first, second] = stated.filter(({ quantity }) => quantity.start > at);
  const counts =
    first !== undefined && isCount(first) && second !== undefined && !/[，；、]/.test(between(text, first, second));
  return [counts && !isCount(whole) ? second : first]
    .filter((part) => part !== undefined)
    .filter(({ dimension, label }) => dimension === whole.dimension && !otherKind.test(label))
    .filter((part) => part.value.gt(whole.value) && part.possible.low.gte(whole.possible.high))
    .map((part) => ({ whole, part }));
}

export const ofWhich = defineCheck<Dossier>({
  id: 'part/of-which',
  title: { zh: '“其中”大于总数', en: 'A part after “of which” exceeds the whole' },
  severity: 'error',
  why: { zh: '“其中”是总数的一部分，不可能更大。', en: 'What is “of which” is part of the whole and cannot be more.' },
  message: {
    zh: '总数为 {whole}，其中“{label}”却有 {part}；请核对两个数及口径',
    en: 'The whole is {whole}, yet “{label}” of it is {part}; check both figures and their scope',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences) {
        if (!sentence.prose.text.includes('其中')) continue;
        const [first] = excessive(statedIn(reading, sentence), sentence.prose.text);
        // Profit within 利税 has its own rule.
        if (first === undefined || /利税/.test(first.whole.label)) continue;
        const { whole, part } = first;
        report(
          [labelled(whole), labelled(part)],
          { whole: whole.text, label: part.label.replace(/^其中/, ''), part: part.text },
          { arithmetic: `${part.text} > ${whole.text}` },
        );
      }
  },
  examples: examples({
    pass: [
      '全区现有工业企业120家，其中规上企业50家。\n',
      '年末常住人口72.4万人，比上年末增加0.4万人，其中城镇人口49.1万人。\n',
    ],
    fail: ['全区现有工业企业120家，其中规上企业150家。\n', '食品产业实现产值72亿元，其中5家龙头企业实现产值81亿元。\n'],
  }),
});
