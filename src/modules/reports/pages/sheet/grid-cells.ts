import type { Label } from '../../../../core/text.ts';
import type { Slot } from '../../sheet-table.ts';

/** What a cell of the grid shows. */
export interface ShownCell {
  readonly text: Label;
  /** How far the figure moved from this earlier one. */
  readonly change: { readonly text: string; readonly isBeyond: boolean } | null;
  readonly className: string;
  /** For the pointer: why it is not typed, what is wrong, what a reviewer said. */
  readonly title: Label | null;
  readonly isWrong: boolean;
  readonly isWords: boolean;
  /** A person fills it here. */
  readonly isTyped: boolean;
}

/** The grid asks, the screen knows. */
export interface GridCells {
  readonly shown: (slot: Slot) => ShownCell;
  /** The text that editing begins with. */
  readonly typed: (slot: Slot) => string;
}
