import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBePlain, withoutMetadata } from './photo-metadata.ts';

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0));
const block = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
];
/** Exif in either byte order: which way up, and a place in its second entry. */
const exif = (orientation: number, isLittle: boolean) => {
  const two = (n: number) => (isLittle ? [n & 0xff, n >> 8] : [n >> 8, n & 0xff]);
  const four = (n: number) => (isLittle ? [...two(n), 0, 0] : [0, 0, ...two(n)]);
  const entry = (tag: number, value: number) => [...two(tag), ...two(3), ...four(1), ...two(value), 0, 0];
  const head = [...text(isLittle ? 'II' : 'MM'), ...two(42), ...four(8)];
  return block(0xe1, [
    ...text('Exif'),
    0,
    0,
    ...head,
    ...two(2),
    ...entry(0x0112, orientation),
    ...entry(0x8825, 77),
    ...four(0),
    ...text('N45.26 E131.12'),
  ]);
};
const jfif = block(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const profile = block(0xe2, [...text('ICC_PROFILE'), 0, 1, 1, 9, 9]);
const scan = [...block(0xda, [1, 1, 0, 0, 63, 0]), 12, 0xff, 0x00, 34, 0xff, 0xd3, 56];
const jpeg = (...blocks: readonly (readonly number[])[]) => Uint8Array.from([0xff, 0xd8, ...blocks.flat(), 0xff, 0xd9]);
const wordsIn = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('a photo without what the camera wrote', () => {
  test.each([true, false])('a JPEG loses its place and keeps its picture, colours and which way up', (isLittle) => {
    const comment = block(0xfe, text('at the north gate'));
    const film = [...text('ftypmp42 N45.26')];
    const taken = Uint8Array.from([...jpeg(jfif, exif(6, isLittle), profile, comment, scan), ...film]);
    const plain = withoutMetadata('jpg', taken);
    expect(wordsIn(plain)).not.toMatch(/N45|north gate|ftyp/);
    const upright = [
      0xff,
      0xe1,
      0,
      34,
      ...text('Exif'),
      0,
      0,
      ...text('MM'),
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0,
    ];
    expect(plain).toEqual(jpeg(jfif, upright, profile, scan));
  });

  test('a JPEG in several scans keeps each of them', () => {
    const table = block(0xc4, [0xff, 0xd9, 1]);
    expect(withoutMetadata('jpg', jpeg(jfif, scan, table, scan))).toEqual(jpeg(jfif, scan, table, scan));
  });

  test('what is plain stays as it is, and twice is as once, however the picture breaks off', () => {
    const upright = jpeg(jfif, exif(1, true), scan);
    expect(withoutMetadata('jpg', upright)).toEqual(jpeg(jfif, scan));
    fc.assert(
      fc.property(fc.integer({ min: 4, max: upright.length }), fc.uint8Array({ maxLength: 40 }), (end, rest) => {
        const once = withoutMetadata('jpg', Uint8Array.from([...upright.subarray(0, end), ...rest]));
        expect(withoutMetadata('jpg', once)).toEqual(once);
      }),
    );
  });

  test('a block whose length does not even count itself ends the picture', () => {
    expect(withoutMetadata('jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0))).toEqual(
      Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
    );
  });

  test('a PNG loses its words, its clock and what follows its end', () => {
    const chunk = (kind: string, content: readonly number[]) => [
      0,
      0,
      0,
      content.length,
      ...text(kind),
      ...content,
      1,
      2,
      3,
      4,
    ];
    const start = [0x89, ...text('PNG\r\n'), 0x1a, 0x0a];
    const [head, data, end] = [chunk('IHDR', [1, 2]), chunk('IDAT', [5, 6, 7]), chunk('IEND', [])];
    const taken = [
      ...start,
      ...head,
      ...chunk('eXIf', text('N45')),
      ...chunk('tEXt', text('by me')),
      ...data,
      ...end,
      9,
      9,
    ];
    expect(withoutMetadata('png', Uint8Array.from(taken))).toEqual(
      Uint8Array.from([...start, ...head, ...data, ...end]),
    );
  });

  test('a WebP loses its Exif and says so in its head', () => {
    const chunk = (kind: string, content: readonly number[]) => [
      ...text(kind),
      content.length,
      0,
      0,
      0,
      ...content,
      ...(content.length % 2 ? [0] : []),
    ];
    const whole = (body: readonly number[]) =>
      Uint8Array.from([...text('RIFF'), body.length + 4, 0, 0, 0, ...text('WEBP'), ...body]);
    const head = (flags: number) => chunk('VP8X', [flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
    const taken = whole([
      ...head(0x2c),
      ...chunk('VP8 ', [1, 2, 3]),
      ...chunk('EXIF', text('N45')),
      ...chunk('XMP ', text('x')),
    ]);
    expect(withoutMetadata('webp', taken)).toEqual(whole([...head(0x20), ...chunk('VP8 ', [1, 2, 3])]));
  });

  test('of a HEIC and of what is no picture nothing is cut out', () => {
    expect((['jpg', 'png', 'webp', 'heic', 'pdf'] as const).map(canBePlain)).toEqual([true, true, true, false, false]);
  });
});
