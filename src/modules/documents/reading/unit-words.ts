import type { Units } from '../../../core/quantity.ts';
import vocabulary from '../vocabulary/numerals.json' with { type: 'json' };

const notBefore = new Map(Object.entries(vocabulary.unitNotBefore));
const needsAfter = new Map<string, readonly string[]>(Object.entries(vocabulary.needsAfter));
const skipBlank = (text: string, at: number): number => (text.charAt(at) === ' ' ? at + 1 : at);
const needsMagnitude = new Set(vocabulary.needsMagnitude);
const needsArabic = new Set(vocabulary.needsArabic);
const countableOne = new Set(vocabulary.countableOne);
const byFirst = new Map<string, string[]>();
for (const label of vocabulary.labelAfter) {
  const first = label[0] as string;
  byFirst.set(first, [...(byFirst.get(first) ?? []), label]);
}
const longestBefore = Math.max(...vocabulary.haveBefore.map(({ length }) => length));

/** What makes a number a name or a rank rather than a figure. */
export const labels = {
  /** 第三, 前十, 数十. */
  ordinalBefore: (text: string, at: number): boolean =>
    vocabulary.ordinalBefore.includes(text.charAt(at - 1)) &&
    !vocabulary.ordinalBeforeNot.includes(text.slice(Math.max(0, at - 2), at)),
  /** 数十, 几百: too vague for a figure. */
  vagueBefore: (text: string, at: number): boolean => vocabulary.vagueBefore.includes(text.charAt(at - 1)),
  /** 97号, 500强, 301国道, 21世纪. */
  after: (text: string, at: number): boolean =>
    (byFirst.get(text.charAt(at)) ?? []).some((label) => text.startsWith(label, at)),
  /** Units that Chinese numerals never count (三分, 四方面). */
  needsArabic: (unit: string): boolean => needsArabic.has(unit),
};

/** Whether a noun that is measured without a unit ends here: 容积率1.2. */
export const isUnitless = (before: string): boolean => vocabulary.unitlessNouns.some((noun) => before.endsWith(noun));

/** Whether “一” counts here: 现有一家 does, 一批 and 制定一项 do not. */
export function mayBeOne(text: string, at: number, unit: string): boolean {
  if (unit === '元' || /[年月天元亩吨米里克瓦时度%倍]$/.test(unit)) return unit.length > 1;
  if (!countableOne.has(unit)) return false;
  const before = text.slice(Math.max(0, at - longestBefore), at);
  return vocabulary.haveBefore.some((word) => before.endsWith(word));
}

function simpleEnd(text: string, at: number, units: Units): number {
  const end = units.endOfUnit(text, at);
  if (end === at) return at;
  const last = text.charAt(end - 1);
  const bare = end - at === 1;
  const next = text.charAt(end);
  // A one-character unit is often the first half of a word: 3成 but 成立, 5分 but 分别.
  if (bare && next !== '' && (notBefore.get(last) ?? '').includes(next)) return at;
  const nouns = bare ? needsAfter.get(last) : undefined;
  if (nouns !== undefined && !besideNoun(text, at, end, nouns)) return at;
  return bare && needsMagnitude.has(last) ? at : end;
}

/** “5所幼儿园”, “幼儿园5所”. */
function besideNoun(text: string, at: number, end: number, nouns: readonly string[]): boolean {
  const after = skipBlank(text, end);
  if (nouns.some((noun) => text.startsWith(noun, after))) return true;
  const before = text.slice(Math.max(0, at - 14), at).replace(/[\d\s一二两三四五六七八九十百]+$/, '');
  return nouns.some((noun) => before.endsWith(noun));
}

/** Where a unit, compound or not, ends: “万元/亩”, “元/平方米·年”, “吨/年”; `at` without one. */
export function endOfUnits(text: string, at: number, units: Units): number {
  let end = simpleEnd(text, at, units);
  if (end === at) return at;
  for (;;) {
    const joint = text.charAt(end);
    const slash = joint === '/' || joint === '／' || joint === '·' || (joint === '每' && text[end + 1] !== '年');
    if (!slash) return end;
    const next = simpleEnd(text, end + 1, units);
    if (next === end + 1) return end;
    end = next;
  }
}

/** Whether a unit begins here at all. */
export const takesUnit = (text: string, at: number): boolean => /^[%‰万亿元吨亩个家户]/.test(text.slice(at, at + 1));
