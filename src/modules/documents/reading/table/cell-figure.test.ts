import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellFigure } from './cell-figure.ts';

describe('a cell', () => {
  it.each([
    ['1,397,034', '=', ['1397034'], ''],
    ['１２．５', '=', ['12.5'], ''],
    ['85%', '=', ['85'], '%'],
    ['≥85%', '>=', ['85'], '%'],
    ['＞20', '>', ['20'], ''],
    ['120以上', '>=', ['120'], ''],
    ['约 1800', '~', ['1800'], ''],
    ['3-5', 'range', ['3', '5'], ''],
    ['8%—10%', 'range', ['8', '10'], '%'],
    ['-3.2', '=', ['-3.2'], ''],
    ['5.8 亿元', '=', ['5.8'], '亿元'],
    ['不低于300万元/亩', '>=', ['300'], '万元/亩'],
    ['4.70', '=', ['4.70'], ''],
    ['2000', '=', ['2000'], ''],
  ])('reads %s', (text, comparator, values, unit) => {
    expect(cellFigure(text)).toEqual({ values, comparator, unit, bracketed: false });
  });

  it('in square brackets is a sum over years', () => {
    expect(cellFigure('［200］')).toMatchObject({ values: ['200'], bracketed: true });
    expect(cellFigure('〔13.5〕')).toMatchObject({ values: ['13.5'], bracketed: true });
  });

  it.each([
    '',
    '—',
    '/',
    '预期性',
    '2021年',
    '2021-2023',
    '2021年4月',
    'H11',
    '新建2条生产线',
    '每年2次',
    '3个园区和2家企业',
  ])('does not read %j', (text) => {
    expect(cellFigure(text)).toBeNull();
  });

  it('reads back any decimal, also with thousands parted', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(99), (whole, part) => {
        const digits = `${whole}.${String(part).padStart(2, '0')}`;
        expect(cellFigure(digits)?.values).toEqual([digits]);
        const grouped = digits.replace(/\B(?=(\d{3})+\.)/g, ',');
        expect(cellFigure(grouped)?.values).toEqual([digits]);
      }),
    );
  });
});
