import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountOf,
  compareAmounts,
  convert,
  formatAmount,
  inBase,
  round,
  roundings,
  type Unit,
  units,
  unitsWith,
} from './quantity.ts';

const unit = (name: string): Unit => units.parse(name) as Unit;
const convertText = (value: string, from: string, to: string) =>
  convert({ value: new Decimal(value), unit: unit(from) }, unit(to))?.value.toFixed();

describe('units of the field', () => {
  test.each([
    ['1.5', '万亿元', '亿元', '15000'],
    ['3', '亩', '平方米', '2000'],
    ['29.48', '平方公里', '公顷', '2948'],
    ['15', '亩', '公顷', '1'],
    ['1', 'hm2', '㎡', '10000'],
    ['1.5', '万千瓦', 'MW', '15'],
    ['30', 'MW', '千瓦', '30000'],
    ['28', '吉瓦', 'GW', '28'],
    ['3', '亿千瓦时', '万度', '30000'],
    ['1000', '亿斤', '万吨', '5000'],
    ['280', '万元/亩', '亿元/平方公里', '42'],
    ['0.8', '吨标准煤/万元', 'kgce/元', '0.08'],
    ['4', '%', '‰', '40'],
    ['2', '成', '%', '20'],
    ['1.5', '个百分点', '%', '1.5'],
    ['24', '户', '家', '24'],
    ['120', 'KWH', '度', '120'],
  ])('%s %s is as much as %s: %s', (value, from, to, expected) => {
    expect(convertText(value, from, to)).toBe(expected);
  });

  test('money of two countries, area and length, or an unknown word do not convert', () => {
    expect(convert({ value: new Decimal(1), unit: unit('万美元') }, unit('万元'))).toBeNull();
    expect(convert({ value: new Decimal(1), unit: unit('亩') }, unit('米'))).toBeNull();
    expect(units.parse('蓝天')).toBeNull();
    expect(units.parse('万元/蓝天')).toBeNull();
    expect(amountOf('1', '蓝天')).toBeNull();
  });

  test('the end of a unit is found in running text, and a Latin unit ends with its word', () => {
    expect(units.endOfUnit('万千瓦时以上', 0)).toBe(4);
    expect(units.endOfUnit('5G网络', 1)).toBe(1);
    expect(units.endOfUnit('130t/h锅炉', 3)).toBe(4);
  });

  test('an office adds its own unit and it converts with the shipped ones', () => {
    const own = unitsWith([{ name: '担', factor: '50', unit: '公斤' }]);
    const amount = amountOf('20', '万担', own);
    expect(amount && inBase(amount).toFixed()).toBe('10000000');
    expect(own.endOfUnit('20万担', 2)).toBe(4);
  });
});

describe('properties', () => {
  const names = ['元', '万元', '亿元', '百万元', '万亿元'];
  const areas = ['亩', '万亩', '公顷', '平方公里', '平方米', 'km2'];
  const value = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }));
  const decimal = ([digits, places]: [number, number]) => new Decimal(digits).div(new Decimal(10).pow(places));

  test('a value converted there and back is the same value', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(...areas), fc.constantFrom(...areas), (v, a, b) => {
        const there = convert({ value: decimal(v), unit: unit(a) }, unit(b));
        const back = there && convert(there, unit(a));
        expect(back?.value.toDecimalPlaces(30).eq(decimal(v))).toBe(true);
      }),
    );
  });

  test('going through a third unit changes nothing', () => {
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        (v, a, b, c) => {
          const amount = { value: decimal(v), unit: unit(a) };
          const through = convert(amount, unit(b));
          expect(through && convert(through, unit(c))?.value.toFixed()).toBe(convert(amount, unit(c))?.value.toFixed());
        },
      ),
    );
  });

  test('comparison does not depend on the unit it is written in', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom(...areas), fc.constantFrom(...areas), (v, w, a, b) => {
        const [x, y] = [
          { value: decimal(v), unit: unit(a) },
          { value: decimal(w), unit: unit(b) },
        ];
        const forth = compareAmounts(x, y) as number;
        const back = compareAmounts(y, x) as number;
        expect(forth === 0 ? back : forth * back).toBe(forth === 0 ? 0 : -1);
        expect(Math.sign(forth)).toBe(inBase(x).comparedTo(inBase(y)));
      }),
    );
  });

  test('rounding never moves a value by more than one unit of its last digit', () => {
    const rules = Object.keys(roundings) as (keyof typeof roundings)[];
    fc.assert(
      fc.property(value, fc.constantFrom(...rules), fc.integer({ min: 0, max: 3 }), (v, rule, digits) => {
        const step = new Decimal(10).pow(-digits);
        expect(round(decimal(v), digits, rule).minus(decimal(v)).abs().lt(step)).toBe(true);
      }),
    );
  });
});

test('the named rules round a half as the standards say', () => {
  expect(round(new Decimal('2.5'), 0).toFixed()).toBe('3');
  expect(round(new Decimal('2.5'), 0, 'half-even').toFixed()).toBe('2');
  expect(round(new Decimal('2.9'), 0, 'down').toFixed()).toBe('2');
  expect(round(new Decimal('2.1'), 0, 'up').toFixed()).toBe('3');
});

test('amounts are written with grouped digits and their unit', () => {
  expect(formatAmount({ value: new Decimal('1397034.5'), unit: unit('万元') }, 2)).toBe('1,397,034.50 万元');
  expect(formatAmount({ value: new Decimal('-3'), unit: unit('%') })).toBe('-3%');
});
