import { Decimal } from 'decimal.js';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { indicatorOperations } from '../indicators/operations.ts';
import type { Fund } from '../projects/delivery.ts';
import { deliveryOperations } from '../projects/delivery-operations.ts';
import type { Owed } from '../projects/owed-operations.ts';
import { portfolioOperations } from '../projects/portfolio-operations.ts';
import { invested } from './actuals.service.ts';
import { lineOf, projectOf, type Reading } from './context.service.ts';
import { lampsOf, monthIn, monthsOfPeriod, portfolioOf, shownLamps } from './lamps.service.ts';
import { type MoneyView, moneyOperations } from './money-operations.ts';
import { lastDayOf } from './promise-words.ts';

interface Figure {
  readonly value: string;
  readonly isApproved: boolean;
}
/** Since January, by month; and of single months, which stand alone where the months before were never reported. */
interface Figures {
  readonly since: ReadonlyMap<string, Figure>;
  readonly alone: ReadonlyMap<string, Figure>;
}

const sum = (amounts: readonly string[]): string =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed();
const share = (above: string | null, below: string | null): string | null =>
  above === null || below === null || new Decimal(below).isZero() ? null : new Decimal(above).div(below).toFixed(6);
const minus = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : new Decimal(a).minus(b).toFixed();

async function figuresOf({ ask }: Reading, unitPath: string, subjectId: string): Promise<Figures> {
  const [since, alone] = [new Map<string, Figure>(), new Map<string, Figure>()];
  const asked = {
    unitPath,
    subjectKind: 'project',
    subjectId,
    indicatorId: invested,
    scenario: 'actual',
    limit: 1000,
  } as const;
  const { observations } = await ask(indicatorOperations['observations.list'], asked);
  for (const { period, accumulation, value, status } of observations)
    if (value !== null && period.length === 7 && !/[HQ]/.test(period))
      (accumulation === 'cumulative' ? since : alone).set(period, {
        value,
        isApproved: status === 'approved' || status === 'published',
      });
  return { since, alone };
}

/** A month as it was reported; else what came since the month before, of which January has none. */
function ofMonth({ since, alone }: Figures, year: number, month: number): string | null {
  const reported = alone.get(monthIn(year, month))?.value;
  if (reported !== undefined) return reported;
  const now = since.get(monthIn(year, month))?.value ?? null;
  return month === 1 ? now : minus(now, since.get(monthIn(year, month - 1))?.value ?? null);
}

const amountsOf = (funds: readonly Fund[], kind: Fund['kind'], fits: (fund: Fund) => boolean = () => true) =>
  funds.filter((fund) => fund.kind === kind && fits(fund)).map(({ amount }) => amount);
const known = (amounts: readonly string[]): string | null => (amounts.length === 0 ? null : sum(amounts));

function monthsOf(figures: Figures, funds: readonly Fund[], year: number): MoneyView['months'] {
  return Array.from({ length: 12 }, (_, i) => {
    const period = monthIn(year, i + 1);
    const figure = figures.since.get(period);
    const isIn = ({ on }: Fund) => on.startsWith(period);
    return {
      period,
      plan: known(amountsOf(funds, 'plan', (fund) => fund.period === period)),
      completed: ofMonth(figures, year, i + 1),
      cumulative: figure?.value ?? null,
      isApproved: (figure ?? figures.alone.get(period))?.isApproved ?? null,
      arrived: known(amountsOf(funds, 'arrived', isIn)),
      paid: known(amountsOf(funds, 'paid', isIn)),
    };
  });
}

