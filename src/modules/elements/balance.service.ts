import type * as z from 'zod';
import { parentOf } from '../people/unit.ts';
import type { Book } from './balance.ts';
import type { balanceOperations } from './balance-operations.ts';
import { suggestFor } from './demands.service.ts';
import { type Ledger, ledgersOf, lineOf, type Projects, projectOf, projectsBy, type Reading } from './desk.service.ts';
import { elementClasses, elementKinds } from './kind.ts';
import { type Month, monthOfDay, monthsFrom } from './month.ts';
import { listQuotas } from './quota.store.ts';
import { allocationView, demandView, quotaView } from './rows.service.ts';
import type { AskingProject } from './shapes.ts';
import { askingOf, rowOf } from './views.ts';

type Input<Id extends keyof typeof balanceOperations> = z.output<(typeof balanceOperations)[Id]['input']>;
interface Window {
  readonly from?: Month | undefined;
  readonly months: number;
}

const monthsOf = ({ today }: Reading, { from, months }: Window): readonly Month[] =>
  monthsFrom(from ?? `${today.slice(0, 4)}-01`, months);

const isEmpty = ({ demands, quotas }: Ledger): boolean => demands.length + quotas.length === 0;

export const kinds = async () => ({
  kinds: elementKinds.map(({ names: _, ...kind }) => kind),
  classes: [...elementClasses],
});

/** Elements that nobody asks for or holds are left out. */
export async function balance(context: Reading, { unitPath, ...window }: Input<'elements.balance'>) {
  const months = monthsOf(context, window);
  const ledgers = await ledgersOf(context, { unitPath });
  const rows = ledgers.filter((each) => !isEmpty(each)).map(({ kind, book }) => rowOf(kind, book, months));
  return { from: months[0] as Month, months: [...months], rows };
}

const projectIds = (ledgers: readonly Ledger[]): string[] =>
  ledgers.flatMap(({ demands, allocations }) => [...demands, ...allocations].map(({ projectId }) => projectId));

function askingIn(book: Book, months: readonly Month[], projects: Projects): AskingProject[] {
  return askingOf(book, months).map(({ projectId, unitPath, ...rest }) => ({
    project: lineOf(projectId, unitPath, projects),
    ...rest,
  }));
}

const noLack = '9999-99';
const earliestLack = (a: AskingProject, b: AskingProject): number => {
  const [x, y] = [a.firstLack?.month ?? noLack, b.firstLack?.month ?? noLack];
  return x < y ? -1 : x > y ? 1 : a.project.name < b.project.name ? -1 : 1;
};

/** The units directly below one: each with everything at and below it. */
function unitsBelow({ book }: Ledger, tops: readonly string[]): string[] {
  const paths = [...book.demands, ...book.pots].map(({ unitPath }) => unitPath);
  const below = paths.flatMap((path) => {
    let at: string | null = path;
    while (at !== null && !tops.includes(parentOf(at) ?? '')) at = parentOf(at);
    return at === null ? [] : [at];
  });
  return [...new Set(below)].sort();
}

const bookOfUnit = ({ kind, book }: Ledger, path: string): Book => {
  const isIn = ({ unitPath }: { readonly unitPath: string }) => unitPath === path || unitPath.startsWith(`${path}.`);
  return {
    rules: kind,
    demands: book.demands.filter(isIn),
    pots: book.pots.filter(isIn),
    grants: book.grants.filter(isIn),
  };
};

export async function show(context: Reading, { element, unitPath, ...window }: Input<'elements.show'>) {
  const months = monthsOf(context, window);
  const [ledger] = await ledgersOf(context, { element, unitPath });
  // What a quota has free depends on all that is below it, also outside of what is looked at.
  const [all] = unitPath === undefined ? [ledger] : await ledgersOf(context, { element });
  if (ledger === undefined || all === undefined) throw new Error(`there is no element ${element}`);
  const projects = await projectsBy(context, projectIds([ledger]));
  const { kind, book } = ledger;
  const now = monthOfDay(context.today);
  const tops = unitPath === undefined ? context.actor.scope : [unitPath];
  return {
    row: rowOf(kind, book, months),
    months: [...months],
    quotas: ledger.quotas.map((row) => quotaView(row, all.book, now)),
    projects: askingIn(book, months, projects).sort(earliestLack),
    allocations: ledger.allocations.map((row) => allocationView(row, projects, ledger.quotas)),
    units: unitsBelow(ledger, tops).map((path) => ({
      unitPath: path,
      ...rowOf(kind, bookOfUnit(ledger, path), months),
    })),
  };
}

export async function short(context: Reading, { unitPath, ...window }: Input<'elements.short'>) {
  const months = monthsOf(context, window);
  const ledgers = await ledgersOf(context, { unitPath });
  const projects = await projectsBy(context, projectIds(ledgers));
  const lines = ledgers.flatMap(({ kind: { id, label, unit }, book }) =>
    askingIn(book, months, projects).flatMap(({ project, firstLack }) =>
      firstLack === null ? [] : [{ element: id, label, unit, project, ...firstLack }],
    ),
  );
  const keyOf = ({ month, element, project }: (typeof lines)[number]) => `${month} ${element} ${project.name}`;
  return { short: lines.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

export async function ofProject(context: Reading, { projectId }: Input<'elements.project'>) {
  const project = await projectOf(context, projectId);
  const projects = new Map([[project.id, project]]);
  const months = monthsOf(context, { from: monthOfDay(context.today), months: 12 });
  const ledgers = await ledgersOf(context, { projectId, unitPath: undefined });
  const quotas = await listQuotas(context.db, context.actor.scope, { all: true });
  const lines = ledgers
    .filter(({ demands, allocations }) => demands.length + allocations.length > 0)
    .map(({ kind: { id, label, unit }, book, demands, allocations }) => ({
      element: id,
      label,
      unit,
      demands: demands.map((row) => demandView(row, projects)),
      allocations: allocations.map((row) => allocationView(row, projects, quotas)),
      asking: askingIn({ ...book, pots: [] }, months, projects)[0] ?? null,
    }));
  return { months: [...months], lines, suggestions: await suggestFor(context, projectId) };
}
