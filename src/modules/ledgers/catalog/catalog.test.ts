import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dueOf, lacksOf, lampOf } from '../../../core/ledger/entry.ts';
import { ledgers } from './index.ts';

const folder = import.meta.dirname;
const shared = join(folder, '../../../../../shared/mechanisms.json');
const isThere = existsSync(shared);
interface Mechanism {
  readonly key: string;
  readonly rule_parameters: readonly string[];
  readonly refs: readonly { readonly seed: string; readonly line: number }[];
}
const mechanisms: readonly Mechanism[] = isThere ? JSON.parse(readFileSync(shared, 'utf8')) : [];

test('every file of the catalog is in the list, and is named after its ledger', () => {
  const files = readdirSync(folder).filter((file) => !/^index\.ts$|\.test\.ts$/.test(file));
  expect(ledgers.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

test('no mechanism is carried out by two ledgers', () => {
  const keys = ledgers.flatMap((ledger) => ledger.mechanisms);
  expect(keys.length).toBe(new Set(keys).size);
});

describe.each(ledgers)('$id', (ledger) => {
  test.each(ledger.cases)('case: $title', ({ entry, on, answers = {}, expect: expected }) => {
    const dueOn = dueOf(ledger, entry, answers);
    expect({ dueOn, lamp: lampOf(ledger, entry, dueOn, on) }).toEqual({ dueOn: expected.dueOn, lamp: expected.lamp });
    if (expected.lacks !== undefined) expect(lacksOf(ledger, entry.data).map(({ id }) => id)).toEqual(expected.lacks);
  });

  test('has a case with something missing, one on the boundary and one overdue', () => {
    const { cases } = ledger;
    expect(cases.length).toBeGreaterThanOrEqual(3);
    expect(cases.some(({ expect: { lacks = [] } }) => lacks.length > 0)).toBe(true);
    expect(cases.some(({ on, expect: { dueOn } }) => dueOn === on)).toBe(true);
    expect(cases.some(({ expect: { lamp } }) => lamp === 'red')).toBe(true);
  });

  test('fields, stages and actions are said in both languages', () => {
    const labels = [
      ledger.label,
      ledger.purpose,
      ledger.name,
      ...ledger.fields.map(({ label }) => label),
      ...ledger.fields.flatMap(({ kind }) => Object.values(kind.choices ?? {})),
      ...Object.values(ledger.stages).map(({ label }) => label),
      ...Object.values(ledger.actions).map(({ label }) => label),
      ...[...ledger.choices, ...ledger.measures].map(({ label }) => label),
    ];
    for (const { zh, en } of labels) {
      expect(zh).toMatch(/\p{Script=Han}|[A-Z]/u);
      expect(en).toMatch(/^[\x20-\x7e–—’“”≥≤%·…é]+$/u);
    }
  });

  test.skipIf(!isThere)('uses every rule parameter of its mechanisms, and names where they are asked for', () => {
    const own = mechanisms.filter(({ key }) => ledger.mechanisms.includes(key));
    expect(own.map(({ key }) => key).sort()).toEqual([...ledger.mechanisms].sort());
    expect(Object.keys(ledger.parameters).sort()).toEqual(own.flatMap((each) => each.rule_parameters).sort());
    const asked = new Set(own.flatMap(({ refs }) => refs.map(({ seed, line }) => `${seed} ${line}`)));
    for (const { document, line } of ledger.source) expect(asked).toContain(`${document} ${line}`);
    expect(ledger.source.length).toBe(asked.size);
  });
});
