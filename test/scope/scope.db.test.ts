/**
 * Nothing outside of a person's scope is shown, counted or changed by any operation. Random trees of units, people with
 * several posts, rows in every tenant's table; each call is made in the world as it is and in one where nothing lies
 * outside of the scope, and must come to the same. It is so with both guards, with either alone, and not without.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { declaredOperations } from '../../src/app/app.ts';
import { createDice } from '../generated/random.ts';
import { rolledBack } from '../rolled-back.ts';
import { type Case, judge, type Leak } from './cases.ts';
import { tableShapes } from './catalogue.ts';
import type { Outcome } from './leaks.ts';
import type { SetUp } from './set-ups.ts';

const caseCount = Number(process.env.SCOPE_CASES ?? (process.env.LANTU_LONG === '1' ? 10_000 : 500));
const casesInWorld = 50;
const firstSeed = Number(process.env.SCOPE_SEED ?? 1);

const guarded = ['both', 'policies alone', 'filter alone'] as const;

const leaks: Leak[] = [];
const ran: (Case & { readonly outcome: Outcome })[] = [];

/** Every operation in turn, in another order each time. */
function* inTurn(seed: number): Generator<string> {
  const dice = createDice(seed);
  const ids = Object.keys(declaredOperations);
  for (;;) yield* dice.some(ids, ids.length);
}

beforeAll(
  async () => {
    const turns = inTurn(firstSeed);
    for (let seed = firstSeed; ran.length < caseCount; seed++) {
      const operations = Array.from(
        { length: Math.min(casesInWorld, caseCount - ran.length) },
        () => turns.next().value as string,
      );
      await rolledBack(async (database, owner) => {
        const shapes = await tableShapes(owner);
        const { cases, outcomes, ...judged } = await judge(
          { database, owner, shapes },
          createDice(seed),
          seed,
          operations,
          // That leaks are found needs no proof in every world.
          seed % 3 === firstSeed % 3 ? [...guarded, 'neither'] : guarded,
        );
        leaks.push(...judged.leaks);
        ran.push(...cases.map((each, i) => ({ ...each, outcome: outcomes[i] as Outcome })));
      })();
    }
  },
  60_000 + caseCount * 600,
);

const told = (setUp: SetUp): string[] =>
  leaks
    .filter((leak) => leak.setUp === setUp)
    .map(
      ({ seed, operationId, how, what, scope, input }) =>
        `seed ${seed}: ${operationId} ${how} ${what}\n    for ${scope} given ${input}`,
    );

describe(`in ${caseCount} cases nothing outside of the scope is revealed, counted or changed`, () => {
  test('with both guards', () => expect(told('both')).toEqual([]));
  test('by the policies of the database alone', () => expect(told('policies alone')).toEqual([]));
  test('by the operations’ own filter alone', () => expect(told('filter alone')).toEqual([]));
});

test('without either guard the same cases leak in every way there is', () => {
  const found = leaks.filter(({ setUp }) => setUp === 'neither');
  expect(new Set(found.map(({ how }) => how))).toEqual(new Set(['reveals', 'differs', 'changes']));
  expect(new Set(found.map(({ operationId }) => operationId.split('.')[0])).size).toBeGreaterThan(4);
});

describe('the cases', () => {
  test('try every operation with an input that it takes', () => {
    const tried = new Set(ran.filter(({ isValid }) => isValid).map(({ operationId }) => operationId));
    expect(Object.keys(declaredOperations).filter((id) => !tried.has(id))).toEqual([]);
  });

  test('are answered often enough to prove something', () => {
    const answered = ran.filter(({ outcome }) => outcome.kind === 'answered');
    expect(answered.length).toBeGreaterThan(ran.length / 4);
  });

  test('are never taken for SQL, whatever is typed', () => {
    // Syntax, names, rights; characters that no text may hold; what is no value of its type.
    const said = ran.filter(({ outcome }) => outcome.kind === 'broken' && /^(?:42|2F|0A|22)/.test(outcome.text));
    expect(
      said.map(({ operationId, outcome, input }) => `${operationId} ${outcome.text} ${JSON.stringify(input)}`),
    ).toEqual([]);
  });
});
