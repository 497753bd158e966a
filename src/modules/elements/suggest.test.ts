import { expect, test } from 'vitest';
import { type Promised, suggestionsOf } from './suggest.ts';

const promised = (id: string, measure: string, typed: string, unit: string): Promised => ({
  id,
  measure,
  typed,
  unit,
  dimension: null,
  said: { zh: `${measure} ${typed}${unit}`, en: `${measure} ${typed}${unit}` },
});
const days = { startOn: '2027-03-01', finishOn: '2028-06-30', startedOn: null, producingOn: null };
const today = '2026-11-22';
const suggested = (promises: readonly Promised[], own = days) =>
  suggestionsOf(promises, own, today, new Set()).map(({ element, from, quantity, key }) => [
    element,
    from,
    quantity,
    key,
  ]);

test('land is suggested for the month of the start, people and energy for the month of production', () => {
  expect(
    suggested([
      promised('a', 'land', '10', '公顷'),
      promised('b', 'jobs', '300', '人'),
      promised('c', 'energy', '1200', '吨标准煤/年'),
    ]),
  ).toEqual([
    ['land', '2027-03', '150', 'land:a'],
    ['labour', '2028-06', '300', 'labour:b'],
    ['energy', '2028-06', '100', 'energy:c'],
  ]);
});

test('energy follows from energy per output times the output, and names both facts', () => {
  const [line] = suggestionsOf(
    [promised('a', 'energy', '0.5', '吨标准煤/万元'), promised('b', 'output', '2.4', '亿元')],
    days,
    today,
    new Set(),
  );
  expect(line).toMatchObject({ quantity: '1000', promiseIds: ['a', 'b'] });
  expect(line?.working?.zh).toContain('0.5 × 24000 ÷ 12 = 1000');
});

test('energy per output alone says nothing of an amount', () => {
  expect(suggested([promised('a', 'energy', '0.5', '吨标准煤/万元')])).toEqual([]);
});

test('a month that has passed is not asked for again: the need stands now, and the reason says so', () => {
  const [line] = suggestionsOf(
    [promised('a', 'land', '30', '亩')],
    { ...days, startOn: '2022-05-01' },
    today,
    new Set(),
  );
  expect(line).toMatchObject({ from: '2026-11', because: { zh: '开工 2022-05-01 已过，取本月' } });
});

test('a fact that a demand names already is marked, and one that is no area gives no land', () => {
  const promises = [promised('a', 'land', '30', '亩'), promised('b', 'jobs', '3', '万元')];
  const lines = suggestionsOf(promises, days, today, new Set(['a']));
  expect(lines.map(({ element, isTaken }) => [element, isTaken])).toEqual([['land', true]]);
});
