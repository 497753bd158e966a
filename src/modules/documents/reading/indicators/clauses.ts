import type { Span } from '../../../../core/document.ts';
import type { Quantity } from '../reading.ts';
import { falls, firstOf, keepWhole, links, measures, nounStops, openings, rises } from './words.ts';

const blank = (each: string) => each === ' ' || each === '\u3000' || each === '\u00a0';
const clauseEnds = '，；：。！？,;:';

const clauseMark = new Uint8Array(0x10000);
for (const each of clauseEnds) clauseMark[each.charCodeAt(0)] = 1;
for (const each of '（(') clauseMark[each.charCodeAt(0)] = 2;
for (const each of '）)') clauseMark[each.charCodeAt(0)] = 3;

/** Where the clauses of a sentence begin: after ，；： outside brackets. */
export function clauseStarts(text: string): number[] {
  const starts = [0];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = clauseMark[text.charCodeAt(at)];
    if (mark === 0) continue;
    if (mark === 2) depth++;
    else if (mark === 3) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !betweenDigits(text, at)) starts.push(at + 1);
  }
  return starts;
}

const betweenDigits = (text: string, at: number) => /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

export const trimmed = (text: string, { start, end }: Span): Span => {
  let [a, b] = [start, end];
  while (a < b && blank(text.charAt(a))) a++;
  while (b > a && blank(text.charAt(b - 1))) b--;
  return { start: a, end: b };
};

const closing = '、，；：。“”‘’"（）()《》〈〉—-~';

/** Takes the words that link a name to its number (达到, 为, 共有) off the end of a stretch. */
export function withoutLinks(
  text: string,
  { start, end }: Span,
  periods: readonly Span[] = [],
): { span: Span; linked: boolean } {
  let to = end;
  let linked = false;
  for (;;) {
    const at = trimmed(text, { start, end: to }).end;
    const length = links.endingAt(text, at);
    // “甲科技、乙智能2家”: right before a number 能 ends a name; it links only before a verb.
    if (length === 1 && at === end && text[at - 1] === '能') return { span: { start, end: at }, linked };
    // 产能 and 工业 end in words that link as well.
    if (length > 0 && (measures.endingAt(text, at) > length || /[签违契条公]约$/.test(text.slice(at - 2, at))))
      return { span: { start, end: at }, linked };
    // “总产值从2020年的100亿元…”: the year of the first figure is no part of the name.
    const dated = text[at - 1] === '的' ? at - 1 : at;
    const period = periods.find((each) => (each.end === dated || each.end === at) && each.start >= start);
    if (period !== undefined) {
      to = movedTo(text, period.start, start);
      linked = true;
      continue;
    }
    // “占比由1.2%提高到…”: the name stands before 由.
    if (
      at === end &&
      at - 1 > start &&
      startsMove.test(text.slice(at - 2, at)) &&
      moves.test(text.slice(end, end + 24))
    ) {
      to = at - 1;
      linked = true;
      continue;
    }
    if (length > 0 && at - length >= start) {
      to = at - length;
      linked = true;
    } else if (at > start && closing.includes(text.charAt(at - 1)) && !/[）)]/.test(text.charAt(at - 1))) {
      to = at - 1;
    } else return { span: { start, end: at }, linked };
  }
}

const moves = /^[^，；。]{1,14}(?:[增升降]|提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩短|发展|拓展)[到至]/;
const startsMove = /[^自理因缘]由$|[^服遵听依顺]从$|[^各来独]自$/;

/** “增加到2020年的…”: the verb that moves a figure to its year is no part of a name. */
function movedTo(text: string, at: number, start: number): number {
  if (!/[到至]/.test(text.charAt(at))) return at;
  const length = Math.max(
    rises.endingAt(text, at),
    falls.endingAt(text, at),
    /[发拓]展$/.test(text.slice(at - 2, at)) ? 2 : 0,
  );
  return at - length >= start ? at - length : at;
}

