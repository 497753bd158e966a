import type { Handlers } from '../../core/implement.ts';
import { documentOperations } from '../documents/operations.ts';
import { compareFacts } from './compare.ts';
import { checkedOf, documentOf, sameRevision, summarise } from './desk.service.ts';
import * as dismissalStore from './dismissals.store.ts';
import * as documentStore from './documents.store.ts';
import type { Engine } from './engine.ts';
import * as factStore from './facts.store.ts';
import type { planOperations } from './operations.ts';
import { standingFacts, summaryOf, withDismissals } from './standing.ts';
import * as store from './store.ts';

export const planHandlers = (
  engine: Engine,
): Pick<
  Handlers<typeof planOperations>,
  | 'plans.list'
  | 'plans.show'
  | 'plans.rename'
  | 'plans.save'
  | 'plans.remove'
  | 'plans.original'
  | 'plans.export'
  | 'plans.compare'
> => ({
  'plans.list': async ({ db, actor }) => {
    const plans = await store.listPlans(db, actor);
    const documents = await documentStore.listDocuments(db, actor);
    const counts = await factStore.countFacts(db, actor);
    const dismissals = await dismissalStore.listDismissals(db, actor);
    return {
      plans: plans.flatMap((plan) => {
        const document = documents.get(plan.id);
        return document ? [summaryOf(plan, document, counts, dismissals.get(plan.id) ?? [])] : [];
      }),
    };
  },

  'plans.show': async (context, { planId }) => {
    const { db, actor } = context;
    const plan = await store.loadPlan(db, actor, planId);
    const document = await documentStore.loadDocument(db, plan);
    const facts = await factStore.listFacts(db, plan, document.version);
    const counts = await factStore.countFacts(db, actor, planId);
    const dismissals = (await dismissalStore.listDismissals(db, actor, planId)).get(planId) ?? [];
    const { about, text, blocks, tables } = document;
    return {
      ...summaryOf(plan, document, counts, dismissals),
      about,
      text,
      blocks: blocks as never,
      facts,
      tables: [...tables],
      findings: withDismissals(document.findings, dismissals),
    };
  },

  'plans.rename': async (context, { planId, title, revision }) => {
    const { db, actor, now, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    sameRevision(plan, revision);
    const renamed = await store.savePlan(db, { ...plan, title, revision: revision + 1 }, now, actor.name);
    audit('plan', planId, { title: plan.title }, { title });
    return summarise(context, renamed);
  },

  'plans.save': async (context, { planId, revision }) => {
    const { db, actor, now, audit } = context;
    const plan = await store.lockPlan(db, actor, planId);
    sameRevision(plan, revision);
    const saved = await store.savePlan(db, { ...plan, stage: 'saved', revision: revision + 1 }, now, actor.name);
    audit('plan', planId, { stage: plan.stage }, { stage: 'saved' });
    return summarise(context, saved);
  },

  'plans.remove': async ({ db, actor, audit }, { planId, revision }) => {
    const plan = await store.lockPlan(db, actor, planId);
    sameRevision(plan, revision);
    const facts = (await factStore.countFacts(db, actor, planId)).reduce((sum, { count }) => sum + count, 0);
    const documents = await documentStore.countDocuments(db, plan);
    const dismissals = (await dismissalStore.listDismissals(db, actor, planId)).get(planId)?.length ?? 0;
    await store.removePlan(db, plan);
    audit('plan', planId, { title: plan.title, facts, documents, dismissals }, null);
    return { facts, documents, dismissals };
  },

  'plans.original': async ({ db, actor, ask }, { planId }) => {
    const plan = await store.loadPlan(db, actor, planId);
    const { fileId, name } = await documentStore.loadDocument(db, plan);
    return { ...(await ask(documentOperations['files.content'], { fileId })), name };
  },

  'plans.export': async ({ db, actor, ask }, { planId, format, language }) => {
    const plan = await store.loadPlan(db, actor, planId);
    const document = await documentStore.loadDocument(db, plan);
    const facts = standingFacts(document, await factStore.listFacts(db, plan, document.version));
    const dismissals = (await dismissalStore.listDismissals(db, actor, planId)).get(planId) ?? [];
    const dismissed = new Set(dismissals.map(({ fingerprint }) => fingerprint));
    const findings = document.findings.filter(({ fingerprint }) => !dismissed.has(fingerprint));
    const { bytes: original } = await ask(documentOperations['files.content'], { fileId: document.fileId });
    const rendering = {
      title: plan.title,
      document: documentOf(document),
      facts,
      findings,
      original,
      format,
      language,
    };
    return engine.render(rendering);
  },

  'plans.compare': async ({ db, actor, ask }, { left, right }) => {
    const side = async (id: string) => {
      const plan = await store.loadPlan(db, actor, id);
      const document = await documentStore.loadDocument(db, plan);
      const facts = await factStore.listFacts(db, plan, document.version);
      const checked = checkedOf(document, facts);
      return { facts, checked, head: { id, title: plan.title, about: document.about } };
    };
    const [a, b] = [await side(left), await side(right)];
    const { words } = await ask(documentOperations['vocabulary.read'], {});
    const findings = await engine.check([a.checked, b.checked], words);
    const across = findings.filter(({ sources }) => new Set(sources.map(({ file }) => file)).size > 1);
    return {
      left: a.head,
      right: b.head,
      differences: compareFacts(a.facts, b.facts),
      findings: withDismissals(across, []),
    };
  },
});
