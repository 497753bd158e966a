import { Decimal } from 'decimal.js';
import type { Label } from './text.ts';

export const missingReasons = {
  'not-reported': { zh: '未报送', en: 'not reported' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-stated': { zh: '文中未写明', en: 'not stated in the document' },
  'zero-denominator': { zh: '分母为零', en: 'the denominator is zero' },
  suppressed: { zh: '涉密或不公开', en: 'suppressed' },
} as const satisfies Record<string, Label>;

/** An absent figure and why. Zero, null and NaN never stand in for "no data". */
export interface Missing {
  readonly missing: keyof typeof missingReasons;
  readonly because?: readonly string[];
}

export type Value = Decimal | Missing;

export const missing = (reason: Missing['missing'], because?: readonly string[]): Missing =>
  because === undefined ? { missing: reason } : { missing: reason, because };

export const isMissing = (value: Value): value is Missing => !(value instanceof Decimal);

/** Numerator over denominator; a hole in either, or a zero below, is passed on with its reason. */
export function ratio(above: Value, below: Value): Value {
  if (isMissing(above)) return above;
  if (isMissing(below)) return below;
  return below.isZero() ? missing('zero-denominator') : above.div(below);
}

/** 同比增速, as a share (0.12 is 12 %). A base of zero has no growth rate, and the reader is told so. */
export function growth(now: Value, before: Value): Value {
  const quotient = ratio(now, before);
  return isMissing(quotient) ? quotient : quotient.minus(1);
}
