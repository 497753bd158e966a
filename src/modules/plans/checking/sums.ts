import { Decimal } from 'decimal.js';
import { around, type Interval, lastDigit, meets, rounded, show, sum } from './arithmetic.ts';

/** A whole that its parts do not make, in figures. */
export interface Discrepancy {
  readonly sum: Decimal;
  readonly total: Decimal;
  /** Parts minus whole. */
  readonly gap: Decimal;
  readonly arithmetic: string;
  /** Rounding could explain it, but only if figures with fewer digits than their neighbours were rounded harder. */
  readonly mixed: boolean;
}

/** “24” beside “9.5” and “6.5” is most likely 24.0: each part as exact as the most exact one. */
function alike(parts: readonly string[]): Interval[] {
  const finest = Decimal.min(...parts.map(lastDigit)).div(2);
  return parts.map((part) => around(new Decimal(part), finest));
}

/** Things counted one by one are never rounded: 家, 户, 个, but not 万户. */
export const isExactCount = (dimension: string, unit: string): boolean =>
  dimension === 'count' && !/[十百千万亿]/.test(unit);

/**
 * Compares rounded parts with a rounded whole; null when rounding explains the difference.
 * @param exact whether parts and whole are counts, which nobody rounds
 */
export function discrepancy(parts: readonly string[], whole: string, exact = false): Discrepancy | null {
  if (parts.length === 0) return null;
  const added = Decimal.sum(...parts);
  const total = new Decimal(whole);
  if (exact ? added.eq(total) : meets(sum(alike(parts)), rounded(whole))) return null;
  const mixed = !exact && meets(sum(parts.map(rounded)), rounded(whole));
  const terms =
    parts.length <= 12 ? parts.join(' + ') : `${parts.slice(0, 11).join(' + ')} + …（共 ${parts.length} 项）`;
  const gap = added.minus(total);
  return { sum: added, total, gap, mixed, arithmetic: `${terms} = ${show(added)} ≠ ${whole}（差 ${show(gap.abs())}）` };
}

/** The words and numbers that every sum message shares. */
export const said = ({ sum: added, total, gap }: Discrepancy) => ({
  sum: show(added),
  total: show(total),
  gap: show(gap.abs()),
  direction: gap.isPositive() ? '多' : '少',
  over: gap.isPositive() ? 'more' : 'less',
});
