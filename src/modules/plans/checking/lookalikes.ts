import { isMisspelledAt } from './confusable.ts';
import { grouped } from './figures.ts';
import type { NameMention } from './names.ts';
import type { Passage } from './passages.ts';

export interface Lookalike {
  readonly known: string;
  readonly mention: NameMention;
}

/** What may stand before a name without being part of it. */
const cue = /(?:[^\p{Script=Han}]|以|由|和|与|及|对|向|鼓励|支持|依托|推动|推进|引导|促进|扶持|壮大|发挥|培育)$/u;

/** Stretches of text that look like a known name: its first or last two characters, and the rest easily confused. */
export function lookalikesOf(passages: readonly Passage[], names: readonly string[]): Lookalike[] {
  const byHead = grouped(names, (name) => name.slice(0, 2));
  const byTail = grouped(names, (name) => name.slice(-2));
  return passages.flatMap((passage) => {
    const { text } = passage.prose;
    const found: Lookalike[] = [];
    const test = (start: number, name: string) => {
      if (!isMisspelledAt(text, start, name)) return;
      const end = start + name.length;
      // A difference in the first character may be the end of a longer name: 甲精工 beside 京工.
      const opens = text[start] === name[0] || start === 0 || cue.test(text.slice(Math.max(0, start - 2), start));
      if (opens) found.push({ known: name, mention: { name: text.slice(start, end), passage, start, end } });
    };
    for (let at = 0; at + 1 < text.length; at++) {
      const two = text.slice(at, at + 2);
      for (const name of byHead.get(two) ?? []) test(at, name);
      for (const name of byTail.get(two) ?? []) test(at + 2 - name.length, name);
    }
    return found;
  });
}
