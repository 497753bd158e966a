/** What can be said about generated plans without the scorers beside the repository: figures and errors are found in place. */
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/modules/documents/reading/read.ts';
import { lintReadings } from '../../src/modules/plans/lint.ts';
import { generatePlan } from './generate.ts';

const count = process.env.LANTU_LONG ? 100 : 20;
const plans = Array.from({ length: count }, (_, i) => {
  const plan = generatePlan(1001 + i);
  const reading = readText(plan.file, plan.text);
  return { ...plan, reading, findings: lintReadings([reading]) };
});

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2;
const share = (marks: readonly boolean[]): number => marks.filter(Boolean).length / Math.max(1, marks.length);

describe(`${count} generated plans, read`, () => {
  test('nearly every figure of the text and of the tables is found where it stands', () => {
    const found = plans.flatMap(({ gold, reading }) =>
      gold.indicators
        .filter(({ origin }) => origin === 'text' || origin === 'table')
        .map(({ value, line }) =>
          reading.facts.indicators.some(
            (fact) =>
              near(fact.source.line, line) &&
              String([fact.value].flat().map(Math.abs)) ===
                String([value].flat().map((each) => Math.abs(each as number))),
          ),
        ),
    );
    expect(found.length).toBeGreaterThan(count * 60);
    expect(share(found)).toBeGreaterThan(0.93);
  });

  test('projects and firms are found by name', () => {
    const found = plans.flatMap(({ gold, reading }) => [
      ...gold.projects.map(({ name }) =>
        reading.facts.projects.some((each) => each.name.includes(name) || name.includes(each.name)),
      ),
      ...gold.enterprises.map(({ name, aliases }) =>
        reading.facts.enterprises.some((each) =>
          [name, ...aliases].some((own) => each.name === own || each.aliases.includes(own)),
        ),
      ),
    ]);
    expect(found.length).toBeGreaterThan(count * 10);
    expect(share(found)).toBeGreaterThan(0.93);
  });

  test('planted errors are seen, each by a finding that points at it', () => {
    const seen = plans.flatMap(({ lint, findings }) =>
      lint.findings.map(({ refs }) =>
        findings.some(({ sources }) => refs.some(({ line }) => sources.some((source) => near(source.line, line)))),
      ),
    );
    expect(seen.length).toBeGreaterThan(count);
    expect(share(seen)).toBeGreaterThan(0.88);
  });

  test('clean plans hardly ever get an error', () => {
    const clean = plans.filter(({ lint }) => lint.findings.length === 0);
    expect(clean.length).toBeGreaterThan(count / 6);
    const wrong = clean.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
    expect(wrong.length / clean.length).toBeLessThanOrEqual(0.1);
  });
});
