import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { isMissing } from '../../core/missing.ts';
import { type Period, periodBefore } from '../../core/period.ts';
import { scheduleShare } from '../../core/period-algebra.ts';
import { bulletinOperations } from '../bulletins/operations.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import { originOperations } from '../indicators/origin-operations.ts';
import { ledgerOperations } from '../ledgers/operations.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { moneyOperations } from '../promotion/money-operations.ts';
import { promiseOperations } from '../promotion/promise-operations.ts';
import { submissionOperations } from '../reports/submission-operations.ts';
import { type Headline, overviewOperations } from './operations.ts';

type Reading = Context<Reader>;

/** More headlines than this nobody takes in at a glance; more rows of a list are on its own page. */
const most = { figures: 8, rows: 5 } as const;
/** Enough to find those that have a plan to be held against. */
const looked = 20;
const soonDays = 30;

async function headlines({ ask }: Reading, unitPath: string, period: Period): Promise<Headline[]> {
  const asked = { unitPath, period, first: looked };
  const [{ own }, { indicatorIds: invented }] = [
    await ask(originOperations['rollups.ranking'], asked),
    await ask(originOperations['observations.invented'], { unitPath, period }),
  ];
  const known = own.filter((figure) => figure.known > 0);
  const hasPlan = ({ plan }: (typeof known)[number]) => plan.value !== null;
  const shown = [...known.filter(hasPlan), ...known.filter((figure) => !hasPlan(figure))].slice(0, most.figures);
  if (shown.length === 0) return [];
  const before = await ask(originOperations['rollups.ranking'], {
    unitPath,
    period: periodBefore(period),
    indicatorIds: shown.map(({ indicatorId }) => indicatorId).join(','),
  });
  const knownBefore = new Map(before.own.map(({ indicatorId, known }) => [indicatorId, known]));
  return shown.flatMap((figure) => {
    const indicator = indicatorById.get(figure.indicatorId);
    if (indicator === undefined) return [];
    const { label, unit } = indicator;
    const isInvented = invented.includes(indicator.id);
    return [{ ...figure, label, unit, knownBefore: knownBefore.get(indicator.id) ?? 0, isInvented }];
  });
}

async function reportsOf({ ask }: Reading, unitPath: string) {
  const { reports, counts, late } = await ask(submissionOperations['reports.list'], { unitPath, limit: 2000 });
  const owed = Map.groupBy(
    reports.filter(({ isLate, submittedAt }) => isLate && submittedAt === null),
    (report) => report.unitPath,
  );
  const units = [...owed]
    .map(([path, own]) => ({ unitPath: path, unitName: own[0]?.unitName ?? path, late: own.length }))
    .sort((a, b) => b.late - a.late || (a.unitPath < b.unitPath ? -1 : 1));
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { all, late, units: units.slice(0, most.rows) };
}

async function lampsOf({ ask }: Reading, unitPath: string) {
  const { on, period, rules, counts, projects } = await ask(moneyOperations['lamps.portfolio'], {
    unitPath,
    limit: most.rows,
  });
  const lamps = rules.map(({ id, label, refused }) => ({
    id,
    label,
    refused,
    counts: Object.fromEntries(counts.filter(({ lamp }) => lamp === id).map(({ level, count }) => [level, count])),
  }));
  const worst = projects
    .filter((project) => project.worst === 'red' || project.worst === 'yellow')
    .map((project) => ({ id: project.id, name: project.name, unitPath: project.unitPath, level: project.worst }));
  return { on, period, lamps, worst };
}

async function promisesOf({ ask }: Reading, unitPath: string) {
  const { promises } = await ask(promiseOperations['promises.due'], { unitPath, limit: 2000 });
  const overdue = promises.filter(({ daysLate }) => daysLate !== null && daysLate > 0);
  const soon = promises.filter(({ daysLate }) => daysLate !== null && daysLate <= 0 && daysLate >= -soonDays);
  // What is breached is worse than what merely was not looked at; then by how little time is left to act.
  const first = [...overdue.filter(({ status }) => status === 'breached'), ...soon, ...overdue];
  return {
    overdue: overdue.length,
    soon: soon.length,
    first: [...new Set(first)].slice(0, most.rows),
  };
}

async function waitingBulletins({ ask }: Reading, isWithin: (path: string) => boolean) {
  const { bulletins } = await ask(bulletinOperations['bulletins.list'], {});
  return bulletins
    .flatMap(({ id, title, state, unitPath }) =>
      state !== 'published' && isWithin(unitPath) ? [{ id, title, state }] : [],
    )
    .slice(0, most.rows);
}

/** The month that reports are due for: the one before this. */
const lastMonth = (today: string): Period => periodBefore(today.slice(0, 7));

export const overviewService: Service = implement(overviewOperations, {
  'overview.show': async (context, { unitPath = context.actor.unitPath, period = lastMonth(context.today) }) => {
    const { ask } = context;
    const { units } = await ask(unitOperations['units.list'], {});
    const due = scheduleShare(period);
    const { overdue, due: dueEntries } = await ask(ledgerOperations['ledgers.due'], { unitPath, limit: 1 });
    return {
      unitPath,
      unitName: units.find((unit) => unit.unitPath === unitPath)?.name ?? unitPath,
      period,
      due: isMissing(due) ? null : due.toFixed(6),
      figures: await headlines(context, unitPath, period),
      reports: await reportsOf(context, unitPath),
      lamps: await lampsOf(context, unitPath),
      promises: await promisesOf(context, unitPath),
      ledgers: { overdue, due: dueEntries },
      bulletins: await waitingBulletins(context, (path) => path === unitPath || path.startsWith(`${unitPath}.`)),
    };
  },
});
