import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicNumeral, chineseNumeral, narrow, wholeNumber } from './numerals.ts';

const chinese = (text: string) => {
  const found = chineseNumeral(text, 0);
  return found && [found.value, found.multiple, found.end];
};

describe('Chinese numerals', () => {
  test.each([
    ['一点五万', ['1.5', '万', 4]],
    ['二〇三五', ['2035', '', 4]],
    ['两千', ['2000', '', 2]],
    ['一百二十', ['120', '', 4]],
    ['五千万头', ['5000', '万', 3]],
    ['三亿五千万', ['35000', '万', 5]],
    ['一万亿', ['1', '万亿', 3]],
    ['零点八', ['0.8', '', 3]],
    ['十六个', ['16', '', 2]],
  ])('%s is read by place, its closing multiple kept for the unit', (text, expected) => {
    expect(chinese(text)).toEqual(expected);
  });

  test('two figures side by side are a range, a row that is no number is none', () => {
    expect(chineseNumeral('七八个', 0)).toMatchObject({ value: '7', upTo: '8' });
    expect(chineseNumeral('九一', 0)).toBeNull();
  });

  test('multiples alone are marked as bare', () => {
    expect(chineseNumeral('千亿', 0)).toMatchObject({ value: '1000', multiple: '亿', bare: true });
    expect(chineseNumeral('十亿', 0)?.bare).toBe(false);
  });

  test('every whole number below ten thousand is read back', () => {
    const digits = '零一二三四五六七八九';
    const places = ['千', '百', '十', ''];
    const written = (n: number): string => {
      const text = String(n)
        .padStart(4, '0')
        .split('')
        .map((digit, i) => (digit === '0' ? '零' : `${digits[Number(digit)]}${places[i]}`))
        .join('');
      return text.replace(/零+/g, '零').replace(/^零|零$/g, '');
    };
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9999 }), (n) => {
        expect(wholeNumber(written(n))).toBe(n);
      }),
    );
  });
});

describe('Arabic numerals', () => {
  test.each([
    ['1,234,567.8吨', '1234567.8', 11],
    ['2，000元', '2000', 5],
    ['12,34', '12', 2],
    ['2,6-二甲苯', '2', 1],
  ])('%s', (text, value, end) => {
    expect(arabicNumeral(text, 0)).toMatchObject({ value, end });
  });

  test('a wrap after the point is no end, but a point at the start numbers a heading', () => {
    expect(arabicNumeral('约1. 5亿元', 1)?.value).toBe('1.5');
    expect(arabicNumeral('1. 5亿元', 0)?.value).toBe('1');
  });

  test('grouped digits are read back whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (n) => {
        expect(arabicNumeral(n.toLocaleString('en'), 0)?.value).toBe(String(n));
      }),
    );
  });
});

test('full-width digits and signs become narrow, place for place; Chinese punctuation stays', () => {
  expect(narrow('增长１２．５％，达到３０ＭＷ。')).toBe('增长12.5%，达到30MW。');
});
