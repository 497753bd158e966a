import { newCell, type Table, type TableCell } from './docx-model.ts';
import { isOn } from './docx-styles.ts';
import type { Attributes } from './xml.ts';

interface OpenRow {
  readonly cells: TableCell[];
  /** Grid columns left free before the first cell. */
  before: number;
  isHead: boolean;
  isDeleted: boolean;
}

/** A table being read, with the cells above that a vertical merge may continue, by grid column. */
export interface OpenTable {
  readonly table: Table;
  readonly above: Map<number, TableCell>;
  row: OpenRow | null;
}

export const openTable = (): OpenTable => ({
  table: { kind: 'table', rows: [], declaredHeads: 0 },
  above: new Map(),
  row: null,
});

export const openRow = (): OpenRow => ({ cells: [], before: 0, isHead: false, isDeleted: false });

const widest = 1000;
const columnsIn = (value: string | undefined, least: number): number =>
  Math.max(least, Math.min(Math.trunc(Number(value ?? least)) || least, widest));

/** What the properties of the row or cell just opened say of its place. */
export function tableProperty(open: OpenTable | undefined, tag: string, attributes: Attributes): void {
  const row = open?.row;
  if (row === undefined || row === null) return;
  const cell = row.cells.at(-1);
  const merge = attributes.val === 'restart' ? 'restart' : 'continue';
  if (tag === 'gridBefore') row.before = columnsIn(attributes.val, 0);
  else if (tag === 'tblHeader') row.isHead = isOn(attributes);
  else if (tag === 'del' && cell === undefined) row.isDeleted = true;
  else if (cell === undefined) return;
  else if (tag === 'gridSpan') cell.columns = columnsIn(attributes.val, 1);
  else if (tag === 'vMerge') cell.merge = merge;
  else if (tag === 'hMerge') cell.across = merge;
}

/** Places the cells of the row just read beside and under the cells that they continue. */
export function closeRow({ table, above, row }: OpenTable): void {
  if (row === null || row.isDeleted) return;
  const kept: TableCell[] = row.before > 0 ? [newCell(row.before)] : [];
  let column = row.before;
  for (const cell of row.cells) {
    const over = above.get(column);
    const left = kept.at(-1);
    if (cell.across === 'continue' && left !== undefined) left.columns += cell.columns;
    else if (cell.merge === 'continue' && over !== undefined) over.rows += 1;
    else kept.push(cell);
    if (cell.merge !== 'continue') above.delete(column);
    if (cell.merge === 'restart') above.set(column, cell);
    column += cell.columns;
  }
  if (row.isHead && table.declaredHeads === table.rows.length) table.declaredHeads += 1;
  table.rows.push(kept);
}