/** Opening balance and each year’s last figure; a year in between without any leaves the sum open. */
function completedOf(figures: Figures, funds: readonly Fund[], period: string): MoneyView['completed'] {
  const [year, month] = [Number(period.slice(0, 4)), monthsOfPeriod(period)];
  const opening = known(amountsOf(funds, 'opening'));
  const { since } = figures;
  const upTo = [...since.keys()].filter((each) => each <= period).sort();
  const first = Number(upTo[0]?.slice(0, 4) ?? year);
  const years = [];
  const holes: number[] = [];
  for (let each = first; each <= year; each += 1) {
    // An earlier year is closed by its December; anything less is not the year.
    const last = each === year ? upTo.findLast((one) => one.startsWith(`${each}-`)) : monthIn(each, 12);
    const figure = last === undefined ? undefined : since.get(last);
    if (last === undefined || figure === undefined) holes.push(each);
    else years.push({ year: each, period: last, amount: figure.value });
  }
  const isNothing = years.length === 0 && opening === null;
  return {
    month: ofMonth(figures, year, month),
    year: since.get(period)?.value ?? null,
    sinceStart:
      holes.some((each) => each < year) || isNothing
        ? null
        : sum([opening ?? '0', ...years.map(({ amount }) => amount)]),
    opening,
    years,
    holes: holes.filter((each) => each < year),
  };
}

function sourcesOf(funds: readonly Fund[]) {
  const bySource = Map.groupBy(
    funds.filter(({ kind }) => kind === 'source'),
    ({ source }) => source,
  );
  return [...bySource].map(([source, own]) => ({ source, amount: sum(own.map(({ amount }) => amount)) }));
}

/** Payables and payments up to a day; null where no payable was recorded. */
function owedIn(funds: readonly Fund[], on: string): Pick<Owed, 'payables' | 'paid'> | null {
  const payables = funds
    .filter((fund) => fund.kind === 'payable' && fund.on <= on)
    .map(({ on: deliveredOn, amount, agreedDays }) => ({ deliveredOn, amount, agreedDays }));
  return payables.length === 0 ? null : { payables, paid: sum(amountsOf(funds, 'paid', (fund) => fund.on <= on)) };
}

async function show(context: Reading, projectId: string, asked: string | undefined): Promise<MoneyView> {
  const { today } = context;
  const { unitPath } = await projectOf(context, projectId);
  const figures = await figuresOf(context, unitPath, projectId);
  const { funds } = await context.ask(deliveryOperations['delivery.show'], { id: projectId });
  const reported = new Set([...figures.since.keys(), ...figures.alone.keys()]);
  const thisYear = [...reported].filter((each) => each.startsWith(today.slice(0, 4)) && each <= today).sort();
  const before = monthIn(Number(today.slice(0, 4)), Math.max(1, Number(today.slice(5, 7)) - 1));
  const period = asked ?? thisYear.at(-1) ?? before;
  const end = lastDayOf(period);
  const on = end < today ? end : today;
  const { projects } = await context.ask(portfolioOperations['projects.portfolio'], { ids: [projectId], on });
  const project = projects[0] ?? (await projectOf(context, projectId));
  const completed = completedOf(figures, funds, period);
  const months = monthsOfPeriod(period);
  const due = new Decimal(months).div(12).toFixed(6);
  const completion = share(completed.year, project.planned);
  const arrived = sum(amountsOf(funds, 'arrived'));
  return {
    project: lineOf(projectId, unitPath, new Map([[projectId, project]])),
    period,
    total: project.investment,
    sources: sourcesOf(funds),
    yearPlan: project.planned,
    months: monthsOf(figures, funds, Number(period.slice(0, 4))),
    completed,
    arrived,
    paid: sum(amountsOf(funds, 'paid')),
    due,
    completion,
    ahead: minus(completion, due),
    ofTotal: share(completed.sinceStart, project.investment),
    arrivedOfTotal: share(arrived, project.investment),
    lamps: await lampsOf(context, project, { completed: completed.year, months, owed: owedIn(funds, on), on }, period),
  };
}

export const moneyService: Service = implement(moneyOperations, {
  'money.show': (context, { projectId, period }) => show(context, projectId, period),
  'lamps.portfolio': portfolioOf,
  'lamps.show': async (context, { projectId, ...asked }) => {
    const found = await shownLamps(context, projectId, asked);
    if (found === null) throw new Problem('not-found', { kind: '项目 project', id: projectId });
    const { project, ...shown } = found;
    return { ...shown, project: lineOf(projectId, project.unitPath, new Map([[projectId, project]])) };
  },
});
