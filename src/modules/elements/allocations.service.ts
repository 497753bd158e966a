import type * as z from 'zod';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import * as store from './allocation.store.ts';
import type { allocationOperations } from './allocation-operations.ts';
import { needAmountOf } from './amount.ts';
import { type Book, excessOf, type Grant, type Pot } from './balance.ts';
import {
  changedMeanwhile,
  grantIn,
  type Ledger,
  ledgerOf,
  potIn,
  projectOf,
  projectsBy,
  type Reading,
  refused,
  stampOf,
  type Writing,
} from './desk.service.ts';
import { type ElementKind, kindOf } from './kind.ts';
import { monthOf, numberOf, within } from './month.ts';
import { orderOf, priorityRule } from './order.service.ts';
import { exceedsDemand } from './order.ts';
import { listQuotas } from './quota.store.ts';
import { lock, needRoom } from './quotas.service.ts';
import { allocationView } from './rows.service.ts';
import type { AllocationView, Proposal } from './shapes.ts';

type Input<Id extends keyof typeof allocationOperations> = z.output<(typeof allocationOperations)[Id]['input']>;
type Row = store.AllocationRow;

async function viewsOf(context: Reading, rows: Awaited<ReturnType<typeof store.listAllocations>>) {
  const projects = await projectsBy(
    context,
    rows.map(({ projectId }) => projectId),
  );
  const quotas = await listQuotas(context.db, context.actor.scope, { all: true });
  return rows.map((row) => allocationView(row, projects, quotas));
}

export async function listOf(context: Reading, wanted: Input<'element-allocations.list'>) {
  return viewsOf(context, await store.listAllocations(context.db, context.actor.scope, wanted));
}

export async function revisionsOf(context: Reading, id: string): Promise<AllocationView[]> {
  const rows = await store.listRevisions(context.db, context.actor.scope, id);
  if (rows.length === 0) throw new Problem('not-found', { kind: '分配 grant', id });
  return viewsOf(context, rows);
}

/** The last month that is meant where none is said: that of the quota, or of the demand if it ends before. */
function lastMonth({ behaviour }: ElementKind, { demands }: Book, { life }: Pot, projectId: string): string {
  const ends = demands.filter((each) => each.projectId === projectId).map(({ span }) => span.to);
  const end = behaviour === 'stock' || ends.length === 0 ? life.to : Math.min(life.to, Math.max(...ends));
  return monthOf(end);
}

interface Checked {
  readonly kind: ElementKind;
  readonly pot: Pot;
  /** Without the grant itself. */
  readonly book: Book;
  readonly basis: string;
  readonly projectName: string;
}

/** Never more than the project asks for, and, unless it overrules, never more than the quota holds. */
function needFit({ kind, pot, book, basis, projectName }: Checked, grant: Grant, mayExceed: boolean): boolean {
  const { span } = grant;
  if (span.to < span.from) throw refused('截止月早于起始月', 'it would end before it begins');
  if (!within(span, pot.life))
    throw refused(
      `指标只在 ${monthOf(pot.life.from)} 至 ${monthOf(pot.life.to)} 有效`,
      `the quota is in force from ${monthOf(pot.life.from)} to ${monthOf(pot.life.to)}`,
    );
  const beyond = exceedsDemand(book, grant);
  if (beyond !== null) throw new Problem('element-beyond-demand', { month: monthOf(beyond), project: projectName });
  const next = { ...book, grants: [...book.grants, grant] };
  if (!mayExceed) needRoom(kind, next, pot, book, basis);
  return excessOf(next, pot) !== null;
}

/** What the rule proposes now, and whether a project that stands before this one still lacks. */
async function proposalFor(context: Reading, ledger: Ledger, pot: Pot, projectId: string, from: number) {
  const { lines, refused: isOpen } = await orderOf(context, { ledger, pot, from });
  const own = lines.find(({ project }) => project.id === projectId);
  if (isOpen !== null || own === undefined) return { proposal: null, passesOver: [] as string[], isVetoed: false };
  const passesOver = lines.filter(({ place }) => place !== null && own.place !== null && place < own.place);
  const proposal: Proposal = {
    rule: `${priorityRule.ruleId}@${priorityRule.edition}`,
    place: own.place,
    of: lines.length,
    quantity: own.offer?.quantity ?? null,
    said: own.said,
  };
  return { proposal, passesOver: passesOver.map(({ project }) => project.name), isVetoed: own.isVetoed === true };
}

const decidedOnOf = ({ today }: Reading, decidedOn: string | undefined): string => {
  if (decidedOn !== undefined && decidedOn > today)
    throw refused('决定日期不能晚于今天', 'it cannot have been decided later than today');
  return decidedOn ?? today;
};

