import { type KeyboardEvent, useRef } from 'react';
import { type Command, commandOf, moved } from '../../sheet-keys.ts';
import { areaOf, at, type Columns, clearable, type Selection } from '../../sheet-selection.ts';
import type { SheetTable } from '../../sheet-table.ts';
import type { GridHands } from './grid-hands.ts';

/** On a sheet that is only read Tab has nowhere to go but out. */
const everything = (table: SheetTable, columns: Columns, fixed: ReadonlySet<string>): ReadonlySet<string> => {
  const all = { top: 0, bottom: table.lines.length - 1, left: 0, right: columns.at(-1) ?? 0 };
  return new Set([...fixed, ...clearable(table, columns, all, fixed).map(({ address }) => address)]);
};

const isStep = (command: Command): boolean => /^(next|previous|below|above)$/.test(command.do);

/** What a command does to the text under way and to the cells; the rest only moves. */
function obey(hands: GridHands, command: Command, selection: Selection): void {
  const { table, columns, fixed, isReadOnly, select, commit, drop, edit, focusActive, onWrite } = hands;
  if (command.do === 'undo') hands.onUndo();
  else if (command.do === 'redo') hands.onRedo();
  else if (command.do === 'edit') edit();
  else if (command.do === 'cancel') {
    drop();
    requestAnimationFrame(focusActive);
  } else if (command.do === 'clear') {
    if (isReadOnly) return;
    onWrite(clearable(table, columns, areaOf(selection), fixed).map(({ address }) => [address, null] as const));
  } else {
    commit();
    const next = moved(table, columns, selection, command, fixed);
    if (next !== null) select(next);
  }
}

/** Keys of a grid. Esc and then Tab leaves it; past its last cell Tab does so by itself. */
export function useGridKeys(hands: GridHands) {
  const isLeaving = useRef(false);
  return (event: KeyboardEvent) => {
    const { table, columns, selection, fixed, isReadOnly, draft, activeSlot, select, commit, onPick } = hands;
    if (selection === null || (event.target as HTMLElement).closest('.sheet-under') !== null) return;
    const { key, ctrlKey, metaKey, shiftKey: isShift, nativeEvent } = event;
    const isComposing = nativeEvent.isComposing || nativeEvent.keyCode === 229;
    const command = commandOf({ key, isControl: ctrlKey || metaKey, isShift, isComposing }, draft?.mode ?? 'walk');
    const wasLeaving = isLeaving.current;
    if (key !== 'Shift') isLeaving.current = command?.do === 'leave';
    if (command === null) return;
    if (command.do === 'leave') {
      select(at(selection.active));
      return;
    }
    if (wasLeaving && (command.do === 'next' || command.do === 'previous')) {
      hands.release();
      return;
    }
    if (command.do === 'below' && isReadOnly && onPick !== undefined && activeSlot?.role === 'figure') {
      event.preventDefault();
      onPick(activeSlot.address);
      return;
    }
    if (isStep(command)) {
      const next = moved(table, columns, selection, command, isReadOnly ? everything(table, columns, fixed) : fixed);
      commit();
      if (next === null) return;
      event.preventDefault();
      select(next);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    obey(hands, command, selection);
  };
}
