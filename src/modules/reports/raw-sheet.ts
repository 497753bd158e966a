import type { RawCell } from './read-cell.ts';

/** A sheet of a workbook as stored; rows and columns count from 1. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

/** The words of a cell; '' where nothing stands. */
export const textAt = (sheet: RawSheet, row: number, column: number): string =>
  sheet.cells.get(row)?.get(column)?.text.trim() ?? '';

export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
/** The same words, however wide or spaced. */
export const isSame = (a: string, b: string): boolean => squeezed(a) === squeezed(b);
