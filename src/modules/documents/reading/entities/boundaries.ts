import vocabulary from '../../vocabulary/boundary-words.json' with { type: 'json' };
import { regionStartingAt } from './regions.ts';
import { wordList } from './words.ts';

const verbs = wordList(vocabulary.verbs);
const particles = wordList(vocabulary.particles);

/** Whether a verb of undertaking (推进, 依托 …) starts at an offset: its length, else 0. */
export const verbStartingAt = verbs.startingAt;
export const verbEndingAt = verbs.endingAt;

const isNameCharacter = (char: string): boolean => /[\u4e00-\u9fff\p{L}\p{N}•·*○〇-]/u.test(char);

/** “（云河）” inside a name; “（二）” and “（3）” number an item. */
const isPlaceInBrackets = (text: string): boolean =>
  /^[（(](?![一二三四五六七八九十]+[）)])[\u4e00-\u9fff]{1,9}[）)]$/u.test(text);

/** How far left from `end` a name can reach: to punctuation, except a place in brackets (“甲（乙县）公司”). */
export function hardStart(text: string, end: number, longest = 40): number {
  let at = end;
  while (at > 0 && end - at < longest) {
    const char = text[at - 1] as string;
    if (char === '）' || char === ')') {
      const open = Math.max(text.lastIndexOf('（', at - 1), text.lastIndexOf('(', at - 1));
      if (open < 0 || at - open > 12 || !isPlaceInBrackets(text.slice(open, at))) break;
      at = open;
    } else if (char === ' ' && /[\p{Script=Latin}\d]/u.test(text[at - 2] ?? '')) at--;
    else if (isNameCharacter(char)) at--;
    else break;
  }
  return at;
}

/**
 * Where the name that ends at `end` begins, at `from` or after the last verb or particle that leaves a name behind.
 * `names` judges what would be left. A region just before a particle keeps both in the name (某县和兴公司).
 */
export function nameStart(text: string, from: number, end: number, names: (rest: string) => boolean): number {
  let start = from;
  for (let at = from; at < end; ) {
    const length = verbs.startingAt(text, at) || particleAt(text, start, at);
    const leads = at === start && !'和向为及于'.includes(text[at] as string);
    if (length === 0 || !(leads || names(text.slice(at + length, end)))) at++;
    else {
      at += length;
      start = at;
    }
  }
  return start;
}

function particleAt(text: string, start: number, at: number): number {
  const length = particles.startingAt(text, at);
  if (length === 0) return 0;
  const region = regionStartingAt(text, start);
  // The name begins with its region, so a particle soon after it is part of the trade name.
  return region > 0 && at > start && at - start - region <= 1 && '和与为及'.includes(text[at] as string) ? 0 : length;
}

/** Whether what follows an offset ends a name: punctuation, a verb, a particle, or the end. */
export const endsName = (text: string, at: number): boolean =>
  at >= text.length ||
  !isNameCharacter(text[at] as string) ||
  verbs.startingAt(text, at) > 0 ||
  particles.startingAt(text, at) > 0;
