import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { operationCommands } from '../../platform/cli/operations.ts';
import { readRows } from '../../platform/files/rows.ts';
import { permissionsOf } from '../people/roles.ts';
import { ledgers } from './catalog/index.ts';
import { ledgerOperations } from './operations.ts';

const keeper: Actor = {
  ...planner,
  id: 'k1',
  name: '周平',
  unitPath: 'qingchuan',
  scope: ['qingchuan'],
  permissions: permissionsOf(['dispatcher', 'planner']),
};

/** `lantu ledgers …` on the test's database: what it printed. */
const terminal = (call: Call) => async (line: string) => {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    const [commands] = operationCommands(ledgerOperations, (id, _, input) => call(id, input, keeper));
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    await commands?.parseAsync(words, { from: 'user' });
  } finally {
    write.mockRestore();
  }
  return printed.join('');
};

/** What an office writes on the command line for the fields that an entry has to have. */
function requiredData(ledger: (typeof ledgers)[number]): Record<string, unknown> {
  const candidates = [true, '2026-11-20', 3, { value: '30000', typed: '3', unit: '万元' }, ['用地'], '已落实'];
  const required = ledger.fields.filter(({ isRequired, movesBy }) => isRequired && movesBy === undefined);
  return Object.fromEntries(
    required.map(({ id, kind }) => {
      if (kind.refersTo === 'units') return [id, 'qingchuan.fgj'];
      const all = [...Object.keys(kind.choices ?? {}), ...candidates];
      return [id, all.find((each) => kind.schema.safeParse(each).success) ?? kind.empty];
    }),
  );
}

test(
  'every ledger without records of others is decided, added to and listed from the command line',
  rolledBack(async (database, owner) => {
    const lantu = terminal(await appOn(database, owner));
    const refers = ({ fields }: (typeof ledgers)[number]) =>
      fields.some(({ isRequired, kind }) => isRequired && kind.refersTo !== undefined && kind.refersTo !== 'units');
    const own = ledgers.filter((ledger) => ledger.madeBy === undefined && !refers(ledger));
    expect(own.length).toBeGreaterThanOrEqual(30);
    for (const ledger of own) {
      const at = `--ledger ${ledger.id}`;
      for (const { id, least } of ledger.choices)
        await lantu(`decide ${at} --choice ${id} --value ${Math.max(least, 1)} --reason 办公会议定`);
      const data = JSON.stringify(requiredData(ledger));
      const added = JSON.parse(await lantu(`add ${at} --name 第一件 --data '${data}' --reason 来信`));
      expect(added.events, ledger.id).toMatchObject([{ action: 'add', reason: '来信' }]);
      const { entries, total } = JSON.parse(await lantu(`list ${at}`));
      expect([total, entries[0].name], ledger.id).toEqual([1, '第一件']);
    }
    const report = JSON.parse(await lantu('report'));
    expect(report.ledgers.filter(({ total }: { total: number }) => total === 1)).toHaveLength(own.length);
  }),
);

test(
  'an entry moves, goes out as a workbook and comes back from the command line',
  rolledBack(async (database, owner) => {
    const lantu = terminal(await appOn(database, owner));
    const at = '--ledger complaints';
    for (const choice of ['accept-days', 'handle-days'])
      await lantu(`decide ${at} --choice ${choice} --value 5 --reason 议定`);
    const data = { against: 'qingchuan.fgj', topic: 'fees', received: '2026-11-02', content: '摊派' };
    const { entry } = JSON.parse(await lantu(`add ${at} --name 摊派 --data '${JSON.stringify(data)}'`));
    const due = JSON.parse(await lantu(`due ${at} --days 30`));
    expect(due).toMatchObject({ overdue: 1, entries: [{ name: '摊派', lamp: 'red' }] });
    const moved = JSON.parse(
      await lantu(`act ${at} --entry-id ${entry.entryId} --revision 1 --action accept --reason 属实`),
    );
    expect(moved).toMatchObject({ entry: { stage: 'handling' }, events: [{}, { reason: '属实' }] });
    const file = join(tmpdir(), `lantu-${process.pid}-complaints.xlsx`);
    try {
      await lantu(`export ${at} --output ${file}`);
      expect((await readRows('台账.xlsx', readFileSync(file))).flat()).toContain('办理中');
      expect(JSON.parse(await lantu(`import ${at} ${file}`))).toMatchObject({ read: 1, same: 1, isApplied: false });
    } finally {
      rmSync(file, { force: true });
    }
    await expect(lantu(`act ${at} --entry-id ${entry.entryId} --revision 2 --action answer`)).rejects.toThrow(
      /办理结果/,
    );
  }),
);
