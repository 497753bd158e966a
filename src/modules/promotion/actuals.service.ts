/** What the figures of projects say, month by month and year by year, for many projects in a few reads. */
import { Decimal } from 'decimal.js';
import type { Day } from '../../core/day.ts';
import type { Period } from '../../core/period.ts';
import { originOperations } from '../indicators/origin-operations.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import type { Reading } from './context.service.ts';
import type { PromiseRow } from './promise.store.ts';
import { measureById } from './promise.ts';
import type { World } from './promise-standing.ts';
import { lastDayOf } from './promise-words.ts';

export const invested = 'project.completed-investment';
/** Further back nobody follows a project month by month. */
const mostYears = 15;

const monthOf = (year: number, month: number): Period => `${year}-${String(month).padStart(2, '0')}`;

type Known = ReadonlyMap<string, string>;

/** Approved figures of one indicator and period, by project, over everything that the reader may see. */
export async function valuesOf(context: Reading, indicatorId: string, period: Period): Promise<Known> {
  const known = new Map<string, string>();
  for (const unitPath of context.actor.scope) {
    const asked = { unitPath, subjectKind: 'project', indicatorId, period, accumulation: 'cumulative' } as const;
    const { values } = await context.ask(originOperations['observations.values'], asked);
    for (const { subjectId, value } of values) known.set(subjectId, value);
  }
  return known;
}

/** Since January of a year: the last figure that each project has, up to a month. */
export async function latestOfYear(
  context: Reading,
  indicatorId: string,
  year: number,
  lastMonth: number,
): Promise<ReadonlyMap<string, { readonly period: Period; readonly value: string }>> {
  const latest = new Map<string, { period: Period; value: string }>();
  for (let month = lastMonth; month >= 1; month -= 1) {
    const period = monthOf(year, month);
    for (const [id, value] of await valuesOf(context, indicatorId, period))
      if (!latest.has(id)) latest.set(id, { period, value });
  }
  return latest;
}

export interface Grown {
  readonly points: readonly {
    readonly on: Day;
    readonly period: Period;
    readonly year: number;
    readonly value: string;
  }[];
  /** Years without a figure after the first that has one. */
  readonly holes: readonly number[];
}

/** Completed investment of projects year by year up to a day. */
export async function grownOf(
  context: Reading,
  projects: readonly PortfolioProject[],
  today: Day,
): Promise<ReadonlyMap<string, Grown>> {
  const thisYear = Number(today.slice(0, 4));
  const begun = projects.map(({ startedOn, startOn }) => Number((startedOn ?? startOn ?? today).slice(0, 4)));
  const first = Math.max(Math.min(thisYear, ...begun), thisYear - mostYears);
  const grown = new Map(
    projects.map(({ id }) => [id, { points: [] as Grown['points'][number][], holes: [] as number[] }]),
  );
  for (let year = first; year <= thisYear; year += 1) {
    const figures =
      year === thisYear
        ? await latestOfYear(context, invested, year, Number(today.slice(5, 7)))
        : new Map(
            [...(await valuesOf(context, invested, monthOf(year, 12)))].map(([id, value]) => [
              id,
              { period: monthOf(year, 12), value },
            ]),
          );
    for (const [id, own] of grown) {
      const figure = figures.get(id);
      if (figure !== undefined) own.points.push({ ...figure, year, on: lastDayOf(figure.period) });
      else if (own.points.length > 0 && year < thisYear) own.holes.push(year);
    }
  }
  return grown;
}

/** Running sums since the start, the opening balance included. */
function runningOf({ opening }: PortfolioProject, grown: Grown | undefined): World['observed'] {
  let sum = new Decimal(opening ?? 0);
  return (grown?.points ?? []).map(({ on, value }) => {
    sum = sum.plus(value);
    return { on, value: sum.toFixed() };
  });
}

/** Period whose figure since January settles a promise on a flow of a year. */
const yearEndOf = ({ period, dueOn }: PromiseRow): Period | null =>
  period !== null && period.length === 7 ? period : dueOn === null ? null : monthOf(Number(dueOn.slice(0, 4)), 12);

async function flowsOf(context: Reading, rows: readonly PromiseRow[]) {
  const wanted = new Map<string, { indicator: string; period: Period }>();
  for (const row of rows) {
    const { observed } = measureById.get(row.measure) ?? {};
    const period = yearEndOf(row);
    if (observed?.over === 'year' && period !== null)
      wanted.set(`${observed.indicator} ${period}`, { indicator: observed.indicator, period });
  }
  const known = new Map<string, Known>();
  for (const [key, { indicator, period }] of wanted) known.set(key, await valuesOf(context, indicator, period));
  return known;
}

/** For each promise, what events and figures say of its project. */
export async function worldsOf(
  context: Reading,
  rows: readonly PromiseRow[],
  projects: ReadonlyMap<string, PortfolioProject>,
): Promise<(row: PromiseRow) => World> {
  const overLife = rows.filter(({ measure }) => measureById.get(measure)?.observed?.over === 'life');
  const meant = [...new Set(overLife.map(({ projectId }) => projectId))].flatMap((id) => projects.get(id) ?? []);
  const grown = meant.length === 0 ? new Map<string, Grown>() : await grownOf(context, meant, context.today);
  const flows = await flowsOf(context, rows);
  return (row) => {
    const project = projects.get(row.projectId);
    const { event, observed } = measureById.get(row.measure) ?? {};
    const days = {
      'started-on': project?.startedOn,
      'completed-on': project?.completedOn,
      'producing-on': project?.producingOn,
    };
    const world: World = {
      observed: [],
      isIncomplete: false,
      eventOn: event === undefined ? null : (days[event] ?? null),
      isFollowed: project?.isFollowed ?? false,
    };
    if (observed === undefined || project === undefined) return world;
    if (observed.over === 'life') {
      const own = grown.get(project.id);
      return { ...world, observed: runningOf(project, own), isIncomplete: isIncomplete(project, own) };
    }
    const period = yearEndOf(row);
    const value = period === null ? undefined : flows.get(`${observed.indicator} ${period}`)?.get(project.id);
    return value === undefined || period === null ? world : { ...world, observed: [{ on: lastDayOf(period), value }] };
  };
}

/** Without an opening balance, what was done before the first figure is not known. */
function isIncomplete({ opening, startedOn, startOn }: PortfolioProject, grown: Grown | undefined): boolean {
  if ((grown?.holes.length ?? 0) > 0) return true;
  const begun = startedOn ?? startOn;
  const first = grown?.points[0]?.year;
  return opening === null && first !== undefined && (begun === null || Number(begun.slice(0, 4)) < first);
}
