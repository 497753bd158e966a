import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOffset, joinProse, lineAt, lineStartsOf, sliceProse, sourceOf, spanOf } from './document.ts';

const wrapped = '　　到2025年，园区产\n\n值达到 120 亿元。\n';
const spans = [
  { start: 2, end: 12 },
  { start: 14, end: 25 },
];

test('joined prose leads every character back to where it stands in the document', () => {
  const prose = joinProse(wrapped, spans, () => '');
  expect(prose.text).toBe('到2025年，园区产值达到 120 亿元。');
  for (let i = 0; i < prose.text.length; i++) expect(wrapped[documentOffset(prose, i)]).toBe(prose.text[i]);
});

test('a quote over a wrap is the exact source text, and its line is where it begins', () => {
  const prose = joinProse(wrapped, spans, () => '');
  const from = prose.text.indexOf('产值');
  const source = sourceOf({ text: wrapped, lineStarts: lineStartsOf(wrapped) }, spanOf(prose, from, prose.text.length));
  expect(source).toMatchObject({ line: 1, quote: '产\n\n值达到 120 亿元。' });
});

test('a slice of prose still knows its places', () => {
  const pieces = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (parts, a, b) => {
      const document = parts.join('\n');
      let at = 0;
      const all = parts.map((part) => {
        const span = { start: at, end: at + part.length };
        at = span.end + 1;
        return span;
      });
      const prose = joinProse(document, all, () => '');
      const [start, end] = [a % (prose.text.length + 1), b % (prose.text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const slice = sliceProse(prose, start, end);
      return (
        [...slice.text].length === 0 ||
        [...Array(slice.text.length).keys()].every((i) => document[documentOffset(slice, i)] === slice.text[i])
      );
    }),
  );
});

test('every offset lies on the line that the platform counts', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, n) => {
      const offset = n % (text.length + 1);
      return lineAt(lineStartsOf(text), offset) === text.slice(0, offset).split('\n').length;
    }),
  );
});
