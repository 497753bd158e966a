import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeCells } from './changes.ts';
import type { CellChange } from './submission.ts';

const address = fc.constantFrom<string>('a', 'b', 'c', 'd');
const text = fc.constantFrom('1', '2', '', ' ', '—');
const cells = fc.dictionary(
  address,
  text.filter((each) => each.trim() !== ''),
);
const edits = fc.uniqueArray(fc.record({ address, to: fc.option(text) }), { selector: (each) => each.address });
const seenOn = (
  shown: Record<string, string>,
  wanted: readonly { address: string; to: string | null }[],
): CellChange[] => wanted.map(({ address: at, to }) => ({ address: at, from: shown[at] ?? null, to }));

describe('merging cells', () => {
  test('what one writer saw unchanged is written, and everything else stays', () => {
    fc.assert(
      fc.property(cells, edits, (shown, wanted) => {
        const { cells: after, conflicts } = mergeCells(shown, seenOn(shown, wanted));
        expect(conflicts).toEqual([]);
        for (const { address: at, to } of wanted) expect(after[at] ?? null).toBe(to?.trim() ? to : null);
        const touched = new Set(wanted.map((each) => each.address));
        for (const [at, stands] of Object.entries(shown)) if (!touched.has(at)) expect(after[at]).toBe(stands);
      }),
    );
  });

  test('of two writers who saw the same, each cell holds what one of them wrote, and whoever lost is told what it holds', () => {
    fc.assert(
      fc.property(cells, edits, edits, (shown, first, second) => {
        const one = mergeCells(shown, seenOn(shown, first));
        const two = mergeCells(one.cells, seenOn(shown, second));
        const wanted = new Map(first.map((each) => [each.address, each.to?.trim() ? each.to : null]));
        for (const { address: at, to } of second) {
          const said = to?.trim() ? to : null;
          const was = shown[at] ?? null;
          const now = two.cells[at] ?? null;
          const lost = two.conflicts.find((each) => each.address === at);
          if (lost === undefined) expect(now).toBe(said);
          else expect([lost.is, now]).toEqual([wanted.get(at), wanted.get(at)]);
          if ((wanted.get(at) ?? was) === was) expect(lost === undefined || wanted.get(at) === null).toBe(true);
        }
        for (const [at, to] of wanted)
          if (!second.some((each) => each.address === (at as string))) expect(two.cells[at] ?? null).toBe(to);
      }),
    );
  });

  test('a request that is sent again finds its own work and changes nothing', () => {
    fc.assert(
      fc.property(cells, edits, (shown, wanted) => {
        const once = mergeCells(shown, seenOn(shown, wanted));
        expect(mergeCells(once.cells, seenOn(shown, wanted))).toEqual({
          cells: once.cells,
          written: [],
          conflicts: [],
        });
      }),
    );
  });
});
