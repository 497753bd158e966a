import { expect, test } from 'vitest';
import { amountIn } from '../../modules/elements/amount.ts';
import { kindOf } from '../../modules/elements/kind.ts';
import { demoElements } from './element-steps.ts';
import { demoDocuments } from './facts.ts';

const projects = new Map(
  demoDocuments().flatMap((document) => document.projects.map((project) => [project.name, project] as const)),
);
const measureOf: Readonly<Record<string, string>> = { land: 'land', labour: 'jobs', energy: 'energy' };

test('what is accepted as stated has a figure of the document behind it', () => {
  for (const { name: project, element } of demoElements().stated) {
    const measures: string[] = projects.get(project)?.promises.map(({ measure }) => measure) ?? [];
    expect([project, measures.includes(measureOf[element] ?? '')]).toEqual([project, true]);
  }
});

test('what is made up names projects of the documents, amounts of its element, and quotas that are there', () => {
  const { demands, quotas, grants, mark } = demoElements();
  expect(mark).toContain('虚构');
  const keys = quotas.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { name: project, element, typed, unit } of demands)
    expect([project, projects.has(project), amountIn(kindOf(element), typed, unit) !== null]).toEqual([
      project,
      true,
      true,
    ]);
  for (const { element, typed, measure, parent } of quotas) {
    expect(amountIn(kindOf(element), typed, measure)).not.toBeNull();
    if (parent !== undefined) expect(keys).toContain(parent);
  }
  for (const { quota, name: project } of grants)
    expect([keys.includes(quota), projects.has(project)]).toEqual([true, true]);
});
