/** The invented months of the demo, recorded like any figure and marked as invented. */
import { type Period, yearOf } from '../../core/period.ts';
import { measureOf } from '../../core/register/kinds.ts';
import type { ShownRecord } from '../../core/register/operations.ts';
import {
  annualPlanOf,
  completedOf,
  countyMonth,
  countyPlans,
  endedMonths,
  endedQuarters,
  type InventedValue,
  zoneQuarter,
} from './invented.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import type { Door } from './unit-steps.ts';

export const invented = { kind: 'invented', by: 'demo' } as const;

export interface Reporting {
  /** Counties that report every month, and zones that report every quarter. */
  readonly counties: readonly string[];
  readonly zones: readonly string[];
  /** This one has yet to report the last month: the work of the demo’s clerk. */
  readonly behind: string;
}

type Project = Adopted['projects'][number];

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
      const done = plans.map(([project, plan]) => [project, completedOf(project.fact.name, period, plan)] as const);
      for (const [{ id }, amount] of done)
        yield {
          unitPath,
          subjectKind: 'project',
          subjectId: id,
          period,
          scenario: 'actual',
          values: [completed(amount)],
        };
      const sum = done.reduce((all, [, amount]) => all + amount, 0);
      const count: InventedValue = {
        indicatorId: 'project.planned',
        accumulation: 'single',
        typed: String(done.length),
        unit: '个',
      };
      const projectsOfIt = done.length === 0 ? [] : [completed(sum), count];
      yield { ...county, period, scenario: 'actual', values: [...countyMonth(unitPath, period), ...projectsOfIt] };
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
  for (const unitPath of counties) {
    const own = projects.filter((project) => project.unitPath === unitPath);
    const reported = unitPath === behind ? months.slice(0, -1) : months;
    for (const batch of countyBatches(unitPath, own, reported)) await record(batch);
  }
  for (const unitPath of zones)
    for (const period of endedQuarters(today)) {
      const values = zoneQuarter(unitPath, period);
      await record({ unitPath, subjectKind: 'unit', subjectId: unitPath, period, scenario: 'actual', values });
    }
  return { recorded, periods };
}

const note = '年度计划投资为演示虚构。';

/** The plan of this year in the register of projects, where forms look for it; the record says that it is invented. */
export async function planProjects(
  { call, today }: Door,
  counties: readonly string[],
  projects: readonly Project[],
  at: ActAt,
): Promise<void> {
  const year = Number(today.slice(0, 4));
  for (const { id, unitPath, fact } of projects.filter((each) => counties.includes(each.unitPath))) {
    const { revision, versions } = (await call('projects.show', { id }, at(unitPath))) as ShownRecord;
    const content = String(versions.at(-1)?.data.content ?? '');
    const plan = measureOf(`${annualPlanOf(fact.name, year, tenThousand(fact))}万元`, '万元');
    const changes = { annualPlan: { [year]: plan }, content: [content, note].filter((part) => part !== '').join('；') };
    const from = versions.at(-1)?.validFrom ?? today;
    await call('projects.change', { id, revision, from, changes, reason: '演示虚构' }, at(unitPath));
  }
}
