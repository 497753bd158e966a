import type { Span } from '../../../../core/document.ts';

const opening = '（(《“‘「【〔[';
const closing = '）)》”’」】〕]';

/** 1 opens a bracket, 2 closes one: every character of every list is asked. */
const bracket = new Uint8Array(0x10000);
for (const each of opening) bracket[each.charCodeAt(0)] = 1;
for (const each of closing) bracket[each.charCodeAt(0)] = 2;

/**
 * Cuts a stretch of text at separators that stand outside brackets and quotation marks.
 * 《甲、乙》 and （甲、乙） stay whole; an unclosed bracket swallows nothing beyond the stretch.
 */
export function splitOutside(text: string, { start, end }: Span, separators: string): Span[] {
  const parts: Span[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < end; at++) {
    const mark = bracket[text.charCodeAt(at)];
    if (mark === 1) depth++;
    else if (mark === 2) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(text.charAt(at))) {
      parts.push({ start: from, end: at });
      from = at + 1;
    }
  }
  parts.push({ start: from, end });
  return parts.map((part) => trimmed(text, part)).filter((part) => part.end > part.start);
}

/** A stretch without blanks, quotation marks or list dashes at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s，、。；：]/u.test(text[from] as string)) from++;
  while (to > from && /[\s，、。；：]/u.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

export const textIn = (text: string, { start, end }: Span): string => text.slice(start, end);

/** “和”, “及”, “与” outside brackets, each as the span of the word. */
export function conjunctions(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let depth = 0;
  for (let at = start; at < end; at++) {
    const mark = bracket[text.charCodeAt(at)];
    if (mark === 1) depth++;
    else if (mark === 2) depth = Math.max(0, depth - 1);
    if (depth > 0 || !'以和及与暨'.includes(text.charAt(at))) continue;
    const word = ['以及', '和', '及', '与', '暨'].find((each) => text.startsWith(each, at));
    if (word === undefined || at + word.length >= end || at === start) continue;
    found.push({ start: at, end: at + word.length });
    at += word.length - 1;
  }
  return found;
}
