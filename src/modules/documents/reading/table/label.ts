import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { narrow } from '../numerals.ts';
import { bracketUnit } from './heads.ts';

/** What stands before the figures of a row, without its number and unit. */
export interface Label {
  readonly name: string;
  readonly unit: string | null;
  readonly isTotal: boolean;
}

const number =
  /^(?:[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)、.．](?!\d)\s*|[①-⑳]\s*|其\s*中\s*[:：]?\s*|[#＃*※·•－-]\s*)+/;
const total = new RegExp(`(?:${words.totals.join('|')})$`);

export function labelOf(text: string): Label {
  const plain = narrow(text)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();
  const { text: withoutUnit, unit } = bracketUnit(plain.replace(number, ''));
  const name = withoutUnit
    .replace(/\s+/g, ' ')
    .replace(/[：:*※①-⑳]+$/, '')
    .trim();
  return { name, unit, isTotal: total.test(name.replace(/\s/g, '')) };
}
