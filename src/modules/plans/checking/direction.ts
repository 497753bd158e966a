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

/** Whether more or less of an indicator is better; null where it depends. */
export function directionOf(name: string): 'more' | 'less' | null {
  if ((words.lessIsBetter as readonly Worded[]).some((each) => says(name, each))) return 'less';
  if (words.moreWantedShares.some((word) => name.includes(word)) && !/煤/.test(name)) return 'more';
  if ((words.neutral as readonly Worded[]).some((each) => says(name, each))) return null;
  return 'more';
}
