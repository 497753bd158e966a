import { defineCheck } from '../../../../core/check.ts';
import { documentOffset } from '../../../../core/document.ts';
import { examples } from '../../checking/examples.ts';
import { type Figure, figuresOf, restates, sourceOfFigure } from '../../checking/figures.ts';
import { matchesIn, proseOf, sentenceAround } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

const caption = /（(不含|不包括|含|扣除)([^（）]{2,16})）/g;

export const scope = defineCheck<Dossier>({
  id: 'fact/scope',
  title: { zh: '正文注明口径，表中没有注', en: 'A scope stated in the text and missing in the table' },
  severity: 'advice',
  why: {
    zh: '同一个数在表里不注口径，汇总时会与含该部分的数相加。',
    en: 'Without its scope in the table, the figure will be added to ones of another scope.',
  },
  message: {
    zh: '正文中{name}为 {value}（{how}{what}），“{table}”同一数值未注口径；请在表中加注',
    en: 'The text gives {value} for {name} ({how}{what}); “{table}” repeats it without that scope; add a note to the table',
  },
  run({ readings }, report) {
    for (const reading of readings) {
      const figures = figuresOf(reading);
      for (const { passage, match, source } of matchesIn(proseOf(reading), caption)) {
        const { text } = passage.prose;
        const { end } = sentenceAround(text, match.index);
        const [from, to] = [documentOffset(passage.prose, match.index), documentOffset(passage.prose, end - 1)];
        const stated = figures.find(
          ({ fact }) =>
            fact.source.end > from && fact.source.start <= to && fact.source.end <= to + 1 && fact.kind === 'target',
        );
        const inTable =
          stated &&
          figures.find(
            (figure: Figure) =>
              figure.fact.table !== null &&
              figure.year === stated.year &&
              restates(figure, stated) &&
              (figure.subject === stated.subject || text.includes(figure.subject)) &&
              figure.subject !== '',
          );
        if (
          !stated ||
          !inTable ||
          (inTable.fact.table ?? '').includes(match[2] ?? '') ||
          inTable.fact.name.includes(match[2] ?? '')
        )
          continue;
        report([source, sourceOfFigure(inTable)], {
          name: `${inTable.subject}${inTable.fact.name}`,
          value: stated.text,
          how: match[1] ?? '',
          what: match[2] ?? '',
          table: inTable.fact.table ?? '',
        });
      }
    }
  },
  examples: examples({
    pass: [
      '青川市产业发展规划（2021—2025年）\n\n（一）食品产业。到2025年，食品产业营业收入力争突破100亿元。\n\n产业发展目标表\n单位：亿元\n\n产业名称\t2020年营业收入\t2025年营业收入\n食品产业\t50\t100\n建材产业\t60\t120\n合计\t110\t220\n',
    ],
    fail: [
      '青川市产业发展规划（2021—2025年）\n\n（一）食品产业。到2025年，食品产业营业收入（不含酒类制造）力争突破100亿元。\n\n产业发展目标表\n单位：亿元\n\n产业名称\t2020年营业收入\t2025年营业收入\n食品产业\t50\t100\n建材产业\t60\t120\n合计\t110\t220\n',
    ],
  }),
});
