import type { Handlers } from '../../core/implement.ts';
import { findingsOf } from './desk.service.ts';
import * as dismissalStore from './dismissals.store.ts';
import type { planOperations } from './operations.ts';
import * as store from './store.ts';

export const findingHandlers = (): Pick<
  Handlers<typeof planOperations>,
  'plans.findings' | 'plans.dismiss-finding' | 'plans.restore-finding'
> => ({
  'plans.findings': async (context, { planId }) =>
    findingsOf(context, await store.loadPlan(context.db, context.actor, planId)),

  'plans.dismiss-finding': async (context, { planId, fingerprint, reason }) => {
    const { db, actor, now, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    await dismissalStore.saveDismissal(db, plan, { fingerprint, reason, at: now, by: actor.name });
    audit('plan-finding', fingerprint, null, { reason });
    return findingsOf(context, plan);
  },

  'plans.restore-finding': async (context, { planId, fingerprint }) => {
    const { db, actor, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    await dismissalStore.removeDismissal(db, plan, fingerprint);
    audit('plan-finding', fingerprint, { dismissed: true }, null);
    return findingsOf(context, plan);
  },
});
