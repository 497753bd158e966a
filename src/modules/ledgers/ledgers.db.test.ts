import { describe, expect, test } from 'vitest';
import { appOn, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { keepNote } from '../../../test/evidence.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { readRows } from '../../platform/files/rows.ts';
import { sheets } from '../../platform/files/sheets.ts';
import { permissionsOf } from '../people/roles.ts';
import { ledgers } from './catalog/index.ts';
import type { LedgerEntryShown } from './operations.ts';

const keeper: Actor = {
  ...planner,
  id: 'k1',
  name: '周平',
  unitPath: 'qingchuan',
  scope: ['qingchuan'],
  permissions: permissionsOf(['dispatcher', 'planner']),
};

/** One record in each register, for fields that refer to them. */
async function records(call: Call): Promise<Record<string, string>> {
  const add = async (plural: string, name: string) =>
    ((await call(`${plural}.add`, { data: { name }, since: '2020-01-01' }, keeper)) as { id: string }).id;
  return {
    parks: await add('parks', '临江工业园'),
    enterprises: await add('enterprises', '青川机械厂'),
    projects: await add('projects', '电池材料一期'),
    units: 'qingchuan.fgj',
  };
}

/** A value for every field that people fill, as somebody would. */
function filledIn(ledger: Ledger, known: Readonly<Record<string, string>>): Record<string, unknown> {
  const contentOf = ({ kind }: Ledger['fields'][number]): unknown => {
    if (kind.refersTo !== undefined) return known[kind.refersTo] ?? null;
    const figure = kind.isFigure ? kind.read('3', { find: () => ({ value: null }), nameOf: () => null }) : null;
    if (figure !== null && 'value' in figure) return figure.value;
    const candidates = [
      ...Object.keys(kind.choices ?? {}),
      true,
      '2026-11-20',
      3,
      { value: '30000', typed: '3', unit: '万元' },
      ['用地', '环评'],
      '已落实',
      { east: 131.124, north: 45.262 },
    ];
    return candidates.find((each) => kind.schema.safeParse(each).success) ?? kind.empty;
  };
  const typed = ledger.fields.filter(({ movesBy }) => movesBy === undefined);
  return Object.fromEntries(typed.map((field) => [field.id, contentOf(field)]));
}

async function decideAll(call: Call, ledger: Ledger): Promise<void> {
  for (const { id, least } of ledger.choices)
    await call(
      'ledgers.decide',
      { ledger: ledger.id, choice: id, value: Math.max(least, 1), reason: '办公会议定' },
      keeper,
    );
}

/** The shortest way from the first stage to a final one. */
function wayOut(ledger: Ledger): string[] {
  const { first, stages, actions } = ledger;
  const ways: [string, string[]][] = [[first, []]];
  const seen = new Set([first]);
  for (const [stage, way] of ways) {
    if (stages[stage]?.isFinal) return way;
    for (const [id, { from, to }] of Object.entries(actions))
      if (ledger.actions[id]?.through === undefined && from.includes(stage) && !seen.has(to)) {
        seen.add(to);
        ways.push([to, [...way, id]]);
      }
  }
  throw new Error('no way leads out');
}

/** What a draw makes: the first visit that follows from it. */
async function byDraw(call: Call, ledger: Ledger): Promise<LedgerEntryShown> {
  const checks = ledgers.find(({ id }) => id === 'random-checks') as Ledger;
  await decideAll(call, checks);
  const data = { on: '2026-11-22', objects: ['甲厂'], inspectors: ['周平'], conflicts: [], draws: 1, each: 1 };
  const input = { ledger: checks.id, name: '安全抽查', data };
  const { entryId, revision } = ((await call('ledgers.add', input, keeper)) as LedgerEntryShown).entry;
  await call('draws.make', { entryId, revision, seed: '517' }, keeper);
  const { entries } = (await call('ledgers.list', { ledger: ledger.id }, keeper)) as {
    entries: LedgerEntryShown['entry'][];
  };
  return (await call('ledgers.show', { ledger: ledger.id, entryId: entries[0]?.entryId }, keeper)) as LedgerEntryShown;
}

interface Desk {
  readonly call: Call;
  readonly owner: Parameters<Parameters<typeof rolledBack>[0]>[1];
  readonly ledger: Ledger;
  readonly known: Readonly<Record<string, string>>;
  add(data: Record<string, unknown>): Promise<LedgerEntryShown>;
}

/** The same for every ledger, in one database: what fails says which. */
const ofEvery = (proof: (desk: Desk) => Promise<void>) =>
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const known = await records(call);
    for (const ledger of ledgers) {
      const add = (data: Record<string, unknown>) =>
        ledger.madeBy === 'draw'
          ? byDraw(call, ledger)
          : (call('ledgers.add', { ledger: ledger.id, name: '第一件', data }, keeper) as Promise<LedgerEntryShown>);
      try {
        await proof({ call, owner, ledger, known, add });
      } catch (cause) {
        throw new Error(`${ledger.id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    }
  });

describe('every ledger', () => {
  test(
    'makes an entry, moves it to its end and loses nothing of its way',
    ofEvery(async ({ call, ledger, known, add }) => {
      await decideAll(call, ledger);
      let shown = await add(filledIn(ledger, known));
      expect(shown.entry).toMatchObject({ code: '2026-0001', stage: ledger.first, enteredOn: '2026-11-22' });
      const way = wayOut(ledger);
      for (const action of way) {
        const { entryId, revision, calledPath } = shown.entry;
        const isCalled = ledger.actions[action]?.by === 'called';
        const actor = isCalled ? { ...keeper, unitPath: String(calledPath), scope: [String(calledPath)] } : keeper;
        const evidence = [await keepNote(call, actor)];
        // What a draw has made is filled by those who act on it.
        const data = ledger.madeBy === undefined ? {} : filledIn(ledger, known);
        const input = { ledger: ledger.id, entryId, revision, action, data, reason: '按流程办理', evidence };
        shown = (await call('ledgers.act', input, actor)) as LedgerEntryShown;
      }
      expect(shown.entry.lamp).toBe('done');
      expect(shown.actions).toEqual([]);
      expect(shown.events.map(({ action }) => action)).toEqual(['add', ...way]);
      expect(shown.events.at(-1)?.to).toBe(shown.entry.stage);
    }),
  );

  test(
    'counts what is past its day as overdue, and lists it first among what is due',
    ofEvery(async ({ call, owner, ledger, known, add }) => {
      await decideAll(call, ledger);
      const { entry } = await add(filledIn(ledger, known));
      if (entry.dueOn === null) return expect(ledger.stages[ledger.first]?.clock).toBeUndefined();
      await owner
        .updateTable('ledger_entry')
        .set({ due_on: '2026-11-01' })
        .where('entry_id', '=', entry.entryId)
        .execute();
      const due = (await call('ledgers.due', { ledger: ledger.id }, keeper)) as {
        entries: LedgerEntryShown['entry'][];
        overdue: number;
      };
      expect(due.overdue).toBe(1);
      expect(due.entries[0]).toMatchObject({ entryId: entry.entryId, lamp: 'red' });
    }),
  );

  test(
    'is seen and moved by nobody outside its units, and asked by no visitor',
    ofEvery(async ({ call, ledger, known, add }) => {
      await decideAll(call, ledger);
      const { entry } = await add(filledIn(ledger, { ...known, units: 'qingchuan.ghk' }));
      const input = { ledger: ledger.id, entryId: entry.entryId };
      await expect(call('ledgers.show', input, stranger)).rejects.toMatchObject({ code: 'not-found' });
      await expect(
        call('ledgers.edit', { ...input, revision: 1, name: '改名' }, { ...stranger, permissions: keeper.permissions }),
      ).rejects.toMatchObject({ code: 'not-found' });
      await expect(call('ledgers.list', { ledger: ledger.id }, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
      expect(await call('ledgers.show', input, leader)).toMatchObject({ entry: { entryId: entry.entryId } });
    }),
  );

  test(
    'exports what comes back unchanged, and into an empty ledger as it was',
    ofEvery(async ({ call, ledger, known, add }) => {
      await decideAll(call, ledger);
      await add(filledIn(ledger, known));
      const file = (await call('ledgers.export', { ledger: ledger.id }, keeper)) as { name: string; bytes: Uint8Array };
      const again = { ledger: ledger.id, name: file.name, bytes: file.bytes, apply: 'true' };
      expect(await call('ledgers.import', again, keeper)).toMatchObject({ read: 1, same: 1, refused: 0 });

      const [headings = [], row = []] = await readRows(file.name, file.bytes);
      const others = [headings.slice(1), ['第二件', '', ...row.slice(3)]];
      const bytes = await sheets.writeXlsx('表', others);
      const input = { ledger: ledger.id, name: 'other.xlsx', bytes, apply: 'true' };
      if (ledger.madeBy !== undefined) {
        expect(await call('ledgers.import', input, keeper)).toMatchObject({ read: 1, added: 0, refused: 1 });
        return;
      }
      expect(await call('ledgers.import', input, keeper)).toMatchObject({ read: 1, added: 1, refused: 0 });
      const { entries } = (await call('ledgers.list', { ledger: ledger.id }, keeper)) as {
        entries: LedgerEntryShown['entry'][];
      };
      expect(entries.map(({ code }) => code).sort()).toEqual(['2026-0001', '2026-0002']);
      expect(entries[0]?.data).toEqual(entries[1]?.data);
    }),
  );

  test(
    'refuses to run while a choice is open, and says what to decide',
    ofEvery(async ({ ledger, known, add }) => {
      const [open] = ledger.choices;
      if (open === undefined) return;
      const refused = add(filledIn(ledger, known));
      await expect(refused).rejects.toMatchObject({ code: 'choice-open' });
      await expect(refused).rejects.toThrow(open.label.zh);
    }),
  );
});

test(
  'a unit below follows what the unit above decided, until it decides for itself',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const ledger = ledgers.find(({ choices }) => choices.length > 0) as Ledger;
    await decideAll(call, ledger);
    const below = { ...keeper, unitPath: 'qingchuan.ghk', scope: ['qingchuan.ghk'] };
    const shown = (await call('ledgers.choices', { ledger: ledger.id }, below)) as {
      choices: { answer: { unitPath: string } | null }[];
    };
    expect(shown.choices[0]?.answer?.unitPath).toBe('qingchuan');
  }),
);

test(
  'evidence that nobody sent is refused by name, and so is evidence of a unit out of reach',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const ledger = ledgers[0] as Ledger;
    await decideAll(call, ledger);
    const data = filledIn(ledger, await records(call));
    const input = { ledger: ledger.id, name: '第一件', data };
    const unsent = [{ fileId: 'a'.repeat(64), name: '没有上传.pdf' }];
    await expect(call('ledgers.add', { ...input, evidence: unsent }, keeper)).rejects.toThrow('没有上传.pdf');
    const evidence = [await keepNote(call, keeper)];
    const below = { ...keeper, unitPath: 'qingchuan.ghk', scope: ['qingchuan.ghk'] };
    const asBelow = call('ledgers.add', { ...input, data, evidence }, below);
    await expect(asBelow).rejects.toMatchObject({ code: expect.stringMatching(/evidence-missing|invalid-input/) });
    expect(await call('ledgers.add', { ...input, evidence }, keeper)).toMatchObject({ entry: { evidence } });
  }),
);
