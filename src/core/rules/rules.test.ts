import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missing } from '../missing.ts';
import { openQuestions } from './asks.ts';
import { factsOf, failuresOf, RuleCase } from './cases.ts';
import { compareEditions } from './compare.ts';
import { RuleEdition } from './edition.ts';
import { evaluate, evaluateAll, prepare, type Subject } from './evaluate.ts';
import { editionWith } from './example.ts';
import { exact, type Fact, isHole } from './fact.ts';

const subject = (facts: Record<string, Fact>, id = 'a'): Subject => ({
  id,
  facts: new Map(Object.entries(facts).map(([name, fact]) => [name, { fact }])),
});
describe('an edition', () => {
  const ask = {
    asks: [
      {
        id: 'boundary',
        question: { zh: '归哪一档？', en: 'Which tier?' },
        why: { zh: '没有写', en: 'unsaid' },
        options: [
          { id: 'upper', label: { zh: '上', en: 'upper' }, value: true },
          { id: 'lower', label: { zh: '下', en: 'lower' }, value: false },
        ],
      },
    ],
    rules: [
      {
        id: 'award',
        label: { zh: '奖励', en: 'Award' },
        unit: '万元',
        kind: 'tiers',
        value: 'invested',
        method: 'whole',
        tiers: [
          { from: 0, rate: 0.07 },
          { from: 5000, included: { ask: 'boundary' }, rate: 0.08 },
        ],
        end: 'open',
        below: 0,
      },
    ],
  };

  it('with an open question refuses to run and says what to decide', () => {
    const edition = editionWith(ask);
    expect(() => prepare(edition, {}, '')).toThrow(/归哪一档/);
    expect(openQuestions(edition, { boundary: 'both' })).toHaveLength(1);
    const at = (boundary: string) =>
      evaluate(prepare(edition, { boundary }, ''), subject({ invested: exact(5000) })).outcome[0]?.value;
    expect(at('upper')).toEqual({ number: '400' });
    expect(at('lower')).toEqual({ number: '350' });
  });

  it('is refused when a rule reads what does not stand above it, or as another kind', () => {
    const rule = { id: 'x', label: { zh: '某', en: 'x' }, kind: 'formula', formula: 'later + 1' };
    const later = { ...rule, id: 'later', formula: 'invested' };
    expect(() => editionWith({ rules: [rule, later], outcome: ['x'] })).toThrow(/stand above/);
    const not = { id: 'n', label: { zh: '非', en: 'n' }, kind: 'not', of: 'invested' };
    expect(() => editionWith({ rules: [not], outcome: ['n'] })).toThrow(/it is number/);
    expect(() => editionWith({ rules: [{ ...rule, kind: 'magic' }], outcome: ['x'] })).toThrow(/no kind of rule/);
  });

  it('from memory alone is no edition', () => {
    const source = { document: '某办法', clause: '某条', status: 'U' };
    expect(() => editionWith({ source })).toThrow();
  });

  it('shows every step with its inputs, where they come from, and its numbers in both languages', () => {
    const [step] = evaluate(prepare(editionWith(), {}, 'd'), subject({ invested: exact(5000) })).steps;
    expect(step?.formula.zh).toContain('5000 × 8% = 400');
    expect(step?.inputs[0]).toMatchObject({ said: { zh: '5000 万元' }, from: { zh: '填写' } });
    expect(step?.said).toEqual({ zh: '400 万元', en: '400 万元' });
  });

  it('marks money that depends on investment or tax, through every rule between, for fair-competition review', () => {
    const rules = [
      { id: 'share', label: { zh: '比例', en: 'Share' }, unit: '%', kind: 'formula', formula: 'invested / 100' },
      { id: 'award', label: { zh: '奖励', en: 'Award' }, unit: '万元', kind: 'formula', formula: 'share * 2' },
    ];
    const { marks } = evaluate(prepare(editionWith({ rules }), {}, ''), subject({}));
    expect(marks.map(({ rule }) => rule)).toEqual(['award']);
    expect(marks[0]?.why.zh).toContain('公平竞争审查');
    const inputs = [{ id: 'invested', label: { zh: '投资', en: 'Investment' }, unit: '万元' }];
    expect(evaluate(prepare(editionWith({ rules, inputs }), {}, ''), subject({})).marks).toEqual([]);
  });

  it('says in the working where a hole counts as a value, and only there does it count', () => {
    const ifMissing = { value: 0, because: { zh: '未报按零', en: 'zero where unreported' } };
    const inputs = [{ id: 'invested', label: { zh: '投资', en: 'Investment' }, unit: '万元', ifMissing }];
    const counted = evaluate(prepare(editionWith({ inputs }), {}, ''), subject({}));
    expect(counted.outcome[0]?.value).toEqual({ number: '0' });
    expect(counted.steps[0]?.inputs[0]?.from.zh).toContain('未报按零');
    const uncounted = evaluate(prepare(editionWith(), {}, ''), subject({}));
    expect(uncounted.outcome[0]?.value).toEqual({ missing: 'not-reported', because: ['invested'] });
    expect(uncounted.missing.map(({ id }) => id)).toEqual(['invested']);
  });

  it('refuses facts that it does not know or cannot read, all at once', () => {
    expect(() => factsOf(editionWith(), { invested: '三千', other: 1 })).toThrow(/三千/);
    expect(factsOf(editionWith(), { invested: '3,000.5' }).get('invested')?.fact).toEqual(exact('3000.5'));
    expect(factsOf(editionWith(), {}).get('invested')?.fact).toEqual(missing('not-reported'));
  });

  it('has cases that can fail', () => {
    const wrong = RuleCase.parse({
      name: { zh: '错', en: 'wrong' },
      given: { invested: 5000 },
      expect: { award: 350 },
    });
    expect(failuresOf(editionWith(), wrong)).toEqual(['award is "400" instead of "350"']);
    const zero = RuleCase.parse({ name: { zh: '空', en: 'hole' }, expect: { award: 0 } });
    expect(failuresOf(editionWith(), zero)).toHaveLength(1);
  });
});

