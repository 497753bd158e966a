import { describe, expect, it, test } from 'vitest';
import { ruleEditions } from '../../app/rule-editions.ts';
import { combinationsOf, openQuestions } from '../../core/rules/asks.ts';
import { answersOf, factsOf, failuresOf } from '../../core/rules/cases.ts';
import { keyOfEdition } from '../../core/rules/edition.ts';
import { evaluate, prepare } from '../../core/rules/evaluate.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import { parkRegister } from '../parks/register.ts';
import { projectRegister } from '../projects/register.ts';

const shipped = ruleEditions();
const fieldsOf = { projects: projectRegister.fields, parks: parkRegister.fields, enterprises: [] };

describe.each(shipped.map((each) => ({ key: keyOfEdition(each.edition), ...each })))('$key', ({ edition, cases }) => {
  test.each(cases.map((each) => ({ title: each.name.en, each })))('$title', ({ each }) => {
    expect(failuresOf(edition, each)).toEqual([]);
  });

  it('has three cases or more, one of them with a missing value', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
    const holes = cases.filter(({ expect: wanted }) =>
      Object.values(wanted).some((value) => typeof value === 'object' && value !== null && 'missing' in value),
    );
    expect(holes.length).toBeGreaterThan(0);
  });

  it('refuses while a question is open, if it asks any', () => {
    const open = openQuestions(edition, {}).map(({ id }) => id);
    expect(cases.filter(({ refused }) => refused !== undefined).map(({ refused }) => refused)).toEqual(
      open.length === 0 ? [] : [open],
    );
  });

  it('takes its inputs from indicators and register fields that exist', () => {
    for (const { from } of edition.inputs) {
      if (typeof from === 'string') continue;
      if ('observation' in from) expect(indicatorById.has(from.observation), from.observation).toBe(true);
      if ('register' in from) expect(fieldsOf[from.register].map(({ id }) => id)).toContain(from.field);
    }
  });
});

/** Editions that put nothing in the place of a hole. */
const plain = shipped.filter(({ edition }) => {
  const text = JSON.stringify(edition);
  return !text.includes('"ifMissing"') && !text.includes('"kind":"first"');
});

describe('a hole', () => {
  it('never becomes a number or a verdict: with nothing given every answer is missing', () => {
    expect(plain.length).toBeGreaterThan(20);
    for (const { edition } of plain) {
      const [answers = {}] = combinationsOf(edition.asks);
      const { outcome } = evaluate(prepare(edition, answers, ''), { id: '', facts: factsOf(edition, {}) });
      for (const { id, value } of outcome)
        expect([keyOfEdition(edition), id, value]).toEqual([
          keyOfEdition(edition),
          id,
          expect.objectContaining({ missing: expect.any(String) }),
        ]);
    }
  });

  it('takes an answer away or leaves it, and never changes it', () => {
    let taken = 0;
    for (const { edition, cases } of plain)
      for (const { given, peers, choices, refused } of cases) {
        if (refused !== undefined || peers.length > 0) continue;
        const ready = prepare(edition, answersOf(choices), '');
        const outcomeOf = (facts: typeof given) => evaluate(ready, { id: '', facts: factsOf(edition, facts) }).outcome;
        const whole = outcomeOf(given);
        for (const lost of Object.keys(given)) {
          const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== lost));
          for (const [i, { value }] of outcomeOf(rest).entries()) {
            if ('missing' in value) taken++;
            else expect([keyOfEdition(edition), lost, value]).toEqual([keyOfEdition(edition), lost, whole[i]?.value]);
          }
        }
      }
    expect(taken).toBeGreaterThan(100);
  });
});
