import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../../src/core/check.ts';
import { planRules } from '../../src/modules/plans/rules/index.ts';

const folder = 'src/modules/plans/rules';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'));

test('every rule file is in the list, once, and is named after its rule', () => {
  expect(planRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

describe.each(planRules)('$id', (rule) => {
  const { pass, fail } = rule.examples;

  test('is said in both languages, with a reason', () => {
    for (const { zh, en } of [rule.title, rule.why, rule.message]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{3}/);
    }
    expect(pass.length).toBeGreaterThan(0);
    expect(fail.length).toBeGreaterThan(0);
  });

  test.each(pass)('keeps quiet on good example %#', (dossier) => {
    expect(runChecks([rule], dossier).map(({ message }) => message.zh)).toEqual([]);
  });

  test.each(fail)('speaks up once on bad example %#, filling every place of its message', (dossier) => {
    const found = runChecks([rule], dossier);
    expect(found).toHaveLength(1);
    expect(`${found[0]?.message.zh}${found[0]?.message.en}`).not.toMatch(/\{\w+\}/);
    expect(found[0]?.sources.length).toBeGreaterThan(0);
    for (const { file, start, end, quote } of found[0]?.sources ?? []) {
      const reading = dossier.readings.find(({ document }) => document.name === file);
      expect(reading?.document.text.slice(start, end)).toBe(quote);
    }
  });
});
