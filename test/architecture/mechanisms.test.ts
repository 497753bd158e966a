/** Every mechanism of the documents is accounted for, and what is said to carry one is really there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declaredOperations } from '../../src/app/app.ts';
import { forms } from '../../src/app/forms.ts';
import { ruleEditions } from '../../src/app/rule-editions.ts';
import { indicatorById } from '../../src/modules/indicators/catalog/index.ts';
import { ledgers } from '../../src/modules/ledgers/catalog/index.ts';
import { mechanisms, standingOf } from '../../src/modules/ledgers/mechanism.ts';
import { mechanismPlaces } from '../../src/modules/ledgers/mechanism-places.ts';
import { parkRegister } from '../../src/modules/parks/register.ts';
import { planRules } from '../../src/modules/plans/rules/index.ts';
import { itemIds } from '../../src/modules/projects/checklist.ts';

const shared = '../shared/mechanisms.json';

const pagePaths = globSync('src/modules/*/pages/*.page.tsx').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path),
);

const known = new Set([
  ...ledgers.map(({ id }) => `ledger:${id}`),
  ...Object.keys(declaredOperations).map((id) => `operation:${id}`),
  ...pagePaths.map((path) => `page:${path}`),
  ...ruleEditions().map(({ edition: { id, edition } }) => `rules:${id}/${edition}`),
  ...forms().map(({ id }) => `form:${id}`),
  ...planRules.map(({ id }) => `check:${id}`),
  ...itemIds.map((id) => `item:${id}`),
  ...parkRegister.fields.map(({ id }) => `field:parks.${id}`),
  ...ledgers.flatMap(({ id, measures }) => measures.map((measure) => `measure:${id}.${measure.id}`)),
  ...[...indicatorById.keys()].map((id) => `indicator:${id}`),
]);

test('every place that is said to carry a mechanism is there', () => {
  const places = mechanisms.flatMap((each) => standingOf(each).places.map((place) => `${each.key} ${place}`));
  expect(places.filter((place) => !known.has(place.split(' ')[1] ?? ''))).toEqual([]);
});

test('places and ledgers name mechanisms of the list, each mechanism once', () => {
  const keys = mechanisms.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const named = [...Object.keys(mechanismPlaces), ...ledgers.flatMap((ledger) => ledger.mechanisms)];
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});

test('at least thirty ledgers are declared, out of all domains', () => {
  expect(ledgers.length).toBeGreaterThanOrEqual(30);
  const carried = new Set(ledgers.flatMap((ledger) => ledger.mechanisms));
  const domains = new Set(mechanisms.filter(({ key }) => carried.has(key)).map(({ domain }) => domain));
  expect([...domains].sort()).toEqual([...new Set(mechanisms.map(({ domain }) => domain))].sort());
});

test.skipIf(!existsSync(shared))('the list is the one that the documents were read into', () => {
  interface Row {
    readonly key: string;
    readonly domain: string;
    readonly name: string;
    readonly rule_parameters: readonly string[];
    readonly refs: readonly { readonly seed: string; readonly line: number }[];
  }
  const rows: readonly Row[] = JSON.parse(readFileSync(shared, 'utf8'));
  const expected = rows.map(({ key, domain, name, rule_parameters: parameters, refs }) => ({
    key,
    domain,
    name,
    refs: [...new Set(refs.map(({ seed, line }) => `${seed}:${line}`))],
    parameters,
  }));
  expect(mechanisms).toEqual(expected);
});
