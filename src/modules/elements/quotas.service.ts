import type * as z from 'zod';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { exact, needAmountOf } from './amount.ts';
import { type Book, excessOf, freeFrom, type Pot } from './balance.ts';
import {
  changedMeanwhile,
  ledgerOf,
  potIn,
  type Reading,
  refused,
  stampOf,
  tenantOf,
  type Writing,
} from './desk.service.ts';
import { type ElementKind, kindOf } from './kind.ts';
import { monthOf, monthOfDay, within } from './month.ts';
import * as store from './quota.store.ts';
import type { NewQuota, quotaOperations } from './quota-operations.ts';
import { quotaView } from './rows.service.ts';
import type { QuotaView } from './shapes.ts';

type Input<Id extends keyof typeof quotaOperations> = z.output<(typeof quotaOperations)[Id]['input']>;
type Row = store.QuotaRow;

export const sayQuantity = (kind: ElementKind, amount: { toFixed(): string }): string =>
  `${amount.toFixed()} ${kind.unit}`;

export async function listOf(context: Reading, { unitPath, element, all }: Input<'element-quotas.list'>) {
  const rows = await store.listQuotas(context.db, context.actor.scope, { unitPath, element, all });
  const elements = [...new Set(rows.map((row) => row.element))];
  const books = new Map<string, Book>();
  // The whole of the scope: what was passed down or given below counts wherever it lies.
  for (const each of elements) books.set(each, (await ledgerOf(context, each)).book);
  const now = monthOfDay(context.today);
  return rows.map((row) => quotaView(row, books.get(row.element) as Book, now));
}

async function show(context: Reading, id: string): Promise<QuotaView> {
  const [row] = await store.listQuotas(context.db, context.actor.scope, { id, all: true });
  if (row === undefined) throw new Problem('not-found', { kind: '指标 quota', id });
  const { book } = await ledgerOf(context, row.element);
  return quotaView(row, book, monthOfDay(context.today));
}

export async function lock(context: Writing, id: string) {
  const row = await store.lockQuota(context.db, context.actor.scope, id);
  if (row === undefined) throw new Problem('not-found', { kind: '指标 quota', id });
  return row;
}

/** Refuses when a pot would hold less than was given and passed down out of it. */
export function needRoom(kind: ElementKind, book: Book, pot: Pot, before: Book, basis: string): void {
  const excess = excessOf(book, pot);
  if (excess === null) return;
  const month = { from: excess.month, to: excess.month };
  throw new Problem('element-quota-exceeded', {
    month: monthOf(excess.month),
    over: sayQuantity(kind, excess.over),
    basis,
    free: sayQuantity(kind, freeFrom(before, pot, month)),
  });
}

/** A quota passed down comes out of one of a unit above, in months in which that one is in force. */
async function needParent(context: Writing, kind: ElementKind, child: Pot, parentId: string): Promise<void> {
  const row = await lock(context, parentId);
  const parent = potIn(kind, row);
  if (row.element !== kind.id || row.state !== 'standing')
    throw refused('上级指标不是同一要素，或已撤回', 'the quota above is of another element, or withdrawn');
  if (child.unitPath === row.unitPath || !isWithin([row.unitPath], child.unitPath))
    throw refused('只能下达给下级单位', 'it can only be passed down to a unit below');
  if (!within(child.life, parent.life))
    throw refused(
      `下达的时期须在上级指标的有效期（${row.period}）之内`,
      `it has to lie within the period of the quota above (${row.period})`,
    );
  const { book } = await ledgerOf(context, kind.id);
  const others = { ...book, pots: book.pots.filter(({ id }) => id !== child.id) };
  needRoom(kind, { ...others, pots: [...others.pots, child] }, parent, others, row.number);
}

/** The quota as it would be entered, if its unit is in reach and the quota above has room for it. */
export async function rowOfQuota(context: Writing, input: NewQuota): Promise<Row> {
  const { element, unitPath = context.actor.unitPath, period, typed, unit, number, parentId, note } = input;
  const amount = needAmountOf(kindOf(element), typed, unit);
  const tenantId = await tenantOf(context, unitPath);
  const words = { element, period, number, parentId, note, ...amount };
  const id = context.newId();
  const row: Row = { tenantId, id, unitPath, ...words, state: 'standing', reason: null, revision: 1 };
  const kind = kindOf(element);
  if (parentId !== null) await needParent(context, kind, potIn(kind, row), parentId);
  return row;
}

