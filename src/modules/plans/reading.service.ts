import { type Beforehand, type Handlers, prepared } from '../../core/implement.ts';
import { documentOperations } from '../documents/operations.ts';
import { carryOver, proposals, withNewSource } from './carry-over.ts';
import { checkAgain, freshFact, sameRevision, summarise } from './desk.service.ts';
import * as documentStore from './documents.store.ts';
import type { Engine, ReadingStep, ReadPlan } from './engine.ts';
import * as factStore from './facts.store.ts';
import type { planOperations } from './operations.ts';
import type { PlanFact } from './plan.ts';
import { createReadingProgress } from './reading-progress.ts';
import * as store from './store.ts';

/** The share of a reading that is behind it when a step begins. */
const steps: Record<ReadingStep, number> = {
  waiting: 0,
  opening: 0.1,
  reading: 0.35,
  checking: 0.7,
  saving: 0.9,
  done: 1,
};

const documentRow = (
  version: number,
  fileId: string,
  size: number,
  name: string,
  { document, facts, findings }: ReadPlan,
): documentStore.DocumentRow => ({
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

type Ids = 'plans.read-file' | 'plans.read-again' | 'readings.progress';

/** Files become plans, and new versions of files new versions of plans. */
export function readingHandlers(engine: Engine): Pick<Handlers<typeof planOperations>, Ids> {
  const progress = createReadingProgress();

  /** Read before the transaction opens: a large file takes seconds, and a connection is not kept waiting for it. */
  const readWith = async (
    { actor, read }: Beforehand,
    readingId: string | undefined,
    name: string,
    bytes: Uint8Array,
  ) => {
    const { words } = await read(({ ask }) => ask(documentOperations['vocabulary.read'], {}));
    const follow = (step: ReadingStep | null) => progress.note(actor.id, readingId, step);
    try {
      const found = await engine.read(name, bytes, words, follow);
      follow('saving');
      return found;
    } catch (error) {
      follow(null);
      throw error;
    }
  };

  return {
    'plans.read-file': prepared(
      (beforehand, { name, bytes, readingId }) => readWith(beforehand, readingId, name, bytes),
      async (context, { name, bytes, readingId, isSample }, read) => {
        const { db, actor, now, newId, audit, tell } = context;
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
        await documentStore.addDocument(db, plan, documentRow(1, fileId, size, name, read), now);
        const facts = proposals(read.facts).map((content) => freshFact(context, content, 'proposed'));
        await factStore.addFacts(db, plan, 1, facts);
        audit('plan', plan.id, null, {
          title,
          file: name,
          fileId,
          facts: facts.length,
          findings: read.findings.length,
        });
        progress.note(actor.id, readingId, 'done');
        return summarise(context, plan);
      },
    ),

    'plans.read-again': prepared(
      async (beforehand, { planId, revision, name, bytes }) => {
        const { file, content } = await beforehand.read(async ({ db, actor, ask }) => {
          const plan = await store.loadPlan(db, actor, planId);
          sameRevision(plan, revision);
          const old = await documentStore.loadDocument(db, plan);
          // Without a file the kept original is read again.
          if (bytes.length > 0) return { file: name ?? old.name, content: bytes };
          return {
            file: old.name,
            content: (await ask(documentOperations['files.content'], { fileId: old.fileId })).bytes,
          };
        });
        return { file, content, read: await readWith(beforehand, undefined, file, content) };
      },
      async (context, { planId, revision }, { file, content, read }) => {
        const { db, actor, now, audit, tell, newId } = context;
        const plan = await store.lockPlan(db, actor, planId);
        sameRevision(plan, revision);
        const old = await documentStore.loadDocument(db, plan);
        const { fileId, size } = await tell(documentOperations['files.keep'], {
          name: file,
          bytes: content,
          mediaType: 'application/octet-stream',
          unitPath: plan.unitPath,
        });
        const carried = carryOver(await factStore.listFacts(db, plan, old.version), read.facts, read.document.text);
        const version = old.version + 1;
        const facts = carried.proposals.map(({ content: proposal, decided }) =>
          decided === null
            ? freshFact(context, proposal, 'proposed')
            : {
                ...decided,
                ...withNewSource(decided, proposal),
                id: newId(),
                original: decided.original && proposal.data,
              },
        );
        const added = carried.added.map((fact) => ({ ...fact, id: newId() }));
        await documentStore.addDocument(db, plan, documentRow(version, fileId, size, file, read), now);
        await factStore.addFacts(db, plan, version, [...facts, ...added] as PlanFact[]);
        const next = await store.savePlan(db, { ...plan, revision: revision + 1 }, now, actor.name);
        await checkAgain(engine, context, next);
        const kept = facts.length - carried.proposals.filter(({ decided }) => decided === null).length + added.length;
        audit('plan', planId, { version: old.version, fileId: old.fileId }, { version, fileId, kept });
        const fresh = facts.length + added.length - kept;
        return { plan: await summarise(context, next), kept, fresh, gone: carried.gone.length };
      },
    ),

    'readings.progress': async ({ actor }, { readingId }) => {
      const step = progress.tell(actor.id, readingId);
      return { step, share: steps[step] };
    },
  };
}
