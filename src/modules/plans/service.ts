import type { Reader, Writer } from '../../core/database.ts';
import { lineStartsOf, type ReadDocument } from '../../core/document.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { documentOperations } from '../documents/operations.ts';
import { carryOver, proposals, withNewSource } from './carry-over.ts';
import { compareFacts } from './compare.ts';
import type { Checked, Engine, ReadingStep, ReadPlan } from './engine.ts';
import { planOperations } from './operations.ts';
import type { FactContent, PlanFact } from './plan.ts';
import { createReadingProgress } from './reading-progress.ts';
import { reviseFact } from './revise.ts';
import { correctionsOf, standingFacts, summaryOf, withDismissals } from './standing.ts';
import * as store from './store.ts';

type Reading = Context<Reader>;
type Writing = Context<Writer>;

const steps: Record<ReadingStep, number> = {
  waiting: 0,
  opening: 0.1,
  reading: 0.35,
  checking: 0.7,
  saving: 0.9,
  done: 1,
};

const documentOf = ({ name, format, text, blocks }: store.DocumentRow): ReadDocument => ({
  name,
  format: format as ReadDocument['format'],
  text,
  lineStarts: lineStartsOf(text),
  blocks,
});

const summarise = async ({ db, actor }: Reading, plan: store.PlanRow) => {
  const document = await store.loadDocument(db, plan);
  const counts = await store.countFacts(db, actor, plan.id);
  const dismissals = await store.listDismissals(db, actor, plan.id);
  return summaryOf(plan, document, counts, dismissals.get(plan.id) ?? []);
};

const findingsOf = async ({ db, actor }: Reading, plan: store.PlanRow) => {
  const { findings } = await store.loadDocument(db, plan);
  const dismissals = await store.listDismissals(db, actor, plan.id);
  return { findings: withDismissals(findings, dismissals.get(plan.id) ?? []) };
};

const checkedOf = (document: store.DocumentRow, facts: readonly PlanFact[]): Checked => ({
  document: documentOf(document),
  facts: standingFacts(document, facts),
  corrections: correctionsOf(facts),
});

function sameRevision(plan: store.PlanRow, revision: number): void {
  if (plan.revision === revision) return;
  throw new Problem('changed-meanwhile', { name: `《${plan.title}》`, actor: plan.updatedBy, revision: plan.revision });
}

const freshFact = ({ newId, now, actor }: Writing, content: FactContent, state: PlanFact['state']): PlanFact => ({
  ...content,
  id: newId(),
  state,
  original: null,
  revision: 1,
  updatedAt: now,
  updatedBy: actor.name,
});

const documentRow = (
  version: number,
  fileId: string,
  size: number,
  name: string,
  { document, facts, findings }: ReadPlan,
): store.DocumentRow => ({
  version,
  fileId,
  name,
  format: document.format,
  size,
  text: document.text,
  blocks: document.blocks,
  about: facts.document,
  tables: facts.tables,
  findings,
});

