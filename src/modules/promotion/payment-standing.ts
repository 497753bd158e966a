import { Decimal } from 'decimal.js';
import type { Day } from '../../core/day.ts';
import type { Owed } from '../projects/owed-operations.ts';

/** The delivery that a payment lamp looks at: the oldest with something unpaid, or the last once all is paid. */
export interface Standing {
  readonly deliveredOn: Day;
  readonly agreedDays: number | null;
  /** Of this delivery, in 元 as exact text. */
  readonly unpaid: string;
  /** Of all deliveries, in 元 as exact text. */
  readonly allUnpaid: string;
}

/**
 * Payments settle the oldest delivery first. A negative delivery is a correction and settles like a payment.
 * Null where no delivery was recorded: nothing recorded is not nothing owed.
 */
export function standingOf(
  { payables, paid }: Pick<Owed, 'payables' | 'paid'> = { payables: [], paid: '0' },
): Standing | null {
  const delivered = payables
    .filter(({ amount }) => new Decimal(amount).gt(0))
    .sort((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : 1));
  const corrections = payables.reduce((sum, { amount }) => sum.plus(Decimal.min(amount, 0)), new Decimal(0));
  let rest = new Decimal(paid).minus(corrections);
  const open = delivered.map((each) => {
    const settled = Decimal.max(0, Decimal.min(rest, each.amount));
    rest = rest.minus(settled);
    return { ...each, unpaid: new Decimal(each.amount).minus(settled) };
  });
  const owing = open.find(({ unpaid }) => unpaid.gt(0)) ?? open.at(-1);
  if (owing === undefined) return null;
  const allUnpaid = open.reduce((sum, { unpaid }) => sum.plus(unpaid), new Decimal(0));
  const { deliveredOn, agreedDays, unpaid } = owing;
  return { deliveredOn, agreedDays, unpaid: unpaid.toFixed(), allUnpaid: allUnpaid.toFixed() };
}
