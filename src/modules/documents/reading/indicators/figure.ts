import type { Span } from '../../../../core/document.ts';
import type { IndicatorKind } from '../../extraction.ts';
import type { PeriodMention, Quantity } from '../reading.ts';

/** What a number measures, and how the sentence says it. */
export interface Figure {
  readonly name: string;
  /** From the first character of the name (or of the growth phrase) to the end of number or noun. */
  readonly span: Span;
  /** A level is a target or a baseline, as time and mood say. */
  readonly kind: IndicatorKind | 'level';
  /** What a growth grows from, where the phrase says so: “2005”, “同比”. */
  readonly from: string | null;
  /** “装备制造产业实现产值…”: the words before the verb. */
  readonly subjectWords: string | null;
  /** The name that later figures of the sentence may go on with. */
  readonly carries: string;
  /** The number only describes the noun after it (产值超10亿元的企业). */
  readonly attributive: boolean;
  /** The number counts members of the plan itself (六大产业), whoever else is named in the sentence. */
  readonly counts: boolean;
  /** The number stands before the noun it counts. */
  readonly beforeNoun: boolean;
  /** “由48家增加到90家”: where a move begins; what is, even in a goal. */
  readonly startsMove: boolean;
}

/** A number with the words around it that may tell what it measures. */
export interface Clause {
  readonly text: string;
  readonly periods: readonly PeriodMention[];
  readonly subjectAt: (at: number) => number;
  /** Where this figure's words may begin: the clause, or the end of the figure before it. */
  readonly from: number;
  readonly quantity: Quantity;
  readonly next: Quantity | undefined;
  /** Its place among figures that share one lead (“分别达到30%、20%和10%”), and how many they are. */
  readonly place: number;
  readonly places: number;
  /** Names of the figures before, by their places. */
  readonly before: readonly string[];
  /** The last name that had a unit of this dimension. */
  readonly likeNamed: string | null;
  /** Where the figure right before, which describes what this one counts, begins. */
  readonly describedFrom: number | null;
  /** What the figure right before counted, if this one goes on with a verb (5家龙头企业|实现产值…). */
  readonly countedBefore: string | null;
  /** The figure right before in this sentence. */
  readonly last: Figure | null;
  /** Whether the clause speaks of the country or the world. */
  readonly wider: boolean;
  /** Whether a unit counts things (个, 万户). */
  readonly countsThings: (unit: string) => boolean;
}

export const plainFigure = (name: string, span: Span): Figure => ({
  name,
  span,
  kind: 'level',
  from: null,
  subjectWords: null,
  carries: name,
  attributive: false,
  counts: false,
  beforeNoun: false,
  startsMove: false,
});

const ratioUnit = /^(?:%|％|‰|个?百分点|倍|番|成|比例)$/;
export const isRatio = (unit: string): boolean => ratioUnit.test(unit);

export const plain = (text: string): string => text.replace(/\s+/g, '');

/** At least two characters of a word, or a noun of one that asks for a figure. */
export const isWorded = (name: string): boolean => /[\u4e00-\u9fffA-Za-z]{2}|[率额量]/.test(name);
