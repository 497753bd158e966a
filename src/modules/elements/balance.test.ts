import { describe, expect, it, test } from 'vitest';
import { exact } from './amount.ts';
import {
  type Book,
  cellOf,
  type Demand,
  excessOf,
  firstShort,
  freeFrom,
  type Grant,
  type Pot,
  type Rules,
  stateOf,
} from './balance.ts';
import { lifeOf, monthOf, numberOf, spanOf } from './month.ts';

const land: Rules = { behaviour: 'stock', carry: 'year' };
const energy: Rules = { behaviour: 'flow', carry: 'year' };
const labour: Rules = { behaviour: 'level', carry: 'none' };

const pot = (rules: Rules, period: string, amount: string, more: Partial<Pot> = {}): Pot => ({
  id: 'q1',
  unitPath: 'a.b',
  parentId: null,
  life: lifeOf(rules, period),
  amount: exact(amount),
  ...more,
});
const asks = (from: string, to: string | null, amount: string, more: Partial<Demand> = {}): Demand => ({
  projectId: 'p1',
  unitPath: 'a.b',
  span: spanOf(from, to),
  amount: exact(amount),
  ...more,
});
const gives = (from: string, to: string | null, amount: string, more: Partial<Grant> = {}): Grant => ({
  ...asks(from, to, amount),
  potId: 'q1',
  ...more,
});
const book = (rules: Rules, demands: Book['demands'], pots: Book['pots'], grants: Book['grants'] = []): Book => ({
  rules,
  demands,
  pots,
  grants,
});
const at = (of: Book, month: string) => {
  const { demand, quota, allocated, free, lacking, short } = cellOf(of, numberOf(month));
  return [demand, quota, allocated, free, lacking, short].map((each) => each?.toFixed() ?? null);
};

describe('land, which is used once', () => {
  const two = [asks('2026-03', null, '100'), asks('2026-07', null, '80', { projectId: 'p2' })];

  it('is short from the month in which the sum of what is asked passes the quota of the year', () => {
    const of = book(land, two, [pot(land, '2026', '150')]);
    expect(at(of, '2026-06')).toEqual(['100', '150', '0', '150', '100', '0']);
    expect(at(of, '2026-07')).toEqual(['180', '150', '0', '150', '180', '30']);
    const cells = ['2026-06', '2026-07', '2026-08'].map((month) => ({
      month: numberOf(month),
      ...cellOf(of, numberOf(month)),
    }));
    expect(firstShort(cells)).toMatchObject({ month: numberOf('2026-07') });
  });

  it('stays with the project when the quota lapses at the end of the year, and what lacks goes on lacking', () => {
    const grants = [gives('2026-03', null, '100'), gives('2026-07', null, '50', { projectId: 'p2' })];
    const of = book(land, two, [pot(land, '2026', '150')], grants);
    expect(at(of, '2026-12')).toEqual(['180', '150', '150', '0', '30', '30']);
    expect(at(of, '2027-01')).toEqual(['30', null, '0', '0', '30', null]);
    const next = book(land, two, [...of.pots, pot(land, '2027', '40', { id: 'q2' })], grants);
    expect(at(next, '2027-01')).toEqual(['30', '40', '0', '40', '30', '0']);
  });

  it('counts to the last digit: three parts of a hundred mu and a third are no more than three hundred and one', () => {
    const third = exact('100.333333').times(3);
    const grants = Array.from({ length: 3 }, (_, i) => gives('2026-03', null, '100.333333', { projectId: `p${i}` }));
    const holds = pot(land, '2026', third.toFixed());
    expect(excessOf(book(land, [], [holds], grants), holds)).toBeNull();
    const lacks = pot(land, '2026', third.minus('0.000001').toFixed());
    expect(excessOf(book(land, [], [lacks], grants), lacks)?.over.toFixed()).toBe('0.000001');
  });
});

