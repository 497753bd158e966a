import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from './amount.ts';
import { type Book, type Cell, cellOf, type Pot, type Rules } from './balance.ts';
import { lifeOf, numberOf } from './month.ts';

const land: Rules = { behaviour: 'stock', carry: 'year' };
const energy: Rules = { behaviour: 'flow', carry: 'year' };
const labour: Rules = { behaviour: 'level', carry: 'none' };

const paths = ['a', 'a.b', 'a.b.c', 'a.b.d', 'a.e'];
const amounts = fc.integer({ min: 1, max: 500_000 }).map((n) => exact(n).div(1000));
const first = numberOf('2025-06');
const spans = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 14 }))
  .map(([from, length]) => ({ from: first + from, to: first + from + length }));
const allRules = fc.constantFrom<Rules>(land, energy, labour, { behaviour: 'stock', carry: 'always' });
const projects = Array.from({ length: 6 }, (_, i) => ({
  projectId: `p${i}`,
  unitPath: paths[i % paths.length] ?? 'a',
}));
const periods = ['2025', '2026', '2026-Q2', '2026-07', '2026-H2', '2027'];

/** Pots of any unit, some out of one above; grants to projects that a pot serves, wherever they lead. */
const books = allRules.chain((rules) =>
  fc
    .record({
      demands: fc.array(fc.record({ project: fc.constantFrom(...projects), span: spans, amount: amounts }), {
        maxLength: 12,
      }),
      pots: fc.array(
        fc.record({
          unitPath: fc.constantFrom(...paths),
          period: fc.constantFrom(...periods),
          amount: amounts,
          from: fc.nat(9),
        }),
        { maxLength: 8 },
      ),
      grants: fc.array(fc.record({ pot: fc.nat(9), project: fc.nat(9), span: spans, amount: amounts }), {
        maxLength: 14,
      }),
    })
    .map(({ demands, pots: drawn, grants }): Book => {
      const pots = drawn.map(({ unitPath, period, amount, from }, i): Pot => {
        const above = drawn[from % (i + 1)];
        const isBelow = above !== undefined && from < i && unitPath.startsWith(`${above.unitPath}.`);
        return { id: `q${i}`, unitPath, parentId: isBelow ? `q${from}` : null, life: lifeOf(rules, period), amount };
      });
      return {
        rules,
        demands: demands.map(({ project, ...line }) => ({ ...project, ...line })),
        pots,
        grants: grants.flatMap(({ pot: at, project, span, amount }) => {
          const from = pots[at % Math.max(1, pots.length)];
          if (from === undefined) return [];
          const served = projects.filter(
            ({ unitPath }) => unitPath === from.unitPath || unitPath.startsWith(`${from.unitPath}.`),
          );
          const to = served[project % Math.max(1, served.length)];
          return to === undefined ? [] : [{ potId: from.id, ...to, span, amount }];
        }),
      };
    }),
);
const months = fc.integer({ min: first, max: first + 30 });
const figures = ({ demand, quota, allocated, free, over, lacking, short }: Cell) =>
  [demand, quota, allocated, free, over, lacking, short].map((each) => each?.toFixed() ?? null);

describe('always', () => {
  it('allocated and free are the quota, and nothing else than what overruled it', () => {
    fc.assert(
      fc.property(books, months, (of, month) => {
        const { quota, allocated, free, over } = cellOf(of, month);
        expect(allocated.plus(free).toFixed()).toBe((quota ?? exact(0)).plus(over).toFixed());
      }),
    );
  });

  it('nothing is negative except a quota that passed down more than it had', () => {
    fc.assert(
      fc.property(books, months, (of, month) => {
        const { demand, allocated, free, over, lacking, short } = cellOf(of, month);
        for (const each of [demand, allocated, free, over, lacking, short ?? exact(0)])
          expect(each.isNegative()).toBe(false);
        expect(lacking.lte(demand)).toBe(true);
        if (short !== null) expect(short.lte(lacking)).toBe(true);
      }),
    );
  });

  it('the order of entries does not matter', () => {
    fc.assert(
      fc.property(books, months, (of, month) => {
        const turned = {
          ...of,
          demands: of.demands.toReversed(),
          pots: of.pots.toReversed(),
          grants: of.grants.toReversed(),
        };
        expect(figures(cellOf(turned, month))).toEqual(figures(cellOf(of, month)));
      }),
    );
  });

  it('units that lie apart add up to the unit above them', () => {
    fc.assert(
      fc.property(books, months, (of, month) => {
        const within = (path: string) => (each: { unitPath: string }) =>
          each.unitPath === path || each.unitPath.startsWith(`${path}.`);
        const part = (isIn: (each: { unitPath: string }) => boolean) =>
          cellOf({ ...of, demands: of.demands.filter(isIn), pots: of.pots.filter(isIn) }, month);
        const [b, e] = [part(within('a.b')), part(within('a.e'))];
        const own = part(({ unitPath }) => unitPath === 'a');
        const all = cellOf(of, month);
        const passed = of.pots.filter(({ parentId, unitPath }) => parentId !== null && unitPath !== 'a');
        const sumOf = (key: 'allocated' | 'lacking') =>
          [b, e, own].reduce((total, each) => total.plus(each[key]), exact(0)).toFixed();
        expect(sumOf('allocated')).toBe(all.allocated.toFixed());
        if (of.rules.behaviour !== 'stock') expect(sumOf('lacking')).toBe(all.lacking.toFixed());
        // Without what was handed down between them, quotas add up too.
        if (passed.length === 0)
          expect([b, e, own].reduce((total, { quota }) => total.plus(quota ?? 0), exact(0)).toFixed()).toBe(
            (all.quota ?? exact(0)).toFixed(),
          );
      }),
    );
  });

  it('what all units together hold is what was handed out at the top, however it was passed down', () => {
    fc.assert(
      fc.property(books, (of) => {
        const pooled = { ...of, rules: land, pots: of.pots.map((each) => ({ ...each, life: lifeOf(land, '2026') })) };
        const top = pooled.pots.filter(({ parentId }) => parentId === null);
        const total = top.reduce((sum, { amount }) => sum.plus(amount), exact(0));
        const { quota } = cellOf(pooled, numberOf('2026-05'));
        expect((quota ?? exact(0)).toFixed()).toBe(total.toFixed());
      }),
    );
  });
});
