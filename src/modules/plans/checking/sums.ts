import { Decimal } from 'decimal.js';
import { meets, rounded, show, sum } from './arithmetic.ts';

/** A whole that its parts do not make, in figures. */
export interface Discrepancy {
  readonly sum: Decimal;
  readonly total: Decimal;
  /** Parts minus whole. */
  readonly gap: Decimal;
  readonly arithmetic: string;
}

/** Compares rounded parts with a rounded whole; null when rounding explains the difference. */
export function discrepancy(parts: readonly string[], whole: string): Discrepancy | null {
  if (parts.length === 0 || meets(sum(parts.map(rounded)), rounded(whole))) return null;
  const added = Decimal.sum(...parts);
  const total = new Decimal(whole);
  const terms =
    parts.length <= 12 ? parts.join(' + ') : `${parts.slice(0, 11).join(' + ')} + …（共 ${parts.length} 项）`;
  const gap = added.minus(total);
  return { sum: added, total, gap, arithmetic: `${terms} = ${show(added)} ≠ ${whole}（差 ${show(gap.abs())}）` };
}

/** The words and numbers that every sum message shares. */
export const said = ({ sum: added, total, gap }: Discrepancy) => ({
  sum: show(added),
  total: show(total),
  gap: show(gap.abs()),
  direction: gap.isPositive() ? '多' : '少',
  over: gap.isPositive() ? 'more' : 'less',
});