describe('energy, which is used every month', () => {
  const of = book(energy, [asks('2026-01', '2026-12', '10')], [pot(energy, '2026', '100')]);

  it('is short from the month in which the quota of the year is used up', () => {
    expect(at(of, '2026-10')).toEqual(['100', '100', '0', '100', '100', '0']);
    expect(at(of, '2026-11')).toEqual(['110', '100', '0', '100', '110', '10']);
  });

  it('begins anew in January: neither what was asked nor what was left comes along', () => {
    const grants = [gives('2026-01', '2026-08', '10')];
    const years = book(
      energy,
      [asks('2026-01', null, '10')],
      [...of.pots, pot(energy, '2027', '5', { id: 'q2' })],
      grants,
    );
    expect(at(years, '2026-12')).toEqual(['120', '100', '80', '20', '40', '20']);
    expect(at(years, '2027-01')).toEqual(['10', '5', '0', '5', '10', '5']);
  });

  it('of a quota, all months that were given are gone, also those to come', () => {
    const given = book(energy, of.demands, of.pots, [gives('2026-01', '2026-10', '10')]);
    const january = spanOf('2026-01', '2026-01');
    expect(freeFrom(given, given.pots[0] as Pot, january).toFixed()).toBe('0');
    const late = asks('2026-01', '2026-01', '1', { projectId: 'p2' });
    expect(at({ ...given, demands: [...given.demands, late] }, '2026-01')[5]).toBe('1');
  });
});

describe('labour, which is held month by month', () => {
  it('is short in the months that ask for more than is there, and in no other', () => {
    const of = book(
      labour,
      [asks('2026-03', '2026-05', '30'), asks('2026-05', '2026-06', '30')],
      [pot(labour, '2026-Q2', '40')],
    );
    expect(at(of, '2026-03')).toEqual(['30', null, '0', '0', '30', null]);
    expect(at(of, '2026-04')).toEqual(['30', '40', '0', '40', '30', '0']);
    expect(at(of, '2026-05')).toEqual(['60', '40', '0', '40', '60', '20']);
    expect(at(of, '2026-07')).toEqual(['0', null, '0', '0', '0', null]);
  });

  it('a quota may be given again in another month', () => {
    const holds = pot(labour, '2026-H1', '40');
    const grants = [gives('2026-01', '2026-03', '40'), gives('2026-04', '2026-06', '40', { projectId: 'p2' })];
    expect(excessOf(book(labour, [], [holds], grants), holds)).toBeNull();
    const third = gives('2026-03', '2026-03', '1', { projectId: 'p3' });
    expect(excessOf(book(labour, [], [holds], [...grants, third]), holds)).toMatchObject({
      month: numberOf('2026-03'),
    });
  });
});

describe('nested units', () => {
  const county = pot(land, '2026', '150', { unitPath: 'a' });
  const zone = pot(land, '2026', '60', { id: 'q2', unitPath: 'a.b', parentId: 'q1' });

  it('what was passed down is counted once, where it went', () => {
    const of = book(land, [], [county, zone]);
    expect(at(of, '2026-01').slice(1, 4)).toEqual(['150', '0', '150']);
    expect(at(book(land, [], [zone]), '2026-01').slice(1, 4)).toEqual(['60', '0', '60']);
    expect(excessOf(book(land, [], [county, { ...zone, amount: exact(151) }]), county)?.over.toFixed()).toBe('1');
  });

  it('a zone’s quota serves its own projects only; the county’s serves both', () => {
    const beside = asks('2026-01', null, '100', { unitPath: 'a.c' });
    const zoneOnly = book(land, [beside], [pot(land, '2026', '200', { unitPath: 'a.b' })]);
    expect(at(zoneOnly, '2026-01')[5]).toBe('100');
    expect(at(book(land, [beside], [county, zone]), '2026-01')[5]).toBe('10');
  });
});

test.each([
  ['none', { demand: 0, lacking: 0, short: 0 }],
  ['met', { demand: 1, lacking: 0, short: 0 }],
  ['waiting', { demand: 1, lacking: 1, short: 0 }],
  ['short', { demand: 1, lacking: 1, short: 1 }],
] as const)('a month says “%s”', (state, { demand, lacking, short }) => {
  expect(stateOf({ demand: exact(demand), lacking: exact(lacking), short: exact(short) })).toBe(state);
});

test('a month in which somebody asks and no quota stands says so instead of counting zero', () => {
  expect(stateOf(cellOf(book(land, [asks('2026-01', null, '1')], []), numberOf('2026-01')))).toBe('unset');
});

test('months are counted through', () => {
  expect(monthOf(numberOf('2026-12') + 1)).toBe('2027-01');
});
