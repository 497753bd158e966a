import type { Source, Span } from '../../../core/document.ts';
import { units } from '../../../core/quantity.ts';
import { quantitiesIn } from '../../documents/reading/quantities.ts';
import { type Quantity, type Reading, type Sentence, sourceIn } from '../../documents/reading/reading.ts';
import { type Measured, measuredQuantity } from './figures.ts';

/** A quantity of running text with the words around it that say what it is. */
export interface Stated extends Measured {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly quantity: Quantity;
  /** The words before it, back to the last mark or figure: “其中利润”. */
  readonly label: string;
  /** The words after it, up to the next mark or figure: “燃煤自备电站”. */
  readonly after: string;
  readonly source: Source;
}

const mark = /[，。；、：:,;（）()“”\n]/g;

function lastMark(text: string): number {
  let last = 0;
  for (const match of text.matchAll(mark)) last = match.index + 1;
  return last;
}

function around(text: string, quantity: Span, before: number, next: number): { label: string; after: string } {
  const left = text.slice(before, quantity.start);
  const right = text.slice(quantity.end, next);
  const cut = right.search(/[，。；、：:,;（）()“”\n]/);
  return {
    label: left.slice(lastMark(left)).replace(/\s/g, ''),
    after: (cut < 0 ? right : right.slice(0, cut)).replace(/\s/g, ''),
  };
}

const remembered = new WeakMap<Sentence, readonly Stated[]>();

/** The measured quantities of a sentence, in order. */
export function statedIn(reading: Reading, sentence: Sentence): readonly Stated[] {
  const known = remembered.get(sentence);
  if (known) return known;
  const { quantities, prose } = sentence;
  const found = quantities.flatMap((quantity, i): Stated[] => {
    const measure = quantity.form === 'plain' ? measuredQuantity(quantity) : null;
    if (measure === null) return [];
    const words = around(
      prose.text,
      quantity,
      quantities[i - 1]?.end ?? 0,
      quantities[i + 1]?.start ?? prose.text.length,
    );
    return [{ ...measure, reading, sentence, quantity, ...words, source: sourceIn(reading, sentence, quantity) }];
  });
  remembered.set(sentence, found);
  return found;
}

/** The label and the figure as one place, so that a reader sees what the number is. */
export function labelled({ reading, sentence, quantity, label }: Stated): Source {
  const before = sentence.prose.text.slice(0, quantity.start);
  const at = label === '' ? -1 : before.lastIndexOf(label);
  return sourceIn(reading, sentence, { start: at < 0 ? quantity.start : at, end: quantity.end });
}

/** The quantities of words that stand in a cell or a name rather than in a sentence. */
export const quantitiesOf = (text: string): readonly Quantity[] =>
  quantitiesIn(text.normalize('NFKC').length === text.length ? text.normalize('NFKC') : text, [], units);

export const isCount = ({ dimension }: Pick<Measured, 'dimension'>): boolean =>
  dimension === 'count' || dimension === '';
