import { at, below, type Columns, edge, nextTypable, page, type Selection, step } from './sheet-selection.ts';
import type { SheetTable } from './sheet-table.ts';

/** Walking from cell to cell; typing a new text, where arrows lead on; or editing the text, where they move in it. */
export type Mode = 'walk' | 'type' | 'edit';

interface Press {
  readonly key: string;
  readonly isControl: boolean;
  readonly isShift: boolean;
  /** The key belongs to an input method that is composing a word. */
  readonly isComposing: boolean;
}

type Move = 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'row-start' | 'row-end' | 'start' | 'end';

export type Command =
  | { readonly do: 'move'; readonly to: Move; readonly isFar: boolean; readonly extends: boolean }
  | { readonly do: 'next' | 'previous' | 'below' | 'above' }
  | { readonly do: 'edit' | 'clear' | 'cancel' | 'leave' | 'all' | 'undo' | 'redo' };

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'row-start',
  End: 'row-end',
};

const walking = ({ key, isControl, isShift }: Press): Command | null => {
  if (key === 'F2') return { do: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' };
  if (!isControl) return null;
  const letter = key.toLowerCase();
  if (letter === 'a') return { do: 'all' };
  if (letter === 'y' || (letter === 'z' && isShift)) return { do: 'redo' };
  return letter === 'z' ? { do: 'undo' } : null;
};

/** What a key means in a sheet, as in the spreadsheets that people know; null leaves it to the browser. */
export function commandOf(press: Press, mode: Mode): Command | null {
  const { key, isControl, isShift, isComposing } = press;
  if (isComposing) return null;
  if (key === 'Tab') return { do: isShift ? 'previous' : 'next' };
  if (key === 'Enter') return { do: isShift ? 'above' : 'below' };
  if (key === 'Escape') return { do: mode === 'walk' ? 'leave' : 'cancel' };
  const to = moves[key];
  if (to !== undefined) {
    const isInText = to === 'left' || to === 'right' || to === 'row-start' || to === 'row-end';
    if (mode === 'edit' && isInText) return null;
    if (isControl && to === 'row-start') return { do: 'move', to: 'start', isFar: false, extends: isShift };
    if (isControl && to === 'row-end') return { do: 'move', to: 'end', isFar: false, extends: isShift };
    return { do: 'move', to, isFar: isControl, extends: isShift && mode === 'walk' };
  }
  return mode === 'walk' ? walking(press) : null;
}

const linesOfPage = 15;

/** Where a command leads; null where it leads out of the table. */
export function moved(
  table: SheetTable,
  columns: Columns,
  selection: Selection,
  command: Command,
  fixed: ReadonlySet<string>,
): Selection | null {
  const { active, extent } = selection;
  if (command.do === 'all') {
    const first = { line: table.lines.findIndex(({ isSection }) => !isSection), column: columns[0] ?? 0 };
    return { active: first, extent: { line: table.lines.length - 1, column: columns.at(-1) ?? 0 } };
  }
  if (command.do === 'below') return at(below(table, columns, active, fixed));
  if (command.do === 'above') return at(step(table, columns, active, 'up'));
  if (command.do === 'next' || command.do === 'previous') {
    const place = nextTypable(table, columns, active, command.do === 'next' ? 1 : -1, fixed);
    return place === null ? null : at(place);
  }
  if (command.do !== 'move') return selection;
  const from = command.extends ? extent : active;
  const to = {
    up: () => (command.isFar ? edge : step)(table, columns, from, 'up'),
    down: () => (command.isFar ? edge : step)(table, columns, from, 'down'),
    left: () => (command.isFar ? edge : step)(table, columns, from, 'left'),
    right: () => (command.isFar ? edge : step)(table, columns, from, 'right'),
    'page-up': () => page(table, from, -linesOfPage),
    'page-down': () => page(table, from, linesOfPage),
    'row-start': () => edge(table, columns, from, 'left'),
    'row-end': () => edge(table, columns, from, 'right'),
    start: () => edge(table, columns, edge(table, columns, from, 'up'), 'left'),
    end: () => edge(table, columns, edge(table, columns, from, 'down'), 'right'),
  }[command.to]();
  return command.extends ? { active, extent: to } : at(to);
}
