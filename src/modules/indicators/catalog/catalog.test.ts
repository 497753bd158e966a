import { expect, test } from 'vitest';
import { sameDimension, type Unit, units } from '../../../core/quantity.ts';
import { editionAt, type Indicator, ratioOf, readTyped, shownIn } from '../indicator.ts';
import { ratioExamples } from './examples.ts';
import { catalog, indicatorById } from './index.ts';

const of = (id: string): Indicator => indicatorById.get(id) as Indicator;
const typed = (id: string, text: string, unit = of(id).unit) => {
  const read = readTyped(of(id), text, unit);
  if (!('value' in read)) throw new Error(`${text} ${unit} is no figure of ${id}`);
  return read.value;
};

test('the dictionary has at least forty indicators, each with an id, a name and words that are its alone', () => {
  expect(catalog.length).toBeGreaterThanOrEqual(40);
  expect(indicatorById.size).toBe(catalog.length);
  const names = catalog.flatMap(({ label, aliases }) => [label.zh, label.en, ...aliases]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test.each(catalog.map((each) => [each.id, each] as const))(
  '%s is kept in a unit of the same kind as it is written in',
  (_, indicator) => {
    const [written, kept] = [units.parse(indicator.unit), units.parse(indicator.base)];
    expect(written).not.toBeNull();
    expect(kept).not.toBeNull();
    expect(sameDimension(written as Unit, kept as Unit)).toBe(true);
  },
);

test('a ratio names its two parts, a weighted rate its weight, and both are indicators that are typed', () => {
  for (const { id, aggregation, above, below, weight } of catalog) {
    const parts = { sum: [], last: [], ratio: [above, below], weighted: [weight] }[aggregation];
    for (const part of parts)
      expect(indicatorById.get(part ?? '')?.aggregation, `${id}: ${part}`).toMatch(/^(sum|last)$/);
    if (aggregation !== 'ratio') expect([above, below], id).toEqual([undefined, undefined]);
  }
});

test('every derived indicator has a worked example', () => {
  const derived = catalog.filter(({ aggregation }) => aggregation === 'ratio').map(({ id }) => id);
  expect(ratioExamples.map(([id]) => id).toSorted()).toEqual(derived.toSorted());
});

test.each(ratioExamples)('%s: %s over %s is %s', (id, above, below, result) => {
  const indicator = of(id);
  const [top, bottom] = [indicator.above as string, indicator.below as string];
  const value = ratioOf(
    indicator,
    { value: typed(top, above), base: of(top).base },
    { value: typed(bottom, below), base: of(bottom).base },
  );
  expect('missing' in value ? value : shownIn(indicator, value as never)).toBe(result);
});

test('what is typed in any unit of land comes back without a remainder', () => {
  expect(typed('land.used-area', '1', '平方公里').toFixed()).toBe('1500');
  expect(typed('land.used-area', '100', '公顷').toFixed()).toBe('1500');
  expect(typed('land.used-area', '2000', '平方米').toFixed()).toBe('3');
  expect(shownIn(of('land.approved-area'), typed('land.approved-area', '123.45'))).toBe('123.45');
});

test('full-width digits are read, words and other measures are not, a reason is a hole', () => {
  const gdp = of('economy.gdp');
  expect(typed('economy.gdp', '１２．５').toFixed()).toBe('1250000000');
  expect(readTyped(gdp, '12.5 左右', '亿元')).toEqual({ refused: 'number' });
  expect(readTyped(gdp, '1,23', '亿元')).toEqual({ refused: 'number' });
  expect(readTyped(gdp, '12', '公顷')).toEqual({ refused: 'unit' });
  expect(readTyped(gdp, '未报送', '亿元')).toEqual({ hole: 'not-reported' });
});

test('an old period keeps the definition that it had', () => {
  const gdp = of('economy.gdp');
  const [first] = gdp.editions;
  const changed: Indicator = {
    ...gdp,
    editions: [first as never, { ...(first as never as object), since: '2025' } as never],
  };
  expect(editionAt(changed, '2024-12').since).toBe(first?.since);
  expect(editionAt(changed, '2025-01').since).toBe('2025');
  expect(editionAt(changed, '1999').since).toBe(first?.since);
});
