import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acknowledged,
  explain,
  explanationsNow,
  failed,
  isEmpty,
  openedEdit,
  parcelOf,
  redo,
  refreshed,
  type SheetEdit,
  sent,
  settle,
  typedAt,
  typedCells,
  undo,
  writeCells,
} from './sheet-edit.ts';
import { emptyOutbox, isEmptyOutbox, mergeOutboxes, outboxOf, readOutbox, takeUp } from './sheet-outbox.ts';

type Cells = Record<string, string>;
type Text = string | null;

/** A server that keeps cells as the real one promises: what differs from what was seen is left and told. */
const server = (cells: Cells) => (edit: SheetEdit) => {
  const parcel = parcelOf(edit);
  const clashes: { address: string; is: Text; by: string }[] = [];
  for (const { address, from, to } of parcel.changes) {
    const is = cells[address] ?? null;
    if (is !== from && is !== to) clashes.push({ address, is, by: '李四' });
    else if (to === null) delete cells[address];
    else cells[address] = to;
  }
  return { parcel, clashes };
};
const round = (edit: SheetEdit, cells: Cells): SheetEdit => {
  const { parcel, clashes } = server(cells)(edit);
  return acknowledged(sent(edit, parcel), parcel, clashes);
};

describe('a sheet under the hands of one person', () => {
  const empty = openedEdit({ a: '1' }, {});

  test('a paste is taken back at one go and done again at one go', () => {
    const pasted = writeCells(writeCells(empty, [['a', '5']]), [
      ['a', '7'],
      ['b', ' 8 '],
      ['c', ''],
    ]);
    expect(typedCells(pasted)).toEqual({ a: '7', b: '8' });
    expect(typedCells(undo(pasted))).toEqual({ a: '5' });
    expect(typedCells(undo(undo(pasted)))).toEqual({ a: '1' });
    expect(typedCells(redo(redo(undo(undo(pasted)))))).toEqual({ a: '7', b: '8' });
    expect(undo(empty)).toBe(empty);
    expect(redo(pasted)).toBe(pasted);
  });

  test('writing what stands there is no step, and a new step forgets what was taken back', () => {
    expect(writeCells(empty, [['a', '1']])).toBe(empty);
    const again = writeCells(undo(writeCells(empty, [['a', '2']])), [['a', '3']]);
    expect(again.future).toEqual([]);
    expect(typedAt(redo(again), 'a')).toBe('3');
  });

  test('what is typed back before it went out is not sent', () => {
    const back = undo(writeCells(empty, [['a', '2']]));
    expect(isEmpty(parcelOf(back))).toBe(true);
  });

  test('a cell taken back while it was on its way is sent back', () => {
    const typed = writeCells(empty, [['a', '2']]);
    const parcel = parcelOf(typed);
    const back = acknowledged(undo(sent(typed, parcel)), parcel, []);
    expect(parcelOf(back).changes).toEqual([{ address: 'a', from: '2', to: '1' }]);
    expect(typedAt(back, 'a')).toBe('1');
  });

  test('a cell typed on while it was on its way goes out from what arrived; without an answer, from what was seen', () => {
    const typed = writeCells(empty, [['a', '2']]);
    const parcel = parcelOf(typed);
    const on = writeCells(sent(typed, parcel), [['a', '3']]);
    expect(parcelOf(acknowledged(on, parcel, [])).changes).toEqual([{ address: 'a', from: '2', to: '3' }]);
    expect(parcelOf(failed(on)).changes).toEqual([{ address: 'a', from: '1', to: '3' }]);
  });

  test('a clash keeps both, and either can be chosen', () => {
    const cells = { a: '9' };
    const clashed = round(writeCells(empty, [['a', '2']]), cells);
    expect([...clashed.conflicts]).toEqual([['a', { mine: '2', theirs: '9', by: '李四' }]]);
    expect(isEmpty(parcelOf(clashed))).toBe(true);
    expect(typedAt(clashed, 'a')).toBe('2');
    const theirs = settle(clashed, 'a', 'theirs');
    expect([typedAt(theirs, 'a'), isEmpty(parcelOf(theirs))]).toEqual(['9', true]);
    const mine = round(settle(clashed, 'a', 'mine'), cells);
    expect([typedAt(mine, 'a'), cells.a, mine.conflicts.size]).toEqual(['2', '2', 0]);
  });

  test('an answer that was lost on the way is no clash', () => {
    const typed = writeCells(empty, [['a', '2']]);
    const again = acknowledged(typed, parcelOf(typed), [{ address: 'a', is: '2', by: '张三' }]);
    expect([again.conflicts.size, isEmpty(parcelOf(again))]).toEqual([0, true]);
  });

  test('an explanation goes out once and stays', () => {
    const said = explain(empty, 'a', '新项目开工');
    const parcel = parcelOf(said);
    expect(parcel.explanations).toEqual([{ address: 'a', text: '新项目开工' }]);
    const done = acknowledged(said, parcel, []);
    expect([explanationsNow(done), isEmpty(parcelOf(done))]).toEqual([{ a: '新项目开工' }, true]);
  });
});

