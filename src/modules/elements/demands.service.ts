import type * as z from 'zod';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import type { PromiseSource } from '../promotion/promise.ts';
import { promiseOperations } from '../promotion/promise-operations.ts';
import { needAmountOf } from './amount.ts';
import * as store from './demand.store.ts';
import type { demandOperations, NewDemand, Suggestion } from './demand-operations.ts';
import {
  changedMeanwhile,
  projectOf,
  projectsBy,
  type Reading,
  refused,
  stampOf,
  type Writing,
} from './desk.service.ts';
import { kindOf } from './kind.ts';
import { demandView } from './rows.service.ts';
import type { DemandSource, DemandView } from './shapes.ts';
import { suggestionsOf } from './suggest.ts';

type Input<Id extends keyof typeof demandOperations> = z.output<(typeof demandOperations)[Id]['input']>;

/** The words of a line as they are kept; refuses months in the wrong order and amounts of something else. */
export function lineOfDemand({ element, from, to, typed, unit, note }: NewDemand) {
  const kind = kindOf(element);
  const isStock = kind.behaviour === 'stock';
  if (!isStock && to !== null && to < from)
    throw refused(`截止月 ${to} 早于起始月 ${from}`, `it would end in ${to}, before it begins in ${from}`);
  return { element, from, to: isStock ? null : to, note, ...needAmountOf(kind, typed, unit) };
}

export const rowOfDemand = (
  context: Writing,
  { id, tenantId, unitPath }: Pick<PortfolioProject, 'id' | 'tenantId' | 'unitPath'>,
  line: NewDemand,
  source: DemandSource,
): store.DemandRow => ({
  tenantId,
  id: context.newId(),
  unitPath,
  projectId: id,
  ...lineOfDemand(line),
  source,
  state: 'standing',
  reason: null,
  revision: 1,
});

export async function addRows(context: Writing, rows: readonly store.DemandRow[]): Promise<DemandView[]> {
  await store.addDemands(context.db, rows, stampOf(context));
  for (const row of rows) context.audit('element-demand', row.id, null, row);
  const projects = await projectsBy(
    context,
    rows.map(({ projectId }) => projectId),
  );
  return rows.map((row) => demandView({ ...row, updatedAt: context.now, updatedBy: context.actor.name }, projects));
}

export async function listOf(context: Reading, wanted: Input<'element-demands.list'>): Promise<DemandView[]> {
  const rows = await store.listDemands(context.db, context.actor.scope, wanted);
  const projects = await projectsBy(
    context,
    rows.map(({ projectId }) => projectId),
  );
  return rows.map((row) => demandView(row, projects));
}

/** A fact is named with the document and the line that state it. */
const withPlace = (said: Label, source: PromiseSource): Label => {
  if (source.kind === 'document')
    return {
      zh: `${said.zh}（《${source.document}》第 ${source.line} 行）`,
      en: `${said.en} (${source.document}, line ${source.line})`,
    };
  if (source.kind === 'contract')
    return { zh: `${said.zh}（合同 ${source.number}）`, en: `${said.en} (contract ${source.number})` };
  return said;
};

export async function suggestFor(context: Reading, projectId: string): Promise<Suggestion[]> {
  const project = await projectOf(context, projectId);
  const { promises } = await context.ask(promiseOperations['promises.list'], { projectId });
  const standing = await store.listDemands(context.db, context.actor.scope, { projectId });
  const taken = standing.flatMap(({ source }) => (source.kind === 'promise' ? source.promiseIds : []));
  const open = promises
    .filter(({ status }) => status !== 'waived')
    .map(({ said, source, ...promise }) => ({ ...promise, said: withPlace(said, source) }));
  return suggestionsOf(open, project, context.today, new Set(taken));
}

export async function accept(context: Writing, { projectId, keys, from }: Input<'element-demands.accept'>) {
  const project = await projectOf(context, projectId);
  const suggestions = new Map((await suggestFor(context, projectId)).map((each) => [each.key, each]));
  const rows = keys.map((key) => {
    const found = suggestions.get(key);
    if (found === undefined) throw new Problem('not-found', { kind: '需求建议 suggestion', id: key });
    if (found.isTaken) throw new Problem('already-there', { kind: '需求 demand', id: found.said.zh });
    const { element, typed, unit, promiseIds, said, working } = found;
    const line = { element, from: from ?? found.from, to: found.to, typed, unit, note: null };
    return rowOfDemand(context, project, line, { kind: 'promise', promiseIds, said, working });
  });
  return addRows(context, rows);
}

/** The demand as the caller saw it, still standing. */
async function standing(context: Writing, id: string, revision: number) {
  const [row] = await store.listDemands(context.db, context.actor.scope, { id, all: true });
  if (row === undefined) throw new Problem('not-found', { kind: '需求 demand', id });
  if (row.revision !== revision) throw changedMeanwhile('需求', row.updatedBy, row.revision);
  if (row.state === 'withdrawn') throw refused('需求已撤回，请另行登记', 'it was withdrawn; enter it anew');
  return row;
}

async function save(context: Writing, before: store.DemandRow & store.Written, next: store.DemandRow) {
  if (!(await store.saveDemand(context.db, next, stampOf(context))))
    throw changedMeanwhile('需求', before.updatedBy, before.revision + 1);
  context.audit('element-demand', before.id, before, next);
  const [view] = await listOf(context, { projectId: before.projectId, all: true }).then((views) =>
    views.filter(({ id }) => id === before.id),
  );
  return view as DemandView;
}

export async function change(context: Writing, { id, revision, line, reason }: Input<'element-demands.change'>) {
  const row = await standing(context, id, revision);
  return save(context, row, { ...row, ...lineOfDemand(line), reason });
}

export async function withdraw(context: Writing, { id, revision, reason }: Input<'element-demands.withdraw'>) {
  const row = await standing(context, id, revision);
  return save(context, row, { ...row, state: 'withdrawn', reason });
}
