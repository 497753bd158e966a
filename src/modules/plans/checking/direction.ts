import words from './indicator-words.json' with { type: 'json' };

interface Worded {
  readonly word: string;
  readonly only?: readonly string[];
  readonly not?: readonly string[];
}

const says = (name: string, { word, only, not }: Worded): boolean =>
  name.includes(word) &&
  (only === undefined || only.some((each) => name.includes(each))) &&
  !(not ?? []).some((each) => name.includes(each));

/** Work of one year — 改造老旧小区, 新增就业 — is no stock that has to grow from year to year. */
export const isFlow = (name: string): boolean => words.flows.some((word) => name.includes(word));

/** “单位GDP能耗下降”, “排放总量减少率”: what is measured is the way down, and more of it is better. */
const wayDown = /(?:下降|降低|减少|削减|压减|降幅)(?:率|幅度|比例)?(?:[（(].*)?$/;

/** Whether more or less of an indicator is better; null where it depends. */
export function directionOf(name: string): 'more' | 'less' | null {
  if (wayDown.test(name) && (words.lessIsBetter as readonly Worded[]).some((each) => says(name, each))) return 'more';
  if ((words.lessIsBetter as readonly Worded[]).some((each) => says(name, each))) return 'less';
  if (words.moreWantedShares.some((word) => name.includes(word)) && !/煤/.test(name)) return 'more';
  if ((words.neutral as readonly Worded[]).some((each) => says(name, each))) return null;
  return 'more';
}
