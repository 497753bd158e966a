import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { missing } from '../../missing.ts';
import type { Label } from '../../text.ts';
import { exact, type Fact, sayNumber } from '../fact.ts';
import { both, colon, defineRuleKind, inBoth, reads, type Said } from '../kind.ts';

const Outside = z.union([z.number(), z.literal('not-covered')]);

/** One tier: where it starts, whether that very value belongs to it (else to the tier before), and what it gives. */
const Tier = z.strictObject({
  from: z.union([z.number(), z.literal('lowest')]),
  included: z.boolean().default(true),
  /** A share of the value. */
  rate: z.number().optional(),
  /** A number whatever the value: an award, points. */
  amount: z.number().optional(),
  word: z.string().optional(),
});
type Tier = z.infer<typeof Tier>;

const Params = z
  .strictObject({
    kind: z.literal('tiers'),
    value: z.string(),
    /** 全额 (the whole value at the rate of its tier) or 超额累进 (each part at the rate of its own tier). */
    method: z.enum(['whole', 'marginal']),
    tiers: z.array(Tier).min(1),
    /** Where the last tier ends, and whether that very value belongs to it; open if it does not end. */
    end: z.union([z.literal('open'), z.strictObject({ at: z.number(), included: z.boolean() })]),
    below: Outside.optional(),
    beyond: Outside.optional(),
  })
  .superRefine(({ tiers, end, method, below, beyond }, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    const starts = tiers.map(({ from }) => from);
    if (starts.slice(1).includes('lowest')) complain('only the first tier starts at the lowest');
    const numbers = [...starts.filter((from) => from !== 'lowest'), ...(end === 'open' ? [] : [end.at])];
    if (numbers.some((from, i) => i > 0 && from <= (numbers[i - 1] as number))) complain('tiers must ascend');
    if ((starts[0] === 'lowest') !== (below === undefined)) complain('say what holds below the first tier, once');
    // Where an office may decide that the end is open, what holds beyond it is said for the other answer.
    if (end !== 'open' && beyond === undefined) complain('say what holds beyond the last tier');
    const gifts = new Set(tiers.flatMap(giftsOf));
    if (gifts.size !== 1 || tiers.some((tier) => giftsOf(tier).length !== 1))
      complain('every tier gives one thing, and all the same: rate, amount or word');
    if (method === 'marginal' && !gifts.has('rate')) complain('only rates can be marginal');
    if (gifts.has('word') && [below, beyond].some((each) => typeof each === 'number'))
      complain('outside of tiers with words stands not-covered');
  });
type Params = z.infer<typeof Params>;

const giftsOf = (tier: Tier) => (['rate', 'amount', 'word'] as const).filter((gift) => tier[gift] !== undefined);

const reaches = (value: Decimal, from: number | 'lowest', included: boolean): boolean =>
  from === 'lowest' || value.gt(from) || (included && value.eq(from));

/** The place of the tier that holds a value; −1 below the first, `tiers.length` beyond the last. */
export function tierOf({ tiers, end }: Params, value: Decimal): number {
  if (end !== 'open' && (value.gt(end.at) || (!end.included && value.eq(end.at)))) return tiers.length;
  return tiers.findLastIndex(({ from, included }) => reaches(value, from, included));
}

const percent = (rate: number): string => `${sayNumber(exact(rate).times(100))}%`;

function range({ tiers, end }: Params, at: number): string {
  const { from, included } = tiers[at] as Tier;
  const next = tiers[at + 1];
  const [to, isIn] =
    next !== undefined ? [next.from, !next.included] : end === 'open' ? ['∞', false] : [end.at, end.included];
  return `${from === 'lowest' ? '(−∞' : `${included ? '[' : '('}${from}`}, ${to}${isIn ? ']' : ')'}`;
}

function outside(params: Params, at: number, figure: string): Said {
  const { below, beyond } = params;
  const given = at < 0 ? below : beyond;
  const where: Label =
    at < 0
      ? { zh: `${figure} 低于最低一档`, en: `${figure} is below the first tier` }
      : { zh: `${figure} 超出最高一档`, en: `${figure} is beyond the last tier` };
  if (given === 'not-covered' || given === undefined)
    return {
      value: missing('not-stated', [params.value]),
      working: { zh: `${where.zh}，文中未作规定`, en: `${where.en}, for which nothing is laid down` },
    };
  return { value: exact(given), working: { zh: `${where.zh}：${given}`, en: `${where.en}: ${given}` } };
}

/** 超额累进: the part of the value inside each tier, at that tier's rate. */
function marginal(params: Params, value: Decimal): Said {
  const parts = params.tiers.flatMap(({ from, rate = 0 }, i) => {
    const low = from === 'lowest' ? exact(0) : exact(from);
    const next = params.tiers[i + 1]?.from;
    const high = next === undefined ? value : Decimal.min(value, next);
    return high.gt(low) ? [{ part: high.minus(low), rate }] : [];
  });
  const sum = parts.reduce((total, { part, rate }) => total.plus(part.times(rate)), exact(0));
  const working = parts.map(({ part, rate }) => `${sayNumber(part)} × ${percent(rate)}`).join(' + ');
  return { value: sum, working: both(`${working === '' ? '0' : working} = ${sayNumber(sum)}`) };
}

function whole(params: Params, value: Decimal, at: number): Said {
  const { rate, amount, word } = params.tiers[at] as Tier;
  const inside = `${sayNumber(value)} ∈ ${range(params, at)}`;
  if (word !== undefined) return { value: word, working: both(inside) };
  const given: Fact = amount !== undefined ? exact(amount) : value.times(rate as number);
  const how =
    amount !== undefined ? `${amount}` : `${sayNumber(value)} × ${percent(rate as number)} = ${sayNumber(given)}`;
  return { value: given, working: { zh: `${inside}：${how}`, en: `${inside}: ${how}` } };
}

const methods = { whole: { zh: '全额', en: 'whole amount' }, marginal: { zh: '超额累进', en: 'by parts' } } as const;
const uncovered = { zh: '未作规定', en: 'nothing laid down' } as const;

/** Each tier with what it gives, and what holds outside of them. */
function inLine(params: Params, language: 'zh' | 'en'): string {
  const { tiers: list, below, beyond, end } = params;
  const outer = (given: Params['below']) => (typeof given === 'number' ? `${given}` : uncovered[language]);
  const lines = list.map(
    ({ rate, amount, word }, i) => `${range(params, i)} ${rate === undefined ? (amount ?? word) : percent(rate)}`,
  );
  if (below !== undefined) lines.unshift(`${language === 'zh' ? '以下' : 'below'} ${outer(below)}`);
  if (end !== 'open') lines.push(`${language === 'zh' ? '以上' : 'beyond'} ${outer(beyond)}`);
  return lines.join(language === 'zh' ? '；' : '; ');
}

export const tiers = defineRuleKind({
  label: { zh: '分档', en: 'Tiers' },
  params: Params,
  needs: ({ value }) => reads('number', value),
  gives: ({ tiers: [first] }) => (first?.word === undefined ? 'number' : 'word'),
  words: (params) => params.tiers.flatMap(({ word }) => (word === undefined ? [] : [word])),
  says: (params, name) =>
    inBoth(
      (language) =>
        `${name(params.value)[language]}（${methods[params.method][language]}）${colon[language]}${inLine(params, language)}`,
    ),
  run: (params, view) => {
    const value = view.number(params.value);
    const at = tierOf(params, value);
    if (at < 0 || at >= params.tiers.length) return outside(params, at, view.figure(params.value));
    return params.method === 'marginal' ? marginal(params, value) : whole(params, value, at);
  },
});