export function planService(engine: Engine): Service {
  const progress = createReadingProgress();

  const readWith = async (context: Writing, readingId: string | undefined, name: string, bytes: Uint8Array) => {
    const { words } = await context.ask(documentOperations['vocabulary.read'], {});
    const follow = (step: ReadingStep | null) => progress.note(context.actor.id, readingId, step);
    try {
      const read = await engine.read(name, bytes, words, follow);
      follow('saving');
      return read;
    } catch (error) {
      follow(null);
      throw error;
    }
  };

  /** After a correction the document is checked as corrected. */
  const checkAgain = async ({ db, ask }: Writing, plan: store.PlanRow): Promise<void> => {
    const document = await store.loadDocument(db, plan);
    const facts = await store.listFacts(db, plan, document.version);
    const { words } = await ask(documentOperations['vocabulary.read'], {});
    const checked = checkedOf(document, facts);
    await store.saveFindings(db, plan, document.version, await engine.check([checked], words));
  };

  return implement(planOperations, {
    'plans.list': async ({ db, actor }) => {
      const plans = await store.listPlans(db, actor);
      const documents = await store.listDocuments(db, actor);
      const counts = await store.countFacts(db, actor);
      const dismissals = await store.listDismissals(db, actor);
      return {
        plans: plans.flatMap((plan) => {
          const document = documents.get(plan.id);
          return document ? [summaryOf(plan, document, counts, dismissals.get(plan.id) ?? [])] : [];
        }),
      };
    },

    'plans.read-file': async (context, { name, bytes, readingId, isSample }) => {
      const { db, actor, now, newId, audit, tell } = context;
      const read = await readWith(context, readingId, name, bytes);
      const { fileId, size } = await tell(documentOperations['files.keep'], {
        name,
        bytes,
        mediaType: 'application/octet-stream',
      });
      const { tenantId, unitPath } = actor;
      const title = read.facts.document.title ?? name.replace(/\.[^.]+$/, '');
      const draft = {
        tenantId,
        unitPath,
        id: newId(),
        title,
        stage: 'draft',
        isSample,
        revision: 1,
      } as const;
      const plan = await store.savePlan(db, { ...draft, updatedAt: now, updatedBy: actor.name }, now, actor.name);
      await store.addDocument(db, plan, documentRow(1, fileId, size, name, read), now);
      const facts = proposals(read.facts).map((content) => freshFact(context, content, 'proposed'));
      await store.addFacts(db, plan, 1, facts);
      audit('plan', plan.id, null, { title, file: name, fileId, facts: facts.length, findings: read.findings.length });
      progress.note(actor.id, readingId, 'done');
      return summarise(context, plan);
    },

    'readings.progress': async ({ actor }, { readingId }) => {
      const step = progress.tell(actor.id, readingId);
      return { step, share: steps[step] };
    },

    'plans.show': async (context, { planId }) => {
      const { db, actor } = context;
      const plan = await store.loadPlan(db, actor, planId);
      const document = await store.loadDocument(db, plan);
      const facts = await store.listFacts(db, plan, document.version);
      const counts = await store.countFacts(db, actor, planId);
      const dismissals = (await store.listDismissals(db, actor, planId)).get(planId) ?? [];
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
      const facts = (await store.countFacts(db, actor, planId)).reduce((sum, { count }) => sum + count, 0);
      const documents = await store.countDocuments(db, plan);
      const dismissals = (await store.listDismissals(db, actor, planId)).get(planId)?.length ?? 0;
      await store.removePlan(db, plan);
      audit('plan', planId, { title: plan.title, facts, documents, dismissals }, null);
      return { facts, documents, dismissals };
    },

    'plans.add-fact': async (context, { planId, fact }) => {
      const { db, actor, audit } = context;
      const plan = await store.lockPlan(db, actor, planId);
      const { version, text } = await store.loadDocument(db, plan);
      const { start, end, quote } = fact.data.source;
      if (text.slice(start, end) !== quote)
        throw new Problem('invalid-input', {
          count: 1,
          issues: 'fact.data.source: 出处与原文不符 (the quote is not what stands there)',
        });
      const added = freshFact(context, fact, 'added');
      await store.addFacts(db, plan, version, [added]);
      await checkAgain(context, plan);
      audit('plan-fact', added.id, null, added);
      return added;
    },

    'plans.revise-fact': async (context, { planId, factId, revision, state, fact, reason }) => {
      const { db, actor, now, audit } = context;
      const plan = await store.lockPlan(db, actor, planId);
      const [before] = await store.lockFacts(db, plan, [factId]);
      if (before === undefined) throw new Problem('not-found', { kind: '事实 fact', id: factId });
      const after = reviseFact(before, { revision, state, fact }, actor.name, now);
      await store.saveFact(db, plan, before, after, reason ?? null);
      const counted = (each: PlanFact) => each.state !== 'rejected';
      if (fact !== undefined || counted(before) !== counted(after)) await checkAgain(context, plan);
      audit('plan-fact', factId, before, after);
      return after;
    },

    'plans.review-facts': async (context, { planId, facts, state }) => {
      const { db, actor, now, audit } = context;
      const plan = await store.lockPlan(db, actor, planId);
      const current = await store.lockFacts(
        db,
        plan,
        facts.map(({ factId }) => factId),
      );
      const revised: PlanFact[] = [];
      for (const [i, before] of current.entries()) {
        const after = reviseFact(before, { revision: facts[i]?.revision ?? 0, state }, actor.name, now);
        await store.saveFact(db, plan, before, after, null);
        revised.push(after);
      }
      const counted = (each: PlanFact) => each.state !== 'rejected';
      if (current.some((before) => counted(before) !== (state !== 'rejected'))) await checkAgain(context, plan);
      audit(
        'plan',
        planId,
        { reviewed: current.map(({ id, state: was }) => [id, was]) },
        { state, facts: facts.length },
      );
      return { facts: revised };
    },

    'plans.remove-fact': async (context, { planId, factId, revision }) => {
      const { db, actor, now, audit } = context;
      const plan = await store.lockPlan(db, actor, planId);
      const [fact] = await store.lockFacts(db, plan, [factId]);
      if (fact === undefined) throw new Problem('not-found', { kind: '事实 fact', id: factId });
      reviseFact(fact, { revision, state: 'rejected' }, actor.name, now);
      if (fact.state !== 'added')
        throw new Problem('stage-not-reachable', { from: fact.state, action: '撤回 remove', possible: '否决 reject' });
      await store.removeFact(db, plan, factId);
      await checkAgain(context, plan);
      audit('plan-fact', factId, fact, null);
      return { removed: true as const };
    },

    'plans.fact-history': async ({ db, actor }, { planId, factId }) => {
      const plan = await store.loadPlan(db, actor, planId);
      const earlier = await store.listFactRevisions(db, plan, factId);
      const { state, data, revision, updatedAt: at, updatedBy: by } = await store.loadFact(db, plan, factId);
      const states = [...earlier, { revision, state, data, reason: null, at, by }];
      // A kept state knows why it was left; the reader wants to know why each was entered.
      return { revisions: states.map((each, i) => ({ ...each, reason: states[i - 1]?.reason ?? null })) };
    },

    'plans.findings': async (context, { planId }) =>
      findingsOf(context, await store.loadPlan(context.db, context.actor, planId)),

    'plans.dismiss-finding': async (context, { planId, fingerprint, reason }) => {
      const { db, actor, now, audit } = context;
      const plan = await store.lockPlan(db, actor, planId);
      await store.saveDismissal(db, plan, { fingerprint, reason, at: now, by: actor.name });
      audit('plan-finding', fingerprint, null, { reason });
      return findingsOf(context, plan);
    },

    'plans.restore-finding': async (context, { planId, fingerprint }) => {
      const { db, actor, audit } = context;
      const plan = await store.lockPlan(db, actor, planId);
      await store.removeDismissal(db, plan, fingerprint);
      audit('plan-finding', fingerprint, { dismissed: true }, null);
      return findingsOf(context, plan);
    },

    'plans.read-again': async (context, { planId, revision, name, bytes }) => {
      const { db, actor, now, audit, ask, tell } = context;
      const plan = await store.lockPlan(db, actor, planId);
      sameRevision(plan, revision);
      const old = await store.loadDocument(db, plan);
      const again = bytes.length === 0;
      const content = again ? (await ask(documentOperations['files.content'], { fileId: old.fileId })).bytes : bytes;
      const newName = again ? old.name : (name ?? old.name);
      const read = await readWith(context, undefined, newName, content);
      const { fileId, size } = await tell(documentOperations['files.keep'], {
        name: newName,
        bytes: content,
        mediaType: 'application/octet-stream',
        unitPath: plan.unitPath,
      });
      const carried = carryOver(await store.listFacts(db, plan, old.version), read.facts, read.document.text);
      const version = old.version + 1;
      const facts = carried.proposals.map(({ content: proposal, decided }) =>
        decided === null
          ? freshFact(context, proposal, 'proposed')
          : {
              ...decided,
              ...withNewSource(decided, proposal),
              id: context.newId(),
              original: decided.original && proposal.data,
            },
      );
      const added = carried.added.map((fact) => ({ ...fact, id: context.newId() }));
      await store.addDocument(db, plan, documentRow(version, fileId, size, newName, read), now);
      await store.addFacts(db, plan, version, [...facts, ...added] as PlanFact[]);
      const next = await store.savePlan(db, { ...plan, revision: revision + 1 }, now, actor.name);
      await checkAgain(context, next);
      const kept = facts.length - carried.proposals.filter(({ decided }) => decided === null).length + added.length;
      audit('plan', planId, { version: old.version, fileId: old.fileId }, { version, fileId, kept });
      const fresh = facts.length + added.length - kept;
      return { plan: await summarise(context, next), kept, fresh, gone: carried.gone.length };
    },

    'plans.original': async ({ db, actor, ask }, { planId }) => {
      const plan = await store.loadPlan(db, actor, planId);
      const { fileId, name } = await store.loadDocument(db, plan);
      return { ...(await ask(documentOperations['files.content'], { fileId })), name };
    },

    'plans.export': async ({ db, actor, ask }, { planId, format, language }) => {
      const plan = await store.loadPlan(db, actor, planId);
      const document = await store.loadDocument(db, plan);
      const facts = standingFacts(document, await store.listFacts(db, plan, document.version));
      const dismissals = (await store.listDismissals(db, actor, planId)).get(planId) ?? [];
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
        const document = await store.loadDocument(db, plan);
        const facts = await store.listFacts(db, plan, document.version);
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
}
