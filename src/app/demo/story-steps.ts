/** How far some projects have come, by the steps anybody takes: invented, and said so wherever it stands. */
import { measureOf } from '../../core/register/kinds.ts';
import type { Delivery } from '../../modules/projects/delivery-operations.ts';
import type { ProjectAction } from '../../modules/projects/lifecycle.ts';
import { evidenceOf } from './evidence.ts';
import { inTurns } from './in-turns.ts';
import { annualPlanOf, monthsOfYear, shareOfMonth } from './invented.ts';
import { recordProgress } from './invented-steps.ts';
import { planNodes } from './node-steps.ts';
import { dayOf, demoOffice, type Story } from './office.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import { reviewEntry } from './review-steps.ts';
import type { Door } from './unit-steps.ts';

type Project = Adopted['projects'][number];

/** Who writes what is made up: the name shows beside it. */
export const inventing =
  (at: ActAt): ActAt =>
  (unitPath) => ({ ...at(unitPath), name: demoOffice().mark });

/** One project and what is told of it. */
export interface Told {
  readonly door: Door;
  readonly project: Project;
  readonly story: Story;
  readonly actor: ReturnType<ActAt>;
}

/** What a step says that only a person knows. */
const statedBy = (action: ProjectAction, month: string) => {
  const { mark } = demoOffice();
  const stated: Readonly<Partial<Record<ProjectAction, Record<string, string>>>> = {
    reserve: { outlook: `${mark}：市场与效益分析` },
    build: { 'first-investment': `${mark}：${month}` },
    produce: { products: `${mark}：首批产品` },
  };
  return stated[action] ?? {};
};

const proved: readonly string[] = ['start', 'complete', 'produce', 'sign'];

async function people({ door: { call, today }, project: { id }, story, actor }: Told): Promise<void> {
  const { teams, mark } = demoOffice();
  const [begun = -200] = Object.values(story.steps);
  for (const { role, person, unit } of [...(teams[story.team] ?? []), ...story.also])
    await call('delivery.assign', { id, role, person, personUnit: unit, fromOn: dayOf(begun, today) }, actor);
  const year = Number(today.slice(0, 4));
  for (const list of story.lists) await call('delivery.list', { id, list, year, reason: mark }, actor);
}

async function approvals({ door: { call, today }, project: { id }, story, actor }: Told): Promise<number> {
  const { mark } = demoOffice();
  let { revision } = (await call('delivery.show', { id }, actor)) as Delivery;
  for (const [item, how] of Object.entries(story.items)) {
    if (how === undefined) continue;
    const taken = Array.isArray(how) ? how[0] : how.on;
    const decided = Array.isArray(how) ? how[1] : null;
    const days = { submittedOn: dayOf(taken, today), decidedOn: decided === null ? null : dayOf(decided, today) };
    const papers = Array.isArray(how) ? [] : [{ paper: how.lacking, byDay: dayOf(how.by, today) }];
    const state = papers.length > 0 ? 'lacking' : decided === null ? 'submitted' : 'granted';
    const said = { ...days, state, papers, reason: mark, number: decided === null ? null : mark };
    ({ revision } = (await call('delivery.item', { id, revision, item, ...said }, actor)) as Delivery);
  }
  return revision;
}

async function steps({ door, project: { id }, story, actor }: Told, first: number): Promise<void> {
  const { call, today } = door;
  const { mark } = demoOffice();
  let revision = first;
  for (const [action, when] of Object.entries(story.steps) as [ProjectAction, number | string][]) {
    const on = dayOf(when, today);
    const evidence = proved.includes(action) ? [await evidenceOf(door, actor, '佐证材料')] : [];
    const said = { reason: mark, stated: statedBy(action, on.slice(0, 7)), evidence };
    ({ revision } = (await call('delivery.act', { id, revision, action, on, ...said }, actor)) as Delivery);
  }
  if (story.enrol === undefined) return;
  const on = dayOf(story.enrol, today);
  for (const to of ['applied', 'entered'] as const)
    ({ revision } = (await call('delivery.enrol', { id, revision, to, on, reason: mark }, actor)) as Delivery);
}

/** The stated total in 万元. */
const totalOf = ({ fact }: Project): number | null => {
  const stated = fact.promises.find(({ measure }) => measure === 'investment');
  const amount = stated === undefined ? null : measureOf(`${stated.value}${stated.unit}`, '万元');
  return amount === null ? null : Number(amount.value) / 10_000;
};

async function money({ door: { call, today }, project, story, actor }: Told): Promise<void> {
  const total = totalOf(project);
  if (story.money === undefined || total === null) return;
  const { mark: note } = demoOffice();
  const { own, bank, bond, arrived, paid } = story.money;
  const year = Number(today.slice(0, 4));
  const yearPlan = annualPlanOf(project.fact.name, year, total);
  const entry = (kind: string, amount: number, more: object) => ({ kind, typed: amount.toFixed(0), note, ...more });
  const sources = Object.entries({ own, bank, bond }).filter(([, part]) => part > 0);
  const halves = [-200, -50] as const;
  const entries = [
    ...sources.map(([source, part]) => entry('source', total * part, { source })),
    ...monthsOfYear(year).map((period) => entry('plan', yearPlan * shareOfMonth(period), { period })),
    ...halves.map((day) => entry('arrived', (total * arrived) / 2, { source: 'own', on: dayOf(day, today) })),
    ...halves.map((day) => entry('paid', (total * paid) / 2, { on: dayOf(day + 5, today) })),
  ];
  await call('delivery.fund', { id: project.id, entries }, actor);
}

/** Tells the stories; the answer says how many, and which months it wrote figures of. */
export async function tellStories(door: Door, { projects }: Adopted, at: ActAt) {
  const byName = new Map(projects.map((project) => [project.fact.name, project]));
  const written = inventing(at);
  const periods = new Set<string>();
  let recorded = 0;
  await inTurns(demoOffice().stories, async (story) => {
    const project = byName.get(story.project);
    if (project === undefined) throw new Error(`no document names the project ${story.project}`);
    const told = { door, project, story, actor: written(project.unitPath) };
    await people(told);
    await steps(told, await approvals(told));
    await reviewEntry(told);
    await money(told);
    await planNodes(told);
    if (story.pace === undefined) return;
    const since = dayOf(story.steps.start ?? -800, door.today);
    const done = await recordProgress(door, project, { pace: story.pace, since }, at);
    recorded += done.recorded;
    for (const period of done.periods) periods.add(period);
  });
  return { stories: demoOffice().stories.length, recorded, periods };
}
