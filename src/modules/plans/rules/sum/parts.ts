import { defineCheck } from '../../../../core/check.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import { discrepancy, isExactCount, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

/** Classes that cross each other: a firm may be above scale and high-tech at once, so they make no sum. */
const crossing =
  /规上|规模以上|高新|专精特新|瞪羚|独角兽|上市|龙头|外资|科技型|限额以上|超(?:过)?\d|以上|重点|新增|亿元级|骨干|小巨人|研发机构/;
/** How far short of the whole a list of two, or of three and more parts may fall and still look complete. */
const nearlyAll = { two: 0.75, more: 0.6 };

/** Figures beside the parts that are none: growth, ratios, and what is already finished of a part. */
const otherKind = /增长|增加|比上年|占|平均|人均|亩均|年均|已建成|已开发|已供|建成区|在建|已完成|累计|其余/;
/** What a project earns is no part of what it costs. */
const yields = /收入|产值|利税|利润|税|销售|达产/;

/** “一季度完成25亿元、上半年完成58亿元”: each runs from January, so that the last one holds those before it. */
const runningTotal = /上半年|前[二两三]个?季度|前\d+个?月|[1一]\s?[—–~～至-]\s?\d{1,2}月|截至|截止|月底前?|季度末/;

interface Division {
  readonly whole: Stated;
  readonly parts: readonly Stated[];
  readonly complete: boolean;
}

/** “共有24户，其中省属2户，地方22户”: the figure before 其中, and those of its kind after it. */
function divisionOf(stated: readonly Stated[], text: string): Division | null {
  const at = text.indexOf('其中');
  if (at < 0) return null;
  // “项目42个，总投资230亿元，其中产业项目30个”: the whole is of the kind that its first part is.
  const kind = stated.find(({ quantity }) => quantity.start > at)?.dimension;
  const clause = text.lastIndexOf('；', at);
  const before = stated.filter(({ quantity }) => quantity.end <= at && quantity.start > clause);
  const whole = before.findLast(({ dimension }) => dimension === kind) ?? before.at(-1);
  if (whole === undefined || whole.dimension === 'ratio' || whole.comparator === 'range') return null;
  const nested = text.indexOf('其中', at + 2);
  const parts = stated.filter(
    ({ quantity, dimension, label, comparator }) =>
      quantity.start > at &&
      (nested < 0 || quantity.start < nested) &&
      dimension === whole.dimension &&
      comparator === '=' &&
      !otherKind.test(label) &&
      (!yields.test(label) || yields.test(whole.label)),
  );
  const crossed = parts.some(({ after, quantity }) =>
    [text.slice(Math.max(at, quantity.start - 14), quantity.start), after].some(
      (words) => crossing.test(words) && !crossing.test(whole.label + whole.after),
    ),
  );
  if (parts.length < 2 || crossed || runningTotal.test(text.slice(at))) return null;
  // Parts whose share is stated, 占86.7%, are not meant to be all.
  return { whole, parts, complete: !/等|占/.test(text.slice(at)) };
}

export const parts = defineCheck<Dossier>({
  id: 'sum/parts',
  title: { zh: '“其中”各项之和与总数不符', en: 'The parts after “of which” do not make the whole' },
  severity: 'error',
  why: {
    zh: '分项相加超过总数，必有一个数是错的；略少于总数，多半漏了一类。',
    en: 'Parts above the whole mean a wrong figure; parts just short of it, most likely a forgotten class.',
  },
  message: {
    zh: '总数 {whole}，其中 {count} 项相加为 {sum}，{direction} {gap}；请核对总数与各分项，如未列全请写明“等”',
    en: 'The whole is {whole}, its {count} parts make {sum} ({gap} {over}); check the figures, or say that the list is not complete',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const sentence of reading.sentences) {
        const { text } = sentence.prose;
        if (!text.includes('其中')) continue;
        const division = divisionOf(statedIn(reading, sentence), text);
        if (division === null) continue;
        const { whole, parts: terms, complete } = division;
        if (terms.some(({ quantity }) => quantity.unit !== whole.quantity.unit)) continue;
        // One part above the whole is told by part/of-which.
        if (terms.some(({ value }) => value.gt(whole.value))) continue;
        const wrong = discrepancy(
          terms.map(({ quantity }) => quantity.values[0] ?? '0'),
          whole.quantity.values[0] ?? '0',
          isExactCount(whole.dimension, whole.quantity.unit),
        );
        if (wrong === null) continue;
        const share = wrong.sum.div(wrong.total).toNumber();
        const short = wrong.gap.isNegative();
        if (short && (!complete || share < (terms.length === 2 ? nearlyAll.two : nearlyAll.more))) continue;
        report(
          [labelled(whole), ...terms.map(labelled)],
          { whole: whole.text, count: terms.length, ...said(wrong) },
          {
            arithmetic: wrong.arithmetic,
            severity: short || wrong.mixed || whole.comparator !== '=' ? 'warning' : 'error',
          },
        );
      }
  },
  examples: examples({
    pass: [
      '临江县现有投产企业31户，其中中央企业4户，地方企业27户。\n',
      '临江县共有工业企业40家，其中规上企业28家、高新技术企业30家。\n',
      '全年计划完成投资110亿元，其中一季度完成25亿元、上半年完成58亿元、前三季度完成85亿元。\n',
      '园区总面积100平方公里，其中建设用地30平方公里、水域5平方公里。\n',
    ],
    fail: [
      '临江县现有投产企业31户，其中中央企业8户，地方企业27户。\n',
      '临江县实施重点项目42个，总投资230亿元，其中产业项目30个、基础设施项目14个。\n',
    ],
  }),
});
