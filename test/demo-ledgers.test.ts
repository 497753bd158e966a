/** The ledgers of the demo: what is said to stand in a document does, the rest is marked, and pages are never empty. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoDocuments, demoUnits } from '../src/app/demo/facts.ts';
import { demoLedgers } from '../src/app/demo/ledger-facts.ts';
import { dataOf } from '../src/app/demo/ledger-steps.ts';
import { dueOf, lacksOf } from '../src/core/ledger/entry.ts';
import { dayAfter } from '../src/core/workday.ts';
import { ledgers } from '../src/modules/ledgers/catalog/index.ts';

const seeds = resolve(import.meta.dirname, '../../shared/seeds');
const isHere = existsSync(seeds);
const squash = (text: string): string => text.replace(/\s+/g, '');
const { stated, invented, decisions, mark } = demoLedgers();
const all = [...stated, ...invented];
const today = '2026-11-22';

const names = (pick: (document: ReturnType<typeof demoDocuments>[number]) => readonly string[]) =>
  new Map(demoDocuments().flatMap((document) => pick(document).map((name): [string, string] => [name, name])));
const records = {
  parks: names(({ parks }) => parks.map(({ name }) => name)),
  enterprises: names(({ enterprises }) => enterprises.flatMap(({ name, aliases }) => [name, ...aliases])),
  projects: names(({ projects }) => projects.map(({ name }) => name)),
};
const ledgerOf = (id: string) => {
  const ledger = ledgers.find((each) => each.id === id);
  if (ledger === undefined) throw new Error(`no ledger ${id}`);
  return ledger;
};

describe.skipIf(!isHere)(`what documents name${isHere ? '' : ' (../shared/seeds is not here)'}`, () => {
  test.each(stated)('$document:$line says $says', ({ document, line, says }) => {
    const file = readdirSync(seeds).find((each) => each.startsWith(`${document}_`)) ?? '';
    const lines = readFileSync(resolve(seeds, file), 'utf8').split('\n');
    expect(squash(lines[line - 1] ?? '')).toContain(squash(says));
  });
});

test('at least ten ledgers have entries, and no entry lacks a field that is asked for', () => {
  expect(new Set(all.map(({ ledger }) => ledger)).size).toBeGreaterThanOrEqual(10);
  for (const { ledger, name, data } of all) {
    const lacks = lacksOf(ledgerOf(ledger), dataOf(ledger, data, today, records));
    expect(lacks.map(({ id }) => `${name} lacks ${id}`)).toEqual([]);
  }
});

test('every value of an entry and of what happened to it is of the kind of its field', () => {
  const steps = [
    ...all,
    ...invented.flatMap(({ ledger, name, acts }) => acts.map(({ data }) => ({ ledger, name, data }))),
  ];
  const wrong = steps.flatMap(({ ledger, name, data }) =>
    Object.entries(dataOf(ledger, data, today, records)).flatMap(([id, value]) => {
      const kind = ledgerOf(ledger).fields.find((field) => field.id === id)?.kind;
      // A record goes by its name here, and has a number only once it is entered.
      const isRecord = kind?.refersTo !== undefined && kind.refersTo !== 'units';
      return isRecord || kind?.schema.safeParse(value).success ? [] : [`${name} ${id}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('everything that the documents leave open is decided for the units that have entries', () => {
  for (const { ledger, at } of all) {
    const decided = decisions.filter((each) => each.ledger === ledger && `${at}.`.startsWith(`${each.at}.`));
    const open = ledgerOf(ledger).choices.filter(({ id }) => decided.every(({ choices }) => choices[id] === undefined));
    expect(open.map(({ id }) => `${ledger} ${id}`)).toEqual([]);
  }
  for (const { ledger, follow } of decisions)
    for (const id of follow) expect(ledgerOf(ledger).measures.some((each) => each.id === id && each.set)).toBe(true);
});

test('whenever it is loaded, some entries are overdue, some fall due within a month and some later', () => {
  const dueDays = all.flatMap(({ ledger: id, on, data }) => {
    const ledger = ledgerOf(id);
    const answers = Object.assign({}, ...decisions.filter((each) => each.ledger === id).map(({ choices }) => choices));
    const filled = dataOf(id, data, today, records);
    return dueOf(ledger, { stage: ledger.first, stageSince: dayAfter(today, on), data: filled }, answers) ?? [];
  });
  expect(dueDays.filter((day) => day < today).length).toBeGreaterThan(2);
  expect(dueDays.filter((day) => day >= today && day <= dayAfter(today, 31)).length).toBeGreaterThan(2);
  expect(dueDays.filter((day) => day > dayAfter(today, 31)).length).toBeGreaterThan(1);
});

test('a person or firm that is made up is plainly one, and no real enterprise is said to have done anything', () => {
  expect(mark).toContain('虚构');
  const enterprises = new Set(records.enterprises.keys());
  const named = invented.flatMap(({ name, data }) => [name, ...Object.values(data)]).map(String);
  expect(named.filter((text) => [...enterprises].some((enterprise) => text.includes(enterprise)))).toEqual([]);
  for (const { data } of invented)
    for (const field of ['by', 'objects', 'inspectors', 'banks'])
      for (const value of [data[field] ?? []].flat()) expect(String(value)).toMatch(/^演示/);
});

test('units of the demo are units that the demo makes', () => {
  const known = [
    ...demoUnits().departments.map(({ path }) => path),
    ...demoDocuments().map(({ document }) => document.unit),
  ];
  expect(all.map(({ at }) => at).filter((at) => !known.includes(at))).toEqual([]);
});
