import type { Mode } from '../../sheet-keys.ts';
import type { Columns, Pasted, Selection } from '../../sheet-selection.ts';
import type { Place, SheetTable, Slot } from '../../sheet-table.ts';
import type { GridCells } from './grid-cells.ts';

/** A text under way in the active cell. */
export interface Draft {
  readonly text: string;
  readonly mode: Exclude<Mode, 'walk'>;
}

/** What keys, clipboard and pointer need of a grid. */
export interface GridHands {
  readonly table: SheetTable;
  readonly columns: Columns;
  readonly cells: GridCells;
  readonly selection: Selection | null;
  readonly fixed: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly draft: Draft | null;
  readonly activeSlot: Slot | null;
  readonly canType: boolean;
  readonly slotOf: (place: Place) => Slot | null;
  readonly select: (selection: Selection) => void;
  /** Writes the text under way. */
  readonly commit: () => void;
  /** Forgets it. */
  readonly drop: () => void;
  readonly edit: () => void;
  readonly focusActive: () => void;
  /** Lets the focus go where it likes. */
  readonly release: () => void;
  readonly onWrite: (cells: readonly (readonly [string, string | null])[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPasted: (pasted: Pasted) => void;
  readonly onPick?: (address: string) => void;
}
