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
  const heads = ends(longestFirst, (word) => [word.charCodeAt(0), word.charCodeAt(1)]);
  const tails = ends(longestFirst, (word) => [word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2)]);
  return {
    startingAt: (text, offset) => {
      const code = text.charCodeAt(offset);
      if (!mayBe(heads, code)) return 0;
      const group = heads.pairs.get(pair(code, text.charCodeAt(offset + 1)));
      if (group !== undefined) {
        for (const word of group) if (text.startsWith(word, offset)) return word.length;
      }
      return heads.singles.has(code) ? 1 : 0;
    },
    endingAt: (text, offset) => {
      const code = text.charCodeAt(offset - 1);
      if (!mayBe(tails, code)) return 0;
      const group = tails.pairs.get(pair(code, text.charCodeAt(offset - 2)));
      if (group !== undefined) {
        for (const word of group) {
          if (offset >= word.length && text.startsWith(word, offset - word.length)) return word.length;
        }
      }
      return tails.singles.has(code) ? 1 : 0;
    },
    has: (word) => all.has(word),
  };
}

/** Words by the two characters at one of their ends: most places of a text are passed by one look at a bit. */
interface Ends {
  readonly bits: Uint8Array;
  readonly pairs: ReadonlyMap<number, readonly string[]>;
  readonly singles: ReadonlySet<number>;
}

const pair = (code: number, next: number): number => code * 0x10000 + (next | 0);

// NaN, the code of a place outside the text, has no bit.
const mayBe = ({ bits }: Ends, code: number): boolean =>
  ((bits[code >> 3] as number) & (1 << (code & 7))) !== 0 && code > 0;

function ends(words: readonly string[], key: (word: string) => [number, number]): Ends {
  const bits = new Uint8Array(0x2000);
  const pairs = new Map<number, string[]>();
  const singles = new Set<number>();
  for (const word of words) {
    const [code, next] = key(word);
    bits[code >> 3] = (bits[code >> 3] as number) | (1 << (code & 7));
    if (word.length === 1) {
      singles.add(code);
      continue;
    }
    const group = pairs.get(pair(code, next));
    if (group === undefined) pairs.set(pair(code, next), [word]);
    else group.push(word);
  }
  return { bits, pairs, singles };
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
