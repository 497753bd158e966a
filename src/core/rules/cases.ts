import * as z from 'zod';
import { missing } from '../missing.ts';
import { Problem } from '../problem.ts';
import type { Label } from '../text.ts';
import { type Answers, openQuestions } from './asks.ts';
import type { RuleEdition } from './edition.ts';
import { evaluateAll, type Known, prepare, type Subject } from './evaluate.ts';
import { exact, readFact, type Shown } from './fact.ts';

const Plain = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.array(z.string()),
  z.object({ missing: z.string() }),
  z.null(),
]);
export const GivenFacts = z.record(z.string(), Plain);
export type GivenFacts = z.infer<typeof GivenFacts>;

/** A case that an official can check by hand; `peers` are others of the same evaluation, `refused` questions left open. */
export const RuleCase = z.strictObject({
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  choices: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  given: GivenFacts.default({}),
  peers: z.array(GivenFacts).default([]),
  expect: z.record(z.string(), Plain).default({}),
  conditions: z.int().optional(),
  refused: z.array(z.string()).optional(),
});
export type RuleCase = z.infer<typeof RuleCase>;

export const answersOf = (choices: Readonly<Record<string, string | number>>): Answers =>
  Object.fromEntries(Object.entries(choices).map(([question, answer]) => [question, String(answer)]));

interface Beside {
  /** The day, for an input that is the day unless something else is given. */
  readonly today?: string;
  /** Where facts that were sent come from; what was typed has no other origin. */
  readonly origins?: Readonly<Record<string, Label>>;
}

const typed: Label = { zh: '填写', en: 'given' };

/** Facts as they were typed or sent; refuses with all mistakes at once. */
export function factsOf(
  { inputs, label }: RuleEdition,
  given: GivenFacts,
  { today, origins = {} }: Beside = {},
): ReadonlyMap<string, Known> {
  const known = new Map(inputs.map((input) => [input.id, input]));
  const issues = Object.keys(given).flatMap((id) => (known.has(id) ? [] : [`${id}: 本规则没有这一项 (no such input)`]));
  const facts = new Map<string, Known>();
  for (const { id, kind, words, label: name, from } of inputs) {
    const raw = given[id] ?? (from === 'today' ? today : undefined);
    const fact = readFact(kind, raw);
    const isWrongWord = typeof fact === 'string' && kind === 'word' && words !== undefined && !(fact in words);
    if (fact === undefined || isWrongWord) issues.push(`${name.zh}“${String(raw)}”`);
    else facts.set(id, id in given ? { fact, from: origins[id] ?? typed } : { fact });
  }
  if (issues.length > 0)
    throw new Problem('rule-facts', {
      name: label.zh,
      nameEn: label.en,
      count: issues.length,
      issues: issues.join('；'),
    });
  return facts;
}

const plainOf = (shown: Shown): unknown => {
  if ('number' in shown) return exact(shown.number).toDecimalPlaces(8).toFixed();
  if ('missing' in shown) return `missing ${shown.missing}`;
  return Object.values(shown)[0];
};
const wanted = (plain: z.infer<typeof Plain>): unknown => {
  if (typeof plain === 'number') return exact(plain).toDecimalPlaces(8).toFixed();
  return typeof plain === 'object' && plain !== null && 'missing' in plain ? `missing ${plain.missing}` : plain;
};

/** Where a case does not hold: what was expected and what came out; empty if it holds. */
export function failuresOf(edition: RuleEdition, each: RuleCase): string[] {
  const answers = answersOf(each.choices);
  if (each.refused !== undefined) {
    const open = openQuestions(edition, answers).map(({ id }) => id);
    return open.join() === each.refused.join()
      ? []
      : [`open questions: ${open.join()} instead of ${each.refused.join()}`];
  }
  const subjects = [each.given, ...each.peers].map(
    (given, i): Subject => ({ id: String(i), facts: factsOf(edition, given) }),
  );
  const [evaluation] = evaluateAll(prepare(edition, answers, ''), subjects);
  if (evaluation === undefined) return ['nothing was evaluated'];
  const values = new Map(evaluation.steps.map(({ rule, value }) => [rule, plainOf(value)]));
  const failures = Object.entries(each.expect).flatMap(([id, plain]) => {
    const [is, should] = [values.get(id) ?? missing('not-applicable'), wanted(plain)];
    return JSON.stringify(is) === JSON.stringify(should)
      ? []
      : [`${id} is ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`];
  });
  const { conditions } = evaluation;
  if (each.conditions !== undefined && conditions.length !== each.conditions)
    failures.push(`${conditions.length} conditions instead of ${each.conditions}`);
  return failures;
}
