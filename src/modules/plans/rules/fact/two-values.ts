import { defineCheck } from '../../../../core/check.ts';
import { blockIndexAt } from '../../checking/blocks.ts';
import { examples } from '../../checking/examples.ts';
import {
  allFigures,
  apart,
  type Figure,
  grouped,
  nameFigure,
  restates,
  sourceOfFigure,
} from '../../checking/figures.ts';
import { speaksForSubject } from '../../checking/scope.ts';
import type { Dossier } from '../../dossier.ts';

/** Figures that can be compared word for word: one indicator, one subject, one year, one kind. */
function identity({ key, subject, dimension, fact }: Figure): string | null {
  if (key.length < 2 || subject === '' || fact.period === null || fact.kind === 'cumulative') return null;
  const aim = fact.kind === 'target' || fact.isTarget ? 'aim' : 'fact';
  return [key, subject, dimension, fact.period, aim, fact.kind === 'growth_rate' ? 'rate' : ''].join('|');
}

/** Two rows or columns of one table, two clauses of one sentence: told apart by what the key leaves out. */
const tooClose = (a: Figure, b: Figure): boolean =>
  a.reading === b.reading &&
  blockIndexAt(a.reading, a.fact.source.start) === blockIndexAt(b.reading, b.fact.source.start);

/** 达到 and 以上 allow more than they say; a target a tenth higher elsewhere is another target all the same. */
const tolerated = 0.1;
const isOpen = ({ comparator }: Figure): boolean => comparator === '~' || comparator === 'range';

/** Words that say by which count a figure was taken; two counts of one indicator differ and are both right. */
const counts = /全口径|现价|可比价|不变价|户籍|常住|快报|年报|初步核算|剔除|不含|含税|不变口径|同口径/g;

function countOf({ fact: { source }, reading }: Figure): string {
  const { text } = reading.document;
  const before =
    text
      .slice(Math.max(0, source.start - 20), source.start)
      .split(/[，。；、\n]/)
      .at(-1) ?? '';
  const after = text.slice(source.end, source.end + 12).split(/[，。；、\n]/)[0] ?? '';
  return [...new Set((before + source.quote + after).match(counts) ?? [])].sort().join();
}

function conflict(a: Figure, b: Figure): boolean {
  if (countOf(a) !== countOf(b)) return false;
  if (!restates(a, b)) return true;
  if (isOpen(a) || isOpen(b)) return false;
  return apart(a, b) > tolerated;
}

/** The line, and the document where two are compared. */
function placeOf({ reading, fact }: Figure, other: Figure): { zh: string; en: string } {
  const file = reading === other.reading ? '' : `${reading.document.name} `;
  return { zh: `${file}第 ${fact.source.line} 行`, en: `${file}line ${fact.source.line}` };
}

const decided = (figures: readonly Figure[]): boolean => figures.every(({ comparator }) => comparator === '=');

export const twoValues = defineCheck<Dossier>({
  id: 'fact/two-values',
  title: { zh: '同一指标前后两个数', en: 'One fact with two values' },
  severity: 'error',
  why: {
    zh: '同一主体、同一年份的同一指标只有一个数；两处不一致，引用和考核都无所适从。',
    en: 'One indicator of one subject in one year has one value; with two, nobody knows which to assess.',
  },
  message: {
    zh: '{name}：一处为 {first}（{place1}），另一处为 {second}（{place2}）；请核定一个数，两处改为一致',
    en: '{name}: {first} in one place ({placeEn1}), {second} in another ({placeEn2}); settle one value and use it in both',
  },
  run(dossier, report) {
    const groups = grouped(allFigures(dossier).filter(speaksForSubject), identity);
    for (const figures of groups.values()) {
      const [first, ...others] = figures;
      if (first === undefined || figures.length > 6) continue;
      const other = others.find((each) => conflict(first, each) && !tooClose(first, each));
      if (other === undefined) continue;
      report(
        [sourceOfFigure(first), sourceOfFigure(other)],
        {
          name: nameFigure(first),
          first: first.text,
          place1: placeOf(first, other).zh,
          placeEn1: placeOf(first, other).en,
          second: other.text,
          place2: placeOf(other, first).zh,
          placeEn2: placeOf(other, first).en,
        },
        { arithmetic: `${first.text} ≠ ${other.text}`, severity: decided([first, other]) ? 'error' : 'warning' },
      );
    }
  },
  examples: examples({
    pass: [
      '青川经开区产业发展规划（2021—2025年）\n\n到2025年，青川经开区出口总额达到16亿元。\n\n二、开放合作\n\n到2025年，青川经开区出口总额达到160000万元。\n',
      '青川经开区产业发展规划（2021—2025年）\n\n到2025年，青川经开区税收达到16亿元。\n\n二、财税\n\n到2025年，青川经开区全口径税收达到22亿元。\n',
    ],
    fail: [
      '青川经开区产业发展规划（2021—2025年）\n\n到2025年，青川经开区出口总额达到16亿元。\n\n二、开放合作\n\n到2025年，青川经开区出口总额达到12亿元。\n',
      [
        '青川经开区产业发展规划（2021—2025年）\n\n到2025年，青川经开区出口总额达到16亿元。\n',
        '青川经开区产业发展实施方案\n\n到2025年，青川经开区出口总额达到12亿元。\n',
      ],
    ],
  }),
});
