import { Problem } from '../problem.ts';

/** 双随机. What is drawn from what; `seed` is told in public before or at the draw. */
export interface DrawOrder {
  readonly seed: string;
  readonly objects: readonly string[];
  readonly inspectors: readonly string[];
  /** 回避: an inspector who must not look at an object. */
  readonly conflicts: readonly { readonly inspector: string; readonly object: string }[];
  /** How many objects are drawn. */
  readonly count: number;
  /** How many inspectors go to each. */
  readonly perObject: number;
}

export interface Drawn {
  readonly object: string;
  readonly inspectors: readonly string[];
}

/** SHA-256 in hexadecimal, small letters, of the text in UTF-8. */
export type Sha256 = (text: string) => string;

const unique = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.trim()))].filter(Boolean);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By code units, so that every machine and language sorts alike. */
const sorted = (names: readonly string[]): string[] => unique(names).toSorted(byText);

/** 名单摘要: the lists that were drawn from, whatever order they were typed in. */
export const digestOf = (sha256: Sha256, { objects, inspectors, conflicts, count, perObject }: DrawOrder): string =>
  sha256(
    JSON.stringify({
      objects: sorted(objects),
      inspectors: sorted(inspectors),
      conflicts: sorted(conflicts.map(({ inspector, object }) => `${inspector.trim()}\t${object.trim()}`)),
      count,
      perObject,
    }),
  );

const ranked = (names: readonly string[], keyOf: (name: string) => string): string[] =>
  names
    .map((name) => ({ name, key: keyOf(name) }))
    .toSorted((a, b) => byText(a.key, b.key) || byText(a.name, b.name))
    .map(({ name }) => name);

/**
 * Draws so that anybody with the seed and the lists gets the same. Objects are ranked by SHA-256 of
 * `seed ⏎ digest ⏎ object ⏎ name` and the first `count` are drawn; for each of them the inspectors who may go are ranked by
 * SHA-256 of `seed ⏎ digest ⏎ inspector ⏎ object ⏎ name` and the first `perObject` go. Refuses lists that are too short.
 */
export function draw(sha256: Sha256, order: DrawOrder): { readonly digest: string; readonly drawn: readonly Drawn[] } {
  const { seed, conflicts, count, perObject } = order;
  const objects = sorted(order.objects);
  const inspectors = sorted(order.inspectors);
  if (seed.trim() === '' || count < 1 || perObject < 1 || objects.length < count)
    throw new Problem('draw-too-few', { what: '检查对象 objects', there: objects.length, needed: count });
  const digest = digestOf(sha256, order);
  const hash = (...parts: readonly string[]) => sha256([seed, digest, ...parts].join('\n'));
  const excluded = new Set(conflicts.map(({ inspector, object }) => `${inspector.trim()}\t${object.trim()}`));
  const drawn = ranked(objects, (name) => hash('object', name))
    .slice(0, count)
    .map((object) => {
      const free = inspectors.filter((name) => !excluded.has(`${name}\t${object}`));
      if (free.length < perObject)
        throw new Problem('draw-too-few', {
          what: `“${object}”可派的检查人员 inspectors`,
          there: free.length,
          needed: perObject,
        });
      return { object, inspectors: ranked(free, (name) => hash('inspector', object, name)).slice(0, perObject) };
    });
  return { digest, drawn };
}
