import { defineCheck } from '../../../../core/check.ts';
import type { Reading } from '../../../documents/reading/reading.ts';
import { exactly, meets, quotient, scaled, show, widened } from '../../checking/arithmetic.ts';
import { examples } from '../../checking/examples.ts';
import { labelled, type Stated, statedIn } from '../../checking/statements.ts';
import type { Dossier } from '../../dossier.ts';

/** How many sentences back the whole may have been stated. */
const memory = 6;

interface Claim {
  readonly part: Stated;
  readonly share: Stated;
  readonly whole: Stated;
}

const wholeName = (text: string): string | null =>
  text.match(/占(?:全部|全区|园区|全市|全县)?的?([\p{Script=Han}]{2,10}?)的?(?:比重|比例)?(?:为|达到|达|约)?$/u)?.[1] ??
  null;

/** “工业用地849公顷，占规划总面积的67.9%”, with the whole stated shortly before. */
function claimsIn(reading: Reading): Claim[] {
  return reading.sentences.flatMap((sentence, i) => {
    const stated = statedIn(reading, sentence);
    return stated.flatMap((share, at): Claim[] => {
      const part = stated[at - 1];
      // “200家，其中规上60家，占40%”: of the figure that 其中 divides.
      const divided = sentence.prose.text.indexOf('其中');
      const own = stated.findLast(
        ({ quantity, dimension }) => quantity.end <= divided && dimension === part?.dimension,
      );
      if (
        share.quantity.unit === '%' &&
        /^占比?(?:为|达|达到|约)?$/.test(share.label) &&
        part &&
        own &&
        own !== part &&
        part.quantity.start > divided
      )
        return [{ part, share, whole: own }];
      const name = share.quantity.unit === '%' ? wholeName(share.label) : null;
      if (name === null || !part || part.dimension === 'ratio' || part.quantity.values.length > 1) return [];
      const before = reading.sentences
        .slice(Math.max(0, i - memory), i)
        .flatMap((each) => [...statedIn(reading, each)]);
      const key = name.replace(/规划|全部|总/g, '');
      const wholes = [...before, ...stated.slice(0, at - 1)].filter(
        ({ dimension, label }) =>
          dimension === part.dimension && key.length >= 2 && label.replace(/规划|全部|总|为$/g, '').endsWith(key),
      );
      const whole = wholes.at(-1);
      return whole && whole !== part ? [{ part, share, whole }] : [];
    });
  });
}

export const share = defineCheck<Dossier>({
  id: 'ratio/share',
  title: { zh: '文中占比与数值算不到一起', en: 'A share in the text does not follow from its figures' },
  severity: 'error',
  why: {
    zh: '部分、整体、占比三个数只有两个是独立的，算不出来必有一个错。',
    en: 'Of part, whole and share two decide the third.',
  },
  message: {
    zh: '{part} 占 {whole} 的 {right}%，文中写 {share}；请核对占比或两个数值',
    en: '{part} is {right}% of {whole}, the text says {share}; check the share or the figures',
  },
  run({ readings }, report) {
    for (const reading of readings)
      for (const { part, share: stated, whole } of claimsIn(reading)) {
        if (whole.value.lte(0) || part.value.gt(whole.value)) continue;
        const implied = quotient(
          widened(exactly(part.value), part.step.div(2)),
          widened(exactly(whole.value), whole.step.div(2)),
        );
        const printed = exactly(stated.quantity.values[0] ?? '0');
        const slack = stated.comparator === '=' ? stated.step.times(100) : stated.step.times(200);
        if (implied === null || meets(scaled(implied, 100), widened(printed, slack))) continue;
        const right = show(part.value.div(whole.value).times(100), 2);
        report(
          [labelled(stated), labelled(part), labelled(whole)],
          { part: part.text, whole: whole.text, right, share: stated.text },
          {
            arithmetic: `${part.text} ÷ ${whole.text} = ${right}% ≠ ${stated.text}`,
            severity: [part, whole].every(({ comparator }) => comparator === '=') ? 'error' : 'warning',
          },
        );
      }
  },
  examples: examples({
    pass: ['青川经开区规划面积为1405公顷。\n\n其中，规划工业用地849公顷，占规划总面积的60.4%。\n'],
    fail: ['青川经开区规划面积为1405公顷。\n\n其中，规划工业用地849公顷，占规划总面积的67.9%。\n'],
  }),
});
