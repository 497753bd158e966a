import { describe, expect, test } from 'vitest';
import { projectActions } from './lifecycle.ts';
import { givenWithAction, nextOf, nextStep } from './next-step.ts';
import { projectStages } from './register.ts';

const bare = {
  hasContent: false,
  hasInvestment: false,
  hasSite: false,
  hasOwner: false,
  hasLeadUnit: false,
  items: [],
} as const;

describe('the next step of a project', () => {
  test('leads on from every stage but the last ones, and never aside', () => {
    const ends = (Object.keys(projectStages) as (keyof typeof projectStages)[]).filter((id) => nextOf(id) === null);
    expect(ends).toEqual(['full-output', 'dropped', 'exited']);
    expect(nextOf('paused')).toBe('resume');
    expect(projectActions).toContain(nextOf('building'));
  });

  test('says what has to be there first, and not what is given along with it', () => {
    const { next, lacks } = nextStep({ ...bare, stage: 'negotiation' });
    expect(next).toBe('sign');
    expect(new Set(lacks)).toEqual(new Set(['investment', 'owner', 'review']));
    expect(lacks.some((fact) => givenWithAction.includes(fact))).toBe(false);
  });

  test('a promise in place of a permit to build counts; a refusal does not', () => {
    const lacksOf = (state: 'promised' | 'refused') =>
      nextStep({ ...bare, stage: 'land', items: [{ item: 'construction-permit', state }] }).lacks;
    expect(lacksOf('promised')).not.toContain('start-permit');
    expect(lacksOf('refused')).toContain('start-permit');
  });
});
