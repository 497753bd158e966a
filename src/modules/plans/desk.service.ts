import type { Reader, Writer } from '../../core/database.ts';
import { lineStartsOf, type ReadDocument } from '../../core/document.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { documentOperations } from '../documents/operations.ts';
import * as dismissalStore from './dismissals.store.ts';
import * as documentStore from './documents.store.ts';
import type { Checked, Engine } from './engine.ts';
import * as factStore from './facts.store.ts';
import type { FactContent, PlanFact } from './plan.ts';
import { correctionsOf, standingFacts, summaryOf, withDismissals } from './standing.ts';
import type * as store from './store.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;

export const documentOf = ({ name, format, text, blocks }: documentStore.DocumentRow): ReadDocument => ({
  name,
  format: format as ReadDocument['format'],
  text,
  lineStarts: lineStartsOf(text),
  blocks,
});

/** A plan as the list shows it: its document, how many facts stand, what is found. */
export const summarise = async ({ db, actor }: Reading, plan: store.PlanRow) => {
  const document = await documentStore.loadDocument(db, plan);
  const counts = await factStore.countFacts(db, actor, plan.id);
  const dismissals = await dismissalStore.listDismissals(db, actor, plan.id);
  return summaryOf(plan, document, counts, dismissals.get(plan.id) ?? []);
};

export const findingsOf = async ({ db, actor }: Reading, plan: store.PlanRow) => {
  const { findings } = await documentStore.loadDocument(db, plan);
  const dismissals = await dismissalStore.listDismissals(db, actor, plan.id);
  return { findings: withDismissals(findings, dismissals.get(plan.id) ?? []) };
};

export const checkedOf = (document: documentStore.DocumentRow, facts: readonly PlanFact[]): Checked => ({
  document: documentOf(document),
  facts: standingFacts(document, facts),
  corrections: correctionsOf(facts),
});

/** Refuses to change a plan of which the asker has not seen the last state. */
export function sameRevision(plan: store.PlanRow, revision: number): void {
  if (plan.revision === revision) return;
  throw new Problem('changed-meanwhile', { name: `《${plan.title}》`, actor: plan.updatedBy, revision: plan.revision });
}

export const freshFact = (
  { newId, now, actor }: Writing,
  content: FactContent,
  state: PlanFact['state'],
): PlanFact => ({
  ...content,
  id: newId(),
  state,
  original: null,
  revision: 1,
  updatedAt: now,
  updatedBy: actor.name,
});

/** After a correction the document is checked as corrected. */
export async function checkAgain(engine: Engine, { db, ask }: Writing, plan: store.PlanRow): Promise<void> {
  const document = await documentStore.loadDocument(db, plan);
  const facts = await factStore.listFacts(db, plan, document.version);
  const { words } = await ask(documentOperations['vocabulary.read'], {});
  const checked = checkedOf(document, facts);
  await documentStore.saveFindings(db, plan, document.version, await engine.check([checked], words));
}
