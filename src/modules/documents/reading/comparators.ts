import type { Comparator } from '../extraction.ts';
import vocabulary from '../vocabulary/comparators.json' with { type: 'json' };

interface Before {
  readonly word: string;
  readonly comparator: Comparator;
  readonly notAfter: string;
  readonly magnitudeOnly: boolean;
}

/** By their last character, longest first. */
const before = new Map<string, Before[]>();
for (const entry of vocabulary.before) {
  const last = entry.word.at(-1) as string;
  const { word, notAfter = '', magnitudeOnly = false } = entry as Partial<Before> & { word: string };
  const known = { word, comparator: entry.comparator as Comparator, notAfter, magnitudeOnly };
  before.set(
    last,
    [...(before.get(last) ?? []), known].sort((a, b) => b.word.length - a.word.length),
  );
}

const after = new Map<string, { word: string; comparator: Comparator }[]>();
for (const { word, comparator } of vocabulary.after) {
  const first = word[0] as string;
  after.set(first, [...(after.get(first) ?? []), { word, comparator: comparator as Comparator }]);
}

/** 余, 多 and 几 between a number and its unit. */
export const infixes: ReadonlyMap<string, Comparator> = new Map(
  vocabulary.infix.map(({ word, comparator }) => [word, comparator as Comparator]),
);

/** The comparator word that ends where a number starts. 过 and 上 compare only orders of magnitude (过亿, 上百). */
export function comparatorBefore(
  text: string,
  at: number,
  magnitude: boolean,
): { start: number; comparator: Comparator } | null {
  let end = at;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\u3000')) end--;
  for (const { word, comparator, notAfter, magnitudeOnly } of before.get(text.charAt(end - 1)) ?? []) {
    const start = end - word.length;
    if (start < 0 || !text.startsWith(word, start) || (magnitudeOnly && !magnitude)) continue;
    if (start > 0 && notAfter.includes(text.charAt(start - 1))) continue;
    return { start, comparator };
  }
  return null;
}

/** The comparator word that follows a unit: 以上, 左右, 以内. */
export function comparatorAfter(text: string, at: number): { end: number; comparator: Comparator } | null {
  for (const { word, comparator } of after.get(text.charAt(at)) ?? []) {
    if (text.startsWith(word, at)) return { end: at + word.length, comparator };
  }
  return null;
}
