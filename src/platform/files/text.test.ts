import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../core/problem.ts';
import { decodeText } from './text.ts';

const words = '到2025年，云河市开发区工业总产值突破300亿元。\n一、总体要求\n';

const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    text.split('').flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

/** “规划：投资5亿元” in GB18030. */
const gb18030 = Uint8Array.from([
  0xb9, 0xe6, 0xbb, 0xae, 0xa3, 0xba, 0xcd, 0xb6, 0xd7, 0xca, 0x35, 0xd2, 0xda, 0xd4, 0xaa,
]);

test.each([
  ['UTF-8', new TextEncoder().encode(words), words],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${words}`), words],
  ['UTF-16 with a mark', utf16(`\ufeff${words}`, false), words],
  ['UTF-16, big end first, with a mark', utf16(`\ufeff${words}`, true), words],
  [
    'UTF-16 without a mark',
    utf16(`${words}2021 2022 2023 2024\n`.repeat(8), false),
    `${words}2021 2022 2023 2024\n`.repeat(8),
  ],
  ['GB18030', gb18030, '规划：投资5亿元'],
  ['a cut-off last character', new TextEncoder().encode('投资额').subarray(0, 8), '投资'],
  ['CR LF, CR and form feed', new TextEncoder().encode('一\r\n二\r三\f四'), '一\n二\n三\n四'],
])('%s is decoded', (_, bytes, text) => {
  expect(decodeText('a.txt', bytes)).toBe(text);
});

test('every text comes back as it was written in UTF-8', () => {
  const printable = fc.string({ unit: fc.constantFrom(...'园区产值亿元，。（）0123456789 ab\n\t') });
  fc.assert(
    fc.property(printable, (text) => {
      fc.pre(text.trim() !== '');
      expect(decodeText('a.txt', new TextEncoder().encode(text))).toBe(text);
    }),
  );
});

test('any bytes are text or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        expect(decodeText('a.txt', bytes)).not.toContain('\0');
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }),
  );
});
