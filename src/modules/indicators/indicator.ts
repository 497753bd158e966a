import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { isMissing, type Missing, missing, missingReasons, ratio, type Value } from '../../core/missing.ts';
import { yearOf } from '../../core/period.ts';
import { amountOf, convert, round, units } from '../../core/quantity.ts';

const Label = z.object({ zh: z.string().min(1), en: z.string().min(1) });

/** What an indicator means from a period on; a new 口径 is a new edition, and old figures keep the old one. */
const Edition = z.object({ since: z.string().regex(/^\d{4}$/), definition: Label, source: z.string().min(1) });

export const Indicator = z.object({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/),
  label: Label,
  aliases: z.array(z.string()).default([]),
  /** As offices write it. */
  unit: z.string().min(1),
  /** As it is kept: 元 for money; 亩 for land, since m², 公顷 and 平方公里 become 亩 without a remainder, not the reverse. */
  base: z.string().min(1),
  decimals: z.int().min(0).max(6),
  direction: z.enum(['more', 'less', 'neither']),
  /**
   * How it comes together. `sum`: over subjects and months. `last`: a stock, over subjects; of a year, its end.
   * `weighted`: by another indicator. `ratio`: Σ above / Σ below, never a mean of ratios.
   */
  aggregation: z.enum(['sum', 'last', 'weighted', 'ratio']),
  weight: z.string().optional(),
  above: z.string().optional(),
  below: z.string().optional(),
  accumulation: z.enum(['single', 'cumulative']),
  /** 1—2月合并报送 by the calendar of the statistics offices. */
  januaryExempt: z.boolean().default(false),
  department: z.string().min(1),
  owner: z.string().min(1),
  editions: z.array(Edition).min(1),
});
export type Indicator = z.infer<typeof Indicator>;

/** The edition that holds in a period: the newest that began by then; before all of them, the first. */
export const editionAt = ({ editions }: Indicator, period: string): z.infer<typeof Edition> => {
  const begun = editions.filter(({ since }) => Number(since) <= yearOf(period));
  return (begun.at(-1) ?? editions[0]) as z.infer<typeof Edition>;
};

/** Σ above / Σ below in the indicator's base unit. */
export function ratioOf(
  indicator: Indicator,
  above: { readonly value: Value; readonly base: string },
  below: { readonly value: Value; readonly base: string },
): Value {
  if (isMissing(above.value)) return above.value;
  if (isMissing(below.value)) return below.value;
  const [top, bottom, wanted] = [units.parse(above.base), units.parse(below.base), units.parse(indicator.base)];
  if (top === null || bottom === null || wanted === null) return missing('not-applicable', [indicator.base]);
  const quotient = ratio(above.value, below.value);
  if (isMissing(quotient)) return quotient;
  return quotient
    .times(top.above)
    .times(bottom.below)
    .times(wanted.below)
    .div(top.below.times(bottom.above).times(wanted.above));
}

export type Typed =
  | { readonly value: Decimal }
  | { readonly hole: Missing['missing'] }
  | { readonly refused: 'number' | 'unit' | 'empty' };

const holes = new Map<string, Missing['missing']>(
  (Object.keys(missingReasons) as Missing['missing'][]).flatMap((id) => [
    [id, id],
    [missingReasons[id].zh, id],
  ]),
);

const plainNumber = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const longestNumber = 40;

/** What somebody typed, in the base unit of the indicator; “未报送” and the like are holes with their reason. */
export function readTyped(indicator: Indicator, typed: string, unit: string): Typed {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { refused: 'empty' };
  const hole = holes.get(text);
  if (hole !== undefined) return { hole };
  if (!plainNumber.test(text) || text.length > longestNumber) return { refused: 'number' };
  const digits = text.replaceAll(',', '');
  if (unit === indicator.base) return { value: new Decimal(digits) };
  const amount = amountOf(digits, unit);
  const base = units.parse(indicator.base);
  const converted = amount === null || base === null ? null : convert(amount, base);
  return converted === null ? { refused: 'unit' } : { value: converted.value };
}

const factors = new WeakMap<Indicator, Decimal>();

/** How many base units one of the written unit is: 10,000 of 万元 in 元. */
function factorOf(indicator: Indicator): Decimal {
  const known = factors.get(indicator);
  if (known !== undefined) return known;
  const base = units.parse(indicator.base);
  const amount = amountOf('1', indicator.unit);
  const factor = (amount !== null && base !== null && convert(amount, base)?.value) || new Decimal(1);
  factors.set(indicator, factor);
  return factor;
}

const Precise = Decimal.clone({ precision: 60 });

/** A value of the base unit as the office writes it: in its unit, with its decimals. */
export const shownIn = (indicator: Indicator, value: Decimal): string =>
  round(new Precise(value).div(factorOf(indicator)), indicator.decimals).toFixed(indicator.decimals);

export const aggregations = {
  sum: { zh: '求和', en: 'sum' },
  last: { zh: '期末数', en: 'at the end' },
  weighted: { zh: '加权平均', en: 'weighted mean' },
  ratio: { zh: '分子之和÷分母之和', en: 'sum over sum' },
} as const satisfies Record<Indicator['aggregation'], { zh: string; en: string }>;

export const directions = {
  more: { zh: '越大越好', en: 'more is better' },
  less: { zh: '越小越好', en: 'less is better' },
  neither: { zh: '不论大小', en: 'neither' },
} as const satisfies Record<Indicator['direction'], { zh: string; en: string }>;
