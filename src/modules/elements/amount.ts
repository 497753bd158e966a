import { Decimal } from 'decimal.js';
import { Problem } from '../../core/problem.ts';
import { convert, inBase, units } from '../../core/quantity.ts';
import type { ElementKind } from './kind.ts';

/** Sums of many months keep every digit. */
const Exact = Decimal.clone({ precision: 60 });
export const exact = (value: Decimal.Value): Decimal => new Exact(value);
export const zero = exact(0);

/** An amount as it is kept: in base units for whoever reads the table, and as typed, from which it is computed. */
export interface Typed {
  readonly amount: string;
  readonly typed: string;
  readonly unit: string;
}

const digitsOf = (typed: string): string => typed.normalize('NFKC').trim().replaceAll(',', '');

/** The amount in the unit of the element, exact; null where figure or unit is not understood, or it is not above zero. */
export function amountIn(kind: Pick<ElementKind, 'unit'>, typed: string, unit: string): Decimal | null {
  const digits = digitsOf(typed);
  const [from, to] = [units.parse(unit), units.parse(kind.unit)];
  if (!/^\d{1,15}(\.\d{1,6})?$/.test(digits) || from === null || to === null) return null;
  const amount = convert({ value: exact(digits), unit: from }, to);
  return amount === null || amount.value.lte(0) ? null : exact(amount.value);
}

/** Reads what was typed; refuses what is no amount of the element, and says how to write it. */
export function needAmountOf(kind: ElementKind, typed: string, unit: string): Typed {
  const amount = amountIn(kind, typed, unit);
  const parsed = units.parse(unit);
  if (amount === null || parsed === null)
    throw new Problem('element-amount', {
      element: kind.label.zh,
      elementEn: kind.label.en,
      typed: `${typed}${unit}`,
      unit: kind.unit,
    });
  const digits = digitsOf(typed);
  return { amount: inBase({ value: new Decimal(digits), unit: parsed }).toFixed(), typed: digits, unit };
}
