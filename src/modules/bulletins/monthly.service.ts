import { Decimal } from 'decimal.js';
import type { Reader } from '../../core/database.ts';
import { daysBetween } from '../../core/day.ts';
import type { Context } from '../../core/implement.ts';
import { isMissing } from '../../core/missing.ts';
import { type Period, yearOf } from '../../core/period.ts';
import { scheduleShare } from '../../core/period-algebra.ts';
import { Problem } from '../../core/problem.ts';
import { isIndustryWithin } from '../indicators/industry-scope.ts';
import { indicatorOperations } from '../indicators/operations.ts';
import { originOperations } from '../indicators/origin-operations.ts';
import { industryNames } from '../parks/industry-code.ts';
import { parkOperations } from '../parks/operations.ts';
import { existsOn, parentOf, type Unit } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { type Scheduled, scheduleOperations } from '../projects/schedule-operations.ts';
import { submissionOperations } from '../reports/submission-operations.ts';
import type { About, ScheduledProject } from './bulletin.ts';
import { lastDayOf, type MonthlyData, type Remark, type ReportState } from './monthly-data.ts';

type Reading = Context<Reader>;
export type Wish = Omit<About, 'indicatorIds'> & { readonly indicatorIds: readonly string[] | null };

/** More headline figures than this nobody reads; who wants others chooses them. */
const mostSaid = 8;
const invested = 'project.completed-investment';

/** 序时进度 at the end of a period, as exact text. */
export function dueOf(period: Period): string {
  const due = scheduleShare(period);
  return isMissing(due) ? '0' : due.toFixed(6);
}

async function figuresOf({ ask }: Reading, period: Period, { unitPath, parks, industry, indicatorIds }: Wish) {
  const { indicators } = await ask(indicatorOperations['indicators.list'], {});
  const { own, rows } = await ask(originOperations['rollups.ranking'], {
    unitPath,
    period,
    by: parks === null ? 'unit' : 'park',
    ...(parks?.ids ? { parkIds: parks.ids.join(',') } : {}),
    ...(industry === null ? {} : { industry }),
    ...(indicatorIds === null ? { first: mostSaid } : { indicatorIds: indicatorIds.join(',') }),
  });
  const has = new Set(own.filter(({ known }) => known > 0).map(({ indicatorId }) => indicatorId));
  const inOrder = (indicatorIds ?? indicators.map(({ id }) => id)).filter((id) => has.has(id));
  const said = inOrder.slice(0, indicatorIds === null ? mostSaid : inOrder.length);
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const chosen = said.map((id) => byId.get(id)).filter((each) => each !== undefined);
  const isSaid = ({ indicatorId }: { indicatorId: string }) => said.includes(indicatorId);
  return { indicators: chosen, own: own.filter(isSaid), below: rows.filter(isSaid) };
}

/** Units one level below that report like those that did: a county’s zones are not missed where none of them reports. */
function expectedOf(units: readonly Unit[], unitPath: string, spoken: ReadonlySet<string>, on: string): string[] {
  const below = units.filter((unit) => parentOf(unit.unitPath) === unitPath && existsOn(unit, on));
  const kinds = new Set(below.filter((unit) => spoken.has(unit.unitPath)).map(({ kind }) => kind));
  kinds.delete('department');
  return below.filter(({ kind }) => kinds.has(kind)).map((unit) => unit.unitPath);
}

async function namesOf({ ask }: Reading, on: string, ids: readonly string[] | undefined) {
  const { units } = await ask(unitOperations['units.list'], { on });
  const names = new Map(units.map(({ unitPath, name }) => [unitPath as string, name]));
  if (ids !== undefined && ids.length > 0) {
    const { known } = await ask(parkOperations['parks.names'], { on, ids: ids.join(',') });
    for (const { id, name } of known) names.set(id, name);
  }
  return { units, names };
}

const plain = ({ id, name, unitPath, stage, startOn, planned }: Scheduled) => ({
  id,
  name,
  unitPath,
  stage,
  startOn,
  planned,
});

/** Those under way whose completed investment is a smaller share of the year’s plan than the calendar asks. */
async function behindOf({ ask }: Reading, period: Period, unitPath: string, underWay: readonly Scheduled[]) {
  if (underWay.length === 0) return [];
  const place = {
    unitPath,
    subjectKind: 'project' as const,
    indicatorId: invested,
    period,
    accumulation: 'cumulative' as const,
  };
  const { values } = await ask(originOperations['observations.values'], place);
  const completedBy = new Map(values.map(({ subjectId, value }) => [subjectId, value]));
  const due = new Decimal(dueOf(period));
  return underWay
    .flatMap((project): ScheduledProject[] => {
      const completed = completedBy.get(project.id);
      if (completed === undefined || project.planned === null || Number(project.planned) === 0) return [];
      const completion = new Decimal(completed).div(project.planned);
      const ahead = completion.minus(due);
      if (!ahead.isNegative()) return [];
      const shares = { completion: completion.toFixed(6), ahead: ahead.toFixed(6) };
      return [{ ...plain(project), daysLate: null, completed, ...shares }];
    })
    .sort((a, b) => Number(a.ahead) - Number(b.ahead) || (a.name < b.name ? -1 : 1));
}

