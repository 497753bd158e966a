import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, prepare, type Subject } from './evaluate.ts';
import { editionWith } from './example.ts';
import { exact, type Fact } from './fact.ts';
import { ruleKinds } from './kinds/index.ts';

const subject = (facts: Record<string, Fact>, id = 'a'): Subject => ({
  id,
  facts: new Map(Object.entries(facts).map(([name, fact]) => [name, { fact }])),
});
const tiersOf = (params: Record<string, unknown>) => {
  const { data, error } = ruleKinds.tiers?.params.safeParse({ kind: 'tiers', value: 'x', ...params }) ?? {};
  if (error) throw error;
  return (x: Decimal): Fact =>
    ruleKinds.tiers?.run(data, {
      fact: () => x,
      number: () => x,
      column: () => [x],
      name: (id) => ({ zh: id, en: id }),
      say: (id) => ({ zh: id, en: id }),
      figure: () => x.toFixed(),
    }).value as Fact;
};

/** Ascending boundaries with rates that do not fall: what an office writes. */
const scale = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 6, maxLength: 6 }),
    fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  )
  .map(([starts, rates, included]) => {
    const ascending = [...rates].sort((a, b) => a - b);
    return [...starts]
      .sort((a, b) => a - b)
      .map((from, i) => ({ from, included: included[i] as boolean, rate: (ascending[i] as number) / 10_000 }));
  });
const amount = fc.integer({ min: 0, max: 15_000_000 }).map((cents) => exact(cents).div(100));
type Tiers = { from: number; included: boolean; rate: number }[];
const whole = (tiers: Tiers) => tiersOf({ method: 'whole', tiers, end: 'open', below: 0 });
const marginal = (tiers: Tiers) => tiersOf({ method: 'marginal', tiers, end: 'open', below: 0 });

describe('tiers', () => {
  it('never give less for more, by the whole amount or by its parts', () => {
    fc.assert(
      fc.property(scale, amount, amount, (tiers, a, b) => {
        const [less, more] = a.lte(b) ? [a, b] : [b, a];
        for (const method of [whole(tiers), marginal(tiers)])
          expect((method(less) as Decimal).lte(method(more) as Decimal)).toBe(true);
      }),
    );
  });

  it('agree with their definition just below, at and just above every boundary', () => {
    const little = exact('0.01');
    fc.assert(
      fc.property(scale, (tiers) => {
        tiers.forEach(({ from, included, rate }, i) => {
          const before = tiers[i - 1];
          const low = exact(before?.rate ?? 0);
          const points = [
            [exact(from).minus(little), low],
            [exact(from), included ? exact(rate) : low],
            [exact(from).plus(little), exact(rate)],
          ] as const;
          for (const [x, wanted] of points) {
            if (tiers.some((tier) => tier.from !== from && exact(tier.from).minus(x).abs().lte(little))) continue;
            expect((whole(tiers)(x) as Decimal).toFixed()).toBe(x.times(wanted).toFixed());
            const parts = tiers.reduce((sum, tier, k) => {
              const end = exact(tiers[k + 1]?.from ?? Number.MAX_SAFE_INTEGER);
              const part = Decimal.min(x, end).minus(tier.from);
              return part.gt(0) ? sum.plus(part.times(tier.rate)) : sum;
            }, exact(0));
            expect((marginal(tiers)(x) as Decimal).toFixed()).toBe(parts.toFixed());
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('of parts leap at no boundary; of the whole amount they do where the rate changes', () => {
    const tiers = [
      { from: 2000, included: true, rate: 0.07 },
      { from: 5000, included: true, rate: 0.08 },
    ];
    expect((whole(tiers)(exact('4999.99')) as Decimal).toFixed()).toBe('349.9993');
    expect((whole(tiers)(exact(5000)) as Decimal).toFixed()).toBe('400');
    expect((marginal(tiers)(exact(5000)) as Decimal).toFixed()).toBe('210');
    expect((marginal(tiers)(exact('5000.01')) as Decimal).toFixed()).toBe('210.0008');
  });

  it('are refused when they do not ascend, give two things, or leave an end unsaid', () => {
    const two = [
      { from: 5, rate: 0.1 },
      { from: 5, rate: 0.2 },
    ];
    expect(() => whole(two as Tiers)).toThrow(/ascend/);
    expect(() =>
      tiersOf({ method: 'whole', tiers: [{ from: 1, rate: 0.1, amount: 3 }], end: 'open', below: 0 }),
    ).toThrow();
    expect(() => tiersOf({ method: 'whole', tiers: [{ from: 1, rate: 0.1 }], end: 'open' })).toThrow(/below/);
    expect(() =>
      tiersOf({ method: 'whole', tiers: [{ from: 1, rate: 0.1 }], end: { at: 9, included: true }, below: 0 }),
    ).toThrow(/beyond/);
  });
});

describe('points', () => {
  const inputs = [{ id: 'x', label: { zh: '值', en: 'x' } }];
  const scored = (params: Record<string, unknown>) => {
    const rules = [{ id: 'r', label: { zh: '分', en: 'r' }, value: 'x', ...params }];
    const ready = prepare(editionWith({ inputs, rules, outcome: ['r'] }), {}, '');
    return (x: number) => {
      const value = evaluate(ready, subject({ x: exact(x) })).outcome[0]?.value;
      return value !== undefined && 'number' in value ? Number(value.number) : Number.NaN;
    };
  };

  it('on a line stay between none and full, and rise towards the full mark on either side', () => {
    const mark = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(mark, mark, mark, mark, (zeroAt, fullAt, a, b) => {
        fc.pre(zeroAt !== fullAt);
        const score = scored({ kind: 'linear', zeroAt, fullAt, points: 40 });
        expect([score(zeroAt), score(fullAt)]).toEqual([0, 40]);
        const [far, near] = fullAt > zeroAt === a < b ? [a, b] : [b, a];
        expect(score(far)).toBeLessThanOrEqual(score(near));
        expect(score(a) >= 0 && score(a) <= 40).toBe(true);
      }),
    );
  });

  it('by steps count whole steps or their parts, and stop at their ends', () => {
    const params = {
      kind: 'steps',
      at: 100,
      points: 40,
      above: { per: 2, change: 1 },
      below: { per: 2, change: -1 },
      least: 25,
      most: 55,
    };
    const steps = scored({ ...params, partial: 'whole-steps' });
    expect([100, 101.9, 102, 97, 200, 0].map(steps)).toEqual([40, 40, 41, 39, 55, 25]);
    const parts = scored({ ...params, partial: 'pro-rata' });
    expect([101, 97].map(parts)).toEqual([40.5, 38.5]);
  });

  it('by progressive parts are the same up as down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (tenths) => {
        const both = editionWith({
          inputs: [...inputs, { id: 'base', label: { zh: '基', en: 'base' } }],
          rules: [
            {
              id: 'r',
              label: { zh: '分', en: 'r' },
              kind: 'progressive',
              value: 'x',
              base: 'base',
              width: 10,
              first: 20,
              step: 20,
            },
          ],
          outcome: ['r'],
        });
        const at = (x: Decimal) => {
          const value = evaluate(prepare(both, {}, ''), subject({ x, base: exact(20) })).outcome[0]?.value;
          return exact((value as { number: string }).number);
        };
        const [up, down] = [at(exact(tenths).div(10)), at(exact(-tenths).div(10))];
        expect(up.plus(down).minus(40).abs().lt('1e-20')).toBe(true);
        expect(up.gte(20)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
