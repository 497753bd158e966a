import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { examples } from '../../checking/examples.ts';
import { isCount, labelled, type Stated, statedIn } from '../../checking/statements.ts';
import { discrepancy, isExactCount, said } from '../../checking/sums.ts';
import type { Dossier } from '../../dossier.ts';

/** “规上企业中，甲类38家、乙类27家、其他14家”: a list that ends with the rest leaves nothing out. */
const opening = /^\s*(?:在|其中，?)?([\p{Script=Han}]{2,12}?)(?:当)?中，/u;
const rest = /^(?:和|及|以及)?(?:其他|其它|其余|剩余|另外)/;

interface Division {
  readonly whole: Stated;
  readonly parts: readonly Stated[];
}

/** The whole is what an earlier sentence of the paragraph counted under the same name. */
function divisionsIn(reading: Reading): Division[] {
  return reading.sentences.flatMap((sentence, i): Division[] => {
    const [, name] = opening.exec(sentence.prose.text) ?? [];
    if (name === undefined) return [];
    const parts = statedIn(reading, sentence).filter(isCount);
    const last = parts.at(-1);
    if (parts.length < 2 || last === undefined || !(rest.test(last.label) || rest.test(last.after))) return [];
    for (let at = i - 1; at >= 0 && reading.sentences[at]?.block === sentence.block; at--) {
      const earlier = reading.sentences[at];
      const whole =
        earlier &&
        statedIn(reading, earlier).find(
          ({ quantity, label, after }) =>
            quantity.unit === last.quantity.unit &&
            (label.endsWith(name) || after === name || label.endsWith(`${name}数`)),
        );
      if (whole) return [{ whole, parts }];
    }
    return [];
  });
}

export const among = defineCheck<Dossier>({
  id: 'sum/among',
  title: { zh: '“其中、其他”各类之和与总数不符', en: 'Classes that end with “others” do not make the whole' },
  severity: 'error',
  why: {
    zh: '列到“其他”为止就是全部，各类相加必须等于总数。',
    en: 'A list that ends with the others is complete, so its parts must make the whole.',
  },
  message: {
    zh: '总数 {whole}，{count} 类（含其他）相加为 {sum}，{direction} {gap}；请核对总数与各类',
    en: 'The whole is {whole}, its {count} classes with the others make {sum} ({gap} {over}); check the figures',
  },
  run({ readings }, report) {
    for (const { whole, parts } of readings.flatMap(divisionsIn)) {
      if (parts.some(({ quantity }) => quantity.unit !== whole.quantity.unit || quantity.values.length > 1)) continue;
      const wrong = discrepancy(
        parts.map(({ quantity }) => quantity.values[0] ?? '0'),
        whole.quantity.values[0] ?? '0',
        isExactCount(whole.dimension, whole.quantity.unit),
      );
      if (wrong === null) continue;
      report(
        [labelled(whole), ...parts.map(labelled)],
        { whole: whole.text, count: parts.length, ...said(wrong) },
        { arithmetic: wrong.arithmetic, severity: whole.comparator === '=' ? 'error' : 'warning' },
      );
    }
  },
  examples: examples({
    pass: [
      '园区现有规上企业96家，上市企业3家。规上企业中，装备企业38家，食品企业30家，其他企业28家。\n',
      '园区现有规上企业96家。规上企业中，装备企业38家，食品企业30家。\n',
    ],
    fail: ['园区现有规上企业96家，上市企业3家。规上企业中，装备企业38家，食品企业30家，其他企业29家。\n'],
  }),
});
