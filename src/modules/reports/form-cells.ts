import { Decimal } from 'decimal.js';
import { type Field, isAsked } from './form.ts';
import { type Notes, say } from './form-notes.ts';
import { type Block, type Column, columnLetters, explainedBy, type Line, placeAt, slotOf } from './layout.ts';
import { isSame, type RawSheet } from './raw-sheet.ts';
import { type RawCell, readCell } from './read-cell.ts';
import type { Address, Content } from './report.ts';
import type { Prefilled } from './template.ts';

/** One cell of a block where it stands now. */
interface Spot {
  readonly block: Block;
  readonly sheet: RawSheet;
  readonly line: Line;
  readonly row: number;
  readonly column: Column;
  readonly at: number;
}

/** Says why a cell cannot be trusted to be its own: merged with another, or out of sight. */
function isObstructed({ sheet, row, at }: Spot, address: Address, field: Field, notes: Notes): boolean {
  const place = placeAt(sheet.name, row, at);
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= at && at <= right,
  );
  const name = field.label.zh;
  if (merge !== undefined) {
    const area = `${columnLetters(merge.left)}${merge.top}:${columnLetters(merge.right)}${merge.bottom}`;
    say(notes, 'file/merged', place, { name, area }, address);
  }
  const isHidden = sheet.hiddenRows.has(row) || sheet.hiddenColumns.some(([from, to]) => from <= at && at <= to);
  if (isHidden) say(notes, 'file/hidden', place, { name }, address);
  return merge !== undefined || isHidden;
}

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim());

/** Compares what the system put there with what came back: a note, since it is not taken. */
function noteKnown(spot: Spot, field: Field, put: Content | undefined, notes: Notes): void {
  const raw = spot.sheet.cells.get(spot.row)?.get(spot.at);
  const shown = put === undefined ? '' : typeof put === 'string' ? put : put instanceof Decimal ? put.toFixed() : null;
  const now = raw?.text.trim() ?? '';
  if (shown === null || isSame(shown, now)) return;
  if (
    isNumber(shown) &&
    isNumber(now) &&
    new Decimal(now).toSignificantDigits(12).eq(new Decimal(shown).toSignificantDigits(12))
  )
    return;
  say(notes, 'file/known-changed', placeAt(spot.sheet.name, spot.row, spot.at), {
    name: spot.column.role === 'figure' ? field.label.zh : spot.column.heading,
    found: now || '空白',
  });
}

/** Takes what a cell says: a figure, an explanation, or only a note where the system's own was changed. */
export function readSpot(spot: Spot, prefilled: Prefilled, notes: Notes): void {
  const { block, sheet, line, row, column, at } = spot;
  const raw = sheet.cells.get(row)?.get(at);
  if (column.role === 'explanation') {
    const text = raw?.text.trim() ?? '';
    if (text !== '') for (const address of explainedBy(block, line)) notes.explanations.set(address, text);
    return;
  }
  const slot = slotOf(block, line, column);
  if (slot === null) return;
  const { address, field } = slot;
  if (column.role === 'last-period') noteKnown(spot, field, prefilled.lastPeriod.get(address), notes);
  if (column.role === 'last-year') noteKnown(spot, field, prefilled.lastYear.get(address), notes);
  if (column.role !== 'figure') return;
  notes.places.set(address, placeAt(sheet.name, row, at));
  if (field.given) {
    noteKnown(spot, field, line.item?.given[field.id] ?? '', notes);
    return;
  }
  if (isAsked(field)) {
    if (isObstructed(spot, address, field, notes)) notes.unread.add(address);
    else take(raw, field, address, placeAt(sheet.name, row, at), notes);
  } else if (raw !== undefined && !raw.hasFormula && isNumber(raw.text)) {
    // A formula written over: the check says what counts instead.
    notes.figures.set(address, new Decimal(raw.text).toSignificantDigits(15));
  } else if (raw !== undefined && !raw.hasFormula && raw.text.trim() !== '') {
    say(notes, 'file/known-changed', placeAt(sheet.name, row, at), { name: field.label.zh, found: raw.text.trim() });
  }
}

function take(raw: RawCell | undefined, field: Field, address: Address, place: string, notes: Notes): void {
  const { content, notes: said } = readCell(raw, field);
  for (const { rule, data } of said) say(notes, rule, place, data, address);
  if (content !== undefined) notes.figures.set(address, content);
  else if (said.length > 0) notes.unread.add(address);
}