describe('logic with holes', () => {
  const flags = ['a', 'b', 'c'];
  const truthOf = (kind: string, values: readonly Fact[]) => {
    const inputs = flags.map((id) => ({ id, label: { zh: id, en: id }, kind: 'truth' }));
    const rules = [{ id: 'r', label: { zh: '果', en: 'r' }, kind, of: flags }];
    const edition = editionWith({ inputs, rules, outcome: ['r'] });
    const facts = Object.fromEntries(flags.map((id, i) => [id, values[i] as Fact]));
    return evaluate(prepare(edition, {}, ''), subject(facts)).outcome[0]?.value;
  };

  it('is decided by one that decides, whatever else is missing; otherwise a hole stays a hole', () => {
    const fact = fc.constantFrom<Fact>(true, false, missing('not-reported'));
    fc.assert(
      fc.property(fc.tuple(fact, fact, fact), (values) => {
        for (const [kind, decisive] of [
          ['veto', true],
          ['eligible', false],
        ] as const) {
          const wanted = values.includes(decisive)
            ? { truth: decisive }
            : values.some(isHole)
              ? expect.objectContaining({ missing: 'not-reported' })
              : { truth: !decisive };
          expect(truthOf(kind, values)).toEqual(wanted);
        }
      }),
    );
  });
});

describe('peers', () => {
  const edition = editionWith({
    inputs: [{ id: 'score', label: { zh: '分', en: 'Score' } }],
    rules: [
      { id: 'place', label: { zh: '名次', en: 'Place' }, kind: 'rank', value: 'score', best: 'highest' },
      {
        id: 'grade',
        label: { zh: '等级', en: 'Grade' },
        kind: 'quota',
        rank: 'place',
        grades: [
          { word: 'a', upTo: 0.2 },
          { word: 'b', upTo: 0.65 },
        ],
        last: 'c',
        rounding: 'half-up',
        words: { a: { zh: 'A', en: 'A' }, b: { zh: 'B', en: 'B' }, c: { zh: 'C', en: 'C' } },
      },
    ],
    outcome: ['place', 'grade'],
  });
  const run = (scores: readonly (number | null)[]) =>
    evaluateAll(
      prepare(edition, {}, ''),
      scores.map((score, i) => subject(score === null ? {} : { score: exact(score) }, String(i))),
    );

  it('share the better place and leave the next out; who has no figure has no place', () => {
    const places = run([50, 70, 50, null, 40]).map(({ outcome }) => outcome[0]?.value);
    expect(places).toEqual([
      { number: '2' },
      { number: '1' },
      { number: '2' },
      expect.objectContaining({ missing: 'not-reported' }),
      { number: '4' },
    ]);
  });

  it('are graded by the share of places, whatever the order in which they come', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, (list) => {
        const gradeOf = (each: readonly number[]) =>
          run(each)
            .map(({ outcome }, i) => `${each[i]} ${JSON.stringify(outcome.map(({ value }) => value))}`)
            .sort();
        expect(gradeOf([...list].reverse())).toEqual(gradeOf(list));
      }),
      { numRuns: 40 },
    );
    expect(run([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]).map(({ outcome }) => outcome[1]?.value)).toEqual(
      [...'aabbbbbccc'].map((word) => ({ word })),
    );
  });
});

describe('two editions side by side', () => {
  it('differ subject by subject, and not at all from themselves', () => {
    const old = prepare(editionWith(), {}, '');
    const rules = JSON.parse(JSON.stringify(old.edition.rules).replace('0.08', '0.1'));
    const changed = prepare(editionWith({ edition: '2', rules }), {}, '');
    const subjects = [
      subject({ invested: exact(3000) }, 'small'),
      subject({ invested: exact(6000) }, 'large'),
      subject({}, 'unknown'),
    ];
    expect(compareEditions(old, changed, subjects)).toMatchObject([
      { subject: 'large', outcome: 'award', change: '120' },
    ]);
    expect(compareEditions(old, old, subjects)).toEqual([]);
  });
});

it('the schema of an edition refuses what it does not know, so that a misspelt key does not pass', () => {
  expect(RuleEdition.safeParse({ ...editionWith(), inputz: [] }).success).toBe(false);
});
