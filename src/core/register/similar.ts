import type { Label } from '../text.ts';
import words from './name-words.json' with { type: 'json' };

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly aliases: readonly string[];
  readonly site: string | null;
}

export interface Ground {
  readonly label: Label;
  readonly points: number;
}

/** Two records that may be one thing, with what speaks for it. */
export interface Suspicion {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly grounds: readonly Ground[];
}

const endings = [...words.forms, ...words.zones, ...words.projects].toSorted((a, b) => b.length - a.length);

/** A name without brackets, blanks and the words that many share: what it is told apart by. */
export function coreOf(name: string): string {
  let core = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()（）·・《》“”"'‘’,，.。-]/g, '');
  for (let isShorter = true; isShorter; ) {
    const ending = endings.find((each) => core.length > each.length + 1 && core.endsWith(each));
    isShorter = ending !== undefined;
    if (ending !== undefined) core = core.slice(0, -ending.length);
  }
  return core;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice over pairs of characters: 1 for the same, 0 for nothing in common. */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  let common = 0;
  for (const [pair, count] of pairsOf(b)) common += Math.min(count, left.get(pair) ?? 0);
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 0 : (2 * common) / all;
}

/** What numbers a name: 一期, 2号, 第三. Two that differ in it alone are two phases or plants, not one. */
const numbersOf = (core: string): string => (core.match(/\d+|[一二三四五六七八九十]+(?=[期号标段])/g) ?? []).join(' ');

interface Prepared extends Candidate {
  readonly core: string;
  readonly cores: readonly string[];
  readonly place: string;
}

const prepare = (candidate: Candidate): Prepared => ({
  ...candidate,
  core: coreOf(candidate.name),
  cores: [candidate.name, ...candidate.aliases].map(coreOf),
  place: (candidate.site ?? '').normalize('NFKC').replaceAll(/\s/g, ''),
});

function groundsOf(a: Prepared, b: Prepared): Ground[] {
  const grounds: Ground[] = [];
  const add = (points: number, zh: string, en: string) => grounds.push({ label: { zh, en }, points });
  if (a.code !== null && a.code === b.code) add(60, `代码相同：${a.code}`, `same code: ${a.code}`);
  const likeness = alike(a.core, b.core);
  const viaAlias = likeness < 1 && a.cores.some((one) => b.cores.includes(one));
  if (viaAlias) add(50, '曾用名或别名相同', 'an alias is the same');
  else if (likeness === 1) add(55, `名称主干相同：${a.core}`, `same name at heart: ${a.core}`);
  else if (likeness >= 0.5)
    add(
      Math.round(likeness * 50),
      `名称相近 ${Math.round(likeness * 100)}%`,
      `names ${Math.round(likeness * 100)} % alike`,
    );
  if (a.place !== '' && a.place === b.place) add(30, `地点相同：${a.site}`, `same site: ${a.site}`);
  if (numbersOf(a.core) !== numbersOf(b.core)) add(-30, '编号或期次不同', 'numbered differently');
  // Two codes that both hold speak for two things, whatever the names say.
  if (a.code !== null && b.code !== null && a.code !== b.code) add(-40, '代码不同', 'different codes');
  return grounds;
}

const keysOf = ({ code, core, cores, place }: Prepared): Set<string> =>
  new Set([
    ...(code === null ? [] : [`code ${code}`]),
    ...cores.map((each) => `core ${each}`),
    `begin ${core.slice(0, 4)}`,
    `end ${core.slice(-4)}`,
    ...(place === '' ? [] : [`site ${place}`]),
  ]);

const largestBlock = 60;
const nearby = 10;
export const enough = 40;

/** In a block of many only neighbours by name are compared: the work stays in step with the number of records. */
function* couplesOf(block: readonly Prepared[]): Generator<readonly [Prepared, Prepared]> {
  const isLarge = block.length > largestBlock;
  const sorted = isLarge ? block.toSorted((a, b) => a.core.localeCompare(b.core)) : block;
  for (const [i, first] of sorted.entries())
    for (const second of sorted.slice(i + 1, isLarge ? i + 1 + nearby : undefined))
      yield first.id < second.id ? [first, second] : [second, first];
}

/** Compares only records that share a key, so that the work does not grow with the square of their number. */
export function suspicionsAmong(candidates: readonly Candidate[], apart: ReadonlySet<string>): Suspicion[] {
  const blocks = new Map<string, Prepared[]>();
  for (const each of candidates.map(prepare)) {
    for (const key of keysOf(each)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [each]);
      else block.push(each);
    }
  }
  const found = new Map<string, Suspicion>();
  for (const block of blocks.values()) {
    for (const [a, b] of couplesOf(block)) {
      const key = pairKey(a.id, b.id);
      if (found.has(key) || apart.has(key)) continue;
      const grounds = groundsOf(a, b);
      const score = grounds.reduce((sum, { points }) => sum + points, 0);
      if (score >= enough) found.set(key, { a: a.id, b: b.id, score: Math.min(100, score), grounds });
    }
  }
  return [...found.values()].toSorted((x, y) => y.score - x.score || x.a.localeCompare(y.a));
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
