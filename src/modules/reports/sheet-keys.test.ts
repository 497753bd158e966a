import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Form } from './form.ts';
import { commandOf, type Mode, moved } from './sheet-keys.ts';
import { at, clearable } from './sheet-selection.ts';
import { type SheetTable, tablesOf } from './sheet-table.ts';

const file = join(import.meta.dirname, 'forms', 'park-economy-quarterly-2026.yaml');
const table = tablesOf(Form.parse(parse(readFileSync(file, 'utf8'))), {})[0] as SheetTable;
const columns = table.columns.map((_, i) => i);
const none = new Set<string>();

const press = (keys: string, mode: Mode = 'walk', isComposing = false) => {
  const parts = keys.split('+');
  return commandOf(
    {
      key: parts.at(-1) as string,
      isControl: parts.includes('ctrl'),
      isShift: parts.includes('shift'),
      isComposing,
    },
    mode,
  );
};

describe('keys of a sheet', () => {
  test('while an input method composes a word every key is its own', () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'Tab', 'ctrl+z'])
      for (const mode of ['walk', 'type', 'edit'] as const) expect(press(key, mode, true)).toBeNull();
  });

  test('arrows lead on from a typed text and move within an edited one', () => {
    expect(press('ArrowLeft', 'type')).toMatchObject({ do: 'move', to: 'left' });
    expect(press('ArrowLeft', 'edit')).toBeNull();
    expect(press('ArrowDown', 'edit')).toMatchObject({ do: 'move', to: 'down' });
    expect(press('shift+ArrowDown')).toMatchObject({ extends: true });
  });

  test('undo, redo and deletion belong to the sheet only while nobody types into a cell', () => {
    expect(press('ctrl+z')).toEqual({ do: 'undo' });
    expect(press('ctrl+Y')).toEqual({ do: 'redo' });
    expect(press('ctrl+shift+Z')).toEqual({ do: 'redo' });
    expect(press('Delete')).toEqual({ do: 'clear' });
    for (const keys of ['ctrl+z', 'Delete', 'Backspace', 'ctrl+a']) expect(press(keys, 'type')).toBeNull();
    expect(press('Escape', 'type')).toEqual({ do: 'cancel' });
  });

  test('copying and pasting are left to the browser, and letters to the cell', () => {
    for (const keys of ['ctrl+c', 'ctrl+v', 'ctrl+x', '5', 'a', '中']) expect(press(keys)).toBeNull();
  });

  test('no key leads to a heading, outside the table, or to a hidden column', () => {
    const key = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'Home',
      'End',
      'Enter',
      'Tab',
    );
    const keys = fc.tuple(fc.constantFrom('', 'ctrl+', 'shift+', 'ctrl+shift+'), key).map((parts) => parts.join(''));
    const hidden = columns.slice(0, -1);
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
        let selection = at({ line: 1, column: 2 });
        for (const each of pressed) {
          const command = press(each);
          selection = (command && moved(table, hidden, selection, command, none)) ?? selection;
          for (const place of [selection.active, selection.extent]) {
            expect(table.lines[place.line]?.isSection).toBe(false);
            expect(hidden).toContain(place.column);
          }
        }
      }),
    );
  });

  test('everything can be selected, and only what is typed is emptied', () => {
    const command = press('ctrl+a');
    const selection = command && moved(table, columns, at({ line: 1, column: 2 }), command, none);
    expect(selection?.active).toEqual({ line: 1, column: 0 });
    const area = { top: 0, bottom: table.lines.length - 1, left: 0, right: columns.length - 1 };
    const addresses = clearable(table, columns, area, none).map(({ address }) => address);
    expect(addresses).toContain('output');
    expect(addresses).not.toContain('leading-share');
    expect(clearable(table, columns, area, new Set(['output'])).map(({ address }) => address)).not.toContain('output');
  });
});