const address = fc.constantFrom('a', 'b', 'c', 'd');
const text = fc.constantFrom('1', '2', '3', '4', null);
const write = fc.array(fc.tuple(address, text), { minLength: 1, maxLength: 4 });

describe('whatever is typed', () => {
  test('undoing everything brings back what was there, and redoing it what was typed', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 8 }), (steps) => {
        const start = openedEdit({ a: '1', b: '2' }, {});
        const end = steps.reduce(writeCells, start);
        let back = end;
        for (const _ of end.past) back = undo(back);
        expect(typedCells(back)).toEqual(typedCells(start));
        let on = back;
        for (const _ of end.past) on = redo(on);
        expect(typedCells(on)).toEqual(typedCells(end));
      }),
    );
  });

  const action = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), cells: write }),
    fc.constant({ kind: 'undo' as const }),
    fc.constant({ kind: 'redo' as const }),
    fc.constant({ kind: 'save' as const }),
    fc.constant({ kind: 'answer lost' as const }),
    fc.constant({ kind: 'crash' as const }),
    fc.record({ kind: fc.constant('other' as const), address, text }),
  );

  test('nothing is lost between page and server: in the end both hold the same, or the clash is shown', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
        const cells: Cells = { a: '1' };
        let edit = openedEdit({ ...cells }, {});
        for (const each of actions) {
          const before = typedCells(edit);
          if (each.kind === 'write') edit = writeCells(edit, each.cells);
          if (each.kind === 'undo') edit = undo(edit);
          if (each.kind === 'redo') edit = redo(edit);
          if (each.kind === 'save') edit = round(edit, cells);
          if (each.kind === 'answer lost') server(cells)(edit);
          if (each.kind === 'crash') {
            const kept = readOutbox(JSON.stringify(outboxOf(edit)));
            const waiting = new Set([...kept.changes, ...kept.conflicts].map((change) => change.address));
            edit = takeUp(openedEdit({ ...cells }, {}), kept);
            for (const cell of waiting) expect(typedAt(edit, cell)).toBe(before[cell] ?? null);
          }
          if (each.kind === 'other') {
            if (each.text === null) delete cells[each.address];
            else cells[each.address] = each.text;
          }
        }
        edit = round(refreshed(edit, { ...cells }, {}), cells);
        expect(isEmpty(parcelOf(edit))).toBe(true);
        const now = typedCells(edit);
        for (const cell of ['a', 'b', 'c', 'd']) {
          const conflict = edit.conflicts.get(cell);
          expect(conflict === undefined ? (now[cell] ?? null) : conflict.theirs).toBe(cells[cell] ?? null);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the outbox of a browser', () => {
  test('of two tabs the later text wins, from what was seen first', () => {
    const box = (from: Text, to: Text) => ({ ...emptyOutbox, changes: [{ address: 'a', from, to }] });
    expect(mergeOutboxes([box('1', '2'), box('2', '3')]).changes).toEqual([{ address: 'a', from: '1', to: '3' }]);
    expect(isEmptyOutbox(mergeOutboxes([]))).toBe(true);
  });

  test('what cannot be read is an empty one', () => {
    expect(readOutbox('{')).toEqual(emptyOutbox);
    expect(readOutbox('{"schema":"other"}')).toEqual(emptyOutbox);
    expect(readOutbox(null)).toEqual(emptyOutbox);
  });
});
