import type { DocumentFacts } from '../../extraction.ts';
import issuers from '../../vocabulary/issuers.json' with { type: 'json' };
import { narrow } from '../numerals.ts';
import { periodsIn } from '../periods.ts';

const reportKinds = new RegExp(`(?:${issuers.reportKinds.join('|')})(?:[（(][^（()）]*[)）])?$`);

/** Whether a document reports what was reached rather than what shall be: 公报, 通报, 总结. */
export const isReport = ({ title }: Pick<DocumentFacts, 'title'>): boolean => title !== null && reportKinds.test(title);

/**
 * The one year, quarter or month that a document is about, as its title says: “2025年……统计公报”, “2026年1—9月……通报”.
 * Null for plans over several years and for titles that name none or more.
 */
export function ownPeriodOf({ title, period }: Pick<DocumentFacts, 'title' | 'period'>): string | null {
  if (title === null || period !== null) return null;
  const text = narrow(title);
  const { periods } = periodsIn(text, { year: null, base: null });
  const [first, ...others] = periods.filter(({ end }) => !/^(?:远景|愿景|目标|版|修订)/.test(text.slice(end, end + 2)));
  return first === undefined || others.length > 0 || first.period.includes('/') ? null : first.period;
}
