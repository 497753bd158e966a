import { describe, expect, test } from 'vitest';
import { appOn, leader, stranger } from '../../../test/app.ts';
import { note as file } from '../../../test/evidence.ts';
import { admission, begin, decideAll, facts, members, officer } from '../../../test/promotion.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { ShownPromise } from './promise-operations.ts';
import type { ReviewDetail } from './review.ts';

describe('an entry review', () => {
  test(
    'it passes with a condition for the limit that is not met, which lets the project sign and opens a duty',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call);
      const form = (await call('reviews.form', { projectId: project.id, ...admission }, officer)) as {
        open: unknown[];
        inputs: { id: string; known: { value: unknown } | null }[];
      };
      expect(form.open).toHaveLength(3);
      expect(form.inputs.find(({ id }) => id === 'investment')?.known?.value).toBe('28000');
      let review = (await call(
        'reviews.open',
        { projectId: project.id, ...admission, facts },
        officer,
      )) as ReviewDetail;
      await expect(call('reviews.open', { projectId: project.id, ...admission }, officer)).rejects.toMatchObject({
        code: 'already-there',
      });
      const { id } = review;
      const evaluate = () => call('reviews.evaluate', { id, revision: review.revision }, officer);
      await expect(evaluate()).rejects.toMatchObject({ code: 'rule-undecided' });
      await decideAll(call);
      review = (await evaluate()) as ReviewDetail;
      expect(review.allowed).toEqual(['rejected', 'returned']);
      expect(review.suggestedConditions).toHaveLength(1);
      expect(review.fit).toMatchObject([{ name: '临江化工园', fit: 'close', isOwn: true }]);
      const meeting = { id, revision: review.revision, on: '2026-11-22', members: members(4, 3) };
      review = (await call('reviews.meet', meeting, officer)) as ReviewDetail;
      expect(review.evaluation?.outcome[0]?.said.zh).toBe('附条件通过');
      const decide = (more: object) =>
        call('reviews.decide', { id, revision: review.revision, number: '青评纪〔2026〕3号', ...more }, leader);
      await expect(decide({ decision: 'passed' })).rejects.toMatchObject({ code: 'review-verdict' });
      const condition = { text: '提高税收', owner: '青川县招商局', dueOn: '2026-12-10' };
      await expect(decide({ decision: 'conditional', conditions: [condition] })).rejects.toMatchObject({
        code: 'review-conditions',
      });
      const text = review.suggestedConditions[0]?.zh;
      review = (await decide({ decision: 'conditional', conditions: [{ ...condition, text }] })) as ReviewDetail;
      expect(review).toMatchObject({ state: 'conditional', conditions: 1, openConditions: 1, allowed: [] });
      expect(review.conditionsAttached[0]).toMatchObject({ status: 'due-soon', owner: '青川县招商局', what: text });
      const delivery = await project.show();
      expect(delivery.items.find(({ item }) => item === 'entry-review')).toMatchObject({
        state: 'granted',
        number: '青评纪〔2026〕3号',
      });
      expect(delivery.actions.find(({ id: action }) => action === 'sign')?.lacks).not.toContain('review');
      const kept = (await call(
        'promises.actual',
        { id: review.conditionsAttached[0]?.id, revision: 1, isKept: true, reason: '已写入合同', evidence: [file] },
        officer,
      )) as ShownPromise;
      expect(kept.status).toBe('kept');
      expect(await call('reviews.list', {}, stranger)).toEqual({ reviews: [] });
    }),
  );

  test(
    'what is on the negative list cannot pass however the meeting votes, and a rejection stands in the checklist',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call);
      await decideAll(call);
      const banned = facts.map((fact) => (fact.id === 'negative-list' ? { ...fact, value: ['261'] } : fact));
      let review = (await call(
        'reviews.open',
        { projectId: project.id, ...admission, facts: banned },
        officer,
      )) as ReviewDetail;
      const { id } = review;
      const meeting = { id, revision: review.revision, on: '2026-11-22', members: members(9, 0) };
      review = (await call('reviews.meet', meeting, officer)) as ReviewDetail;
      expect(review.vetoes.map(({ rule }) => rule)).toEqual(['on-negative-list']);
      const decide = (more: object) =>
        call('reviews.decide', { id, revision: review.revision, number: '3号', ...more }, leader);
      await expect(decide({ decision: 'passed' })).rejects.toThrow(/一票否决/);
      await expect(decide({ decision: 'rejected' })).rejects.toThrow(/理由/);
      expect(await decide({ decision: 'rejected', reason: '列入负面清单' })).toMatchObject({ state: 'rejected' });
      const { items } = await project.show();
      expect(items.find(({ item }) => item === 'entry-review')).toMatchObject({ state: 'refused' });
    }),
  );

  test(
    'a returned case is completed and comes back; what a hole leaves open does not pass',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call);
      await decideAll(call);
      const partial = facts.filter(({ id }) => id !== 'safety');
      let review = (await call(
        'reviews.open',
        { projectId: project.id, ...admission, facts: partial },
        officer,
      )) as ReviewDetail;
      const { id } = review;
      const seen = () => ({ id, revision: review.revision });
      review = (await call(
        'reviews.meet',
        { ...seen(), on: '2026-11-22', members: members(7, 0) },
        officer,
      )) as ReviewDetail;
      await expect(call('reviews.decide', { ...seen(), decision: 'conditional', number: '1' }, leader)).rejects.toThrow(
        /安全关通过/,
      );
      review = (await call(
        'reviews.decide',
        { ...seen(), decision: 'returned', reason: '补安全意见' },
        leader,
      )) as ReviewDetail;
      expect(review.state).toBe('returned');
      review = (await call(
        'reviews.facts',
        { ...seen(), facts: [{ id: 'safety', value: true }] },
        officer,
      )) as ReviewDetail;
      expect(review).toMatchObject({ state: 'open', evaluation: null });
      await expect(call('reviews.evaluate', { id, revision: 1 }, officer)).rejects.toMatchObject({
        code: 'changed-meanwhile',
      });
    }),
  );
});