/** 中, 内 and 前 close a phrase of time; where nothing stands before them they begin a name. */
const isFirstOfName = (text: string, at: number, start: number): boolean =>
  '中内初末底前后时'.includes(text.charAt(at)) &&
  (at === start ? !/[年月日期间度]/.test(text.charAt(at - 1)) : /[，、；：）)\s]/.test(text.charAt(at - 1)));

export interface Skipped {
  readonly start: number;
  /** Words taken off: verbs and adverbs tell target from fact, 累计 and 其中 change the name. */
  readonly words: string;
}

/** Takes conjunctions, verbs, periods and the subject off the start of a stretch, up to the noun. */
export function withoutOpenings(
  text: string,
  { start, end }: Span,
  periods: readonly Span[],
  subjectAt: (at: number) => number,
): Skipped {
  let at = start;
  for (;;) {
    at = trimmed(text, { start: at, end }).start;
    const period = periods.find((each) => each.start <= at && each.end > at);
    if (period !== undefined && period.end <= end) {
      at = period.end;
      continue;
    }
    if (at >= end) return { start: end, words: text.slice(start, end) };
    const number = /^[（(][一二三四五六七八九十\d]{1,3}[)）]/.exec(text.slice(at, at + 5));
    if (number !== null) {
      at += number[0].length;
      continue;
    }
    if (closing.includes(text.charAt(at)) && !/[（(]/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const subject = subjectAt(at);
    if (subject > 0 && at + subject <= end) {
      at += subject;
      continue;
    }
    if (keepWhole.startingAt(text, at) > 0) break;
    const length = openings.startingAt(text, at);
    if (length === 0 || at + length > end || (length === 1 && isFirstOfName(text, at, start))) break;
    at += length;
  }
  return { start: at, words: text.slice(start, at) };
}

/** A list separated by 、和及与: the places of its parts, brackets left whole. */
export function listed(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const each = text.charAt(at);
    if (each === '（' || each === '(') depth++;
    if (each === '）' || each === ')') depth--;
    if (depth !== 0 || !'、和与及'.includes(each)) continue;
    if (at > from) parts.push(trimmed(text, { start: from, end: at }));
    from = at + 1;
  }
  if (end > from) parts.push(trimmed(text, { start: from, end }));
  return parts;
}

const nounEnds = '，。；：、（(“”《》！？,;:';

/** The noun that a number counts when it follows: “24户|规上企业”, “3家具有竞争力的|龙头企业”. */
export function nounAfter(text: string, quantity: Quantity, next: Quantity | undefined): Span {
  let from = quantity.end;
  while (blank(text.charAt(from)) || text.charAt(from) === '的') from++;
  let end = from;
  while (end < text.length && !nounEnds.includes(text.charAt(end))) end++;
  const limit = clauseEnd(text, from);
  // What stands before 的 only describes: the noun comes after it, also past another figure.
  const described = text.lastIndexOf('的', end - 1);
  if (described > from && described < end - 1) from = described + 1;
  else if (next !== undefined && next.start < limit && /[、]/.test(text.slice(end, next.start))) {
    const beyond = text.indexOf('的', next.end);
    if (beyond > 0 && beyond < limit && !text.slice(next.end, beyond).includes('、') && describes(text, from, end)) {
      from = beyond + 1;
      end = from;
      while (end < text.length && !nounEnds.includes(text.charAt(end))) end++;
    }
  }
  if (next !== undefined && next.start > from && next.start < end) end = beforeJoint(text, from, next.start);
  const stop = firstOf(nounStops, text, from + 1, end);
  return trimmed(text, { start: from, end: Math.min(end, stop, from + 30) });
}

const describes = (text: string, from: number, end: number) =>
  /^(?:具有|拥有|年|主营|营业|产值|收入|投资|达到|符合)/.test(text.slice(from, end));

function clauseEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !clauseEnds.includes(text.charAt(at))) at++;
  return at;
}

const beforeJoint = (text: string, from: number, at: number): number => {
  const joint = /[和与及并、]/g;
  joint.lastIndex = from;
  const found = joint.exec(text);
  return found !== null && found.index < at ? found.index : at;
};
