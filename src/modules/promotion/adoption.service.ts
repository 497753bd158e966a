import { Problem } from '../../core/problem.ts';
import { planOperations } from '../plans/operations.ts';
import { projectOperations } from '../projects/operations.ts';
import { figuresOfFact, promiseOf } from './adoption.ts';
import { ownedBy, projectOf, type Reading, stampOf, type Writing } from './context.service.ts';
import * as store from './promise.store.ts';
import type { NewPromise } from './promise.ts';
import { viewsOf } from './promise-desk.service.ts';
import { wordsOfPromise } from './promise-words.ts';

async function factsOf({ ask }: Reading, planId: string) {
  const { title, facts } = await ask(planOperations['plans.show'], { planId });
  const projects = facts.flatMap((fact) =>
    fact.kind === 'project' && fact.state !== 'rejected' ? [{ factId: fact.id, data: fact.data }] : [],
  );
  return { title, projects };
}

type Kept = Pick<store.PromiseRow, 'source' | 'measure' | 'what' | 'value'>;
/** The same figure of the same line of the same document. */
const keyOf = ({ source, measure, what, value }: Kept): string =>
  JSON.stringify([source.kind === 'document' ? [source.document, source.line] : source, measure, what, value]);

/** Projects of a plan with the project of the register that has the name. */
export async function candidatesOf(context: Reading, planId: string) {
  const { title, projects } = await factsOf(context, planId);
  const { known } = await context.ask(projectOperations['projects.names'], {});
  const byName = new Map(
    known.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => [each, id] as const)),
  );
  const kept = new Set((await store.listPromises(context.db, context.actor.scope, {})).map(keyOf));
  const candidates = projects.map(({ factId, data }) => {
    const promises = wordedOf(data, { title, planId, factId }).worded;
    return {
      factId,
      name: data.name,
      line: data.source.line,
      projectId: byName.get(data.name) ?? null,
      promises: promises.length,
      known: promises.filter((promise) => kept.has(keyOf(promise))).length,
    };
  });
  return { title, candidates: candidates.filter(({ promises }) => promises > 0) };
}

type ProjectFact = Parameters<typeof figuresOfFact>[0];

function wordedOf(data: ProjectFact, { title, planId, factId }: { title: string; planId: string; factId: string }) {
  const unread: string[] = [];
  const worded = figuresOfFact(data).flatMap((figure) => {
    const source: NewPromise['source'] = { kind: 'document', document: title, line: figure.line, planId, factId };
    const promise = promiseOf(figure, source);
    if (promise === null) unread.push(`${figure.what ?? figure.measure} ${figure.value}${figure.unit}`);
    return promise === null ? [] : [{ ...wordsOfPromise(promise), source }];
  });
  return { worded, unread };
}

/** Takes the figures of a project of a plan as promises; those that are there already stay as they are. */
export async function adopt(
  context: Writing,
  { projectId, planId, factId }: { projectId: string; planId: string; factId: string },
) {
  const project = await projectOf(context, projectId);
  const { title, projects } = await factsOf(context, planId);
  const fact = projects.find((each) => each.factId === factId);
  if (fact === undefined) throw new Problem('not-found', { kind: '规划中的项目 project of the plan', id: factId });
  const { worded, unread } = wordedOf(fact.data, { title, planId, factId });
  const kept = new Set((await store.listPromises(context.db, context.actor.scope, { projectId })).map(keyOf));
  const rows = worded
    .filter((promise) => !kept.has(keyOf(promise)))
    .map((promise) => ({ ...promise, ...ownedBy(project), id: context.newId() }));
  if (rows.length > 0) await store.addPromises(context.db, rows, stampOf(context));
  for (const row of rows) context.audit('promise', row.id, null, row);
  const added = rows.map((row) => ({ ...row, revision: 1, events: [] }));
  return {
    added: await viewsOf(context, added, new Map([[project.id, project]])),
    known: worded.length - rows.length,
    unread,
  };
}
