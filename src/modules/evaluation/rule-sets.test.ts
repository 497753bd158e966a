import { describe, expect, it, test } from 'vitest';
import { ruleEditions } from '../../app/rule-editions.ts';
import { openQuestions } from '../../core/rules/asks.ts';
import { failuresOf } from '../../core/rules/cases.ts';
import { keyOfEdition } from '../../core/rules/edition.ts';
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
