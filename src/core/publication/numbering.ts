import { type DocumentBlock, plainText } from './document.ts';

const digits = '零一二三四五六七八九';

/** 1 … 99 in Chinese, as headings are counted. */
export function chineseNumber(value: number): string {
  if (value < 10) return digits[value] as string;
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}十${value % 10 > 0 ? digits[value % 10] : ''}`;
}

/** GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）. */
const levels = [
  { typed: /^[一二三四五六七八九十]+、/, write: (n: number) => `${chineseNumber(n)}、` },
  { typed: /^[（(][一二三四五六七八九十]+[）)]/, write: (n: number) => `（${chineseNumber(n)}）` },
  { typed: /^\d{1,2}[.．](?!\d)/, write: (n: number) => `${n}.` },
  { typed: /^[（(]\d{1,2}[）)]/, write: (n: number) => `（${n}）` },
] as const;

/** The level that a typed number says; null without one. */
export function levelOfNumber(text: string): number | null {
  const found = levels.findIndex(({ typed }) => typed.test(text));
  return found < 0 ? null : found + 1;
}

export const isNumbered = (text: string): boolean =>
  levelOfNumber(text) !== null || /^第[一二三四五六七八九十]+[章节条]/.test(text);

/** Numbers the headings where the writer numbered none; a text that has its own numbers keeps them. */
export function numberHeadings(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const isOwn = blocks.some((block) => block.kind === 'heading' && isNumbered(plainText(block.content)));
  if (isOwn) return [...blocks];
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const { level, content } = block;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    const number = levels[level - 1]?.write(counts[level - 1] as number) ?? '';
    const [first] = content;
    const rest = typeof first === 'string' ? [number + first, ...content.slice(1)] : [number, ...content];
    return { ...block, content: rest };
  });
}
