import type { Handlers } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import * as decisionStore from './decisions.store.ts';
import { checkAgain, freshFact } from './desk.service.ts';
import * as documentStore from './documents.store.ts';
import type { Engine } from './engine.ts';
import * as factStore from './facts.store.ts';
import type { planOperations } from './operations.ts';
import type { PlanFact } from './plan.ts';
import { reviseFact } from './revise.ts';
import * as store from './store.ts';

/** What people decide on the facts of a plan: whatever changes a figure has the document checked again. */

export const factHandlers = (
  engine: Engine,
): Pick<
  Handlers<typeof planOperations>,
  'plans.add-fact' | 'plans.revise-fact' | 'plans.review-facts' | 'plans.remove-fact' | 'plans.fact-history'
> => ({
  'plans.add-fact': async (context, { planId, fact }) => {
    const { db, actor, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    const { version, text } = await documentStore.loadDocument(db, plan);
    const { start, end, quote } = fact.data.source;
    if (text.slice(start, end) !== quote)
      throw new Problem('invalid-input', {
        count: 1,
        issues: 'fact.data.source: 出处与原文不符 (the quote is not what stands there)',
      });
    const added = freshFact(context, fact, 'added');
    await factStore.addFacts(db, plan, version, [added]);
    await checkAgain(engine, context, plan);
    audit('plan-fact', added.id, null, added);
    return added;
  },

  'plans.revise-fact': async (context, { planId, factId, revision, state, fact, reason }) => {
    const { db, actor, now, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    const [before] = await factStore.lockFacts(db, plan, [factId]);
    if (before === undefined) throw new Problem('not-found', { kind: '事实 fact', id: factId });
    const after = reviseFact(before, { revision, state, fact }, actor.name, now);
    await decisionStore.saveFact(db, plan, before, after, reason ?? null);
    const counted = (each: PlanFact) => each.state !== 'rejected';
    if (fact !== undefined || counted(before) !== counted(after)) await checkAgain(engine, context, plan);
    audit('plan-fact', factId, before, after);
    return after;
  },

  'plans.review-facts': async (context, { planId, facts, state }) => {
    const { db, actor, now, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    const factIds = facts.map(({ factId }) => factId);
    const current = await factStore.lockFacts(db, plan, factIds);
    const revised = current.map((before, i) =>
      reviseFact(before, { revision: facts[i]?.revision ?? 0, state }, actor.name, now),
    );
    await decisionStore.saveReview(db, plan, factIds, state, now, actor.name);
    const counted = (each: PlanFact) => each.state !== 'rejected';
    if (current.some((before) => counted(before) !== (state !== 'rejected'))) await checkAgain(engine, context, plan);
    audit('plan', planId, { reviewed: current.map(({ id, state: was }) => [id, was]) }, { state, facts: facts.length });
    return { facts: revised };
  },

  'plans.remove-fact': async (context, { planId, factId, revision }) => {
    const { db, actor, now, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    const [fact] = await factStore.lockFacts(db, plan, [factId]);
    if (fact === undefined) throw new Problem('not-found', { kind: '事实 fact', id: factId });
    reviseFact(fact, { revision, state: 'rejected' }, actor.name, now);
    if (fact.state !== 'added')
      throw new Problem('stage-not-reachable', { from: fact.state, action: '撤回 remove', possible: '否决 reject' });
    await factStore.removeFact(db, plan, factId);
    await checkAgain(engine, context, plan);
    audit('plan-fact', factId, fact, null);
    return { removed: true as const };
  },

  'plans.fact-history': async ({ db, actor }, { planId, factId }) => {
    const plan = await store.loadPlan(db, actor, planId);
    const earlier = await decisionStore.listFactRevisions(db, plan, factId);
    const { state, data, revision, updatedAt: at, updatedBy: by } = await factStore.loadFact(db, plan, factId);
    const states = [...earlier, { revision, state, data, reason: null, at, by }];
    // A kept state knows why it was left; the reader wants to know why each was entered.
    return { revisions: states.map((each, i) => ({ ...each, reason: states[i - 1]?.reason ?? null })) };
  },
});
