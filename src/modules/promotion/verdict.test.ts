import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../core/rules/working.ts';
import { blocksOf, mayPay, paidOf, proposedOf } from './payout.ts';
import { countVotes, unattached, verdictOf } from './verdict.ts';

const label = { zh: '结论', en: 'Decision' };
const none = { steps: [], conditions: [], missing: [], choices: [], marks: [] };
const evaluation = (outcome: Evaluation['outcome'], more: Partial<Evaluation> = {}): Evaluation => ({
  edition: { id: 'x', edition: '1', key: 'x@1', label, digest: '' },
  subject: '',
  ...none,
  outcome,
  ...more,
});
const says = (word: string) => evaluation([{ id: 'decision', label, value: { word }, said: label, unit: '' }]);
const meeting = (agree: number, against: number, absent = 0) => ({
  members: [
    ...Array.from({ length: agree }, (_, i) => ({ name: `a${i}`, unit: null, vote: 'agree' as const, remark: null })),
    ...Array.from({ length: against }, (_, i) => ({
      name: `b${i}`,
      unit: null,
      vote: 'against' as const,
      remark: null,
    })),
    ...Array.from({ length: absent }, (_, i) => ({ name: `c${i}`, unit: null, vote: 'absent' as const, remark: null })),
  ],
});

describe('what a meeting may decide', () => {
  test('a decision may be stricter than the edition and never milder', () => {
    const allowed = (word: string) => verdictOf(says(word), meeting(5, 0)).allowed;
    expect(allowed('passed')).toEqual(['passed', 'conditional', 'rejected', 'returned']);
    expect(allowed('conditional')).toEqual(['conditional', 'rejected', 'returned']);
    expect(['refused', 'vetoed', 'whatever'].map(allowed)).toEqual(Array(3).fill(['rejected', 'returned']));
  });

  test('without a meeting, or with a hole, nothing passes', () => {
    expect(verdictOf(says('passed'), null).allowed).toEqual(['rejected', 'returned']);
    const hole = { id: 'decision', label, value: { missing: 'not-reported' as const }, said: label, unit: '' };
    expect(verdictOf(evaluation([hole]), meeting(9, 0)).allowed).toEqual(['rejected', 'returned']);
  });

  test('where points leave it to the meeting, half of those present is not enough', () => {
    const points = evaluation([{ id: 'score', label, value: { number: '25' }, said: label, unit: '分' }]);
    const passes = (...votes: [number, number, number?]) =>
      verdictOf(points, meeting(...votes)).allowed.includes('passed');
    expect([passes(4, 4), passes(5, 4), passes(1, 0, 8), passes(0, 0, 3)]).toEqual([false, true, true, false]);
    expect(countVotes(meeting(1, 2, 3))).toEqual({ members: 6, present: 3, agree: 1 });
  });

  test('a limit that is not met needs a condition in its own words', () => {
    const suggested = [{ zh: '容积率不低于1.0', en: 'ratio of 1.0' }];
    expect(unattached(suggested, [{ text: '签约前调整方案：容积率不低于1.0' }])).toEqual([]);
    expect(unattached(suggested, [{ text: '其他' }])).toEqual(suggested);
  });
});

describe('payouts', () => {
  const claim = { state: 'proposed', proposed: '100', approved: null, needsReview: true, fairReview: null } as const;

  test('the main answer is proposed in yuan, and a hole proposes nothing', () => {
    const money = (value: Evaluation['outcome'][number]['value']) =>
      proposedOf(evaluation([{ id: 'payout', label, value, said: label, unit: '万元' }]));
    expect(money({ number: '400.5' })).toBe('4005000');
    expect(money({ missing: 'not-stated' })).toBeNull();
  });

  test('what stands in the way is named: missing facts, preconditions, the review, the approval', () => {
    const blocks = (more: object) => blocksOf({ ...claim, ...more }, says('x'), []).map(({ id }) => id);
    expect(blocks({})).toEqual(['fair-review', 'not-approved']);
    expect(blocks({ proposed: null })).toEqual(['missing', 'fair-review', 'not-approved']);
    expect(blocks({ proposed: '0', needsReview: false })).toEqual(['not-eligible', 'not-approved']);
    expect(blocks({ fairReview: { result: 'failed' } })).toEqual(['fair-failed', 'not-approved']);
    expect(blocks({ fairReview: { result: 'passed' } })).toEqual(['not-approved']);
  });

  test('however payouts and corrections follow each other, the sum stays between nothing and what was approved', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -80, max: 120 })), (amounts) => {
        const paid: { amount: string }[] = [];
        for (const amount of amounts.map(String)) if (mayPay(paid, amount, '100')) paid.push({ amount });
        expect(paidOf(paid).toNumber()).toBeGreaterThanOrEqual(0);
        expect(paidOf(paid).toNumber()).toBeLessThanOrEqual(100);
      }),
    );
  });
});
