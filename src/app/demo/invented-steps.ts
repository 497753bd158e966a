/** The invented months of the demo, recorded like any figure and marked as invented. */
import { type Period, periodsOfYear, yearOf } from '../../core/period.ts';
import type { ShownRecord } from '../../core/register/answers.ts';
import { measureOf } from '../../core/register/kinds.ts';
import { inTurns } from './in-turns.ts';
import {
  annualPlanOf,
  chanceOf,
  completedOf,
  countyMonth,
  countyPlans,
  endedMonths,
  endedQuarters,
  type InventedValue,
  zoneQuarter,
} from './invented.ts';
import { isTold } from './office.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import type { Door } from './unit-steps.ts';

export const invented = { kind: 'invented', by: 'demo' } as const;

export interface Reporting {
  /** Counties that report every month, and zones that report every quarter. */
  readonly counties: readonly string[];
  readonly zones: readonly string[];
  /** This county, and its zones, have yet to report the last period: the work of the demo’s clerks. */
  readonly behind: string;
}

type Project = Adopted['projects'][number];

const mostReported = 30;

/** The projects that a county reports every month: those not yet producing, on a list as long as an office keeps. */
const reportedBy = (unitPath: string, projects: readonly Project[]): readonly Project[] =>
  projects
    .filter(({ unitPath: own, fact }) => own === unitPath && fact.stage !== 'producing' && !isTold(fact.name))
    .toSorted((a, b) => chanceOf(a.fact.name) - chanceOf(b.fact.name))
    .slice(0, mostReported);

interface Batch {
  readonly unitPath: string;
  readonly subjectKind: 'unit' | 'project';
  readonly subjectId: string;
  readonly period: Period;
  readonly scenario: 'actual' | 'plan';
  readonly values: readonly InventedValue[];
}

const completed = (typed: number, accumulation: 'single' | 'cumulative' = 'single'): InventedValue => ({
  indicatorId: 'project.completed-investment',
  accumulation,
  typed: String(typed),
  unit: '万元',
});

const tenThousand = (fact: Project['fact']): number | null => {
  const stated = fact.promises.find(({ measure }) => measure === 'investment');
  const amount = stated === undefined ? null : measureOf(`${stated.value}${stated.unit}`, '万元');
  return amount === null ? null : Number(amount.value) / 10_000;
};

/** Each project of a county with its plan of a year. */
const plansOf = (projects: readonly Project[], year: number): readonly (readonly [Project, number])[] =>
  projects.map((project) => [project, annualPlanOf(project.fact.name, year, tenThousand(project.fact))]);

/** What a project completed in a month, and since January. */
function progressOf(
  { fact }: Project,
  month: Period,
  plan: number,
  { pace, first = '' }: { readonly pace?: number; readonly first?: Period } = {},
): readonly [number, number] {
  const months = periodsOfYear(yearOf(month), 'month').filter((each) => first <= each && each <= month);
  const amounts = months.map((each) => completedOf(fact.name, each, plan, pace));
  return [amounts.at(-1) ?? 0, amounts.reduce((sum, amount) => sum + amount, 0)];
}

/** Plan and months of one project. */
function* projectBatches(project: Project, months: readonly Period[], pace?: number): Generator<Batch> {
  const { id, unitPath, fact } = project;
  const own = { unitPath, subjectKind: 'project', subjectId: id } as const;
  for (const year of new Set(months.map(yearOf))) {
    const plan = annualPlanOf(fact.name, year, tenThousand(fact));
    yield { ...own, period: String(year), scenario: 'plan', values: [completed(plan, 'cumulative')] };
    for (const period of months.filter((month) => yearOf(month) === year)) {
      const [amount, sinceJanuary] = progressOf(project, period, plan, {
        ...(pace !== undefined && { pace }),
        first: months[0] ?? period,
      });
      yield { ...own, period, scenario: 'actual', values: [completed(amount), completed(sinceJanuary, 'cumulative')] };
    }
  }
}

/** The months of a project that no county reports, from a day on and at a pace of its own, and its plan of the year. */
export async function recordProgress(
  { call, today }: Door,
  project: Project,
  { pace, since }: { pace: number; since: string },
  at: ActAt,
) {
  const periods = new Set<string>();
  let recorded = 0;
  const months = endedMonths(today).filter((month) => month >= since.slice(0, 7));
  for (const batch of projectBatches(project, months, pace)) {
    await call('observations.record', { ...batch, status: 'submitted', provenance: invented }, at(batch.unitPath));
    periods.add(batch.period);
    recorded += batch.values.length;
  }
  await planProject({ call, today }, project, at);
  return { recorded, periods };
}

