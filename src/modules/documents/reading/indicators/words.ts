import vocabulary from '../../vocabulary/indicator-nouns.json' with { type: 'json' };
import { type WordList, wordList } from '../entities/words.ts';

/** The first place from `from` to `to` where a word of the list stands; `to` without one. */
export function firstOf(list: WordList, text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (list.startingAt(text, at) > 0) return at;
  return to;
}

/** The last place of a text where a word of the list stands; -1 without one. */
export function lastOf(list: WordList, text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (list.startingAt(text, at) > 0) return at;
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
export const isMeasure = (name: string): boolean => measures.endingAt(name, name.length) > 0;
