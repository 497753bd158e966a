import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import { discrepancy, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

const wholeLabel = /(总面积|总用地|规划面积|管辖面积|辖区面积|总占地)[^，。；\d]{0,6}$/;
const partLabel = /(面积|用地|占地)[^，。；\d]{0,4}$/;
/** A part is named: “东部集中区面积”, “北园：规划用地”. */
/** “由城东片区12平方公里、港口片区11平方公里组成”: the name stands for its area. */
const bareName = /(?:片区|园区?|组团|板块|集中区|功能区|区块)$/;
const named = /(园区?|片区|组团|板块|基地|集中区|功能区|新城|新区|港区|区块|社区)/;
const announces = /下设|分为|由.{2,60}组成|包括|其中|分别|“?一区[多两二三四五六七八]园/;
const reach = 14;

interface Whole {
  readonly total: Stated;
  readonly parts: readonly Stated[];
}

/** The stated whole, and the areas of named parts in the sentences that follow it. */
function wholesIn(reading: Reading): Whole[] {
  const { sentences } = reading;
  return sentences.flatMap((sentence, i): Whole[] => {
    const total = statedIn(reading, sentence).find(
      ({ dimension, label }) => dimension === 'area' && wholeLabel.test(label),
    );
    if (total === undefined) return [];
    const after = sentences.slice(i, i + reach);
    if (!after.slice(0, 3).some(({ prose }) => announces.test(prose.text))) return [];
    const areas: Stated[] = [];
    for (const each of after) {
      const found = statedIn(reading, each).filter((stated) => stated !== total && isPart(stated));
      if (
        each !== sentence &&
        statedIn(reading, each).some(({ dimension, label }) => dimension === 'area' && /总面积|总用地/.test(label))
      )
        break;
      const [first] = found;
      if (each === sentence) areas.push(...found.filter(({ quantity }) => quantity.start > total.quantity.end));
      else if (first) areas.push(...found);
    }
    return areas.length >= 2 ? [{ total, parts: areas }] : [];
  });
}

function isPart({ dimension, label, sentence, quantity }: Stated): boolean {
  const composed = bareName.test(label) && /由[^。；]*组成|分为|包括|其中/.test(sentence.prose.text);
  if (dimension !== 'area' || !(partLabel.test(label) || composed)) return false;
  if (composed) return true;
  const before = sentence.prose.text.slice(0, quantity.start);
  const clause = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf('。')) + 1);
  const subject = clause.split(/[，：:]/)[0] ?? '';
  // A firm in a park has an area of its own, which is no part of the zone's.
  return (
    named.test(subject) &&
    !/公司|企业|集团|工厂|厂区|项目/.test(subject) &&
    !/建筑|绿化|绿地|耕地|已建成|建成区|开发面积|新增/.test(label)
  );
}

export const areas = defineCheck<Dossier>({
  id: 'sum/areas',
  title: { zh: '各分区面积之和与总面积不符', en: 'The areas of the parts do not make the whole' },
  severity: 'error',
  why: {
    zh: '园区面积有批复，分区之和必须等于总面积，否则用地指标、四至都会受质疑。',
    en: 'The area of a zone is approved; its parts must make it, or quotas and bounds are in doubt.',
  },
  message: {
    zh: '总面积 {total}，{count} 个分区相加为 {sum}，{direction} {gap}（{parts}）；请对照批复核定各分区面积',
    en: 'The whole is {total}, its {count} parts make {sum} ({gap} {over}: {parts}); check the areas against the approval',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { total, parts } of wholesIn(reading)) {
        const unit = total.quantity.unit;
        if (parts.some(({ quantity }) => quantity.unit !== unit || quantity.values.length > 1)) continue;
        const wrong = discrepancy(
          parts.map(({ quantity }) => quantity.values[0] ?? '0'),
          total.quantity.values[0] ?? '0',
        );
        if (wrong === null) continue;
        const share = wrong.sum.div(wrong.total).toNumber();
        // Parts that are far from the whole are parts of something else, or not all of them are named.
        if (share < 0.6 || share > 1.6) continue;
        const loose = total.comparator !== '=' && Math.abs(share - 1) < 0.02;
        if (loose) continue;
        report(
          [labelled(total), ...parts.map(labelled)],
          { ...said(wrong), total: total.text, count: parts.length, parts: parts.map(({ text }) => text).join(' + ') },
          { arithmetic: wrong.arithmetic, severity: total.comparator === '=' && !wrong.mixed ? 'error' : 'warning' },
        );
      }
  },
  examples: examples({
    pass: [
      '青川经开区规划面积32平方公里，由城东片区12平方公里、港口片区11平方公里、青石片区9平方公里组成。\n',
      '青川经开区总面积31.20平方公里，由春晓片区、柳河片区组成。\n\n春晓片区面积13.45平方公里，东起春晓路。\n\n柳河片区面积17.75平方公里，东起柳河。\n',
    ],
    fail: [
      '青川经开区规划面积32.0平方公里，由城东片区12.1平方公里、港口片区11.2平方公里、青石片区10.5平方公里组成。\n',
      '青川经开区总面积31.20平方公里，由春晓片区、柳河片区组成。\n\n春晓片区面积13.45平方公里，东起春晓路。\n\n柳河片区面积14.75平方公里，东起柳河。\n',
    ],
  }),
});