async function add(context: Writing, row: Row, before: Row | null): Promise<AllocationView> {
  if (!(await store.addRevision(context.db, row, stampOf(context)))) throw changedMeanwhile('分配', '—', row.revision);
  context.audit('element-allocation', `${row.id} ${row.revision}`, before, row);
  const [view] = await revisionsOf(context, row.id);
  return view as AllocationView;
}

export async function decide(
  context: Writing,
  input: Input<'element-allocations.decide'>,
  mayExceed: boolean,
): Promise<AllocationView> {
  const { quotaId, projectId, from, typed, unit, basis, decidedOn, reason } = input;
  const quota = await lock(context, quotaId);
  if (quota.state !== 'standing') throw refused('指标已撤回', 'the quota was withdrawn');
  const project = await projectOf(context, projectId);
  if (!isWithin([quota.unitPath], project.unitPath))
    throw refused('指标只能分给本单位及下级的项目', 'a quota serves projects of its unit and those below');
  const kind = kindOf(quota.element);
  const ledger = await ledgerOf(context, quota.element);
  const pot = potIn(kind, quota);
  const to = input.to ?? lastMonth(kind, ledger.book, pot, projectId);
  const row: Row = {
    tenantId: project.tenantId,
    id: context.newId(),
    revision: 1,
    unitPath: project.unitPath,
    projectId,
    element: quota.element,
    quotaId,
    from,
    to: kind.behaviour === 'stock' ? monthOf(pot.life.to) : to,
    ...needAmountOf(kind, typed, unit),
    basis,
    decidedOn: decidedOnOf(context, decidedOn),
    state: 'given',
    isOverruled: false,
    reason,
    proposal: null,
  };
  const checked = { kind, pot, book: ledger.book, basis: quota.number, projectName: project.name };
  const isOverruled = needFit(checked, grantIn(kind, row), mayExceed);
  const { proposal, passesOver, isVetoed } = await proposalFor(context, ledger, pot, projectId, numberOf(from));
  if ((reason ?? '') === '' && (passesOver.length > 0 || isVetoed))
    throw new Problem('facts-missing', {
      action: isVetoed ? '分给被否决的项目 give to a vetoed project' : `越过 ${passesOver.join('、')} pass over`,
      facts: '理由 reason',
    });
  return add(context, { ...row, isOverruled, proposal }, null);
}

/** The grant as the caller saw it, still given, with its quota locked. */
async function standing(context: Writing, id: string, revision: number) {
  const [row] = await store.listRevisions(context.db, context.actor.scope, id);
  if (row === undefined) throw new Problem('not-found', { kind: '分配 grant', id });
  if (row.revision !== revision) throw changedMeanwhile('分配', row.by, row.revision);
  if (row.state === 'withdrawn') throw refused('分配已撤回，请另作决定', 'it was withdrawn; decide anew');
  const [quota] = await listQuotas(context.db, context.actor.scope, { id: row.quotaId, all: true });
  if (quota === undefined)
    throw refused('由上级指标分配的，由上级更正或撤回', 'what a unit above has given, it puts right or withdraws');
  const { at: _, by: __, ...before } = row;
  return { before, quota: await lock(context, row.quotaId) };
}

export async function correct(context: Writing, input: Input<'element-allocations.correct'>): Promise<AllocationView> {
  const { id, revision, from, typed, unit, basis, decidedOn, reason } = input;
  const { before, quota } = await standing(context, id, revision);
  const kind = kindOf(before.element);
  const { book } = await ledgerOf(context, before.element);
  const pot = potIn(kind, quota);
  const project = await projectOf(context, before.projectId);
  const to = input.to ?? lastMonth(kind, book, pot, before.projectId);
  const next: Row = {
    ...before,
    revision: revision + 1,
    from,
    to: kind.behaviour === 'stock' ? monthOf(pot.life.to) : to,
    ...needAmountOf(kind, typed, unit),
    basis,
    decidedOn: decidedOnOf(context, decidedOn),
    isOverruled: false,
    reason,
  };
  const others = (await store.listAllocations(context.db, context.actor.scope, { element: before.element })).filter(
    (each) => each.id !== id,
  );
  const rest: Book = { ...book, grants: others.map((each) => grantIn(kind, each)) };
  const checked = { kind, pot, book: rest, basis: quota.number, projectName: project.name };
  needFit(checked, grantIn(kind, next), false);
  return add(context, next, before);
}

export async function withdraw(
  context: Writing,
  input: Input<'element-allocations.withdraw'>,
): Promise<AllocationView> {
  const { id, revision, basis, decidedOn, reason } = input;
  const { before } = await standing(context, id, revision);
  const day = decidedOnOf(context, decidedOn);
  const next: Row = { ...before, revision: revision + 1, basis, decidedOn: day, state: 'withdrawn', reason };
  return add(context, next, before);
}
