import type * as z from 'zod';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { dayAfter } from '../../core/workday.ts';
import { needFiles } from '../documents/file-ties.ts';
import { deliveryOperations } from '../projects/delivery-operations.ts';
import { adopt, candidatesOf } from './adoption.service.ts';
import {
  changedMeanwhile,
  ownedBy,
  projectOf,
  type Reading,
  refused,
  stampOf,
  type Writing,
} from './context.service.ts';
import * as store from './promise.store.ts';
import { measureById, type PromiseStatus, promiseStatuses } from './promise.ts';
import { happen, loadPromise, showPromise, viewsOf } from './promise-desk.service.ts';
import { promiseOperations } from './promise-operations.ts';
import { needAmount, sayPromise, wordsOfPromise } from './promise-words.ts';

type Input<Id extends keyof typeof promiseOperations> = z.output<(typeof promiseOperations)[Id]['input']>;

/** How far ahead a list of what is due looks when nobody says. */
const usualDays = 90;

async function due(context: Reading, { unitPath, by, status, measure, all, limit }: Input<'promises.due'>) {
  const { db, actor, today } = context;
  const last = by ?? dayAfter(today, usualDays);
  const wanted = { unitPath, measure, undated: all, ...(all ? {} : { dueBy: last }) };
  const rows = await store.listPromises(db, actor.scope, wanted);
  const views = await viewsOf(context, rows);
  const settled: readonly PromiseStatus[] = ['kept', 'remedied', 'waived'];
  const listed = views.filter((view) =>
    status === undefined ? all || !settled.includes(view.status) : view.status === status,
  );
  const statuses = Object.keys(promiseStatuses) as PromiseStatus[];
  const counts = statuses.map((each) => ({ status: each, count: views.filter((view) => view.status === each).length }));
  return { by: last, counts, promises: listed.slice(0, limit) };
}

async function add(context: Writing, { projectId, promises }: Input<'promises.add'>) {
  const project = await projectOf(context, projectId);
  await needFiles(
    context,
    promises.flatMap(({ source }) => (source.kind === 'contract' ? source.evidence : [])),
  );
  const rows = promises.map((given) => ({
    ...wordsOfPromise(given),
    ...ownedBy(project),
    id: context.newId(),
    source: given.source,
  }));
  await store.addPromises(context.db, rows, stampOf(context));
  for (const row of rows) context.audit('promise', row.id, null, row);
  const added = rows.map((row) => ({ ...row, revision: 1, events: [] }));
  return { promises: await viewsOf(context, added, new Map([[project.id, project]])) };
}

async function change(context: Writing, { id, revision, promise, reason }: Input<'promises.change'>) {
  const row = await loadPromise(context, id);
  const next = { ...row, ...wordsOfPromise(promise), source: promise.source, revision };
  if (row.revision !== revision || !(await store.changePromise(context.db, next, stampOf(context))))
    throw changedMeanwhile(sayPromise(row).zh, { updatedBy: '', revision: row.revision });
  const { events: _, ...before } = row;
  context.audit('promise', id, before, { ...next, reason });
  return showPromise(context, id);
}

async function recordActual(context: Writing, input: Input<'promises.actual'>) {
  const { id, revision, on = context.today, typed, unit, isKept, reason, evidence } = input;
  const row = await loadPromise(context, id);
  const declared = measureById.get(row.measure);
  if (typed === null && isKept === null)
    throw refused('须填写实际数，或写明是否履行', 'give the figure, or say whether it is kept');
  if (isKept !== null && evidence.length === 0 && (reason ?? '') === '')
    throw refused('认定是否履行须附佐证或写明依据', 'a finding needs its evidence or its ground');
  if (typed !== null && declared?.kind !== 'amount')
    throw refused('这项承诺没有数值，请写明是否履行', 'this promise has no figure; say whether it is kept');
  const given = unit ?? row.unit ?? '';
  const read = typed === null ? null : needAmount(typed, given);
  if (read !== null && read.dimension !== row.dimension)
    throw refused(`单位“${given}”与承诺的“${row.unit}”不能换算`, `“${given}” does not convert to “${row.unit}”`);
  const value = read?.value ?? null;
  await happen(context, id, revision, {
    action: 'actual',
    on,
    value,
    typed,
    unit: typed === null ? null : given,
    isKept,
    reason,
    evidence,
  });
  return showPromise(context, id);
}

async function remedy(context: Writing, { id, revision, owner, dueOn, reason, evidence }: Input<'promises.remedy'>) {
  if (dueOn < context.today) throw refused('整改期限须在今天或以后', 'the remedy is due today or later');
  await happen(context, id, revision, { action: 'remedy', on: context.today, owner, dueOn, reason, evidence });
  return showPromise(context, id);
}

async function decideExit(context: Writing, input: Input<'promises.decide-exit'>) {
  const { id, revision, accept, on = context.today, reason, evidence } = input;
  if (accept && evidence.length === 0)
    throw new Problem('facts-missing', { action: '同意清退 exit', facts: '佐证材料 evidence' });
  const { projectId } = await happen(context, id, revision, {
    action: accept ? 'accept-exit' : 'reject-exit',
    on,
    reason,
    evidence,
  });
  if (accept) {
    const { revision: seen } = await context.ask(deliveryOperations['delivery.show'], { id: projectId });
    const left = { id: projectId, revision: seen, action: 'exit', on, reason: reason.slice(0, 500), evidence } as const;
    await context.tell(deliveryOperations['delivery.act'], left);
  }
  return showPromise(context, id);
}

export const promiseService: Service = implement(promiseOperations, {
  'promises.list': async (context, { projectId }) => {
    const project = await projectOf(context, projectId);
    const rows = await store.listPromises(context.db, context.actor.scope, { projectId });
    return { promises: await viewsOf(context, rows, new Map([[project.id, project]])) };
  },
  'promises.due': due,
  'promises.show': (context, { id }) => showPromise(context, id),
  'promises.add': add,
  'promises.change': change,
  'promises.candidates': (context, { planId }) => candidatesOf(context, planId),
  'promises.adopt': adopt,
  'promises.actual': recordActual,
  'promises.remedy': remedy,
  'promises.waive': async (context, { id, revision, reason, evidence }) => {
    await happen(context, id, revision, { action: 'waive', on: context.today, reason, evidence });
    return showPromise(context, id);
  },
  'promises.propose-exit': async (context, { id, revision, reason, evidence }) => {
    await happen(context, id, revision, { action: 'propose-exit', on: context.today, reason, evidence });
    return showPromise(context, id);
  },
  'promises.decide-exit': decideExit,
});
