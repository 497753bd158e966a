import { expect, test } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { readRows } from '../../platform/files/rows.ts';
import { sheets } from '../../platform/files/sheets.ts';
import { permissionsOf } from '../people/roles.ts';
import type { LedgerEntryShown } from './operations.ts';

const keeper: Actor = {
  ...planner,
  id: 'k1',
  name: '周平',
  unitPath: 'qingchuan',
  scope: ['qingchuan'],
  permissions: permissionsOf(['dispatcher', 'planner']),
};
const ledger = 'random-checks';
const data = {
  on: '2026-11-22',
  objects: ['甲厂', '乙厂', '丙厂', '丁厂'],
  inspectors: ['周平', '李强', '王敏'],
  conflicts: ['周平：乙厂'],
  draws: 2,
  each: 2,
};

async function prepared(call: Call) {
  for (const [choice, value] of Object.entries({ 'check-days': 20, 'publish-days': 5 }))
    await call('ledgers.decide', { ledger, choice, value, reason: '办公会议定' }, keeper);
  return ((await call('ledgers.add', { ledger, name: '安全抽查', data }, keeper)) as LedgerEntryShown).entry;
}

async function drawn(call: Call) {
  const { entryId, revision } = await prepared(call);
  return ((await call('draws.make', { entryId, revision, seed: '福彩3D 517' }, keeper)) as LedgerEntryShown).entry;
}

const importing = async (call: Call, of: string, rows: readonly (readonly string[])[]) =>
  (await call(
    'ledgers.import',
    { ledger: of, name: '表.xlsx', bytes: await sheets.writeXlsx('表', rows), apply: 'true' },
    keeper,
  )) as { refused: number; added: number; rows: { issues: { message: { zh: string } }[] }[] };

test(
  'a draw is made from the lists on record, makes a visit for each object, and drawing again tells whether anybody touched it',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const first = await prepared(call);
    expect(await call('draws.verify', { entryId: first.entryId }, keeper)).toMatchObject({ isSame: null, drawn: [] });
    const { entryId, revision } = first;
    const { entry } = (await call('draws.make', { entryId, revision, seed: '福彩3D 517' }, keeper)) as LedgerEntryShown;
    expect(entry).toMatchObject({ stage: 'drawn', data: { seed: '福彩3D 517' } });
    const objects = String(entry.data.result)
      .split('\n')
      .map((line) => line.split('：')[0]);
    expect(objects).toHaveLength(2);
    expect(await call('draws.verify', { entryId }, keeper)).toMatchObject({ isSame: true, digest: entry.data.digest });
    const visits = (await call('ledgers.list', { ledger: 'random-visits' }, keeper)) as {
      entries: LedgerEntryShown['entry'][];
    };
    expect(visits.entries.map(({ name }) => name).sort()).toEqual(objects.toSorted());
    expect(visits.entries[0]).toMatchObject({ stage: 'assigned', dueOn: entry.dueOn, data: { check: entry.code } });
    await owner
      .updateTable('ledger_entry')
      .set({ data: JSON.stringify({ ...entry.data, objects: ['甲厂', '乙厂', '丙厂'] }) })
      .where('entry_id', '=', entryId)
      .execute();
    expect(await call('draws.verify', { entryId }, keeper)).toMatchObject({ isSame: false });
  }),
);

test(
  'nobody types a draw: not the step, not its result, not a change of the lists afterwards, not a visit',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { entryId, revision } = await prepared(call);
    const forged = { seed: '1', digest: 'a'.repeat(64), result: '甲厂：周平、李强' };
    const act = { ledger, entryId, revision, action: 'draw', data: forged };
    await expect(call('ledgers.act', act, keeper)).rejects.toMatchObject({ code: 'not-by-hand' });
    const input = { ledger, name: '另一次', data: { ...data, seed: '1' } };
    await expect(call('ledgers.add', input, keeper)).rejects.toThrow('由抽取得出');
    await expect(call('ledgers.edit', { ledger, entryId, revision, data: forged }, keeper)).rejects.toThrow(
      '由抽取得出',
    );
    const { actions } = (await call('ledgers.show', { ledger, entryId }, keeper)) as LedgerEntryShown;
    expect(actions.map(({ id }) => id)).toEqual(['cancel']);

    // Before the draw the lists are anybody's to correct; after it nobody's.
    const longer = { objects: [...data.objects, '戊厂'] };
    const edit = (seen: number, more: object) =>
      call('ledgers.edit', { ledger, entryId, revision: seen, data: more }, keeper) as Promise<LedgerEntryShown>;
    const { entry } = await edit(revision, longer);
    const after = (await call(
      'draws.make',
      { entryId, revision: entry.revision, seed: '福彩3D 517' },
      keeper,
    )) as LedgerEntryShown;
    await expect(edit(after.entry.revision, data)).rejects.toThrow('已冻结');
    await expect(edit(after.entry.revision, { objects: [] })).rejects.toThrow('已冻结');
    expect((await edit(after.entry.revision, { ...longer, findings: '两家均正常' })).entry.data.findings).toBe(
      '两家均正常',
    );

    const visit = { ledger: 'random-visits', name: '戊厂', data: { object: '戊厂', inspectors: ['李强'] } };
    await expect(call('ledgers.add', visit, keeper)).rejects.toMatchObject({ code: 'not-by-hand' });
  }),
);

test(
  'a sheet changes no list that was drawn from, claims no draw and brings no visit',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const entry = await drawn(call);
    const file = (await call('ledgers.export', { ledger }, keeper)) as { name: string; bytes: Uint8Array };
    const [headings = [], row = []] = await readRows(file.name, file.bytes);
    const changed = row.map((cell) => (cell === '甲厂、乙厂、丙厂、丁厂' ? '甲厂、乙厂' : cell));
    expect(changed).not.toEqual(row);
    const refusals = ({ rows }: { rows: { issues: { message: { zh: string } }[] }[] }) =>
      rows.flatMap(({ issues }) => issues.map(({ message }) => message.zh));
    const first = await importing(call, ledger, [headings, changed]);
    expect([first.refused, refusals(first)]).toEqual([1, ['已冻结，不再改动']]);

    const claimed = await importing(call, ledger, [headings.slice(1), ['另一次', '', ...row.slice(3)]]);
    expect(claimed).toMatchObject({ refused: 1, added: 0 });
    expect(refusals(claimed)).toContain('这一状态不能由导入得到');
    expect(refusals(claimed)).toContain('由抽取得出');

    const visits = (await call('ledgers.export', { ledger: 'random-visits' }, keeper)) as {
      name: string;
      bytes: Uint8Array;
    };
    const [titles = [], visit = []] = await readRows(visits.name, visits.bytes);
    const strange = await importing(call, 'random-visits', [titles.slice(1), ['戊厂', '', ...visit.slice(3)]]);
    expect(strange).toMatchObject({ refused: 1, added: 0 });
    expect(refusals(strange).join()).toContain('双随机抽取');
    expect(await call('draws.verify', { entryId: entry.entryId }, keeper)).toMatchObject({ isSame: true });
  }),
);
