import type { PeriodMention, Sentence } from '../reading.ts';

/** Figures or periods that share one lead are joined only by 、 and 和. */
export const joined = /^[\s、和与及]+$/;

/** “比2005年”, “较上年” say what a figure is compared with, not when it is. */
export const dates = (text: string, { start, end, relation }: PeriodMention): boolean => {
  if (relation === 'since') return false;
  const before = text.slice(Math.max(0, start - 4), start);
  if (/(?:[^占对]比|较)\s*$|^比$/.test(before)) return false;
  if (/(?:成立|始建|建|创建|设立|批准|筹建|组建)于\s*$/.test(before)) return false;
  if (/(?:是|为|相当于|达到?)\s*$/.test(before) && timesOf.test(text.slice(end, end + 24))) return false;
  return relation === 'until' || !founded.test(text.slice(end, end + 24));
};

/** “是2015年的1.8倍”. */
const timesOf = /^[^，；。\d]*[\d.]+\s*倍/;
/** “2009年批准设立，…”: the year in which a place came to be. */
const founded =
  /^\s*(?:经|由|被|正式|获)?[^，；。\d]{0,10}?(?:批准|获批|批复|成立|设立|认定|命名|升级为|晋升|列入|纳入|组建)[^\d，；。]{0,16}[，；。]/;

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
