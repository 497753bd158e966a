import { expect, test } from 'vitest';
import land from './land-codes.json' with { type: 'json' };

test('the tables of GB 50137 have as many classes as the standard says, each under its parent', () => {
  for (const [codes, count] of [
    [land.urbanRural, 2 + 9 + 14],
    [land.city, 8 + 35 + 42],
  ] as const) {
    expect(codes).toHaveLength(count);
    const known = new Set(codes.map(({ code }) => code));
    expect(known.size).toBe(count);
    for (const { code, parent } of codes) {
      expect(parent).toBe(code.length === 1 ? null : code.slice(0, -1));
      if (parent !== null) expect(known).toContain(parent);
    }
  }
});
