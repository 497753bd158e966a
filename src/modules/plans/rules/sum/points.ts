import { Decimal } from 'decimal.js';
import { defineCheck } from '../../../../core/check.ts';
import { show } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { proseOf, sourceOfPart } from '../../checking/passages.ts';
import type { Dossier } from '../../dossier.ts';

/** “经济发展（40分）”, “实行百分制”, “满分100分”: the points that there are to give. */
const wholes = [/百分制/, /(?:满分|总分|共计?|合计)(?:为)?\s?(\d+(?:\.\d+)?)\s?分/, /[（(](\d+(?:\.\d+)?)分[）)]/];
const points =
  /([\p{Script=Han}“”]{2,24}?)(?:占|为|计)?\s?(\d+(?:\.\d+)?)\s?分(?!钟|之|别|以上|以下|（不?含|[—–~～-]|档)/gu;
/** Points that are added, taken off or thresholds are no share of the whole. */
const otherKind = /加|扣|减|得|不超过|最高|最多|每|满分|总分|低于|高于|达到|以[上下]$/;

interface Division {
  readonly whole: Decimal;
  readonly at: number;
  readonly end: number;
  readonly parts: readonly { readonly value: Decimal; readonly start: number; readonly end: number }[];
}

function divisionIn(text: string): Division | null {
  const found = wholes.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (found === undefined) return null;
  const from = found.index + found[0].length;
  const parts = [...text.slice(from).matchAll(points)].flatMap((match) => {
    const start = from + match.index;
    return otherKind.test(match[1] ?? '')
      ? []
      : [{ value: new Decimal(match[2] ?? 0), start, end: start + match[0].length }];
  });
  // A sentence that also gives rules of adding and taking off divides nothing.
  if (parts.length < 2 || /每|扣|加分|得分/.test(text.slice(from))) return null;
  return { whole: new Decimal(found[1] ?? 100), at: found.index, end: from, parts };
}

const isClose = (sum: Decimal, whole: Decimal): boolean => sum.gte(whole.times(0.7)) && sum.lte(whole.times(1.3));

export const pointsSum = defineCheck<Dossier>({
  id: 'sum/points',
  title: { zh: '考核分值相加与满分不符', en: 'The points of an assessment do not make the whole' },
  severity: 'error',
  why: {
    zh: '分值是考核的权重；相加不等于满分，得分、排名和奖惩都会有争议。',
    en: 'Points are weights; if they do not make the whole, every score and ranking is disputed.',
  },
  message: {
    zh: '满分 {whole} 分，{count} 项分值相加为 {sum} 分，{direction} {gap} 分；请调整分值',
    en: 'The whole is {whole} points, its {count} parts make {sum} ({gap} {over}); adjust the points',
  },
  run({ readings }, report) {
    for (const passage of readings.flatMap(proseOf)) {
      if (!passage.prose.text.includes('分')) continue;
      const division = divisionIn(passage.prose.text);
      if (division === null) continue;
      const { whole, at, end, parts } = division;
      const sum = Decimal.sum(...parts.map(({ value }) => value));
      if (sum.eq(whole) || !isClose(sum, whole)) continue;
      const gap = sum.minus(whole);
      report(
        [
          sourceOfPart(passage, at, end),
          ...parts.slice(0, 12).map((part) => sourceOfPart(passage, part.start, part.end)),
        ],
        {
          whole: show(whole),
          count: parts.length,
          sum: show(sum),
          gap: show(gap.abs()),
          direction: gap.isPositive() ? '多' : '少',
          over: gap.isPositive() ? 'more' : 'less',
        },
        { arithmetic: `${parts.map(({ value }) => show(value)).join(' + ')} = ${show(sum)} ≠ ${show(whole)}` },
      );
    }
  },
  examples: examples({
    pass: [
      '考核实行百分制，其中经济发展40分、项目建设30分、科技创新15分、安全环保15分。\n',
      '考核实行百分制，得分90分以上的为优秀，80分以上的为良好。\n',
      '项目建设（30分）。每签约1个亿元项目得2分，最高10分；每开工1个项目得3分，最高20分。\n',
    ],
    fail: [
      '考核实行百分制，其中经济发展40分、项目建设30分、科技创新15分、安全环保20分。\n',
      '项目建设（30分）。新签约项目10分、新开工项目10分、竣工投产项目8分。\n',
    ],
  }),
});
