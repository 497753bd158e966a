import { Decimal } from 'decimal.js';
import * as z from 'zod';
import { Day } from '../day.ts';
import { type Missing, missing, missingReasons } from '../missing.ts';
import type { Label } from '../text.ts';

/** Shares of shares keep enough digits that no boundary is crossed by rounding. */
const Exact = Decimal.clone({ precision: 60 });
export const exact = (value: Decimal.Value): Decimal => new Exact(value);

/** What a rule reads and gives: a number, yes or no, a word of a list, a day as text, words, or a hole with its reason. */
export type Fact = Decimal | boolean | string | readonly string[] | Missing;

export const factKinds = {
  number: { zh: '数', en: 'number' },
  truth: { zh: '是否', en: 'yes or no' },
  word: { zh: '选项', en: 'word' },
  day: { zh: '日期', en: 'day' },
  words: { zh: '多项', en: 'words' },
} as const satisfies Record<string, Label>;
export type FactKind = keyof typeof factKinds;

export const isHole = (fact: Fact): fact is Missing => typeof fact === 'object' && 'missing' in fact;

const reasons = Object.keys(missingReasons) as [Missing['missing'], ...Missing['missing'][]];
const Hole = z.object({ missing: z.enum(reasons), because: z.array(z.string()).optional() });

/** A fact as it is stored and sent: numbers as decimal text, so that no digit is lost. */
export const Shown = z.union([
  z.object({ number: z.string() }),
  z.object({ truth: z.boolean() }),
  z.object({ word: z.string() }),
  z.object({ words: z.array(z.string()) }),
  Hole,
]);
export type Shown = z.infer<typeof Shown>;

export function show(fact: Fact): Shown {
  if (fact instanceof Decimal) return { number: fact.toSignificantDigits(40).toFixed() };
  if (typeof fact === 'boolean') return { truth: fact };
  if (typeof fact === 'string') return { word: fact };
  if (isHole(fact)) return { missing: fact.missing, ...(fact.because && { because: [...fact.because] }) };
  return { words: [...fact] };
}

/** At most six decimals on a page; what was cut is marked. */
export function sayNumber(value: Decimal): string {
  const short = value.toDecimalPlaces(6);
  return `${short.eq(value) ? '' : '≈'}${short.toFixed()}`;
}

const parsers: Readonly<Record<FactKind, (raw: unknown) => Fact | undefined>> = {
  number: (raw) => {
    const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim().replaceAll(',', '') : '';
    return /^[+-]?\d+(\.\d+)?$/.test(text) ? exact(text) : undefined;
  },
  truth: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  word: (raw) => (typeof raw === 'string' && raw !== '' ? raw : undefined),
  day: (raw) => Day.safeParse(raw).data,
  words: (raw) => z.array(z.string().min(1)).max(500).safeParse(raw).data,
};

/** What came from outside as a fact of the kind; nothing given is “not reported”, and undefined is a mistake. */
export function readFact(kind: FactKind, raw: unknown): Fact | undefined {
  if (raw === undefined || raw === null || raw === '') return missing('not-reported');
  const hole = Hole.safeParse(raw).data;
  if (hole !== undefined) return missing(hole.missing, hole.because);
  return parsers[kind](raw);
}
