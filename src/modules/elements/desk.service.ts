/** What every part of elements needs: the project that is spoken of, the books of an element, refusals. */
import type { Decimal } from 'decimal.js';
import type { Reader, Writer } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { type PortfolioProject, portfolioOperations } from '../projects/portfolio-operations.ts';
import type { ProjectLine } from '../promotion/shapes.ts';
import { type AllocationRow, listAllocations } from './allocation.store.ts';
import { amountIn, type Typed } from './amount.ts';
import type { Book, Demand, Grant, Pot } from './balance.ts';
import { type DemandRow, listDemands, type Stamp, type Wanted } from './demand.store.ts';
import { type ElementKind, elementById } from './kind.ts';
import { lifeOf, spanOf } from './month.ts';
import { listQuotas, type QuotaRow } from './quota.store.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;

export const refused = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });
export const stampOf = ({ now, actor }: Reading): Stamp => ({ at: now, by: actor.name });
export const changedMeanwhile = (name: string, actor: string, revision: number) =>
  new Problem('changed-meanwhile', { name, actor, revision });

export type Projects = ReadonlyMap<string, PortfolioProject>;

export async function projectsBy({ ask }: Reading, ids: readonly string[]): Promise<Projects> {
  if (ids.length === 0) return new Map();
  const { projects } = await ask(portfolioOperations['projects.portfolio'], { ids: [...new Set(ids)] });
  return new Map(projects.map((project) => [project.id, project]));
}

export async function projectOf(context: Reading, id: string): Promise<PortfolioProject> {
  const project = (await projectsBy(context, [id])).get(id);
  if (project === undefined) throw new Problem('not-found', { kind: '项目 project', id });
  return project;
}

/** A project that ended since keeps its number as its name. */
export const lineOf = (id: string, unitPath: string, projects: Projects): ProjectLine => {
  const project = projects.get(id);
  return { id, name: project?.name ?? id, unitPath: project?.unitPath ?? unitPath, stage: project?.stage ?? 'idea' };
};

/** Whose tenant owns the rows of a unit that the actor may see. */
export async function tenantOf({ ask, actor, today }: Reading, unitPath: string): Promise<string> {
  if (unitPath === actor.unitPath) return actor.tenantId;
  const { units } = await ask(unitOperations['units.list'], { on: today });
  const unit = units.find((each) => each.unitPath === unitPath);
  if (unit === undefined || !isWithin(actor.scope, unitPath))
    throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
  return unit.tenantId;
}

/** The amount in the unit of its element; a row was checked when it was written. */
export function quantityOf(kind: ElementKind, { typed, unit }: Typed): Decimal {
  const amount = amountIn(kind, typed, unit);
  if (amount === null)
    throw new Problem('element-amount', {
      element: kind.label.zh,
      elementEn: kind.label.en,
      typed: `${typed}${unit}`,
      unit: kind.unit,
    });
  return amount;
}

const demandIn = (kind: ElementKind, row: DemandRow): Demand => ({
  projectId: row.projectId,
  unitPath: row.unitPath,
  span: spanOf(row.from, row.to),
  amount: quantityOf(kind, row),
});

export const potIn = (kind: ElementKind, row: QuotaRow): Pot => ({
  id: row.id,
  unitPath: row.unitPath,
  parentId: row.parentId,
  life: lifeOf(kind, row.period),
  amount: quantityOf(kind, row),
});

export const grantIn = (kind: ElementKind, row: AllocationRow): Grant => ({
  potId: row.quotaId,
  projectId: row.projectId,
  unitPath: row.unitPath,
  span: spanOf(row.from, row.to),
  amount: quantityOf(kind, row),
});

/** Rows of one element with what the pure core makes of them. */
export interface Ledger {
  readonly kind: ElementKind;
  readonly book: Book;
  readonly demands: Awaited<ReturnType<typeof listDemands>>;
  readonly quotas: Awaited<ReturnType<typeof listQuotas>>;
  readonly allocations: Awaited<ReturnType<typeof listAllocations>>;
}

/** The books of all elements that anybody asks for or holds, over what the reader may see. */
export async function ledgersOf({ db, actor }: Reading, wanted: Omit<Wanted, 'all' | 'id'>): Promise<Ledger[]> {
  const demands = await listDemands(db, actor.scope, wanted);
  const quotas = await listQuotas(db, actor.scope, wanted);
  const allocations = await listAllocations(db, actor.scope, wanted);
  return [...elementById.values()]
    .filter(({ id }) => wanted.element === undefined || wanted.element === id)
    .map((kind) => {
      const of = <Row extends { readonly element: string }>(rows: readonly Row[]) =>
        rows.filter(({ element }) => element === kind.id);
      const own = { demands: of(demands), quotas: of(quotas), allocations: of(allocations) };
      const book: Book = {
        rules: kind,
        demands: own.demands.map((row) => demandIn(kind, row)),
        pots: own.quotas.map((row) => potIn(kind, row)),
        grants: own.allocations.map((row) => grantIn(kind, row)),
      };
      return { kind, book, ...own };
    });
}

export async function ledgerOf(context: Reading, element: string, unitPath?: string): Promise<Ledger> {
  const [ledger] = await ledgersOf(context, { element, unitPath });
  if (ledger === undefined) throw new Problem('not-found', { kind: '要素 element', id: element });
  return ledger;
}
