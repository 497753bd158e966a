/** Ledgers of the demo: what documents name, with document and line, and made-up entries that say so, each on its day. */
import { adoptionOf } from '../../core/ledger/measure.ts';
import { dayAfter } from '../../core/workday.ts';
import { ledgers } from '../../modules/ledgers/catalog/index.ts';
import { titleOf } from '../../modules/ledgers/documents.ts';
import { evidenceOf } from './evidence.ts';
import { demoLedgers, type InventedEntry, type LedgerAct, type StatedEntry } from './ledger-facts.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import type { Door } from './unit-steps.ts';

type Kept = { readonly entryId: string; readonly revision: number };
type Shown = { readonly entry: Kept };
type Data = Readonly<Record<string, unknown>>;

async function decide({ call, today }: Door, at: ActAt): Promise<void> {
  const { decisions, mark } = demoLedgers();
  const nextYear = Number(today.slice(0, 4)) + 1;
  for (const { ledger, at: unitPath, choices, follow } of decisions) {
    const adopted = Object.fromEntries(follow.map((measure) => [adoptionOf(measure), nextYear]));
    for (const [choice, value] of Object.entries({ ...choices, ...adopted }))
      await call('ledgers.decide', { ledger, choice, value, unitPath, reason: mark }, at(unitPath));
  }
}

const known = ({ parks, enterprises, projects }: Adopted): Readonly<Record<string, ReadonlyMap<string, string>>> => {
  const idsOf = (some: ReadonlyMap<string, { id: string }>) => new Map([...some].map(([name, { id }]) => [name, id]));
  const byProject = projects.map(({ id, fact }): [string, string] => [fact.name, id]);
  return { parks: idsOf(parks), enterprises: idsOf(enterprises), projects: new Map(byProject) };
};

/** Values as an entry holds them: days counted from today, records by number, figures read as from a cell. */
export function dataOf(id: string, data: Data, today: string, records: ReturnType<typeof known>) {
  const ledger = ledgers.find((each) => each.id === id);
  const filled = ([field, value]: [string, unknown]): [string, unknown] => {
    const kind = ledger?.fields.find((each) => each.id === field)?.kind;
    if (kind === undefined) throw new Error(`the demo names the field ${field}, which ${id} has not`);
    if (typeof value !== 'string') return [field, value];
    const offset = /^@(-?\d+)$/.exec(value)?.[1];
    if (offset !== undefined) return [field, dayAfter(today, Number(offset))];
    if (kind.choices !== undefined || kind.refersTo === 'units') return [field, value];
    const found = kind.refersTo === undefined ? undefined : records[kind.refersTo]?.get(value);
    if (found !== undefined) return [field, found];
    const reading = kind.read(value, { find: () => ({ value: null }), nameOf: () => null });
    if (kind.refersTo !== undefined || 'refusal' in reading)
      throw new Error(`the demo cannot fill ${field} of ${id} with ${value}`);
    return [field, reading.value];
  };
  return Object.fromEntries(Object.entries(data).map(filled));
}

interface Desk {
  readonly door: Door;
  readonly at: ActAt;
  readonly records: ReturnType<typeof known>;
}

async function add({ door, at, records }: Desk, entry: StatedEntry | InventedEntry, name: string, reason: string) {
  const { ledger, at: unitPath, on } = entry;
  const data = dataOf(ledger, entry.data, door.today, records);
  const given = { ledger, name, unitPath, data, reason };
  return ((await door.on(dayAfter(door.today, on))('ledgers.add', given, at(unitPath))) as Shown).entry;
}

async function act(desk: Desk, { ledger, at: unitPath }: InventedEntry, kept: Kept, step: LedgerAct): Promise<Kept> {
  const { door, at, records } = desk;
  const actor = at(unitPath);
  const call = door.on(dayAfter(door.today, step.on));
  const { entryId, revision } = kept;
  if (step.seed !== undefined)
    return ((await call('draws.make', { entryId, revision, seed: step.seed }, actor)) as Shown).entry;
  const evidence = step.evidence === undefined ? [] : [await evidenceOf(door, actor, step.evidence)];
  const data = dataOf(ledger, step.data, door.today, records);
  const given = { ledger, entryId, revision, action: step.do, data, reason: step.reason ?? null, evidence };
  return ((await call('ledgers.act', given, actor)) as Shown).entry;
}

/** Enters what documents name, and what is made up if that is wished; the count says how many entries there are. */
export async function enterLedgers(
  door: Door,
  adopted: Adopted,
  at: ActAt,
  { isInventing }: { readonly isInventing: boolean },
): Promise<number> {
  const { stated, invented, mark } = demoLedgers();
  const desk = { door, at, records: known(adopted) };
  await decide(door, at);
  for (const entry of stated) {
    const from = `《${titleOf(entry.document).zh}》第 ${entry.line} 行；日期和承办单位为${mark}`;
    await add(desk, entry, entry.name, from);
  }
  if (!isInventing) return stated.length;
  for (const entry of invented) {
    let kept = await add(desk, entry, `${entry.name}（${mark}）`, mark);
    for (const step of entry.acts) kept = await act(desk, entry, kept, step);
  }
  return stated.length + invented.length;
}
