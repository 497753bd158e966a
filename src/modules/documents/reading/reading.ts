import type { Block, Prose, ReadDocument, Source, Span, TableBlock } from '../../../core/document.ts';
import { sourceOf, spanOf } from '../../../core/document.ts';
import type { Comparator, Extraction } from '../extraction.ts';

/** A number with its unit, as it stands in running text. Offsets count in the sentence's `prose.text`. */
export interface Quantity extends Span {
  /** The one value, or the two bounds of a range, as exact decimals in text (“1.5”); Chinese numerals resolved. */
  readonly values: readonly string[];
  /** As printed, multiples included: “万吨”, “亿元”, “%”, “万元/亩”, “家”; '' for a bare number. */
  readonly unit: string;
  readonly comparator: Comparator;
  /** count 六大, ordinal 第三, multiple 翻番 and 1.5倍 stay told apart from plain figures. */
  readonly form: 'plain' | 'multiple' | 'order-of-magnitude';
  /** Start of the number itself, without comparator words (超过, 约). */
  readonly digits: Span;
}

/** A year, span of years or month in running text. */
export interface PeriodMention extends Span {
  /** “2025”, “2016/2020”, “2026-03”; for 今年 and 十四五 already resolved against the document. */
  readonly period: string;
  /** until 2025 (到2025年), since (自2020年以来), in (2020年). */
  readonly relation: 'in' | 'until' | 'since';
}

/** A sentence of the document: up to 。！？； or the end of its block. */
export interface Sentence {
  readonly prose: Prose;
  readonly block: number;
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
}

/** A heading and the blocks below it: [from, to) in `document.blocks`. */
export interface Section {
  readonly heading: number;
  readonly title: string;
  readonly level: number;
  readonly parent: Section | null;
  readonly from: number;
  readonly to: number;
}

/** A document with everything that the reader found in it; what checks and pages work on. */
export interface Reading {
  readonly document: ReadDocument;
  readonly sections: readonly Section[];
  /** The innermost section of each block, by block index; null before the first heading. */
  readonly sectionOf: readonly (Section | null)[];
  readonly sentences: readonly Sentence[];
  readonly facts: Extraction;
}

export const blockOf = (reading: Reading, index: number): Block => reading.document.blocks[index] as Block;

export const tablesOf = ({ document }: Reading): TableBlock[] =>
  document.blocks.filter((block): block is TableBlock => block.kind === 'table');

/** The source of part of a sentence. */
export const sourceIn = (
  { document }: Pick<Reading, 'document'>,
  { prose }: Sentence,
  { start, end }: Span,
): Source => ({
  file: document.name,
  ...sourceOf(document, spanOf(prose, start, end)),
});
