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

/** Compares rounded parts with a rounded whole; null when rounding explains the difference. */
export function discrepancy(parts: readonly string[], whole: string): Discrepancy | null {
  if (parts.length === 0 || meets(sum(alike(parts)), rounded(whole))) return null;
  const mixed = meets(sum(parts.map(rounded)), rounded(whole));
  const added = Decimal.sum(...parts);
  const total = new Decimal(whole);
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
