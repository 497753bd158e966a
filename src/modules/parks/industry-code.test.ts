import { describe, expect, test } from 'vitest';
import { industries, industryCodeOf, sayIndustry } from './industry-code.ts';

const neighbours = { find: () => ({ value: null }), nameOf: () => null };

describe('industries of GB/T 4754', () => {
  test.each([
    ['13', '13'],
    ['C13', '13'],
    ['c', 'C'],
    ['13 农副食品加工业', '13'],
    ['农副食品加工业', '13'],
    ['1331', '1331'],
    ['３５', '35'],
    ['99', null],
    ['算力业', null],
  ])('%s is %s', (text, code) => expect(industryCodeOf(text)).toBe(code));

  test('a list is written so that it reads back, names with commas of their own included', () => {
    const codes = ['B', '11', '35', '3511'];
    expect(industries.read(industries.write(codes as never, neighbours), neighbours)).toEqual({ value: codes });
    expect(sayIndustry('A')).toBe('A 农、林、牧、渔业');
  });
});
