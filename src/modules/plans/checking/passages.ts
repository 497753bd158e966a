import type { Block, Prose, Source, Span } from '../../../core/document.ts';
import { sourceOf, spanOf } from '../../../core/document.ts';
import type { Reading, Section } from '../../documents/reading/reading.ts';

/** A stretch of running text: a heading, a paragraph, an item, or a cell of a table. */
export interface Passage {
  readonly reading: Reading;
  readonly block: number;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  readonly prose: Prose;
}

const remembered = new WeakMap<Reading, readonly Passage[]>();

function read(reading: Reading): Passage[] {
  return reading.document.blocks.flatMap((block: Block, index): Passage[] => {
    if (block.kind === 'furniture') return [];
    if (block.kind !== 'table') return [{ reading, block: index, kind: block.kind, prose: block.prose }];
    const cells = new Set(block.rows.flat().filter(({ text }) => text !== ''));
    return [...cells].map((cell) => ({
      reading,
      block: index,
      kind: 'cell',
      prose: { text: cell.text, runs: [[0, cell.start]] },
    }));
  });
}

/** All running text of a document, in order; found once. */
export function passagesOf(reading: Reading): readonly Passage[] {
  const known = remembered.get(reading);
  if (known) return known;
  const found = read(reading);
  remembered.set(reading, found);
  return found;
}

export const proseOf = (reading: Reading): readonly Passage[] =>
  passagesOf(reading).filter(({ kind }) => kind !== 'cell');

export const sourceAt = ({ document }: Reading, span: Span): Source => ({
  file: document.name,
  ...sourceOf(document, span),
});

export const sourceOfPart = ({ reading, prose }: Passage, start: number, end: number): Source =>
  sourceAt(reading, spanOf(prose, start, end));

export const sectionAt = ({ reading, block }: Pick<Passage, 'reading' | 'block'>): Section | null =>
  reading.sectionOf[block] ?? null;

export interface Match {
  readonly passage: Passage;
  readonly match: RegExpExecArray;
  readonly source: Source;
}

/** Every place where a pattern (with the g flag) stands in the given passages. */
export const matchesIn = (passages: readonly Passage[], pattern: RegExp): Match[] =>
  passages.flatMap((passage) =>
    [...passage.prose.text.matchAll(pattern)].map((match) => ({
      passage,
      match,
      source: sourceOfPart(passage, match.index, match.index + match[0].length),
    })),
  );

/** The sentence around a place in running text. */
export function sentenceAround(text: string, at: number): Span {
  const start = Math.max(...['。', '！', '？', '；', '\n'].map((mark) => text.lastIndexOf(mark, at - 1) + 1));
  const rest = text.slice(at).search(/[。！？；\n]/);
  return { start, end: rest < 0 ? text.length : at + rest + 1 };
}
