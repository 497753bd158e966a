import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import type { ListedRow } from '../../core/register/answers.ts';
import { bulletinOperations } from '../bulletins/operations.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import { indicatorOperations } from '../indicators/operations.ts';
import { ledgerOperations } from '../ledgers/operations.ts';
import { parkOperations } from '../parks/operations.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { planOperations } from '../plans/operations.ts';
import { projectOperations } from '../projects/operations.ts';
import { reportOperations } from '../reports/operations.ts';
import { type Found, searchOperations } from './search-operations.ts';

type Reading = Context<Reader>;

/** Of each kind; who wants more opens the list of that kind and searches there. */
const mostOfKind = 6;

const holds =
  (text: string) =>
  (...words: readonly (string | null | undefined)[]): boolean =>
    words.some((word) => word?.toLowerCase().includes(text.toLowerCase()) ?? false);

const recordOf =
  (kind: Found['kind'], pathOf: (id: string) => string) =>
  ({ id, data }: ListedRow): Found => ({ kind, name: data.name, of: data.code ?? '', path: pathOf(id) });

/** Where each kind is looked for, with the operation whose permission it takes. */
const sources: readonly {
  readonly permission: string;
  readonly find: (context: Reading, text: string) => Promise<readonly Found[]>;
}[] = [
  {
    permission: planOperations['plans.list'].permission,
    find: async ({ ask }, text) =>
      (await ask(planOperations['plans.list'], {})).plans
        .filter(({ title, file }) => holds(text)(title, file.name))
        .map(({ id, title, file }) => ({ kind: 'plan', name: title, of: file.name, path: `/plans/${id}` })),
  },
  {
    permission: projectOperations['projects.list'].permission,
    find: async ({ ask }, search) =>
      (await ask(projectOperations['projects.list'], { search, limit: mostOfKind })).rows.map(
        recordOf('project', (id) => `/delivery/${id}`),
      ),
  },
  {
    permission: parkOperations['parks.list'].permission,
    find: async ({ ask }, search) =>
      (await ask(parkOperations['parks.list'], { search, limit: mostOfKind })).rows.map(
        recordOf('park', (id) => `/parks?record=${id}`),
      ),
  },
  {
    permission: enterpriseOperations['enterprises.list'].permission,
    find: async ({ ask }, search) =>
      (await ask(enterpriseOperations['enterprises.list'], { search, limit: mostOfKind })).rows.map(
        recordOf('enterprise', (id) => `/enterprises?record=${id}`),
      ),
  },
  {
    permission: indicatorOperations['indicators.list'].permission,
    find: async ({ ask }, search) =>
      (await ask(indicatorOperations['indicators.list'], { search })).indicators.map(({ id, label, unit }) => ({
        kind: 'indicator',
        name: label.zh,
        of: unit,
        path: `/indicators?search=${encodeURIComponent(id)}`,
      })),
  },
  {
    permission: reportOperations['reports.forms'].permission,
    find: async ({ ask }, text) =>
      (await ask(reportOperations['reports.forms'], {})).forms
        .filter(({ label }) => holds(text)(label.zh, label.en))
        .map(({ id, label }) => ({ kind: 'report', name: label.zh, of: '', path: `/reports/review?form=${id}` })),
  },
  {
    permission: bulletinOperations['bulletins.list'].permission,
    find: async ({ ask }, text) =>
      (await ask(bulletinOperations['bulletins.list'], {})).bulletins
        .filter(({ title }) => holds(text)(title))
        .map(({ id, title, period }) => ({
          kind: 'bulletin',
          name: title,
          of: period ?? '',
          path: `/bulletins/${id}`,
        })),
  },
  { permission: ledgerOperations['ledgers.catalog'].permission, find: inLedgers },
  {
    permission: unitOperations['units.list'].permission,
    find: async ({ ask }, text) =>
      (await ask(unitOperations['units.list'], {})).units
        .filter(({ name, shortName, unitPath }) => holds(text)(name, shortName, unitPath))
        .map(({ unitPath, name }) => ({ kind: 'unit', name, of: unitPath, path: `/figures?unit=${unitPath}` })),
  },
];

/** Ledgers by their own name, and the entries of those that have any. */
async function inLedgers({ ask }: Reading, search: string): Promise<Found[]> {
  const { ledgers } = await ask(ledgerOperations['ledgers.catalog'], {});
  const named = ledgers
    .filter(({ label, purpose }) => holds(search)(label.zh, label.en, purpose.zh))
    .map(({ id, label }): Found => ({ kind: 'ledger', name: label.zh, of: '', path: `/ledgers/${id}` }));
  const entries: Found[] = [];
  for (const { id, label } of ledgers.filter(({ total }) => total > 0)) {
    if (entries.length >= mostOfKind) break;
    const { entries: found } = await ask(ledgerOperations['ledgers.list'], { ledger: id, search, limit: mostOfKind });
    const path = (entryId: string) => `/ledgers/${id}?entry=${entryId}`;
    entries.push(
      ...found.map(({ entryId, name }): Found => ({ kind: 'entry', name, of: label.zh, path: path(entryId) })),
    );
  }
  return [...named.slice(0, mostOfKind), ...entries];
}

export const searchService: Service = implement(searchOperations, {
  'search.find': async (context, { text }) => {
    const found: Found[] = [];
    for (const { permission, find } of sources) {
      if (!context.actor.permissions.has(permission)) continue;
      const all = await find(context, text);
      found.push(...[...Map.groupBy(all, ({ kind }) => kind).values()].flatMap((same) => same.slice(0, mostOfKind)));
    }
    return { found };
  },
});