export async function add(context: Writing, input: NewQuota): Promise<QuotaView> {
  const row = await rowOfQuota(context, input);
  await store.addQuotas(context.db, [row], stampOf(context));
  context.audit('element-quota', row.id, null, row);
  return show(context, row.id);
}

/** The quota as the caller saw it, locked, still standing and not one that somebody above has passed down. */
async function own(context: Writing, id: string, revision: number) {
  const row = await lock(context, id);
  if (row.revision !== revision) throw changedMeanwhile(`指标 ${row.number}`, row.updatedBy, row.revision);
  if (row.state === 'withdrawn') throw refused('指标已撤回，请另行登记', 'it was withdrawn; enter it anew');
  const { parentId } = row;
  if (parentId === null) return row;
  const [parent] = await store.listQuotas(context.db, context.actor.scope, { id: parentId, all: true });
  if (parent === undefined)
    throw refused('上级下达的指标由上级调整', 'a quota that was passed down is changed by the unit above');
  return row;
}

const inUse = (kind: ElementKind, row: Row, used: string) =>
  new Problem('element-quota-used', { basis: row.number, used: `${used} ${kind.unit}` });

async function save(context: Writing, before: Row & { updatedBy: string }, next: Row): Promise<QuotaView> {
  if (!(await store.saveQuota(context.db, next, stampOf(context))))
    throw changedMeanwhile(`指标 ${before.number}`, before.updatedBy, before.revision + 1);
  context.audit('element-quota', before.id, before, next);
  return show(context, before.id);
}

/** A quota as it was and as it would be, if what hangs on it fits. */
export async function changeOf(context: Writing, input: Input<'element-quotas.change'>) {
  const { id, revision, period, typed, unit, number, note, reason } = input;
  const row = await own(context, id, revision);
  const kind = kindOf(row.element);
  const next = { ...row, period, number, note, reason, ...needAmountOf(kind, typed, unit) };
  const pot = potIn(kind, next);
  const { book } = await ledgerOf(context, row.element);
  const changed = { ...book, pots: book.pots.map((each) => (each.id === id ? pot : each)) };
  const grants = book.grants.filter(({ potId }) => potId === id);
  const children = book.pots.filter(({ parentId }) => parentId === id);
  const isOutside =
    grants.some(({ span }) => !within({ from: span.from, to: Math.min(span.to, pot.life.to) }, pot.life)) ||
    grants.some(({ span }) => kind.behaviour !== 'stock' && span.to > pot.life.to) ||
    children.some(({ life }) => !within(life, pot.life));
  const was = excessOf(book, potIn(kind, row));
  const is = excessOf(changed, pot);
  // What was overruled once stays as it is, but a change may not make it worse.
  if (isOutside || is?.over.gt(was?.over ?? 0)) {
    const { passed, allocated } = quotaView(row, book, monthOfDay(context.today));
    throw inUse(kind, row, exact(passed).plus(allocated).toFixed());
  }
  if (row.parentId !== null) await needParent(context, kind, pot, row.parentId);
  return { row, next };
}

export async function change(context: Writing, input: Input<'element-quotas.change'>): Promise<QuotaView> {
  const { row, next } = await changeOf(context, input);
  return save(context, row, next);
}

export async function withdraw(context: Writing, { id, revision, reason }: Input<'element-quotas.withdraw'>) {
  const row = await own(context, id, revision);
  const kind = kindOf(row.element);
  const { book } = await ledgerOf(context, row.element);
  const isUsed = book.grants.some(({ potId }) => potId === id) || book.pots.some(({ parentId }) => parentId === id);
  if (isUsed) {
    const { passed, allocated } = quotaView(row, book, monthOfDay(context.today));
    throw inUse(kind, row, exact(passed).plus(allocated).toFixed());
  }
  return save(context, row, { ...row, state: 'withdrawn', reason });
}
