import { Problem } from '../../core/problem.ts';
import { needFiles } from '../documents/file-ties.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import { worldsOf } from './actuals.service.ts';
import { changedMeanwhile, lineOf, projectsBy, type Reading, stampOf, type Writing } from './context.service.ts';
import * as store from './promise.store.ts';
import {
  measureById,
  type PromiseAction,
  type PromiseEvent,
  type PromiseMeasure,
  type PromiseView,
  promiseActions,
  promiseStatuses,
} from './promise.ts';
import type { ShownPromise } from './promise-operations.ts';
import { standingOf } from './promise-standing.ts';
import { sayPromise } from './promise-words.ts';

type Row = store.PromiseRow;

const untilOf = ({ source }: Row) => (source.kind === 'document' ? source.until : undefined);

/** Promises as a reader sees them today. */
export async function viewsOf(
  context: Reading,
  rows: readonly Row[],
  known?: ReadonlyMap<string, PortfolioProject>,
): Promise<PromiseView[]> {
  const projects =
    known ??
    (await projectsBy(
      context,
      rows.map(({ projectId }) => projectId),
    ));
  const worldOf = await worldsOf(context, rows, projects);
  return rows.map((row) => {
    const { tenantId: _, unitPath, projectId, events, ...shown } = row;
    return {
      ...shown,
      project: lineOf(projectId, unitPath, projects),
      label: (measureById.get(row.measure) as PromiseMeasure).label,
      said: sayPromise(row),
      ...standingOf({ ...row, until: untilOf(row) }, events, worldOf(row), context.today),
    };
  });
}

export async function loadPromise(context: Reading, id: string): Promise<Row> {
  const [row] = await store.listPromises(context.db, context.actor.scope, { promiseId: id });
  if (row === undefined) throw new Problem('not-found', { kind: '承诺 promise', id });
  return row;
}

export async function showPromise(context: Reading, id: string): Promise<ShownPromise> {
  const row = await loadPromise(context, id);
  const [view] = await viewsOf(context, [row]);
  return { ...(view as PromiseView), events: [...row.events] };
}

type Happened = Pick<PromiseEvent, 'action' | 'on'> & Partial<Omit<PromiseEvent, 'seq' | 'at' | 'by'>>;

const nothing = {
  value: null,
  typed: null,
  unit: null,
  isKept: null,
  owner: null,
  dueOn: null,
  reason: null,
  evidence: [],
};

/** Adds what happened, if the promise allows it as it stands. */
export async function happen(context: Writing, id: string, revision: number, event: Happened): Promise<Row> {
  const row = await loadPromise(context, id);
  const name = sayPromise(row).zh;
  if (row.revision !== revision)
    throw changedMeanwhile(name, { updatedBy: row.events.at(-1)?.by ?? '', revision: row.revision });
  const [view] = await viewsOf(context, [row]);
  const { status, possible } = view as PromiseView;
  if (!possible.includes(event.action))
    throw new Problem('stage-not-reachable', {
      from: promiseStatuses[status].zh,
      action: promiseActions[event.action as PromiseAction].zh,
      possible: possible.map((each) => promiseActions[each].zh).join('、') || '—',
    });
  if (event.on > context.today)
    throw new Problem('event-day', {
      on: event.on,
      since: '—',
      today: context.today,
      stage: promiseStatuses[status].zh,
    });
  const added = { ...nothing, ...event };
  await needFiles(context, added.evidence);
  if (!(await store.addEvent(context.db, row, added, stampOf(context))))
    throw changedMeanwhile(name, { updatedBy: '', revision: row.revision + 1 });
  context.audit('promise-event', `${id} ${event.action}`, null, added);
  return row;
}
