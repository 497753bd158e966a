import type { ClipboardEvent } from 'react';
import type { Label } from '../../../../core/text.ts';
import { clipboardText, readClipboard } from '../../sheet-clipboard.ts';
import { areaOf, clearable, copied, pasted } from '../../sheet-selection.ts';
import type { Place } from '../../sheet-table.ts';
import type { GridHands } from './grid-hands.ts';

const isOurs = (event: ClipboardEvent) => (event.target as HTMLElement).closest('.sheet-under') === null;

/** Copying, cutting and pasting of ranges, to and from other spreadsheets. */
export function gridClipboard(hands: GridHands, say: (label: Label) => string) {
  const { table, columns, cells, selection, fixed, isReadOnly, draft, slotOf, select, drop, onWrite, onPasted } = hands;
  const textAt = (place: Place): string => {
    const slot = slotOf(place);
    const column = table.columns[place.column];
    const line = table.lines[place.line];
    if (slot !== null) {
      const { text, isWords } = cells.shown(slot);
      // Numbers go out as numbers: another spreadsheet would take “−1,200” for words.
      return isWords ? say(text) : say(text).replaceAll(',', '').replace('−', '-');
    }
    if (line === undefined || column === undefined) return '';
    return column.role === 'unit' ? (line.field?.unit ?? '') : say(line.label);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (selection === null || draft !== null || !isOurs(event)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', clipboardText(copied(table, columns, areaOf(selection), textAt)));
    if (event.type === 'cut' && !isReadOnly)
      onWrite(clearable(table, columns, areaOf(selection), fixed).map(({ address }) => [address, null] as const));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (selection === null || isReadOnly || !isOurs(event)) return;
    const clipboard = readClipboard(event.clipboardData.getData('text/plain'));
    const isOne = clipboard.length === 1 && clipboard[0]?.length === 1;
    if (draft !== null && isOne) return;
    event.preventDefault();
    drop();
    const result = pasted(table, columns, areaOf(selection), clipboard, fixed, textAt);
    const { top, left, bottom, right } = result.area;
    onPasted(result);
    select({ active: { line: top, column: left }, extent: { line: bottom, column: right } });
  };
  return { onCopy, onPaste };
}
