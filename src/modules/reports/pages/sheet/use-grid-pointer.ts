import { type MouseEvent, useRef } from 'react';
import { at } from '../../sheet-selection.ts';
import type { Place } from '../../sheet-table.ts';
import type { GridHands } from './grid-hands.ts';

const placeUnder = (event: MouseEvent): Place | null => {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
  const line = cell?.closest<HTMLElement>('[data-line]');
  if (!cell || !line) return null;
  return { line: Number(line.dataset.line), column: Number(cell.dataset.column) };
};

const isSame = (a: Place | undefined, b: Place): boolean => a?.line === b.line && a.column === b.column;

/** Choosing a cell, and dragging over a range. */
export function useGridPointer(hands: GridHands) {
  const isDragging = useRef(false);
  const { selection, draft, isReadOnly, slotOf, select, commit, focusActive, onPick } = hands;
  const onMouseDown = (event: MouseEvent) => {
    const place = placeUnder(event);
    if (place === null || event.button !== 0 || (event.target as HTMLElement).closest('a,button') !== null) return;
    const isHere = isSame(selection?.active, place);
    if (isHere && draft?.mode === 'edit') return;
    event.preventDefault();
    commit();
    isDragging.current = true;
    select(event.shiftKey && selection !== null ? { ...selection, extent: place } : at(place));
    if (isHere || event.shiftKey) focusActive();
    const slot = isReadOnly ? slotOf(place) : null;
    if (slot?.role === 'figure') onPick?.(slot.address);
  };
  const onMouseMove = (event: MouseEvent) => {
    if (!isDragging.current || selection === null) return;
    if (event.buttons === 0) {
      isDragging.current = false;
      return;
    }
    const place = placeUnder(event);
    if (place !== null && !isSame(selection.extent, place)) select({ ...selection, extent: place });
  };
  return { onMouseDown, onMouseMove };
}
