import { Decimal } from 'decimal.js';
import { type Day, daysBetween } from '../../../core/day.ts';
import type { Label } from '../../../core/text.ts';
import { todayHere } from '../../../web/register/show.ts';

/** 元 as an office reads it: 亿元 from one hundred million on, else 万元; “—” where nothing is known. */
export function sayMoney(yuan: string | null | undefined): string {
  if (yuan === null || yuan === undefined || yuan === '') return '—';
  const amount = new Decimal(yuan);
  const [unit, divisor] = amount.abs().gte(1e8) ? (['亿元', 1e8] as const) : (['万元', 1e4] as const);
  return `${amount.div(divisor).toDecimalPlaces(2).toNumber().toLocaleString('zh-CN')} ${unit}`;
}

/** A share as per cent, with one decimal. */
export const sayShare = (share: string | null): string =>
  share === null ? '—' : `${new Decimal(share).times(100).toDecimalPlaces(1).toFixed()}%`;

/** Days from a day until today; null where nobody knows the day. */
export const daysSince = (day: Day | null): number | null => (day === null ? null : daysBetween(day, todayHere()));

export const sayDays: Label = { zh: '{days} 天', en: '{days} d' };

/** From ids to the words of a label table, as options of a choice. */
export const optionsOf = (labels: Readonly<Record<string, Label>>, say: (label: Label) => string) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: say(label) }));
