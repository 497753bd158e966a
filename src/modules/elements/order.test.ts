import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from './amount.ts';
import { type Book, excessOf, type Pot, type Rules } from './balance.ts';
import { lifeOf, monthOf, numberOf, spanOf } from './month.ts';
import { exceedsDemand, inOrder, type Merit, proposeFrom, type Wanted, wantedFrom } from './order.ts';

const land: Rules = { behaviour: 'stock', carry: 'year' };
const energy: Rules = { behaviour: 'flow', carry: 'year' };
const labour: Rules = { behaviour: 'level', carry: 'none' };

const merit = (
  projectId: string,
  first: number | null,
  second: number | null = null,
  isVetoed: boolean | null = false,
) => ({
  projectId,
  name: projectId,
  unitPath: 'a',
  isVetoed,
  first: first === null ? null : exact(first),
  second: second === null ? null : exact(second),
  wanted: { span: spanOf('2026-03', '2026-12'), amount: exact(60) },
});
const pot = (rules: Rules, amount: number): Pot => ({
  id: 'q1',
  unitPath: 'a',
  parentId: null,
  life: lifeOf(rules, '2026'),
  amount: exact(amount),
});
const demand = (projectId: string, from: string, to: string | null, amount: number) => ({
  projectId,
  unitPath: 'a',
  span: spanOf(from, to),
  amount: exact(amount),
});
const names = (sorted: readonly Merit[]) => sorted.map(({ projectId }) => projectId);
const said = (wanted: Wanted | null | undefined) =>
  wanted && [monthOf(wanted.span.from), monthOf(wanted.span.to), wanted.amount.toFixed()];

describe('the order', () => {
  it('goes by the first merit, then the second; who has no figure comes after those who have one', () => {
    expect(names(inOrder([merit('c', null, 9), merit('b', 1, 2), merit('a', 1, 3), merit('d', 2)]))).toEqual([
      'd',
      'a',
      'b',
      'c',
    ]);
  });

  it('leaves what is vetoed to the end, and one that nobody has judged among the others', () => {
    expect(names(inOrder([merit('a', 9, 9, true), merit('b', 1, 1, null), merit('c', 2)]))).toEqual(['c', 'b', 'a']);
  });

  it('among equals serves who needs it sooner', () => {
    const later = { ...merit('a', 1), wanted: { span: spanOf('2026-05', '2026-12'), amount: exact(1) } };
    expect(names(inOrder([later, merit('b', 1)]))).toEqual(['b', 'a']);
  });

  it('is the same whatever order the projects come in', () => {
    const each = fc.record({
      first: fc.option(fc.integer({ min: 0, max: 2 })),
      second: fc.option(fc.nat(2)),
      veto: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(each, { maxLength: 8 }), fc.nat(), (drawn, turn) => {
        const all = drawn.map(({ first, second, veto }, i) => merit(`p${i}`, first, second, veto));
        const cut = turn % Math.max(1, all.length);
        expect(names(inOrder([...all.slice(cut), ...all.slice(0, cut)]))).toEqual(names(inOrder(all)));
      }),
    );
  });
});

describe('what a project still wants', () => {
  const book = (rules: Rules, demands: Book['demands'], grants: Book['grants'] = []): Book => ({
    rules,
    demands,
    pots: [],
    grants,
  });

  it('of land is all that it lacks within the life of the quota, from the month in which it is needed', () => {
    const of = book(
      land,
      [demand('p', '2026-03', null, 100), demand('p', '2026-09', null, 20)],
      [{ ...demand('p', '2026-03', null, 30), potId: 'q1' }],
    );
    expect(said(wantedFrom(of, 'p', pot(land, 9), numberOf('2026-01')))).toEqual(['2026-03', '2026-12', '90']);
  });

  it('of a flow is so much in each of the months that lack it', () => {
    const of = book(
      energy,
      [demand('p', '2026-03', '2027-06', 10)],
      [{ ...demand('p', '2026-03', '2026-04', 10), potId: 'q1' }],
    );
    expect(said(wantedFrom(of, 'p', pot(energy, 9), numberOf('2026-01')))).toEqual(['2026-05', '2026-12', '10']);
    expect(wantedFrom(of, 'other', pot(energy, 9), numberOf('2026-01'))).toBeNull();
  });
});

describe('the proposal', () => {
  it('serves the better project in full, the next with what is left, and the vetoed not at all', () => {
    const all = [merit('b', 1), merit('a', 2), merit('x', 9, 9, true), merit('c', 0)];
    const lines = proposeFrom({ rules: land, demands: [], pots: [], grants: [] }, pot(land, 100), all);
    expect(
      lines.map(({ candidate, place, offer }) => [candidate.projectId, place, offer?.amount.toFixed() ?? null]),
    ).toEqual([
      ['a', 1, '60'],
      ['b', 2, '40'],
      ['c', 3, null],
      ['x', null, null],
    ]);
  });

  it('gives a flow for fewer months rather than less of it', () => {
    const [line] = proposeFrom({ rules: energy, demands: [], pots: [], grants: [] }, pot(energy, 200), [merit('a', 1)]);
    expect(said(line?.offer)).toEqual(['2026-03', '2026-05', '60']);
  });

  it('never takes more out of a quota than it holds', () => {
    const each = fc.record({
      first: fc.nat(3),
      amount: fc.integer({ min: 1, max: 90_000 }),
      from: fc.nat(11),
      length: fc.nat(11),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(land, energy, labour),
        fc.array(each, { maxLength: 8 }),
        fc.integer({ min: 1, max: 300 }),
        (rules, drawn, holds) => {
          const from = pot(rules, holds);
          const all = drawn.map(({ first, amount, from: start, length }, i) => ({
            ...merit(`p${i}`, first),
            wanted: {
              span: {
                from: numberOf('2026-01') + start,
                to: Math.min(numberOf('2026-12'), numberOf('2026-01') + start + length),
              },
              amount: exact(amount).div(1000),
            },
          }));
          const book: Book = { rules, demands: [], pots: [from], grants: [] };
          const grants = proposeFrom(book, from, all).flatMap(({ candidate: { projectId, unitPath }, offer }) =>
            offer === null ? [] : [{ potId: 'q1', projectId, unitPath, ...offer }],
          );
          expect(excessOf({ ...book, grants }, from)).toBeNull();
        },
      ),
    );
  });
});

describe('a grant beyond what is asked', () => {
  const book: Book = {
    rules: energy,
    demands: [demand('p', '2026-03', '2026-06', 10)],
    pots: [],
    grants: [{ ...demand('p', '2026-03', '2026-04', 6), potId: 'q1' }],
  };

  it('names the first month in which it is too much', () => {
    const grant = { ...demand('p', '2026-04', '2026-06', 5), potId: 'q1' };
    expect(exceedsDemand(book, grant)).toBe(numberOf('2026-04'));
    expect(exceedsDemand(book, { ...grant, span: spanOf('2026-05', '2026-06') })).toBeNull();
    expect(exceedsDemand(book, { ...grant, span: spanOf('2026-05', '2026-07') })).toBe(numberOf('2026-07'));
  });

  it('land may be given before the month in which it is needed', () => {
    const of: Book = { rules: land, demands: [demand('p', '2026-06', null, 10)], pots: [], grants: [] };
    const grant = { ...demand('p', '2026-01', '2026-12', 10), potId: 'q1' };
    expect(exceedsDemand(of, grant)).toBeNull();
    expect(exceedsDemand(of, { ...grant, amount: exact('10.5') })).not.toBeNull();
  });
});
