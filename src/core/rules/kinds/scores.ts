import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { missing } from '../../missing.ts';
import { exact, sayNumber } from '../fact.ts';
import { both, colon, defineRuleKind, inBoth, reads } from '../kind.ts';

const clamp = (value: Decimal, least?: number, most?: number): Decimal => {
  const low = least === undefined ? value : Decimal.max(value, least);
  return most === undefined ? low : Decimal.min(low, most);
};

/** 赋分表: each word has its points. */
export const points = defineRuleKind({
  label: { zh: '赋分表', en: 'Points table' },
  params: z.strictObject({
    kind: z.literal('points'),
    value: z.string(),
    table: z.record(z.string(), z.number()),
  }),
  needs: ({ value }) => reads(['word', 'truth'], value),
  gives: () => 'number',
  says: ({ value, table }, name) =>
    inBoth(
      (language) =>
        `${name(value)[language]}${colon[language]}${Object.entries(table)
          .map(([word, score]) => `${name(word)[language]} ${score}`)
          .join(', ')}`,
    ),
  run: ({ value: id, table }, view) => {
    const score = table[String(view.fact(id))];
    const said = view.say(id);
    if (score === undefined)
      return {
        value: missing('not-stated', [id]),
        working: { zh: `${said.zh}：赋分表未列`, en: `${said.en}: not in the table` },
      };
    return { value: exact(score), working: { zh: `${said.zh}：${score} 分`, en: `${said.en}: ${score} points` } };
  },
});

const Step = z.strictObject({ per: z.number().positive(), change: z.number() });

/** 每超（欠）…加（减）…分: points at a mark, changing by every step above or below it. */
export const steps = defineRuleKind({
  label: { zh: '按步加减分', en: 'Points by steps' },
  params: z.strictObject({
    kind: z.literal('steps'),
    value: z.string(),
    at: z.number(),
    points: z.number(),
    above: Step.optional(),
    below: Step.optional(),
    /** 满一步才计, or by proportion. */
    partial: z.enum(['whole-steps', 'pro-rata']),
    least: z.number().optional(),
    most: z.number().optional(),
  }),
  needs: ({ value }) => reads('number', value),
  gives: () => 'number',
  says: ({ value, at, points: mark, above, below, partial, least, most }, name) =>
    inBoth((language) => {
      const zh = language === 'zh';
      const step = (each: z.infer<typeof Step> | undefined, word: string) =>
        each === undefined ? [] : [`${word} ${each.per} ${each.change > 0 ? '+' : ''}${each.change}`];
      const parts = [
        `${name(value)[language]} ${at} → ${mark}`,
        ...step(above, zh ? '每高' : 'each above'),
        ...step(below, zh ? '每低' : 'each below'),
        partial === 'whole-steps' ? (zh ? '满一步才计' : 'whole steps only') : zh ? '按比例' : 'by proportion',
        ...(least === undefined ? [] : [`≥ ${least}`]),
        ...(most === undefined ? [] : [`≤ ${most}`]),
      ];
      return parts.join(zh ? '，' : ', ');
    }),
  run: ({ value: id, at, points: mark, above, below, partial, least, most }, view) => {
    const distance = view.number(id).minus(at);
    const step = distance.isNegative() ? below : above;
    if (step === undefined || distance.isZero())
      return { value: clamp(exact(mark), least, most), working: both(`${view.figure(id)} → ${mark}`) };
    const taken = distance.abs().div(step.per);
    const count = partial === 'whole-steps' ? taken.floor() : taken;
    const score = clamp(exact(mark).plus(count.times(step.change)), least, most);
    const sign = step.change < 0 ? '−' : '+';
    return {
      value: score,
      working: both(
        `${mark} ${sign} |${view.figure(id)} − ${at}| ÷ ${step.per} (${sayNumber(count)}) × ${Math.abs(step.change)} = ${sayNumber(score)}`,
      ),
    };
  },
});

/** 线性插值 between the mark of zero and that of full points; a full mark below zero's means less is better. */
export const linear = defineRuleKind({
  label: { zh: '线性插值', en: 'Linear' },
  params: z
    .strictObject({
      kind: z.literal('linear'),
      value: z.string(),
      zeroAt: z.number(),
      fullAt: z.number(),
      points: z.number(),
    })
    .refine(({ zeroAt, fullAt }) => zeroAt !== fullAt, 'zeroAt and fullAt must differ'),
  needs: ({ value }) => reads('number', value),
  gives: () => 'number',
  says: ({ value, zeroAt, fullAt, points: full }, name) =>
    inBoth((language) => `${name(value)[language]}${colon[language]}${zeroAt} → 0, ${fullAt} → ${full}`),
  run: ({ value: id, zeroAt, fullAt, points: full }, view) => {
    const share = clamp(view.number(id).minus(zeroAt).div(exact(fullAt).minus(zeroAt)), 0, 1);
    const score = share.times(full);
    return {
      value: score,
      working: both(`(${view.figure(id)} − ${zeroAt}) ÷ (${fullAt} − ${zeroAt}) × ${full} → ${sayNumber(score)}`),
    };
  },
});

