/** Rows of the tables as views: names of projects, amounts in the unit of the element. */
import type { AllocationRow } from './allocation.store.ts';
import type { Book } from './balance.ts';
import type { DemandRow, Stamp, Written } from './demand.store.ts';
import { type Ledger, lineOf, type Projects, potIn, quantityOf } from './desk.service.ts';
import { kindOf } from './kind.ts';
import { type Month, monthOf } from './month.ts';
import type { QuotaRow } from './quota.store.ts';
import type { AllocationView, DemandView, QuotaView } from './shapes.ts';
import { lastMonthOf, standingOf } from './views.ts';

export function demandView(
  { tenantId: _, amount: __, state, ...row }: DemandRow & Written,
  projects: Projects,
): DemandView {
  const { projectId, unitPath, ...shown } = row;
  return {
    ...shown,
    project: lineOf(projectId, unitPath, projects),
    quantity: quantityOf(kindOf(row.element), { ...row, amount: '' }).toFixed(),
    isWithdrawn: state === 'withdrawn',
  };
}

export function quotaView(
  { tenantId: _, amount: __, state, ...row }: QuotaRow & Written,
  book: Book,
  now: Month,
): QuotaView {
  const kind = kindOf(row.element);
  const pot = potIn(kind, { ...row, tenantId: '', amount: '', state });
  return {
    ...row,
    from: monthOf(pot.life.from),
    to: lastMonthOf(pot.life),
    quantity: pot.amount.toFixed(),
    isWithdrawn: state === 'withdrawn',
    ...standingOf(book, pot, now),
  };
}

export function allocationView(
  { tenantId: _, amount: __, state, ...row }: AllocationRow & Stamp,
  projects: Projects,
  quotas: Ledger['quotas'],
): AllocationView {
  const { projectId, unitPath, ...shown } = row;
  const quota = quotas.find(({ id }) => id === row.quotaId);
  return {
    ...shown,
    project: lineOf(projectId, unitPath, projects),
    quantity: quantityOf(kindOf(row.element), { ...row, amount: '' }).toFixed(),
    quota: quota === undefined ? null : { unitPath: quota.unitPath, number: quota.number },
    isWithdrawn: state === 'withdrawn',
  };
}
