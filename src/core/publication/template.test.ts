import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missing, missingReasons } from '../missing.ts';
import { plainText } from './document.ts';
import { fillTemplate, parseTemplate, type Quantity } from './template.ts';

const sentence = parseTemplate(
  '{name}{value:完成{}{unit}|数据缺失（{}）}，同比{growth:增长{}%|下降{}%|持平|无可比基数}。',
);
const quantity = (value: string | Quantity['value'], digits = 1): Quantity => ({
  value: typeof value === 'string' ? new Decimal(value) : value,
  digits,
});
const say = (value: Quantity, growth: Quantity) =>
  plainText(fillTemplate(sentence, { name: '总产值', unit: '亿元', value, growth }));

test('the word follows the sign and the number loses it', () => {
  expect(say(quantity('182.64'), quantity('9.34'))).toBe('总产值完成182.6亿元，同比增长9.3%。');
  expect(say(quantity('182.65'), quantity('-2.4'))).toBe('总产值完成182.7亿元，同比下降2.4%。');
});

test('what rounds to zero neither grows nor falls', () => {
  expect(say(quantity('10'), quantity('0.04'))).toBe('总产值完成10.0亿元，同比持平。');
  expect(say(quantity('10'), quantity('-0.04'))).toBe('总产值完成10.0亿元，同比持平。');
});

test('a hole says its reason, never a zero', () => {
  expect(say(quantity(missing('not-reported')), quantity(missing('zero-denominator')))).toBe(
    '总产值数据缺失（未报送），同比无可比基数。',
  );
  expect(plainText(fillTemplate(parseTemplate('{value}'), { value: quantity(missing('suppressed')) }))).toBe(
    missingReasons.suppressed.zh,
  );
});

test('a figure keeps its source, and its minus where a word says it', () => {
  const source = { kind: 'observation' as const, id: 'a1' };
  const runs = fillTemplate(parseTemplate('下降{rate:{}|{}|{}}%'), { rate: { ...quantity('-2.4'), source } });
  expect(runs).toEqual(['下降', { text: '2.4', source, isNegative: true }, '%']);
});

test('a place without data or with a broken brace is refused', () => {
  expect(() => fillTemplate(parseTemplate('{nothing}'), {})).toThrow('nothing');
  for (const text of ['{name', 'a}b', '{a:b', '{a:1|2|3|4|5}', '{a|b}'])
    expect(() => parseTemplate(text), text).toThrow(/模板/);
});

test('words and numbers say the same for any value: the sign word, the magnitude, the rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }), (raw, digits) => {
      const value = new Decimal(raw).div(1000);
      const rounded = value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
      const text = plainText(fillTemplate(parseTemplate('{x:增{}|减{}|平}'), { x: { value, digits } }));
      if (rounded.isZero()) return text === '平';
      return text === `${rounded.isNegative() ? '减' : '增'}${rounded.abs().toFixed(digits)}`;
    }),
  );
});

test('text without braces comes through as it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      fc.pre(!/[{}]/.test(text));
      return plainText(fillTemplate(parseTemplate(text), {})) === text;
    }),
  );
});
