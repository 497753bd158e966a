import type { Rich } from './rich.ts';

/** Where words stand in a part's XML: in a text element of a run, or, where no comment may stand, beside a run. */
export type Origin = RunOrigin | PointOrigin;

export interface RunOrigin {
  readonly kind: 'run';
  readonly run: { readonly start: number; end: number; properties: readonly [number, number] | null };
  /** The characters between the tags of the text element; null for a tab, break or symbol. */
  readonly content: readonly [number, number] | null;
}

/** Inside a text box, a note or a formula: comments stand at what holds it. */
export interface PointOrigin {
  readonly kind: 'point';
  at: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Its words run by run. */
  readonly parts: Rich<Origin>[];
  style: string | null;
  num: string | null;
  level: number | null;
  outline: number | null;
  /** An entry of a table of contents. */
  isContents: boolean;
  /** Its paragraph mark was deleted, so the next paragraph goes on in it. */
  runsOn: boolean;
}

export interface TableCell {
  readonly items: BodyItem[];
  columns: number;
  rows: number;
  merge: 'restart' | 'continue' | null;
  across: 'restart' | 'continue' | null;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: TableCell[][];
  declaredHeads: number;
}

export type BodyItem = Paragraph | Table;

/** The mark of a footnote or endnote in the text. */
export interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly origin: PointOrigin;
}

export interface Body {
  readonly items: readonly BodyItem[];
  readonly notes: readonly NoteMark[];
}

export const newParagraph = (isContents: boolean): Paragraph => ({
  kind: 'paragraph',
  parts: [],
  style: null,
  num: null,
  level: null,
  outline: null,
  isContents,
  runsOn: false,
});

export const newCell = (columns = 1): TableCell => ({ items: [], columns, rows: 1, merge: null, across: null });
