import type { Decimal } from 'decimal.js';
import type { Source, Span } from '../../../core/document.ts';
import type { Quantity } from '../../documents/reading/reading.ts';
import { measuredQuantity } from './figures.ts';
import { type Passage, sourceOfPart } from './passages.ts';
import { quantitiesOf } from './statements.ts';

/** Where a tier begins or ends; `open` is what the words leave unsaid: “10—20万元” may or may not hold 20. */
interface Bound {
  readonly value: Decimal;
  readonly step: Decimal;
  readonly holds: 'yes' | 'no' | 'open' | 'rest';
  readonly text: string;
}

/** “得分80—90分”, “600万元以上、不超过1500万元”, “5万元以下” of a grade or an incentive. */
export interface Tier extends Span {
  readonly dimension: string;
  readonly low: Bound | null;
  readonly high: Bound | null;
  /** What is graded, as far as it stands directly before the figure. */
  readonly label: string;
  readonly text: string;
}

export interface Neighbours {
  readonly lower: Tier;
  readonly upper: Tier;
  readonly end: Bound;
  readonly begin: Bound;
}

const graded = /奖|补助|补贴|贴息|扶持|给予|返还|得分|收取|征收|减免|档|[A-DＡ-Ｄ]类|[一二三四]类|等级|等次|评价/;
/** How far apart two tiers may stand and still be of one scale. */
const reach = 60;

const brackets = /^[（(](不含|不包括|含)(?:本数)?[）)](以上|以下)?/;

function boundsOf(quantity: Quantity, text: string): Pick<Tier, 'low' | 'high' | 'dimension' | 'end'> | null {
  const measure = measuredQuantity(quantity);
  if (measure === null || measure.dimension === 'ratio') return null;
  const [first = '', last = first] = quantity.values;
  const own = text.slice(quantity.start, quantity.end);
  const [all = '', word, side] = text.slice(quantity.end, quantity.end + 10).match(brackets) ?? [];
  const stated: Bound['holds'] | null = word === undefined ? null : word === '含' ? 'yes' : 'no';
  const scale = measure.value.isZero() ? null : measure;
  const at = (printed: string, holds: Bound['holds']): Bound | null => {
    const single = measuredQuantity({ ...quantity, values: [printed], comparator: '=' });
    return single && scale && { value: single.value, step: single.step, holds, text: `${printed}${quantity.unit}` };
  };
  const found = (low: Bound | null, high: Bound | null) => ({
    dimension: measure.dimension,
    low,
    high,
    end: quantity.end + all.length,
  });
  if (quantity.values.length > 1) return found(at(first, 'open'), at(last, stated ?? 'open'));
  if (side === '以上' || quantity.comparator === '>=') return found(at(first, stated ?? 'yes'), null);
  if (side === '以下') return found(null, at(first, stated ?? 'rest'));
  if (quantity.comparator === '>') return found(at(first, stated ?? 'no'), null);
  if (quantity.comparator === '<=') return found(null, at(first, stated ?? 'yes'));
  if (quantity.comparator === '<') return found(null, at(first, stated ?? (/以下/.test(own) ? 'rest' : 'no')));
  return null;
}

