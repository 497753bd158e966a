import type * as z from 'zod';
import type { GivenFacts } from '../../core/rules/cases.ts';
import type { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import {
  type Decided,
  type DecisionSet,
  type Judged,
  judgementOperations,
} from '../evaluation/judgement-operations.ts';
import { owedOperations } from '../projects/owed-operations.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import { portfolioOperations } from '../projects/portfolio-operations.ts';
import { invested, valuesOf } from './actuals.service.ts';
import type { Reading } from './context.service.ts';
import {
  entriesFor,
  isFollowedUp,
  lampEditions,
  lampFacts,
  lampGuides,
  levelOf,
  type Measured,
  originsOf,
  placeOf,
  worstOf,
} from './lamps.ts';
import {
  type Lamp,
  type LampId,
  type LampLevel,
  type LampRule,
  lampIds,
  lampLevels,
  type moneyOperations,
} from './money-operations.ts';

type Asked = z.output<(typeof moneyOperations)['lamps.portfolio']['input']>;
type Facts = Readonly<Record<LampId, GivenFacts>>;

const ids = Object.keys(lampIds) as LampId[];
const levels = Object.keys(lampLevels) as LampLevel[];
export const monthsOfPeriod = (period: string): number => Number(period.slice(5, 7)) || 12;
export const monthIn = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** The last month with approved figures, up to a day; the one before the day’s where there are none. */
async function periodOf(context: Reading, on: string) {
  const year = Number(on.slice(0, 4));
  for (let month = Number(on.slice(5, 7)); month >= 1; month -= 1) {
    const values = await valuesOf(context, invested, monthIn(year, month));
    if (values.size > 0) return { period: monthIn(year, month), values };
  }
  return { period: monthIn(year, Math.max(1, Number(on.slice(5, 7)) - 1)), values: new Map<string, string>() };
}

interface Judgement {
  readonly sets: readonly DecisionSet[];
  readonly subjects: readonly Judged[];
}

/** What the edition of a lamp says of projects, each under the decisions of its own unit. */
function judged(
  { ask }: Reading,
  id: LampId,
  projects: readonly Pick<PortfolioProject, 'unitPath'>[],
  facts: readonly Facts[],
  { period, withWorking }: { readonly period: string; readonly withWorking: boolean },
): Promise<Judgement> {
  const subjects = projects.map(({ unitPath }, i) => {
    const own = (facts[i] as Facts)[id];
    return { unitPath, facts: own, ...(withWorking && { origins: originsOf(id, own, period) }) };
  });
  return ask(judgementOperations['rules.judgements'], { ...lampEditions[id], subjects, withWorking });
}

const ruleOf = (id: LampId, refused: Label | null): LampRule => ({
  id,
  label: lampIds[id],
  ...lampEditions[id],
  refused,
});

interface Burning extends Lamp {
  readonly evaluation: Evaluation | null;
}

function lampOf(id: LampId, { set, values, evaluation }: Judged, sets: readonly DecisionSet[]): Burning {
  const { refused = null, decided = [] } = sets[set] ?? {};
  const level = levelOf(values.lamp);
  const holes = level === 'unknown' ? (evaluation?.missing ?? []) : [];
  const lacking = holes.filter(({ reason }) => reason !== 'not-applicable');
  const { duty, place } = lampGuides[id];
  return {
    ...ruleOf(id, refused),
    level,
    said: (evaluation?.outcome ?? [])
      .filter((outcome) => outcome.id !== 'lamp' && !('missing' in outcome.value))
      .map(({ label, said }) => ({ zh: `${label.zh}：${said.zh}`, en: `${label.en}: ${said.en}` })),
    missing: lacking.map(({ label }) => label),
    enter: entriesFor(id, lacking),
    isIdle: level === 'unknown' && refused === null && lacking.length === 0,
    duty: level === 'red' || level === 'yellow' ? { text: duty, place } : null,
    decided: decided as Decided[],
    evaluation,
  };
}

/** The lamps of projects in full, in the order of the projects. */
async function lampsFor(
  context: Reading,
  projects: readonly PortfolioProject[],
  facts: readonly Facts[],
  period: string,
): Promise<Burning[][]> {
  const lamps: Burning[][] = projects.map(() => []);
  for (const id of ids) {
    const { sets, subjects } = await judged(context, id, projects, facts, { period, withWorking: true });
    for (const [i, each] of subjects.entries()) lamps[i]?.push(lampOf(id, each, sets));
  }
  return lamps;
}

async function known(context: Reading, { unitPath, on = context.today, period: asked }: Asked) {
  const { period, values } =
    asked === undefined
      ? await periodOf(context, on)
      : { period: asked, values: await valuesOf(context, invested, asked) };
  const { projects } = await context.ask(portfolioOperations['projects.portfolio'], { unitPath, on });
  const { projects: owing } = await context.ask(owedOperations['projects.owed'], { unitPath, on });
  const owed = new Map(owing.map((each) => [each.id, each]));
  const factsOf = (project: PortfolioProject): Facts =>
    lampFacts(project, {
      completed: values.get(project.id) ?? null,
      months: monthsOfPeriod(period),
      owed: owed.get(project.id) ?? null,
      on,
    });
  return { on, period, projects, factsOf };
}

const isAsked = ({ stage, search }: Asked, project: PortfolioProject): boolean =>
  isFollowedUp(project) &&
  (stage === undefined || (project.stage ?? 'idea') === stage) &&
  (search === undefined || project.name.includes(search));

/** Lamps of all projects: four reads, and one judgement for each lamp, however many projects there are. */
export async function portfolioOf(context: Reading, asked: Asked) {
  const { lamp, level, limit, offset, tells } = asked;
  const { on, period, projects: all, factsOf } = await known(context, asked);
  const projects = all.filter((project) => isAsked(asked, project));
  const facts = projects.map(factsOf);
  const rules: (LampRule & { undecided: number })[] = [];
  const burning = new Map<LampId, readonly LampLevel[]>();
  for (const id of ids) {
    const { sets, subjects } = await judged(context, id, projects, facts, { period, withWorking: false });
    const undecided = subjects.filter(({ set }) => sets[set]?.refused).length;
    const refused = sets.every((set) => set.refused !== null) ? (sets[0]?.refused ?? null) : null;
    rules.push({ ...ruleOf(id, refused), undecided });
    burning.set(
      id,
      subjects.map(({ values }) => levelOf(values.lamp)),
    );
  }
  const rows = projects.map(({ id, name, unitPath, stage }, i) => {
    const own = Object.fromEntries(ids.map((each) => [each, burning.get(each)?.[i] ?? 'unknown'])) as Record<
      LampId,
      LampLevel
    >;
    return { id, name, unitPath, stage: stage ?? 'idea', levels: own, worst: worstOf(Object.values(own)), place: i };
  });
  const counts = ids.flatMap((each) =>
    levels.map((one) => ({ lamp: each, level: one, count: rows.filter((row) => row.levels[each] === one).length })),
  );
  const of = (row: (typeof rows)[number]) => (lamp === undefined ? row.worst : row.levels[lamp]);
  const wanted = level === undefined ? rows : rows.filter((row) => of(row) === level);
  wanted.sort((a, b) => placeOf(of(a)) - placeOf(of(b)) || (a.name < b.name ? -1 : 1));
  const shown = wanted.slice(offset, offset + limit);
  const lamps =
    tells === 'levels'
      ? []
      : await lampsFor(
          context,
          shown.map(({ place }) => projects[place] as PortfolioProject),
          shown.map(({ place }) => facts[place] as Facts),
          period,
        );
  return {
    on,
    period,
    rules,
    counts,
    total: rows.length,
    matching: wanted.length,
    projects: shown.map(({ place: _, ...row }, i) => ({ ...row, ...(lamps[i] && { lamps: lamps[i] }) })),
  };
}

/** The lamps of one project with their working. */
export const lampsOf = async (
  context: Reading,
  project: PortfolioProject,
  measured: Measured,
  period: string,
): Promise<Burning[]> => (await lampsFor(context, [project], [lampFacts(project, measured)], period))[0] ?? [];

/** The same as of a day, with the figures of the portfolio. */
export async function shownLamps(
  context: Reading,
  projectId: string,
  { on, period: asked }: Pick<Asked, 'on' | 'period'>,
) {
  const { projects, factsOf, period, ...rest } = await known(context, {
    on,
    period: asked,
    tells: 'reasons',
    offset: 0,
    limit: 1,
  });
  const project = projects.find(({ id }) => id === projectId);
  if (project === undefined) return null;
  const [lamps = []] = await lampsFor(context, [project], [factsOf(project)], period);
  return { project, period, on: rest.on, lamps };
}
