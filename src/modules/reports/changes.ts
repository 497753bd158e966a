import type { Label } from '../../core/text.ts';
import type { Address, Cell } from './report.ts';
import type { CellChange } from './submission.ts';
import type { TypedCells } from './typed.ts';

/** Why a cell cannot be filled, with what to do instead. */
export const cellRefusals = {
  unknown: { zh: '表中没有这一格，请刷新后再填', en: 'the form has no such cell; reload it' },
  given: { zh: '来自名录，请在名录中更正', en: 'known from a register; correct it there' },
  derived: { zh: '由系统计算，不用填写', en: 'computed, nobody types it' },
  fixed: { zh: '已在别处报送或审定，请在原处更正', en: 'given or approved elsewhere; correct it there' },
} as const satisfies Record<string, Label>;
export type CellRefusal = keyof typeof cellRefusals;

export interface RefusedCell {
  readonly address: Address;
  readonly name: Label;
  readonly why: CellRefusal;
}

/** The cells of a change that are not to be typed here. */
export function refusedCells(
  addresses: readonly Address[],
  cells: ReadonlyMap<Address, Cell>,
  fixed: ReadonlySet<Address>,
): RefusedCell[] {
  return addresses.flatMap((address): RefusedCell[] => {
    const cell = cells.get(address);
    if (cell === undefined) return [{ address, name: { zh: address, en: address }, why: 'unknown' }];
    const why = cell.field.given
      ? 'given'
      : cell.field.derived !== undefined
        ? 'derived'
        : fixed.has(address) && 'fixed';
    return why === false ? [] : [{ address, name: cell.field.label, why }];
  });
}

export interface Merged {
  readonly cells: TypedCells;
  /** What was written, with what stood there before. */
  readonly written: readonly CellChange[];
  /** Cells that hold something else than the writer saw; they stay as they are. */
  readonly conflicts: readonly { readonly address: Address; readonly is: string | null }[];
}

/** A blank cell and an empty one are the same. */
const held = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text.trim() === '' ? null : text;

/**
 * Writes cell by cell what nobody else has changed meanwhile. What stands there already as wanted is no conflict:
 * a request that is repeated because its answer was lost finds its own work.
 */
export function mergeCells(cells: TypedCells, changes: readonly CellChange[]): Merged {
  const after: Record<Address, string> = { ...cells };
  const written: CellChange[] = [];
  const conflicts: { address: Address; is: string | null }[] = [];
  for (const { address, from, to } of changes) {
    const is = held(after[address]);
    const wanted = held(to);
    if (is === wanted) continue;
    if (is !== held(from)) {
      conflicts.push({ address, is });
      continue;
    }
    if (wanted === null) delete after[address];
    else after[address] = wanted;
    written.push({ address, from: is, to: wanted });
  }
  return { cells: after, written, conflicts };
}
