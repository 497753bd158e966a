import type { PeriodMention, Sentence } from '../reading.ts';

/** Figures or periods that share one lead are joined only by 、 and 和. */
export const joined = /^[\s、和与及]+$/;

/** “比2005年”, “较上年” say what a figure is compared with, not when it is. */
export const dates = (text: string, { start, relation }: PeriodMention): boolean =>
  relation !== 'since' && !/(?:[^占对]比|较)\s*$/.test(text.slice(Math.max(0, start - 2), start));

/** “从2020年的100亿元提高到…”: the year where it starts is that of the first figure alone. */
const isStart = (text: string, { start, end }: PeriodMention, at: number): boolean =>
  /[从由自]/.test(text.charAt(start)) && /[\d一二三四五六七八九十百]/.test(text.slice(end, at));

/** “近十年” holds for its own sentence only. */
export const isKept = (text: string, { start }: PeriodMention): boolean =>
  !/^(?:近|最近|过去|未来|今后|从|由|自)/.test(text.slice(start, start + 2));

export function periodBefore(
  text: string,
  { periods }: Sentence,
  at: number,
  place: number,
  places: number,
): PeriodMention | null {
  const said = periods.filter((period) => period.end <= at && dates(text, period) && !isStart(text, period, at));
  // “2023年、2024年分别达到…”: one period for each figure.
  if (places > 1 && said.length >= places) {
    const last = said.slice(-places);
    const listed = last.every((each, i) => i === 0 || joined.test(text.slice(last[i - 1]?.end, each.start)));
    if (listed) return last[place] ?? null;
  }
  return said.at(-1) ?? null;
}
