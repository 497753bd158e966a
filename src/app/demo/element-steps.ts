/** Elements of the demo: demands from what documents state, and quotas that are made up and say so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { monthOf, monthOfDay, numberOf } from '../../modules/elements/month.ts';
import { UnitPath } from '../../modules/people/unit.ts';
import { packageFolder } from '../config.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import type { Door } from './unit-steps.ts';

const words = z.string().min(1).max(100);
const amount = { typed: z.string(), unit: words };

const DemoElements = z.strictObject({
  mark: words,
  stated: z.array(z.strictObject({ name: words, element: words })),
  decidedAt: UnitPath,
  rule: z.strictObject({ first: words, second: words }),
  demands: z.array(
    z.strictObject({ name: words, element: words, in: z.int().min(0), months: z.int().min(1), ...amount }),
  ),
  quotas: z.array(
    z.strictObject({
      key: words,
      unit: UnitPath,
      element: words,
      year: z.int().min(0),
      typed: z.string(),
      measure: words,
      parent: words.optional(),
    }),
  ),
  grants: z.array(z.strictObject({ quota: words, name: words, ...amount })),
});
export type DemoElements = z.infer<typeof DemoElements>;

let read: DemoElements | undefined;
export function demoElements(): DemoElements {
  read ??= DemoElements.parse(parse(readFileSync(join(packageFolder, 'samples/demo/elements.yaml'), 'utf8')));
  return read;
}

const projectsOf = ({ projects }: Adopted) => {
  const byName = new Map(projects.map((project) => [project.fact.name, project]));
  return (name: string) => {
    const project = byName.get(name);
    if (project === undefined) throw new Error(`the demo has no project ${name}`);
    return project;
  };
};

/** Accepts the demands that follow from stated facts; the count says how many. */
export async function acceptStated({ call }: Door, adopted: Adopted, at: ActAt): Promise<number> {
  const projectNamed = projectsOf(adopted);
  const { stated } = demoElements();
  for (const { name, element } of stated) {
    const { id, unitPath } = projectNamed(name);
    const actor = at(unitPath);
    const { suggestions } = (await call('element-demands.suggest', { projectId: id }, actor)) as {
      suggestions: { key: string; element: string }[];
    };
    const keys = suggestions.filter((each) => each.element === element).map(({ key }) => key);
    if (keys.length === 0) throw new Error(`${name}: the documents state nothing of ${element}`);
    await call('element-demands.accept', { projectId: id, keys }, actor);
  }
  return stated.length;
}

/** Quotas, further demands and one decision, each marked as invented. */
export async function inventElements({ call, today }: Door, adopted: Adopted, at: ActAt): Promise<void> {
  const projectNamed = projectsOf(adopted);
  const { mark, decidedAt, rule, demands, quotas, grants } = demoElements();
  const [month, year] = [monthOfDay(today), Number(today.slice(0, 4))];
  for (const [question, answer] of Object.entries(rule)) {
    const which = { ruleId: 'element-priority', edition: '1', unitPath: decidedAt };
    await call('rules.decide', { ...which, question, answer, reason: mark }, at(decidedAt));
  }
  for (const { name, in: ahead, months, ...line } of demands) {
    const { id, unitPath } = projectNamed(name);
    const first = numberOf(month) + ahead;
    const lines = [{ ...line, from: monthOf(first), to: monthOf(first + months - 1), note: mark }];
    await call('element-demands.add', { projectId: id, lines }, at(unitPath));
  }
  const ids = new Map<string, string>();
  for (const [i, { key, unit, element, year: ahead, typed, measure, parent }] of quotas.entries()) {
    const period = String(year + ahead);
    const number = `${mark}〔${period}〕${i + 1}号`;
    const parentId = parent === undefined ? null : (ids.get(parent) ?? null);
    const quota = { element, unitPath: unit, period, typed, unit: measure, number, parentId, note: mark };
    const { id } = (await call('element-quotas.add', quota, at(decidedAt))) as { id: string };
    ids.set(key, id);
  }
  for (const { quota, name, typed, unit } of grants) {
    const { id } = projectNamed(name);
    const decision = { quotaId: ids.get(quota), projectId: id, from: month, typed, unit, basis: mark, reason: mark };
    await call('element-allocations.decide', decision, at(decidedAt));
  }
}
