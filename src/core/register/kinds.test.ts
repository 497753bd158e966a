import { describe, expect, test } from 'vitest';
import { choice, day, measure, measureOf, showMeasure, words, yearly, years } from './kinds.ts';

const neighbours = { find: () => ({ value: null }), nameOf: () => null };

describe('cells of a register', () => {
  test.each([
    ['3.2平方公里', '3200000'],
    ['1,200 亩', '800000'],
    ['15', '150000'],
    ['１５公顷', '150000'],
    ['15万元', undefined],
    ['约15公顷', undefined],
    ['1.2.3', undefined],
  ])('%s as an area is %s m²', (text, value) => expect(measureOf(text, '公顷')?.value).toBe(value));

  test('the typed value is kept beside the base value and grouped for the eye', () => {
    expect(measureOf('1,234,567.5 亩', '亩')).toEqual({ value: expect.any(String), typed: '1234567.5', unit: '亩' });
    expect(showMeasure({ value: '1', typed: '1234567.8912', unit: '亩' })).toBe('1,234,567.8912 亩');
  });

  test.each([
    [day, '2024年3月1日', '2024-03-01'],
    [day, '2024/3', '2024-03-01'],
    [day, '2024-02-30', undefined],
    [years, '2025年、2024', ['2024', '2025']],
    [years, '24', undefined],
    [words, '甲园、甲园；乙园', ['甲园', '乙园']],
    [choice({ on: { zh: '是', en: 'Yes' } }), '是', 'on'],
    [choice({ on: { zh: '是', en: 'Yes' } }), '否', undefined],
  ])('%# a cell %s is read or refused', (kind, cell, value) => {
    const reading = kind.read(cell as string, neighbours);
    expect('value' in reading ? reading.value : undefined).toEqual(value);
  });

  test('a plan by year reads back as it is written', () => {
    const kind = yearly('万元');
    const reading = kind.read('2026：1200万元；2027年：0.8亿元', neighbours);
    expect(reading).toEqual({
      value: {
        2026: { value: '12000000', typed: '1200', unit: '万元' },
        2027: { value: '80000000', typed: '0.8', unit: '亿元' },
      },
    });
    const { value } = reading as { value: never };
    expect(kind.read(kind.write(value, neighbours), neighbours)).toEqual(reading);
    expect(measure('万元').write(null as never, neighbours)).toBe('');
  });
});
