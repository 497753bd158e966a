import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, fitWidth } from './width.ts';

test('a Chinese character takes two columns, a digit one', () => expect(displayWidth('产值120亿元')).toBe(11));

test('a fitted text takes exactly its columns, whatever stands in it', () => {
  const mixed = fc.array(fc.constantFrom('产', '值', 'a', '1', '，', ' ', '％')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(mixed, fc.integer({ min: 1, max: 30 }), (text, width) => displayWidth(fitWidth(text, width)) === width),
  );
});
