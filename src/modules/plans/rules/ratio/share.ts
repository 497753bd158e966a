import { defineCheck } from '../../../../core/check.ts';
import type { Reading, Sentence } from '../../../documents/reading/reading.ts';
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

const orders = new WeakMap<Reading, ReadonlyMap<Sentence, number>>();

function orderOf(reading: Reading): ReadonlyMap<Sentence, number> {
  const known = orders.get(reading);
  if (known) return known;
  const order = new Map(reading.sentences.map((sentence, i) => [sentence, i]));
  orders.set(reading, order);
  return order;
}

/** The period last named before a figure, in its sentence or in those before it of the same paragraph. */
function periodAt({ sentence, quantity, reading }: Stated): string | null {
  const own = sentence.periods.findLast(({ start }) => start < quantity.start);
  if (own !== undefined) return own.period;
  const { sentences } = reading;
  for (let i = (orderOf(reading).get(sentence) ?? 0) - 1; i >= 0 && sentences[i]?.block === sentence.block; i--) {
    const last = sentences[i]?.periods.at(-1);
    if (last !== undefined) return last.period;
  }
  return null;
}

/** “今年1—8月” stands for eight months, whatever year it is in. */
const isRunning = ({ sentence, quantity }: Stated): boolean =>
  /(?:[1一]\s?[—–~～至-]\s?\d{1,2}月|上半年|前[二三]季度)[^。；]*$/.test(sentence.prose.text.slice(0, quantity.start));

/** A part of 2025 is a share of 2025: of two wholes that are named alike, the one of the same time. */
function ofSameTime(part: Stated, wholes: readonly Stated[]): Stated | undefined {
  const period = periodAt(part);
  const fits = wholes.filter((whole) => {
    const other = periodAt(whole);
    return isRunning(whole) === isRunning(part) && (period === null || other === null || other === period);
  });
  return fits.at(-1);
}

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
      const named = ({ dimension, label }: Stated) =>
        dimension === part.dimension && key.length >= 2 && label.replace(/规划|全部|总|为$/g, '').endsWith(key);
      const earlier = [...before, ...stated.slice(0, at - 1)].filter(named);
      const whole = ofSameTime(part, earlier.length > 0 ? earlier : stated.slice(at + 1).filter(named));
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
    fail: [
      '2025年，全区规上工业总产值438亿元。今年1—8月，规上工业总产值305亿元。\n\n2025年装备制造产业实现产值212亿元，占规上工业总产值的52.4%。\n',
      '青川经开区规划面积为1405公顷。\n\n其中，规划工业用地849公顷，占规划总面积的67.9%。\n',
    ],
  }),
});
