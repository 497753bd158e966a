import { describe, expect, test } from 'vitest';
import { figuresOfFact, lastDayIn, measureOfWord, promiseOf } from './adoption.ts';
import { type NewPromise, promiseMeasures } from './promise.ts';
import { askOf, lastDayOf, sayPromise, wordsOfPromise } from './promise-words.ts';

const promise = (given: Partial<NewPromise>): NewPromise => ({
  measure: 'investment',
  what: null,
  typed: '4.9',
  unit: '亿元',
  dueOn: null,
  period: null,
  owner: null,
  source: { kind: 'typed', note: null },
  ...given,
});

describe('the words of a promise', () => {
  test('what has to be entered is a step, a reported figure or a finding, and every measure says one', () => {
    expect(askOf({ measure: 'completion' }).zh).toBe('在项目页办理“竣工”，或登记实际日期与佐证');
    expect(askOf({ measure: 'investment' }).zh).toBe('报表填报“项目完成投资”并审定，或登记实际数与佐证');
    expect(askOf({ measure: 'capacity' }).zh).toBe('登记实际数，附佐证');
    expect(askOf({ measure: 'condition' }).zh).toBe('认定是否履行，附佐证');
    const open = promiseMeasures.map(({ id }) => askOf({ measure: id })).filter(({ zh, en }) => /[{}]/.test(zh + en));
    expect(open).toEqual([]);
  });

  test('a figure stands in base units beside what was typed, and a period is due at its end', () => {
    const worded = wordsOfPromise(promise({ period: '2026-02' }));
    expect(worded).toMatchObject({ value: '490000000', dimension: 'CNY', typed: '4.9', dueOn: '2026-02-28' });
    expect(sayPromise(worded)).toEqual({ zh: '总投资 不少于 4.9 亿元', en: 'Investment at least 4.9 亿元' });
    expect([lastDayOf('2024-Q1'), lastDayOf('2024-02'), lastDayOf('2024')]).toEqual([
      '2024-03-31',
      '2024-02-29',
      '2024-12-31',
    ]);
  });

  test('a year’s money is money, and energy and land are ceilings', () => {
    expect(wordsOfPromise(promise({ measure: 'tax', unit: '万元/年' })).dimension).toBe('CNY/year');
    const energy = wordsOfPromise(promise({ measure: 'energy', typed: '0.3', unit: null }));
    expect(energy).toMatchObject({ comparator: 'at-most', unit: '吨标准煤/万元' });
  });

  test('what cannot be measured so is refused with what to write instead', () => {
    expect(() => wordsOfPromise(promise({ unit: '亩' }))).toThrow(/万元/);
    expect(() => wordsOfPromise(promise({ unit: '蚂蚁' }))).toThrow(/读不懂/);
    expect(() => wordsOfPromise(promise({ typed: '许多' }))).toThrow(/读不懂/);
    expect(() => wordsOfPromise(promise({ typed: null }))).toThrow(/数值/);
    expect(() => wordsOfPromise(promise({ measure: 'start', typed: null }))).toThrow(/日期/);
    expect(() => wordsOfPromise(promise({ measure: 'condition', typed: null }))).toThrow(/内容/);
  });

  test('no two measures share a word of the documents', () => {
    const names = promiseMeasures.flatMap((each) => each.names);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('figures of a plan', () => {
  test('words of documents find their measure, the longest ending first; others stay others', () => {
    expect(['年销售收入', '达产后亩均税收', '利税', '达产年利税', '床位'].map(measureOfWord)).toEqual([
      'revenue',
      'tax-per-mu',
      'profit-tax',
      'profit-tax',
      'other',
    ]);
  });

  test('days are the last of what is named', () => {
    expect([lastDayIn('2024年'), lastDayIn('2024年2月'), lastDayIn('2025-06'), lastDayIn('近期')]).toEqual([
      '2024-12-31',
      '2024-02-29',
      '2025-06-30',
      null,
    ]);
  });

  test('a project gives its money, days and quantities, each with its line; money of another currency stays what it is', () => {
    const source = { line: 7, quote: '…', start: 0, end: 1 };
    const figures = figuresOfFact({
      name: '一期',
      owner: null,
      location: null,
      industry: null,
      investment: { value: 4.9, unit: '亿元' } as never,
      start: '2023',
      finish: '2025年6月',
      quantities: [{ name: '年销售收入', value: 3, unit: '亿日元', source: { ...source, line: 9 } }],
      status: null,
      list: null,
      source,
    });
    expect(figures.map(({ measure, dueOn, line }) => [measure, dueOn, line])).toEqual([
      ['investment', '2025-06-30', 7],
      ['start', '2023-12-31', 7],
      ['completion', '2025-06-30', 7],
      ['revenue', null, 9],
    ]);
    const yen = promiseOf(figures[3] as never, { kind: 'typed', note: null });
    expect(yen).toMatchObject({ measure: 'other', what: '销售收入' });
    expect(
      promiseOf({ ...(figures[3] as never as object), unit: '蚂蚁' } as never, { kind: 'typed', note: null }),
    ).toBeNull();
  });
});
