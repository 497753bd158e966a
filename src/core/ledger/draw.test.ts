import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawOrder, digestOf, draw } from './draw.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind}${i + 1}`);

const order = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 20 }).filter((seed) => seed.trim() !== ''),
    objects: fc.integer({ min: 1, max: 30 }),
    inspectors: fc.integer({ min: 3, max: 12 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    conflicts: fc.array(fc.tuple(fc.nat(11), fc.nat(29)), { maxLength: 20 }),
  })
  .map(({ seed, objects, inspectors, share, conflicts }): DrawOrder => {
    // One who may go is left for every object.
    const pairs = conflicts.filter(([inspector]) => inspector > 0);
    return {
      seed,
      objects: named('企业', objects),
      inspectors: named('人员', inspectors),
      conflicts: pairs.map(([a, b]) => ({ inspector: `人员${a + 1}`, object: `企业${b + 1}` })),
      count: Math.max(1, Math.floor(objects * share)),
      perObject: 1,
    };
  });

describe('a random draw of objects and inspectors', () => {
  test('is the same for everybody, in whatever order the lists were typed', () => {
    fc.assert(
      fc.property(order, (given) => {
        const turned = {
          ...given,
          objects: given.objects.toReversed(),
          inspectors: [...given.inspectors.toReversed(), given.inspectors[0] ?? ''],
          conflicts: given.conflicts.toReversed(),
        };
        expect(draw(sha256, turned)).toEqual(draw(sha256, given));
      }),
    );
  });

  test('draws as many as asked, no object twice, and keeps inspectors from what they must not look at', () => {
    fc.assert(
      fc.property(order, (given) => {
        const { drawn } = draw(sha256, given);
        expect(new Set(drawn.map(({ object }) => object)).size).toBe(given.count);
        for (const { object, inspectors } of drawn) {
          expect(new Set(inspectors).size).toBe(given.perObject);
          for (const { inspector, object: other } of given.conflicts)
            if (other === object) expect(inspectors).not.toContain(inspector);
        }
      }),
    );
  });

  test('gives everything the same chance', () => {
    const times = 4000;
    const objects = new Map<string, number>();
    const inspectors = new Map<string, number>();
    for (let i = 0; i < times; i++) {
      const given = { objects: named('企业', 10), inspectors: named('人员', 5), conflicts: [], count: 3, perObject: 2 };
      for (const { object, inspectors: two } of draw(sha256, { ...given, seed: `第${i}次` }).drawn) {
        objects.set(object, (objects.get(object) ?? 0) + 1);
        for (const name of two) inspectors.set(name, (inspectors.get(name) ?? 0) + 1);
      }
    }
    // Five standard deviations: √(4000 · 0.3 · 0.7) ≈ 29 and √(12000 · 0.4 · 0.6) ≈ 54.
    for (const count of objects.values()) expect(Math.abs(count - times * 0.3)).toBeLessThan(5 * 29);
    for (const count of inspectors.values()) expect(Math.abs(count - times * 3 * 0.4)).toBeLessThan(5 * 54);
    expect([objects.size, inspectors.size]).toEqual([10, 5]);
  });

  test('follows the published steps: one draw done by hand', () => {
    const given: DrawOrder = {
      seed: '2026-11-22 福彩3D 517',
      objects: ['乙厂', '甲厂', '丙厂'],
      inspectors: ['周平', '李强'],
      conflicts: [{ inspector: '周平', object: '乙厂' }],
      count: 1,
      perObject: 1,
    };
    const list =
      '{"objects":["丙厂","乙厂","甲厂"],"inspectors":["周平","李强"],"conflicts":["周平\\t乙厂"],"count":1,"perObject":1}';
    const digest = sha256(list);
    expect(digestOf(sha256, given)).toBe(digest);
    const rank = (name: string) => sha256(`${given.seed}\n${digest}\nobject\n${name}`);
    const first = ['丙厂', '乙厂', '甲厂'].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
    expect(draw(sha256, given).drawn[0]?.object).toBe(first);
  });

  test('another seed or another list is another draw', () => {
    const given = {
      seed: 'a',
      objects: named('企业', 40),
      inspectors: named('人员', 9),
      conflicts: [],
      count: 9,
      perObject: 2,
    };
    const { digest, drawn } = draw(sha256, given);
    expect(draw(sha256, { ...given, seed: 'b' }).drawn).not.toEqual(drawn);
    expect(draw(sha256, { ...given, objects: named('企业', 41) }).digest).not.toBe(digest);
  });

  test('lists that are too short are refused, and said which', () => {
    const given = { seed: 'a', objects: ['甲厂'], inspectors: ['周平'], conflicts: [], count: 2, perObject: 1 };
    expect(() => draw(sha256, given)).toThrow('检查对象');
    const conflicts = [{ inspector: '周平', object: '甲厂' }];
    expect(() => draw(sha256, { ...given, count: 1, conflicts })).toThrow('甲厂');
  });
});
