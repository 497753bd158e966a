import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dueOf, lacksOf, lampOf } from '../../../core/ledger/entry.ts';
import { defineLedger } from '../../../core/ledger/ledger.ts';
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
    expect(ledger.mechanisms.filter((key) => mechanisms.every((each) => each.key !== key))).toEqual([]);
    expect(parametersAside(ledger.mechanisms, ledger.parameters)).toEqual([]);
    const own = mechanisms.filter(({ key }) => ledger.mechanisms.includes(key));
    const asked = new Set(own.flatMap(({ refs }) => refs.map(({ seed, line }) => `${seed} ${line}`)));
    for (const { document, line } of ledger.source) expect(asked).toContain(`${document} ${line}`);
    expect(ledger.source.length).toBe(asked.size);
  });
});

/** Parameters that are asked for and not used, and those that are used and nobody asks for. */
function parametersAside(keys: readonly string[], used: Readonly<Record<string, string>>): string[] {
  const asked = mechanisms.filter(({ key }) => keys.includes(key)).flatMap((each) => each.rule_parameters);
  const known = Object.keys(used);
  return [...asked.filter((each) => !known.includes(each)), ...known.filter((each) => !asked.includes(each))];
}

describe.skipIf(!isThere)('the comparison of parameters', () => {
  test('covers every parameter of every mechanism that a ledger carries: dropping any one of them is found', () => {
    const found = ledgers.flatMap(({ id, mechanisms: keys, parameters }) =>
      Object.keys(parameters).map((dropped) => {
        const { [dropped]: _, ...rest } = parameters;
        expect(parametersAside(keys, rest), id).toEqual([dropped]);
        return dropped;
      }),
    );
    const carried = new Set(ledgers.flatMap((ledger) => ledger.mechanisms));
    const asked = mechanisms.filter(({ key }) => carried.has(key)).flatMap((each) => each.rule_parameters);
    expect(found.toSorted()).toEqual(asked.toSorted());
    expect(found.length).toBeGreaterThan(150);
  });

  test('finds one that nobody asks for, and one that names a part that is not there stops the start', () => {
    for (const { machine: _, sheet: __, views: ___, ...ledger } of ledgers) {
      expect(parametersAside(ledger.mechanisms, { ...ledger.parameters, 每年9次: 'stage:x' })).toEqual(['每年9次']);
      const broken = () => defineLedger({ ...ledger, parameters: { 每年9次: 'measure:nine-a-year' } });
      expect(broken).toThrow(/每年9次.*nine-a-year/);
    }
  });
});

/** “每年2次(任务30)” says 2, “5+2+1+1+4个” 13, “3-5个” at least 3. */
function numbersIn(words: string): number[] {
  const said = words.replaceAll(/[(（].*?[)）]/g, '').replaceAll(/(\d)-\d+/g, '$1');
  return (said.match(/\d+(?:\+\d+)*/g) ?? []).map((sum) => sum.split('+').reduce((all, each) => all + Number(each), 0));
}

test('a number of a parameter that a measure counts by is the number that the measure asks for', () => {
  const compared: string[] = [];
  for (const { parameters, measures } of ledgers)
    for (const [words, parts] of Object.entries(parameters))
      for (const part of parts.split(' ').filter((each) => each.startsWith('measure:'))) {
        const measure = measures.find(({ id }) => part === `measure:${id}`);
        const { target, byYear, byMonth, counts } = measure ?? {};
        // “1次” of a share is no rate, and a number that the office decides is not in the declaration.
        if (typeof target?.value === 'object' || (measure?.kind === 'share' && !words.includes('%'))) continue;
        const asks = [target?.value, byYear, byMonth, counts?.above?.than];
        for (const number of numbersIn(words)) expect(asks, words).toContain(number);
        if (numbersIn(words).length > 0) compared.push(words);
      }
  expect(compared).toEqual(
    expect.arrayContaining(['督导每年4次', '≥50户', '高企30家/2025', '资源化利用率≥85%', '100%纳入']),
  );
  expect(compared.length).toBeGreaterThan(15);
});
