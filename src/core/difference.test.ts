import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Difference, differencesOf, isSame } from './difference.ts';

test('a change shows the field, what it was and what it is', () => {
  expect(differencesOf({ title: '一稿', revision: 1, by: 'x' }, { title: '二稿', revision: 2, by: 'x' })).toEqual([
    { path: ['title'], before: '一稿', after: '二稿' },
    { path: ['revision'], before: 1, after: 2 },
  ]);
});

test('what was made shows all its fields, what was removed too', () => {
  expect(differencesOf(null, { name: '青川经开区' })).toEqual([{ path: ['name'], after: '青川经开区' }]);
  expect(differencesOf({ name: '青川经开区' }, null)).toEqual([{ path: ['name'], before: '青川经开区' }]);
});

test('within a list of records the one that changed is named; a list of words is one value', () => {
  const before = { rows: [{ v: 1 }, { v: 2 }], tags: ['a'] };
  expect(differencesOf(before, { rows: [{ v: 1 }, { v: 3 }, { v: 4 }], tags: ['a', 'b'] })).toEqual([
    { path: ['rows', '1', 'v'], before: 2, after: 3 },
    { path: ['rows', '2'], after: { v: 4 } },
    { path: ['tags'], before: ['a'], after: ['a', 'b'] },
  ]);
});

const get = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    // A field may be called toString: only what the value has itself counts.
    (at, name) => (at != null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined),
    value,
  );

test('every difference is one, and none is left out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      const found = differencesOf(before, after);
      expect(found.length === 0).toBe(isSame(before, after));
      for (const { path, before: was, after: is } of found as readonly Difference[]) {
        expect(isSame(was, is)).toBe(false);
        expect(isSame(get(before, path), was)).toBe(true);
        expect(isSame(get(after, path), is)).toBe(true);
      }
    }),
  );
});
