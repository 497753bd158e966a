/** Published figures of others, recomputed by the editions that are shipped. Reads ../shared/standards where it is there. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { ruleEditions } from '../../app/rule-editions.ts';
import { round } from '../../core/quantity.ts';
import { factsOf, type GivenFacts } from '../../core/rules/cases.ts';
import { keyOfEdition } from '../../core/rules/edition.ts';
import { evaluateAll, prepare } from '../../core/rules/evaluate.ts';
import { exact } from '../../core/rules/fact.ts';
import { computed, parseFormula } from '../../core/rules/formula.ts';

const file = resolve(import.meta.dirname, '../../../../shared/standards/test_vectors_scoring.json');
const isHere = existsSync(file);
// biome-ignore lint/suspicious/noExplicitAny: the shape differs from vector to vector
type Vector = { id: string; kind: string } & Record<string, any>;
const vectors: Vector[] = isHere ? JSON.parse(readFileSync(file, 'utf8')).vectors : [];

const editions = new Map(ruleEditions().map((each) => [keyOfEdition(each.edition), each.edition]));

/** What an edition answers for subjects evaluated together, outcome by outcome. */
function run(key: string, subjects: readonly GivenFacts[]): Record<string, string>[] {
  const edition = editions.get(key);
  if (edition === undefined) throw new Error(`there is no edition ${key}`);
  const ready = prepare(edition, {}, '');
  return evaluateAll(
    ready,
    subjects.map((given, i) => ({ id: String(i), facts: factsOf(edition, given) })),
  ).map(({ steps }) => Object.fromEntries(steps.map(({ rule, value }) => [rule, String(Object.values(value)[0])])));
}

const formula = (text: string): Decimal =>
  computed(parseFormula(text), { fact: () => exact(0), column: () => [] }) as Decimal;
const same = (is: string | undefined, should: number, digits: number) =>
  expect(round(exact(is as string), digits).toFixed()).toBe(exact(should).toFixed());
const share = (part: number, whole: number) => formula(`${part} / ${whole} * 100`);

/** How each kind of vector is recomputed; a kind that is not here is said to be left. */
const recompute: Readonly<Record<string, (vector: Vector) => void>> = {
  progress: ({ input, published }) => {
    const answers = run('investment-progress@1', input);
    for (const [i, should] of published.entries()) same(answers[i]?.rate, should, 2);
  },
  tier: ({ rule, input_wanyuan, expected_wanyuan }) => {
    const [county, group] = rule.split(' ');
    const answers = run(
      `incentive-${group}@${county}`,
      input_wanyuan.map((invested: number) => ({ invested })),
    );
    expect(answers.map(({ award }) => Number(award))).toEqual(expected_wanyuan);
  },
  progressive_marginal: ({ input, expected }) => {
    for (const [i, { base, diff_pp: difference, first_denominator: first }] of input.entries()) {
      const isTotal = first === 20;
      expect([20, 60]).toContain(first);
      const given = { base, [isTotal ? 'total-difference' : 'growth-difference']: difference };
      const [answer] = run('city-projects@heilongjiang-2011', [given]);
      same(answer?.[isTotal ? 'total-score' : 'growth-score'], expected[i], 6);
    }
  },
  ratio_to_base_sum: ({ rule_set, input, expected }) => {
    const year = rule_set.split('-').at(-1);
    const given = Object.fromEntries(Object.entries(input).map(([key, value]) => [key.replaceAll('_', '-'), value]));
    const [answer] = run(`per-mu-huangyan@${year}`, [given as GivenFacts]);
    same(answer?.score, expected, 8);
  },
  minmax_20_100: ({ input: { weight, values }, expected }) => {
    const answers = run(
      'per-mu-item@jingde-2022',
      values.map((value: number) => ({ value, weight })),
    );
    for (const [i, should] of expected.entries()) same(answers[i]?.score, should, 8);
  },
  exit_rule: ({ input: { years }, expected }) => {
    const places = Object.values(years) as number[];
    const keys = ['from-last-first', 'from-last-second', 'from-last-third'];
    const [answer] = run('zone-exit@mofcom-2021', [
      Object.fromEntries(keys.map((key, i) => [key, places[i] as number])),
    ]);
    expect(answer?.['is-candidate']).toBe(String(/降级备选/.test(expected)));
  },
  weighted_items_capped: ({ items, published_total }) => {
    let computable = 0;
    for (const { f, score } of items) {
      if (/\p{Script=Han}/u.test(f)) continue;
      computable++;
      expect(formula(f).toFixed()).toBe(exact(score).toFixed());
    }
    expect(computable).toBeGreaterThan(0);
    const sum = formula(items.map(({ score }: { score: number }) => score).join(' + '));
    expect(sum.toFixed()).toBe(exact(published_total).toFixed());
  },
  sum_of_items: ({ input, published, inconsistent }) => {
    const keys = ['investment', 'value-added', 'tax', 'environment', 'land', 'transfer'];
    for (const [table, rows] of Object.entries<Record<string, number[]>>(input)) {
      const parks = Object.keys(rows);
      const marks = parks.map((park) => Object.fromEntries(keys.map((key, i) => [key, rows[park]?.[i] as number])));
      const answers = run('park-marks@guangdong-2016', marks);
      for (const [i, park] of parks.entries()) {
        const flagged = inconsistent.find((text: string) => text.startsWith(`${table}/${park}:`));
        const should = flagged === undefined ? published[table][park] : Number(/add to ([\d.]+)/.exec(flagged)?.[1]);
        same(answers[i]?.score, should, 8);
        // The order that the published totals give is the order that we give, where they add up.
        const isOrdered = inconsistent.every((text: string) => !text.startsWith(`${table}/`));
        const better = Object.values<number>(published[table]).filter((each) => each > should).length;
        if (isOrdered) expect(Number(answers[i]?.place)).toBe(better + 1);
      }
    }
  },
  ratio_aggregate: ({ input: { tax, va, land_mu }, computed: wanted }) => {
    same(formula(`${tax} / ${land_mu}`).toFixed(), wanted.亩均税收, 4);
    same(formula(`${va} / ${land_mu}`).toFixed(), wanted.亩均增加值, 4);
  },
  share: ({ input, published_pct }) => {
    const total = Object.values<number>(input).reduce((sum, each) => sum + each, 0);
    for (const [county, count] of Object.entries<number>(input))
      same(share(count, total).toFixed(), published_pct[county], 2);
  },
  grade_counts: ({ input: { total, ...grades }, published_pct_int }) => {
    expect(Object.values<number>(grades).reduce((sum, each) => sum + each, 0)).toBe(total);
    for (const [grade, percent] of Object.entries<number>(published_pct_int ?? {}))
      same(share(grades[grade], total).toFixed(), percent, 0);
  },
};

describe.skipIf(!isHere)(`vectors of scoring${isHere ? '' : ' (../shared/standards is not here)'}`, () => {
  const mine = vectors.filter(({ kind }) => kind in recompute);

  test('cover every vector of progress, tiers, awards and ranking', () => {
    const left = vectors.filter(({ kind }) => !(kind in recompute)).map(({ kind }) => kind);
    expect(mine.length).toBeGreaterThan(0);
    // A matrix of inputs without results, and ratios of land, which belong to the indicators.
    expect(left.filter((kind) => !['matrix', 'land_indicators'].includes(kind))).toEqual([]);
  });

  test.each(mine)('$id is reproduced exactly', (vector) => recompute[vector.kind]?.(vector));
});
