import type * as z from 'zod';
import type { Day } from '../../core/day.ts';
import { implement, type Service } from '../../core/implement.ts';
import type { Period } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { summed, type Told, tell } from '../../core/rules/backtest.ts';
import { fillLabel, type Label } from '../../core/text.ts';
import { type Judged, judgementOperations } from '../evaluation/judgement-operations.ts';
import { sayBacktest } from '../evaluation/rule-description.ts';
import { type KnownFigure, knownFigureOperations } from '../indicators/known-operations.ts';
import { type PastProject, pastOperations } from '../projects/backtest-operations.ts';
import { invested } from './actuals.service.ts';
import { type BacktestRow, type BacktestRun, type Basis, backtestOperations } from './backtest-operations.ts';
import { type Became, becameOf } from './backtest-outcome.ts';
import { knownOn, periodKnownOn } from './backtest-replay.ts';
import type { Reading } from './context.service.ts';
import { isFollowedUp, lampFacts, lampGuides, lampOfRule, levelOf } from './lamps.ts';
import type { LampId } from './money-operations.ts';
import { lastDayOf } from './promise-words.ts';

type Asked = z.output<(typeof backtestOperations)['backtests.run']['input']>;
type Trial = Readonly<Record<string, string>>;
interface Which {
  readonly ruleId: string;
  readonly edition: string;
  readonly lamp: LampId;
  readonly trial: Trial;
}

const mostMonths = 36;
/** More than these are not judged in one go. */
const mostJudgements = 60_000;

const refused = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });

function whichOf(key: string, trial: Trial): Which {
  const [ruleId = '', edition = ''] = key.split('@');
  const lamp = lampOfRule(ruleId);
  if (lamp === undefined) throw new Problem('rule-no-lamp', { name: key, nameEn: key });
  return { ruleId, edition, lamp, trial };
}

const nextMonth = (month: Period): Period => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** Months of the question up to today’s. */
function monthsAsked(from: Period, to: Period, today: Day): Period[] {
  const last = to < today.slice(0, 7) ? to : today.slice(0, 7);
  const months: Period[] = [];
  for (let month = from; month <= last; month = nextMonth(month)) months.push(month);
  if (months.length === 0)
    throw refused('回测期间须在今天之前，起月不晚于止月', 'choose months up to today, the first before the last');
  if (months.length > mostMonths)
    throw refused(`一次最多回测 ${mostMonths} 个月`, `at most ${mostMonths} months at a time`);
  return months;
}

/** The day on which a month is looked back at: its last, or today. */
const dayOf = (month: Period, today: Day): Day => (lastDayOf(month) < today ? lastDayOf(month) : today);

async function pastOf({ ask }: Reading, unitPath: string | undefined, ids: string[] | undefined, to: Period) {
  const { projects } = await ask(pastOperations['projects.past'], { unitPath, ids });
  const asked = { unitPath, subjectKind: 'project', indicatorId: invested, accumulation: 'cumulative' } as const;
  const years = projects.flatMap(({ versions }) => versions.map(({ from }) => from.slice(0, 4))).sort();
  const { figures } = await ask(knownFigureOperations['observations.known'], {
    ...asked,
    from: `${years[0] ?? to.slice(0, 4)}-01`,
    to,
  });
  return { projects, figures };
}

/** A month in which the project was known and there was something to warn of. */
interface Moment {
  readonly place: number;
  readonly month: Period;
}

interface Tested {
  readonly past: PastProject;
  readonly became: Became;
}

/** Facts of every project in every month, of the lamp’s edition. */
function momentsOf(
  tested: readonly Tested[],
  figures: readonly KnownFigure[],
  months: readonly Period[],
  { basis, today }: { readonly basis: Basis; readonly today: Day },
) {
  const own = Map.groupBy(figures, ({ subjectId }) => subjectId);
  const periods = new Map(months.map((month) => [month, periodKnownOn(figures, dayOf(month, today), basis)]));
  const moments: Moment[] = [];
  const facts: ReturnType<typeof lampFacts>[] = [];
  for (const [place, { past, became }] of tested.entries())
    for (const month of months) {
      if (became.settledIn !== null && month > became.settledIn) break;
      const on = dayOf(month, today);
      const known = knownOn(past, own.get(past.id) ?? [], { on, basis, period: periods.get(month) ?? month });
      if (known === null || !isFollowedUp(known.project)) continue;
      moments.push({ place, month });
      facts.push(lampFacts(known.project, known.measured));
      if (moments.length > mostJudgements)
        throw refused(
          '项目和月份太多，请选一个单位或缩短期间',
          'too many projects and months: choose a unit, or fewer months',
        );
    }
  return { moments, facts };
}

interface Ran {
  readonly run: BacktestRun;
  readonly courses: readonly (Told | null)[];
}

async function ran(
  { ask }: Reading,
  { lamp, ...which }: Which,
  tested: readonly Tested[],
  { moments, facts }: ReturnType<typeof momentsOf>,
): Promise<Ran> {
  const answer = await ask(judgementOperations['rules.judgements'], {
    ...which,
    subjects: moments.map(({ place }, i) => ({
      unitPath: (tested[place] as Tested).past.unitPath,
      facts: facts[i]?.[lamp] ?? {},
    })),
  });
  const byProject = Map.groupBy(
    answer.subjects.map((judged, i) => ({ judged, ...(moments[i] as Moment) })),
    ({ place }) => place,
  );
  const isRefused = ({ set }: Judged) => answer.sets[set]?.refused != null;
  const courses = tested.map(({ past, became }, place): Told | null => {
    const months = byProject.get(place) ?? [];
    if (months.some(({ judged }) => isRefused(judged))) return null;
    const levels = months.map(({ month, judged }) => ({ period: month, level: levelOf(judged.values.lamp) }));
    return tell({ subject: past.id, levels, troubleIn: became.troubleIn, isOpen: became.ending === 'open' });
  });
  const told = courses.filter((course) => course !== null);
  const { subjects: _, ...sums } = summed(told);
  const refusals = answer.sets.flatMap((set) => set.refused ?? []);
  const { ruleId, edition, trial } = which;
  return {
    courses,
    run: {
      ruleId,
      edition,
      trial: { ...trial },
      ...sums,
      summary: sayBacktest({ ...sums, subjects: told }),
      undecided: courses.length - told.length,
      refused: refusals[0] ?? null,
    },
  };
}

