import type * as z from 'zod';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { ruleOperations } from '../evaluation/operations.ts';
import { outcomeOperations } from '../evaluation/outcome-operations.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import { portfolioOperations } from '../projects/portfolio-operations.ts';
import { invested, valuesOf } from './actuals.service.ts';
import type { Reading } from './context.service.ts';
import { isFollowedUp, lampEditions, lampFacts, levelOf, type Measured, placeOf, worstOf } from './lamps.ts';
import {
  type LampId,
  type LampLevel,
  type LampRule,
  lampIds,
  lampLevels,
  type moneyOperations,
} from './money-operations.ts';

type Asked = z.output<(typeof moneyOperations)['lamps.portfolio']['input']>;

const ids = Object.keys(lampIds) as LampId[];
const levels = Object.keys(lampLevels) as LampLevel[];
export const monthsOfPeriod = (period: string): number => Number(period.slice(5, 7)) || 12;
export const monthIn = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** A lamp burns as soon as its office has settled what its document leaves open; until then it says so. */
async function unlessUndecided<T>(work: () => Promise<T>): Promise<{ done: T } | { refused: Label }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'rule-undecided') throw error;
    return { refused: error.label };
  }
}

const ruleOf = (id: LampId, refused: Label | null): LampRule => ({
  id,
  label: lampIds[id],
  ...lampEditions[id],
  refused,
});

/** The last month with approved figures, up to a day; the one before the day’s where there are none. */
async function periodOf(context: Reading, on: string) {
  const year = Number(on.slice(0, 4));
  for (let month = Number(on.slice(5, 7)); month >= 1; month -= 1) {
    const values = await valuesOf(context, invested, monthIn(year, month));
    if (values.size > 0) return { period: monthIn(year, month), values };
  }
  return { period: monthIn(year, Math.max(1, Number(on.slice(5, 7)) - 1)), values: new Map<string, string>() };
}

/** Lamps of all projects: three reads, and one evaluation for each lamp, however many projects there are. */
export async function portfolioOf(
  context: Reading,
  { unitPath, on = context.today, period: asked, lamp, level, limit }: Asked,
) {
  const { period, values } =
    asked === undefined
      ? await periodOf(context, on)
      : { period: asked, values: await valuesOf(context, invested, asked) };
  const { projects: all } = await context.ask(portfolioOperations['projects.portfolio'], { unitPath, on });
  const projects = all.filter(isFollowedUp);
  const months = monthsOfPeriod(period);
  const facts = projects.map((project) =>
    lampFacts(project, { completed: values.get(project.id) ?? null, months, on }),
  );
  const rules: LampRule[] = [];
  const burning = new Map<LampId, readonly LampLevel[]>();
  for (const id of ids) {
    const subjects = facts.map((each) => each[id]);
    const asks = { ...lampEditions[id], subjects };
    const answer = await unlessUndecided(() => context.ask(outcomeOperations['rules.outcomes'], asks));
    rules.push(ruleOf(id, 'refused' in answer ? answer.refused : null));
    if ('done' in answer)
      burning.set(
        id,
        answer.done.outcomes.map((outcome) => levelOf(outcome.lamp)),
      );
  }
  const rows = projects.map(({ id, name, unitPath: at, stage }, i) => {
    const own = Object.fromEntries(ids.map((each) => [each, burning.get(each)?.[i] ?? 'unknown'])) as Record<
      LampId,
      LampLevel
    >;
    return { id, name, unitPath: at, stage: stage ?? 'idea', levels: own, worst: worstOf(Object.values(own)) };
  });
  const counts = ids.flatMap((each) =>
    levels.map((one) => ({ lamp: each, level: one, count: rows.filter((row) => row.levels[each] === one).length })),
  );
  const of = (row: (typeof rows)[number]) => (lamp === undefined ? row.worst : row.levels[lamp]);
  const wanted = level === undefined ? rows : rows.filter((row) => of(row) === level);
  wanted.sort((a, b) => placeOf(of(a)) - placeOf(of(b)) || (a.name < b.name ? -1 : 1));
  return { on, period, rules, counts, total: rows.length, projects: wanted.slice(0, limit) };
}

/** The lamps of one project with the figures behind them. */
export async function lampsOf(context: Reading, project: PortfolioProject, measured: Measured) {
  const facts = lampFacts(project, measured);
  const lamps = [];
  for (const id of ids) {
    const asks = { ...lampEditions[id], unitPath: project.unitPath, facts: JSON.stringify(facts[id]) };
    const answer = await unlessUndecided(() => context.ask(ruleOperations['rules.try'], asks));
    const evaluation = 'done' in answer ? answer.done.evaluation : null;
    lamps.push({
      ...ruleOf(id, 'refused' in answer ? answer.refused : null),
      level: levelOf(evaluation?.outcome.find((outcome) => outcome.id === 'lamp')?.value),
      said: (evaluation?.outcome ?? [])
        .filter(({ value }) => !('missing' in value))
        .map(({ label, said }) => ({ zh: `${label.zh}：${said.zh}`, en: `${label.en}: ${said.en}` })),
      missing: (evaluation?.missing ?? []).map(({ label }) => label),
    });
  }
  return lamps;
}