/** “75分（含）至90分（不含）”: two figures and what is said of each make one tier. */
function rangeOf(low: Quantity | undefined, high: Quantity | undefined, text: string): Tier | null {
  if (!low || !high || low.values.length > 1 || high.values.length > 1) return null;
  const between = text.slice(low.end, high.start);
  const [, said = ''] = /^(?:[（(](不含|不包括|含)(?:本数)?[）)])?\s*(?:至|到|[—–~～-]+)\s*$/.exec(between) ?? [];
  if (!/[（(].*(?:至|到|[—–~～-])/.test(between)) return null;
  const [from, to] = [low, high].map(measuredQuantity);
  if (!from || !to || from.dimension !== to.dimension || from.dimension === 'ratio') return null;
  const [all = '', closing] = brackets.exec(text.slice(high.end, high.end + 10)) ?? [];
  const bound = (measure: typeof from, holds: Bound['holds']): Bound => ({
    value: measure.value,
    step: measure.step,
    holds,
    text: measure.text,
  });
  const end = high.end + all.length;
  return {
    dimension: from.dimension,
    low: bound(from, said === '' ? 'open' : said === '含' ? 'yes' : 'no'),
    // A tier that says 含 of its lower end leaves its upper one to the next.
    high: bound(to, closing === undefined ? (said === '含' ? 'no' : 'open') : closing === '含' ? 'yes' : 'no'),
    start: low.start,
    end,
    label: labelBefore(text, low.start),
    text: text.slice(low.start, end),
  };
}

/** “奖励最高不超过200万元”, “补贴面积不超过5000平方米”: how much is given at most, no tier of who gets it. */
const isCap = (text: string, { start, comparator }: Quantity): boolean =>
  (comparator === '<=' || comparator === '<') &&
  /(?:奖励|补助|补贴|资助|贴息|扶持|支持|最高|上限|总额|累计)[^，。；、\d]{0,8}$/.test(
    text.slice(Math.max(0, start - 16), start),
  );

const labelBefore = (text: string, start: number): string =>
  (text.slice(Math.max(0, start - 16), start).match(/[\p{Script=Han}]*$/u)?.[0] ?? '')
    .replace(/^.*(?:对|凡|其中|企业)/, '')
    .replace(/(?:在|的|为|达到|达|实现)+$/, '');

/** The tiers of a passage that grades or rewards, in the order of the text. */
export function tiersIn({ prose: { text } }: Passage): Tier[] {
  if (!graded.test(text)) return [];
  const tiers: Tier[] = [];
  const quantities = quantitiesOf(text);
  for (const [i, quantity] of quantities.entries()) {
    const range = rangeOf(quantity, quantities[i + 1], text);
    if (range !== null) tiers.push(range);
    if (range !== null || rangeOf(quantities[i - 1], quantity, text) !== null) continue;
    const bounds = boundsOf(quantity, text);
    if (bounds === null || isCap(text, quantity)) continue;
    const before = tiers.at(-1);
    // “600万元以上、不超过1500万元”: two bounds of one tier.
    const joins =
      before?.high === null &&
      bounds.low === null &&
      before.dimension === bounds.dimension &&
      /^的?[、，,且至到—-]*$/.test(text.slice(before.end, quantity.start));
    const start = joins && before ? before.start : quantity.start;
    if (joins && before) tiers.pop();
    tiers.push({
      ...bounds,
      low: joins && before ? before.low : bounds.low,
      start,
      label: labelBefore(text, start),
      text: text.slice(start, bounds.end),
    });
  }
  return tiers;
}

const sameScale = (a: Tier, b: Tier): boolean =>
  a.dimension === b.dimension &&
  b.start - a.end < reach &&
  (a.label === '' || b.label === '' || a.label.endsWith(b.label.slice(-2)) || b.label.endsWith(a.label.slice(-2)));

/** Tiers next to each other in the text, rising or falling. */
export function neighboursIn(passage: Passage): Neighbours[] {
  const tiers = tiersIn(passage);
  return tiers.flatMap((first, i): Neighbours[] => {
    const second = tiers[i + 1];
    if (second === undefined || !sameScale(first, second)) return [];
    const pair = (lower: Tier, upper: Tier): Neighbours[] =>
      lower.high && upper.low && lower.high.value.lte(upper.low.value)
        ? [{ lower, upper, end: lower.high, begin: upper.low }]
        : [];
    const rising = pair(first, second);
    return rising.length > 0 ? rising : pair(second, first);
  });
}

export const sourceOfTier = (passage: Passage, { start, end }: Span): Source => sourceOfPart(passage, start, end);
