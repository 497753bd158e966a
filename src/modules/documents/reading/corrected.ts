import { type Block, type Cell, type Span, spanOf, type TableBlock } from '../../../core/document.ts';
import type { Quantity, Reading, Sentence } from './reading.ts';

/** A figure that a person set right: what was read in which place, and what it says instead. */
export interface Correction extends Span {
  /** Digits as read, as in `IndicatorFact.printed`. */
  readonly was: string;
  readonly printed: string;
  readonly unit: string;
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** The last of several equal figures in a place: a fact's source ends with its figure. */
function lastIndex<T>(all: readonly T[], fits: (each: T) => boolean): number {
  for (let i = all.length - 1; i >= 0; i--) if (fits(all[i] as T)) return i;
  return -1;
}

function inSentence(sentence: Sentence, corrections: readonly Correction[]): Sentence {
  const { prose } = sentence;
  const whole = spanOf(prose, 0, prose.text.length);
  let quantities: Quantity[] | null = null;
  for (const correction of corrections) {
    if (correction.end <= whole.start || correction.start >= whole.end) continue;
    const at = lastIndex(
      sentence.quantities,
      ({ digits, values }) =>
        values.join('/') === correction.was && within(spanOf(prose, digits.start, digits.end), correction),
    );
    if (at < 0) continue;
    quantities ??= [...sentence.quantities];
    quantities[at] = { ...(quantities[at] as Quantity), values: correction.printed.split('/'), unit: correction.unit };
  }
  return quantities === null ? sentence : { ...sentence, quantities };
}

const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,%]/g, '');

function inTable(table: TableBlock, corrections: readonly Correction[]): TableBlock {
  const cells = [...new Set(table.rows.flat())];
  const corrected = new Map<Cell, Cell>();
  for (const correction of corrections) {
    const at = lastIndex(cells, (cell) => within(cell, correction) && digitsOf(cell.text) === correction.was);
    const cell = cells[at];
    if (cell !== undefined) corrected.set(cell, { ...cell, text: cell.text.replace(/[\d.,]+/, correction.printed) });
  }
  if (corrected.size === 0) return table;
  return { ...table, rows: table.rows.map((row) => row.map((cell) => corrected.get(cell) ?? cell)) };
}

/**
 * The reading as a person corrected it, for checks that go back to sentences and cells. The document's text stays as
 * it is: findings go on quoting what is printed there.
 */
export function withCorrections(reading: Reading, corrections: readonly Correction[]): Reading {
  if (corrections.length === 0) return reading;
  const overlaps = ({ start, end }: Span) => corrections.some((each) => each.start < end && each.end > start);
  const blocks = reading.document.blocks.map(
    (block): Block => (block.kind === 'table' && overlaps(block) ? inTable(block, corrections) : block),
  );
  return {
    ...reading,
    document: { ...reading.document, blocks },
    sentences: reading.sentences.map((sentence) => inSentence(sentence, corrections)),
  };
}