const countOf = (projects: number): InventedValue => ({
  indicatorId: 'project.planned',
  accumulation: 'single',
  typed: String(projects),
  unit: '个',
});

/** Everything that is made up for one county, month by month: its projects, their sum, and the rest. */
function* countyBatches(unitPath: string, projects: readonly Project[], months: readonly Period[]): Generator<Batch> {
  const county = { unitPath, subjectKind: 'unit', subjectId: unitPath } as const;
  for (const year of new Set(months.map(yearOf))) {
    const plans = plansOf(projects, year);
    const total = plans.reduce((sum, [, plan]) => sum + plan, 0);
    const own = plans.length === 0 ? [] : [completed(total, 'cumulative')];
    yield { ...county, period: String(year), scenario: 'plan', values: [...countyPlans(unitPath, year), ...own] };
    for (const [{ id }, plan] of plans)
      yield {
        unitPath,
        subjectKind: 'project',
        subjectId: id,
        period: String(year),
        scenario: 'plan',
        values: [completed(plan, 'cumulative')],
      };
    for (const period of months.filter((month) => yearOf(month) === year)) {
      const done = plans.map(([project, plan]) => [project, ...progressOf(project, period, plan)] as const);
      for (const [{ id }, amount, sinceJanuary] of done)
        yield {
          unitPath,
          subjectKind: 'project',
          subjectId: id,
          period,
          scenario: 'actual',
          values: [completed(amount), completed(sinceJanuary, 'cumulative')],
        };
      const sum = (at: 1 | 2) => done.reduce((all, each) => all + each[at], 0);
      const totals =
        done.length === 0 ? [] : [completed(sum(1)), completed(sum(2), 'cumulative'), countOf(done.length)];
      yield { ...county, period, scenario: 'actual', values: [...countyMonth(unitPath, period), ...totals] };
    }
  }
}

export async function recordInvented(
  { call, today }: Door,
  { counties, zones, behind }: Reporting,
  projects: readonly Project[],
  at: ActAt,
): Promise<{ readonly recorded: number; readonly periods: ReadonlySet<string> }> {
  const periods = new Set<string>();
  let recorded = 0;
  const record = async (batch: Batch) => {
    await call('observations.record', { ...batch, status: 'submitted', provenance: invented }, at(batch.unitPath));
    periods.add(batch.period);
    recorded += batch.values.length;
  };
  const months = endedMonths(today);
  const quarters = endedQuarters(today);
  await inTurns(counties, async (unitPath) => {
    const own = reportedBy(unitPath, projects);
    const reported = unitPath === behind ? months.slice(0, -1) : months;
    for (const batch of countyBatches(unitPath, own, reported)) await record(batch);
  });
  await inTurns(zones, async (unitPath) => {
    for (const period of unitPath.startsWith(`${behind}.`) ? quarters.slice(0, -1) : quarters) {
      const values = zoneQuarter(unitPath, period);
      await record({ unitPath, subjectKind: 'unit', subjectId: unitPath, period, scenario: 'actual', values });
    }
  });
  return { recorded, periods };
}

const note = '年度计划投资和月度完成投资为演示虚构。';

/** The plan of this year in the register of projects, where forms look for it; the record says that it is invented. */
async function planProject({ call, today }: Pick<Door, 'call' | 'today'>, project: Project, at: ActAt): Promise<void> {
  const { id, unitPath, fact } = project;
  const year = Number(today.slice(0, 4));
  const { revision, versions } = (await call('projects.show', { id }, at(unitPath))) as ShownRecord;
  const last = versions.at(-1);
  const content = String(last?.data.content ?? '');
  const plan = measureOf(`${annualPlanOf(fact.name, year, tenThousand(fact))}万元`, '万元');
  const changes = {
    annualPlan: { [year]: plan },
    content: [content, note].filter((part) => part !== '').join('；'),
  };
  const begun = `${year - 1}-01-01`;
  const from = (last?.validFrom ?? begun) > begun ? (last?.validFrom ?? begun) : begun;
  await call('projects.change', { id, revision, from, changes, reason: '演示虚构' }, at(unitPath));
}

export async function planProjects(
  door: Pick<Door, 'call' | 'today'>,
  counties: readonly string[],
  projects: readonly Project[],
  at: ActAt,
): Promise<void> {
  const reported = counties.flatMap((county) => reportedBy(county, projects));
  await inTurns(reported, (project) => planProject(door, project, at));
}
