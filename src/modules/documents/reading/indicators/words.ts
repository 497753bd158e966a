import vocabulary from '../../vocabulary/indicator-nouns.json' with { type: 'json' };

/** A list of words to look up at the start or the end of a text: by first or last character, longest first. */
export interface WordList {
  /** Length of the longest word that the text has at `at`; 0 without one. */
  readonly at: (text: string, at: number) => number;
  /** Length of the longest word that ends at `end`; 0 without one. */
  readonly before: (text: string, end: number) => number;
}

export function wordList(words: readonly string[]): WordList {
  const first = new Map<string, string[]>();
  const last = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const [head, tail] = [word.charAt(0), word.charAt(word.length - 1)];
    first.set(head, [...(first.get(head) ?? []), word]);
    last.set(tail, [...(last.get(tail) ?? []), word]);
  }
  const longest = (a: string, b: string) => b.length - a.length;
  for (const index of [first, last]) for (const list of index.values()) list.sort(longest);
  return {
    at: (text, at) => first.get(text.charAt(at))?.find((word) => text.startsWith(word, at))?.length ?? 0,
    before: (text, end) =>
      last.get(text.charAt(end - 1))?.find((word) => word.length <= end && text.startsWith(word, end - word.length))
        ?.length ?? 0,
  };
}

/** The first place from `from` to `to` where a word of the list stands; `to` without one. */
export function firstOf(list: WordList, text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (list.at(text, at) > 0) return at;
  return to;
}

/** The last place of a text where a word of the list stands; -1 without one. */
export function lastOf(list: WordList, text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (list.at(text, at) > 0) return at;
  return -1;
}

export const measures = wordList(vocabulary.measures);
export const planned = wordList(vocabulary.planned);
export const notCounted = wordList(vocabulary.notCounted);
export const establish = wordList(vocabulary.establish);
export const links = wordList(vocabulary.links);
export const openings = wordList(vocabulary.openings);
export const keepWhole = wordList(vocabulary.keepWhole);
export const nounStops = wordList(vocabulary.nounStops);
export const rises = wordList(vocabulary.rises);
export const falls = wordList(vocabulary.falls);
export const growthAdverbs = wordList(vocabulary.growthAdverbs);
export const rewards = wordList(vocabulary.rewards);

/** 工业总产值, 覆盖率: a noun that itself asks for a figure. */
export const isMeasure = (name: string): boolean => measures.before(name, name.length) > 0;
