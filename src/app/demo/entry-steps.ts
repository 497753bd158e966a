/** Entries of the demo’s ledgers, each step on its own day: problems, a session that decides them, calls, inspections. */
import { dayAfter } from '../../core/workday.ts';
import { evidenceOf } from './evidence.ts';
import { demoOffice, type OfficeAct, type OfficeEntry } from './office.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import { inventing } from './story-steps.ts';
import type { Door } from './unit-steps.ts';

interface Kept {
  readonly entryId: string;
  readonly revision: number;
}
type Shown = { readonly entry: Kept };

interface Desk {
  readonly door: Door;
  readonly at: ActAt;
  readonly projects: ReadonlyMap<string, Adopted['projects'][number]>;
  /** Entries by their key, as they stand. */
  readonly kept: Map<string, Kept>;
}

async function decideChoices({ call }: Door, at: ActAt): Promise<void> {
  const { choices, decidedAt, rules, mark } = demoOffice();
  for (const rule of rules) await call('rules.decide', { ...rule, reason: mark }, at(rule.unitPath));
  for (const choice of choices)
    await call('ledgers.decide', { ...choice, unitPath: decidedAt, reason: mark }, at(decidedAt));
}

/** “@-40” is the day forty days before. */
const filled = (data: Readonly<Record<string, unknown>>, today: string) =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => {
      const offset = typeof value === 'string' ? /^@(-?\d+)$/.exec(value)?.[1] : undefined;
      return [field, offset === undefined ? value : dayAfter(today, Number(offset))];
    }),
  );

const need = (kept: Desk['kept'], key: string): Kept => {
  const found = kept.get(key);
  if (found === undefined) throw new Error(`the demo has no entry ${key} yet`);
  return found;
};

async function perform({ door, at, projects, kept }: Desk, entry: OfficeEntry, act: OfficeAct): Promise<void> {
  const { ledger, key, name } = entry;
  const { mark } = demoOffice();
  const project = projects.get(entry.project ?? '');
  const unitPath = entry.unit ?? project?.unitPath ?? '';
  const actor = at(unitPath);
  const call = door.on(dayAfter(door.today, act.on));
  const data = filled(act.data, door.today);
  const evidence = act.evidence === undefined ? [] : [await evidenceOf(door, actor, act.evidence)];
  if (act.do === 'add') {
    const about = { ...filled(entry.data, door.today), ...(project !== undefined && { project: project.id }) };
    const given = { ledger, name: `${name}（${mark}）`, unitPath, data: about };
    kept.set(key, ((await call('ledgers.add', given, actor)) as Shown).entry);
    return;
  }
  const { entryId, revision } = need(kept, key);
  if (act.do === 'agenda') {
    const problems = act.problems.map((each) => need(kept, each).entryId);
    kept.set(key, ((await call('meetings.agenda', { entryId, revision, problems }, actor)) as Shown).entry);
    return;
  }
  if (act.do === 'decide') {
    const decisions = Object.entries(act.decisions).map(([problem, decision]) => {
      const seen = need(kept, problem);
      return { problem: seen.entryId, seen: seen.revision, decision };
    });
    const minutes = await evidenceOf(door, actor, '会办纪要');
    const answer = await call('meetings.decide', { entryId, decisions, evidence: [minutes] }, actor);
    const { items } = answer as { items: readonly Kept[] };
    for (const [i, problem] of Object.keys(act.decisions).entries()) kept.set(problem, items[i] as Kept);
    return;
  }
  const given = { ledger, entryId, revision, action: act.do, data, reason: act.reason ?? null, evidence };
  kept.set(key, ((await call('ledgers.act', given, actor)) as Shown).entry);
}

/** Everything that happened, in the order of its days; the count says how many entries there are. */
export async function enterEntries(door: Door, { projects }: Adopted, at: ActAt): Promise<number> {
  const written = inventing(at);
  await decideChoices(door, written);
  const { entries } = demoOffice();
  const byName = new Map(projects.map((project) => [project.fact.name, project]));
  const desk = { door, at: written, projects: byName, kept: new Map<string, Kept>() };
  const acts = entries.flatMap((entry) => entry.acts.map((act) => ({ entry, act })));
  for (const { entry, act } of acts.toSorted((a, b) => a.act.on - b.act.on)) await perform(desk, entry, act);
  return entries.length;
}
