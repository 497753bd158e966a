import type { Finding } from '../../core/check.ts';

/** FNV-1a over UTF-16 units, twice with different bases: enough to tell some thousands of findings apart. */
function hash(text: string, basis: number): string {
  let value = basis;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}

/**
 * What a finding is, whatever line it stands on: its rule, the sentences in question without wraps, and the sum that
 * decides — one row of a table may be wrong in two columns.
 * It stays the same when the document is read again or text is added elsewhere.
 */
export function fingerprint({ rule, sources, arithmetic }: Pick<Finding, 'rule' | 'sources' | 'arithmetic'>): string {
  const quotes = sources.map(({ quote }) => quote.replace(/\s+/g, ''));
  const text = [rule, ...quotes, arithmetic ?? ''].join('\n');
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}