const endingOrder: Readonly<Record<Became['ending'], number>> = { late: 0, open: 1, 'in-time': 2, unknown: 3 };

async function run(context: Reading, asked: Asked) {
  const { today } = context;
  const { first, firstTrial, second, secondTrial, trouble, graceMonths, from, to, unitPath, basis } = asked;
  const whiches = [whichOf(first, firstTrial), ...(second === undefined ? [] : [whichOf(second, secondTrial)])];
  const months = monthsAsked(from, to, today);
  const { projects, figures } = await pastOf(context, unitPath, undefined, months.at(-1) ?? to);
  const all = projects.map((past) => ({ past, became: becameOf(past, { kind: trouble, graceMonths, today }) }));
  const isAfter = ({ became: { troubleIn } }: Tested) => troubleIn !== null && troubleIn > (months.at(-1) ?? to);
  // A delay that showed only after the last month cannot be told in it.
  const asOf = (each: Tested): Tested =>
    isAfter(each) ? { ...each, became: { ...each.became, ending: 'open', troubleIn: null } } : each;
  const told = all.filter(({ became }) => became.ending !== 'unknown');
  const isBefore = ({ became: { troubleIn } }: Tested) => troubleIn !== null && troubleIn < (months[0] ?? from);
  const tested = told.filter((each) => !isBefore(each)).map(asOf);
  const known = momentsOf(tested, figures, months, { basis, today });
  const seen = new Set(known.moments.map(({ place }) => place));
  const places = tested.flatMap((_, place) => (seen.has(place) ? [place] : []));
  const placeOf = new Map(places.map((place, i) => [place, i]));
  const kept = places.map((place) => tested[place] as Tested);
  const moments = {
    ...known,
    moments: known.moments.map(({ place, month }) => ({ place: placeOf.get(place) ?? 0, month })),
  };
  const runs: Ran[] = [];
  for (const which of whiches) runs.push(await ran(context, which, kept, moments));
  const rows = kept.map(({ past: { id, name, unitPath: at }, became }, i): BacktestRow => {
    const { ending, plannedOn, happenedOn, troubleIn } = became;
    const courses = runs.map(({ courses: each }) => {
      const told = each[i];
      return told == null ? null : { ...told, levels: [...told.levels] };
    });
    return { id, name, unitPath: at, ending, plannedOn, happenedOn, troubleIn, courses };
  });
  rows.sort((a, b) => endingOrder[a.ending] - endingOrder[b.ending] || (a.name < b.name ? -1 : 1));
  return {
    today,
    from: months[0] ?? from,
    to: months.at(-1) ?? to,
    tested: kept.length,
    unknown: all.length - told.length,
    before: told.filter(isBefore).length,
    runs: runs.map((each) => each.run),
    projects: rows,
  };
}

const recordedWords: Label = { zh: '{from}（{day} 登记）', en: '{from} (recorded {day})' };

async function working(context: Reading, asked: z.output<(typeof backtestOperations)['backtests.working']['input']>) {
  const { today } = context;
  const { projectId, rule: key, trial, month, basis, unitPath } = asked;
  const { lamp, ...which } = whichOf(key, trial);
  const on = dayOf(month, today);
  const { projects, figures } = await pastOf(context, unitPath, undefined, month);
  const past = projects.find(({ id }) => id === projectId);
  if (past === undefined) throw new Problem('not-found', { kind: '项目 project', id: projectId });
  const period = periodKnownOn(figures, on, basis);
  const own = figures.filter(({ subjectId }) => subjectId === projectId);
  const known = knownOn(past, own, { on, basis, period });
  if (known === null) throw refused(`${month} 时项目尚未登记`, `the project was not recorded yet in ${month}`);
  const facts = lampFacts(known.project, known.measured)[lamp];
  const origins = Object.fromEntries(
    Object.entries(lampGuides[lamp].inputs).flatMap(([input, { from }]) => {
      const said = fillLabel(from, { period });
      const day = known.recordedOn[input];
      const told =
        day === undefined
          ? said
          : {
              zh: fillLabel(recordedWords, { from: said.zh, day }).zh,
              en: fillLabel(recordedWords, { from: said.en, day }).en,
            };
      return input in facts ? [[input, told]] : [];
    }),
  );
  const { sets, subjects } = await context.ask(judgementOperations['rules.judgements'], {
    ...which,
    withWorking: true,
    subjects: [{ unitPath: past.unitPath, facts, origins }],
  });
  const [judged] = subjects;
  const set = sets[judged?.set ?? 0];
  return {
    name: past.name,
    on,
    period,
    level: levelOf(judged?.values.lamp),
    evaluation: judged?.evaluation ?? null,
    refused: set?.refused ?? null,
    decided: set?.decided ?? [],
  };
}

/** Runs lamps over past months of real projects, from what was known then. */
export const backtestService: Service = implement(backtestOperations, {
  'backtests.run': run,
  'backtests.working': working,
});
