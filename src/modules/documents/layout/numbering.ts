/** The numbers that Chinese official documents put before headings and items, from the highest to the lowest. */
export type Family =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'annex'
  | 'chinese'
  | 'chinese-bracket'
  | 'decimal'
  | 'arabic'
  | 'arabic-bracket'
  | 'circled'
  | 'latin'
  | 'bullet';

export interface Marker {
  readonly family: Family;
  /** Order among the families; 1.1 and 1.1.1 follow 1. */
  readonly rank: number;
  /** As printed, without the blanks after it. */
  readonly printed: string;
  /** Its count in the family; null where none is said. */
  readonly value: number | null;
  /** Length in the line, with the blanks after it. */
  readonly length: number;
}

const chinese = '[〇零一二三四五六七八九十百]';
const count = `(?:${chinese}{1,4}|\\d{1,3})`;

/** GB/T 9704—2012, 7.3.3 for 一、（一）1.（1）; the others as plans and reports use them. */
const families: readonly { family: Family; rank: number; pattern: RegExp }[] = [
  { family: 'part', rank: 1, pattern: new RegExp(`^第\\s*(${count})\\s*(?:部分|篇|编)[\\s、:：]*`) },
  {
    family: 'annex',
    rank: 1,
    pattern: new RegExp(`^附\\s*[件表录]\\s*(${count})?\\s*(?:[:：.．]|(?=\\s|$|[^\\d：:]))\\s*`),
  },
  { family: 'chapter', rank: 2, pattern: new RegExp(`^第\\s*(${count})\\s*章[\\s、:：]*`) },
  { family: 'section', rank: 3, pattern: new RegExp(`^第\\s*(${count})\\s*节[\\s、:：]*`) },
  { family: 'article', rank: 3.5, pattern: new RegExp(`^第\\s*(${count})\\s*条[\\s、:：]*`) },
  { family: 'chinese', rank: 4, pattern: new RegExp(`^(${chinese}{1,3})\\s*[、．.]\\s*`) },
  { family: 'chinese-bracket', rank: 5, pattern: new RegExp(`^[（(]\\s*(${chinese}{1,3})\\s*[）)]\\s*[、．.]?\\s*`) },
  {
    family: 'decimal',
    rank: 6,
    pattern:
      /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?:[.．、]?\s+|、|(?=\p{Script=Han})(?![亿万千百元吨平公米个家户年月日倍度亩人]))(?=[\p{Script=Han}“《A-Za-z])/u,
  },
  { family: 'arabic', rank: 6, pattern: /^(\d{1,2})\s*(?:[、．]|\.(?!\d))\s*/ },
  { family: 'arabic-bracket', rank: 7, pattern: /^(?:[（(]\s*(\d{1,2})\s*[）)]|(\d{1,2})\s*[）)])\s*[、．.]?\s*/ },
  { family: 'circled', rank: 8, pattern: /^([①-⑳⑴-⒇❶-❿])\s*/ },
  { family: 'latin', rank: 9, pattern: /^(?:([a-zA-Z])\s*[.、．)）]\s*|([a-z])\s+)(?=\p{Script=Han})/u },
  { family: 'bullet', rank: 10, pattern: /^(?:——|--|—|－|-|[•●■◆★▪▶◇○□➢✓·∙])\s*(?=[^\d\s-])/ },
];

const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const));

/** 二十三 → 23, up to 999. */
export function chineseCount(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const each of text.replaceAll('〇', '零')) {
    if (each === '十' || each === '百') {
      total += (digit === 0 && each === '十' ? 1 : digit) * (each === '十' ? 10 : 100);
      digit = 0;
    } else {
      const value = digits.get(each);
      if (value === undefined) return null;
      digit = value;
    }
  }
  return total + digit;
}

function countOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  if (/^\d/.test(printed)) return Number(printed.split(/[.．]/).at(-1));
  const code = printed.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775;
  if (/^[a-z]$/i.test(printed)) return printed.toLowerCase().charCodeAt(0) - 96;
  return chineseCount(printed);
}

const bare = /^(\d{1,2})\s+(?=\p{Script=Han}[^\d，。；：、]{1,30}$)/u;

/** “3 总体要求”: a number that only a blank parts from the words, as documents with headings such as 3.1 have it. */
export function bareMarkerOf(text: string): Marker | null {
  const found = bare.exec(text);
  if (found === null) return null;
  const printed = found[1] as string;
  return { family: 'arabic', rank: 6, printed, value: Number(printed), length: found[0].length };
}

/** The number that a line begins with. */
export function markerOf(text: string): Marker | null {
  for (const { family, rank, pattern } of families) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const number = found[1] ?? found[2];
    const depth = family === 'decimal' ? (number as string).split(/[.．]/).length / 10 : 0;
    return { family, rank: rank + depth, printed: found[0].trim(), value: countOf(number), length: found[0].length };
  }
  return null;
}

const headingFamilies: ReadonlySet<Family> = new Set([
  'part',
  'annex',
  'chapter',
  'section',
  'chinese',
  'chinese-bracket',
]);
const itemFamilies: ReadonlySet<Family> = new Set(['article', 'circled', 'latin', 'bullet']);

/** Numbers that stand before headings wherever a short line allows it. */
export const isHeadingMarker = ({ family }: Marker): boolean => headingFamilies.has(family);

/** Numbers that stand before items only. */
export const isItemMarker = ({ family }: Marker): boolean => itemFamilies.has(family);

/** Whether one number follows the other in the same list. */
export const follows = (before: Marker, after: Marker): boolean =>
  before.family === after.family &&
  before.rank === after.rank &&
  before.value !== null &&
  after.value === before.value + 1;