/** Projects of a scope that did not start, or are behind the plan of their year. */
export async function projectsOf(context: Reading, period: Period, { unitPath, parks, industry }: Wish) {
  const on = lastDayOf(period);
  const found = await context.ask(scheduleOperations['projects.schedule'], { unitPath, on });
  const isMeant = (project: Scheduled) =>
    (parks === null || parks.ids === null
      ? parks === null || project.parkId !== null
      : parks.ids.includes(project.parkId ?? '')) &&
    (industry === null || isIndustryWithin(project.industry ?? '', industry));
  const notStarted = found.notStarted.filter(isMeant).map(
    (project): ScheduledProject => ({
      ...plain(project),
      daysLate: daysBetween(project.startOn ?? on, on),
      completed: null,
      completion: null,
      ahead: null,
    }),
  );
  const underWay = found.underWay.filter(isMeant);
  const behind = await behindOf(context, period, unitPath, underWay);
  return { notStarted, behind, hasProjects: notStarted.length + underWay.length > 0 };
}

const notSent: ReadonlySet<string | null> = new Set([null, 'draft', 'returned']);

/** Reports of a period that have not come, or came late; of a set of parks or one industry nobody is asked to report. */
export async function reportsOf({ ask }: Reading, period: Period, { unitPath, parks, industry }: Wish) {
  if (parks !== null || industry !== null) return null;
  const asked = { unitPath, period, limit: 2000 };
  const { reports, counts } = await ask(submissionOperations['reports.list'], asked);
  const states = (wanted: typeof reports): ReportState[] =>
    wanted.map((report) => ({ unitPath: report.unitPath, unitName: report.unitName, form: report.formLabel.zh }));
  const isMissing = ({ stage }: (typeof reports)[number]) => notSent.has(stage);
  const late = states(reports.filter((report) => report.isLate && !isMissing(report)));
  const missing = ['none', 'draft', 'returned'].reduce((sum, stage) => sum + (counts[stage] ?? 0), 0);
  return { missing: states(reports.filter(isMissing)), late, counts: { missing, late: late.length } };
}

/** Columns of words that say why rather than how far. */
const saysWhy = /原因|说明/;

/** Explanations of figures, and columns in which units say why. */
export async function remarksOf({ ask }: Reading, period: Period, { unitPath, parks }: Wish): Promise<Remark[]> {
  if (parks !== null) return [];
  const { remarks } = await ask(submissionOperations['reports.remarks'], { unitPath, period });
  return remarks.flatMap(({ reportId, unitPath: from, address, indicatorId, subjectId, label, text }) =>
    text.trim() === '' || (indicatorId === null && !saysWhy.test(label.zh))
      ? []
      : [{ reportId, unitPath: from, address, indicatorId, subjectId, text }],
  );
}

const inventedIn = async ({ ask }: Reading, period: Period, unitPath: string) =>
  (await ask(originOperations['observations.invented'], { period, unitPath })).indicatorIds;

/** The approved figures and the registers that a bulletin speaks of, with names as they were at the end of the period. */
export async function monthlyData(context: Reading, period: Period, wish: Wish): Promise<MonthlyData> {
  const { unitPath, parks, industry } = wish;
  const on = lastDayOf(period);
  const figures = await figuresOf(context, period, wish);
  if (figures.indicators.length === 0)
    throw new Problem('not-found', { kind: '已审定数据 approved figures', id: `${unitPath} ${period}` });
  const subjects = figures.below.map(({ subjectId }) => subjectId);
  const { units, names } = await namesOf(context, on, parks === null ? undefined : [...new Set(subjects)]);
  return {
    period,
    unit: { path: unitPath, name: names.get(unitPath) ?? unitPath },
    parks,
    industry:
      industry === null
        ? null
        : { code: industry, name: industryNames.get(industry) ?? industryNames.get(industry.slice(0, 3)) ?? industry },
    ...figures,
    expected: parks === null ? expectedOf(units, unitPath, new Set(subjects), on) : [],
    remarks: await remarksOf(context, period, wish),
    ...(await projectsOf(context, period, wish)),
    reports: await reportsOf(context, period, wish),
    invented: await inventedIn(context, period, unitPath),
    due: dueOf(period),
    nameOf: (id) => names.get(id) ?? id,
    today: context.today,
  };
}

/** What is kept and frozen with the text: the figures, lists and words that it was written from. */
export const keptData = ({ nameOf, indicators, ...data }: MonthlyData) => ({
  ...data,
  indicators: indicators.map(({ id, label, unit, editions }) => ({
    id,
    label,
    unit,
    edition: editions.findLast(({ since }) => Number(since) <= yearOf(data.period))?.since ?? null,
  })),
  names: Object.fromEntries([...new Set(data.below.map(({ subjectId }) => subjectId))].map((id) => [id, nameOf(id)])),
});
