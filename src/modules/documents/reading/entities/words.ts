/** A list of words, asked where one of them starts or ends in a text; the longest one counts. */
export interface WordList {
  /** Length of the longest word that starts at an offset, 0 for none. */
  readonly startingAt: (text: string, offset: number) => number;
  /** Length of the longest word that ends before an offset, 0 for none. */
  readonly endingAt: (text: string, offset: number) => number;
  readonly has: (word: string) => boolean;
}

export function wordList(words: Iterable<string>): WordList {
  const all = new Set([...words].filter((word) => word !== ''));
  const longestFirst = [...all].sort((a, b) => b.length - a.length);
  const byFirst = groupBy(longestFirst, (word) => word[0] as string);
  const byLast = groupBy(longestFirst, (word) => word.at(-1) as string);
  return {
    startingAt: (text, offset) =>
      byFirst.get(text[offset] ?? '')?.find((word) => text.startsWith(word, offset))?.length ?? 0,
    endingAt: (text, offset) =>
      byLast.get(text[offset - 1] ?? '')?.find((word) => endsAt(text, word, offset))?.length ?? 0,
    has: (word) => all.has(word),
  };
}

const endsAt = (text: string, word: string, offset: number): boolean =>
  offset >= word.length && text.startsWith(word, offset - word.length);

function groupBy(words: readonly string[], key: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(key(word));
    if (group === undefined) groups.set(key(word), [word]);
    else group.push(word);
  }
  return groups;
}

/** What is left of a text when every listed word is taken out, from left to right. */
export function residue(text: string, words: WordList): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const length = words.startingAt(text, at);
    if (length > 0) at += length;
    else rest += text[at++];
  }
  return rest;
}