/**
 * 分段累进加减分: 基础分 ± Σ part_k × base ÷ (first + (k−1) × step), parts of `width` each, by the same formula down.
 * Form of the assessment of cities in Heilongjiang, 2011.
 */
export const progressive = defineRuleKind({
  label: { zh: '分段累进加减分', en: 'Progressive points' },
  params: z.strictObject({
    kind: z.literal('progressive'),
    value: z.string(),
    base: z.string(),
    width: z.number().positive(),
    first: z.number().positive(),
    step: z.number().min(0),
  }),
  needs: ({ value, base }) => reads('number', value, base),
  gives: () => 'number',
  says: ({ value, base, width, first, step }, name) =>
    inBoth(
      (language) =>
        `${name(base)[language]} ± Σ ${name(value)[language]}（${width}）× ${name(base)[language]} ÷ ${first}, ${first + step}, ${first + 2 * step} …`,
    ),
  run: ({ value: id, base, width, first, step }, view) => {
    const [difference, mark] = [view.number(id), view.number(base)];
    const whole = difference.abs().div(width).floor().toNumber();
    // Parts beyond a thousand bands change nothing that a person would print.
    const bands = Array.from({ length: Math.min(whole, 1000) + 1 }, (_, k) => ({
      part: k < whole ? exact(width) : difference.abs().minus(exact(width).times(whole)),
      below: first + k * step,
    })).filter(({ part }) => part.gt(0));
    const change = bands.reduce((sum, { part, below }) => sum.plus(part.times(mark).div(below)), exact(0));
    const score = difference.isNegative() ? mark.minus(change) : mark.plus(change);
    const sign = difference.isNegative() ? '−' : '+';
    const parts = bands.map(({ part, below }) => `${sayNumber(part)} × ${sayNumber(mark)} ÷ ${below}`).join(' + ');
    return {
      value: score,
      working: both(`${sayNumber(mark)}${parts === '' ? '' : ` ${sign} (${parts})`} = ${sayNumber(score)}`),
    };
  },
});

/** 加权合计: Σ value × weight ÷ scale. */
export const weighted = defineRuleKind({
  label: { zh: '加权合计', en: 'Weighted sum' },
  params: z
    .strictObject({
      kind: z.literal('weighted'),
      parts: z.array(z.strictObject({ of: z.string(), weight: z.number().default(1) })).min(1),
      /** 100 for parts scored out of a hundred, 1 for parts that bring their points. */
      scale: z.union([z.literal(1), z.literal(100)]).default(1),
      /** What the weights must add up to. */
      weights: z.number().optional(),
    })
    .refine(
      ({ parts, weights }) =>
        weights === undefined || parts.reduce((sum, { weight }) => sum.plus(weight), exact(0)).eq(weights),
      'the weights do not add up',
    ),
  needs: ({ parts }) => reads('number', ...parts.map(({ of }) => of)),
  gives: () => 'number',
  says: ({ parts, scale }, name) =>
    inBoth((language) => {
      const terms = parts.map(({ of, weight }) =>
        weight === 1 ? name(of)[language] : `${name(of)[language]} × ${weight}`,
      );
      return scale === 1 ? terms.join(' + ') : `(${terms.join(' + ')}) ÷ ${scale}`;
    }),
  run: ({ parts, scale }, view) => {
    const sum = parts.reduce((total, { of, weight }) => total.plus(view.number(of).times(weight)), exact(0)).div(scale);
    const terms = parts.map(({ of, weight }) => (weight === 1 ? view.figure(of) : `${view.figure(of)} × ${weight}`));
    const text = terms.join(' + ');
    return { value: sum, working: both(`${scale === 1 ? text : `(${text}) ÷ ${scale}`} = ${sayNumber(sum)}`) };
  },
});

/** 封顶、保底: `none` where an office decided that there is no cap. */
export const cap = defineRuleKind({
  label: { zh: '封顶与保底', en: 'Cap' },
  params: z.strictObject({
    kind: z.literal('cap'),
    value: z.string(),
    most: z.union([z.number(), z.literal('none')]),
    least: z.number().optional(),
  }),
  needs: ({ value }) => reads('number', value),
  gives: () => 'number',
  says: ({ value, most, least }, name) =>
    inBoth((language) => {
      const none = language === 'zh' ? '不封顶' : 'no cap';
      const bounds = [least === undefined ? '' : `≥ ${least}`, most === 'none' ? none : `≤ ${most}`].filter(Boolean);
      return `${name(value)[language]}${colon[language]}${bounds.join(', ')}`;
    }),
  run: ({ value: id, most, least }, view) => {
    const value = view.number(id);
    const capped = clamp(value, least, most === 'none' ? undefined : most);
    if (most === 'none' && least === undefined)
      return { value, working: { zh: `${view.figure(id)}，不封顶`, en: `${view.figure(id)}, no cap` } };
    const bounds = [least === undefined ? '' : `≥ ${least}`, most === 'none' ? '' : `≤ ${most}`]
      .filter(Boolean)
      .join(', ');
    return { value: capped, working: both(`${view.figure(id)} (${bounds}) → ${sayNumber(capped)}`) };
  },
});
