import type { Cell, FurnitureBlock, ReadDocument, Span } from '../../core/document.ts';

/** How plain text is laid out: the documents module's, handed in by the app. */
export type LayOutText = (name: string, text: string) => ReadDocument;

/** Text of one paragraph, or of a whole stretch of hard-wrapped lines, at its places in the document's text. */
export interface PlacedText {
  readonly kind: 'text';
  /** Stretches without markup; a line end between two of them is a line wrap. */
  readonly spans: readonly Span[];
  /** Lines that are known to be one paragraph; otherwise plain text decides. */
  readonly isOneParagraph?: boolean;
  /** Level of the heading style, when the file declares one. */
  readonly heading?: number;
  readonly furniture?: FurnitureBlock['what'];
}

/** A table at its place: a rectangle in which a merged cell is the same object at each of its places. */
export interface PlacedTable extends Span {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that the file itself declares as heads. */
  readonly declaredHeads: number;
  /** What the file calls it, where nothing above it does; certain when it stands in the text. */
  readonly title?: string;
  readonly titleSpan?: Span;
}

export type Placed = PlacedText | PlacedTable;

export const spanOfText = ({ spans }: PlacedText): Span => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
});
