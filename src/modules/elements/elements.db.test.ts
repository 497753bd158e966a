import { describe, expect, test } from 'vitest';
import { appOn, leader, planner, stranger } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { ImportAnswer } from '../../core/register/operations.ts';
import { readRows } from '../../platform/files/rows.ts';
import { writeXlsx } from '../../platform/files/xlsx-writer.ts';
import { permissionsOf } from '../people/roles.ts';
import type { OrderAnswer } from './balance-operations.ts';
import type { Suggestion } from './demand-operations.ts';
import type { AllocationView, DemandView, ElementRow, QuotaView } from './shapes.ts';

const atCounty = { unitPath: 'qingchuan', scope: ['qingchuan'] };
const dispatcher: Actor = {
  ...planner,
  ...atCounty,
  id: 'd1',
  name: '周平',
  permissions: permissionsOf(['dispatcher']),
};
const clerk: Actor = { ...planner, id: 'c1', name: '吴兰', permissions: permissionsOf(['clerk']) };
const boss: Actor = { ...leader, permissions: permissionsOf(['leader']) };

async function addProject(call: Call, name: string, investment: string, actor: Actor = dispatcher) {
  const data = { name, stage: 'signed', investment: { value: investment, typed: investment, unit: '元' } };
  const { id } = (await call('projects.add', { data, since: '2026-01-05' }, actor)) as { id: string };
  return id;
}

const line = (typed: string, from = '2026-03', more: object = {}) => ({
  element: 'land',
  from,
  typed,
  unit: '亩',
  ...more,
});

async function asks(call: Call, projectId: string, lines: object[], actor: Actor = clerk) {
  const { demands } = (await call('element-demands.add', { projectId, lines }, actor)) as { demands: DemandView[] };
  return demands;
}

const addQuota = (call: Call, quota: object, actor: Actor = dispatcher) =>
  call(
    'element-quotas.add',
    { element: 'land', period: '2026', unit: '亩', number: '青自然资〔2026〕8号', ...quota },
    actor,
  ) as Promise<QuotaView>;

async function landRow(call: Call, actor: Actor = dispatcher): Promise<ElementRow> {
  const { rows } = (await call('elements.balance', {}, actor)) as { rows: ElementRow[] };
  return rows.find(({ element }) => element === 'land') as ElementRow;
}
const cellOf = ({ cells }: ElementRow, month: string) => cells.find((cell) => cell.month === month);

const settle = async (call: Call) => {
  for (const [question, answer] of [
    ['first', 'listed'],
    ['second', 'intensity'],
  ])
    await call(
      'rules.decide',
      { ruleId: 'element-priority', edition: '1', unitPath: 'qingchuan', question, answer, reason: '专题会议定' },
      dispatcher,
    );
};

const give = (call: Call, given: object, actor: Actor = dispatcher) =>
  call(
    'element-allocations.decide',
    { unit: '亩', from: '2026-03', basis: '青政纪〔2026〕3号', ...given },
    actor,
  ) as Promise<AllocationView>;

/** Two projects of one office that ask for 180 亩, of which the county has 150. */
async function begin(call: Call) {
  const big = await addProject(call, '电池材料一期', '500000000', planner);
  const small = await addProject(call, '农机配件', '60000000', planner);
  await asks(call, big, [line('100')]);
  await asks(call, small, [line('80', '2026-07')]);
  const quota = await addQuota(call, { typed: '150' });
  return { big, small, quota };
}

describe('land that follows the projects', () => {
  test(
    'it is short from July, is given in the order of the rule, and says who decided; another quota closes the gap',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { big, small, quota } = await begin(call);
      const before = await landRow(call);
      expect(before.firstShort).toEqual({ month: '2026-07', quantity: '30' });
      expect(cellOf(before, '2026-06')).toMatchObject({ state: 'waiting', demand: '100', quota: '150', short: '0' });
      expect(cellOf(before, '2026-07')).toMatchObject({ state: 'short', demand: '180', short: '30' });

      const order = async () =>
        (await call('elements.order', { quotaId: quota.id, month: '2026-01' }, dispatcher)) as OrderAnswer;
      expect(await order()).toMatchObject({ refused: { zh: expect.stringContaining('首先看什么') } });
      await settle(call);
      const proposed = await order();
      expect(proposed.refused).toBeNull();
      expect(proposed.lines.map(({ project, place, offer }) => [project.id, place, offer?.quantity])).toEqual([
        [big, 1, '100'],
        [small, 2, '50'],
      ]);
      expect(proposed.lines[0]?.said.map(({ zh }) => zh).join(' ')).toContain('500');

      // To serve the second before the first takes a reason.
      const second = { quotaId: quota.id, projectId: small, typed: '50', from: '2026-07' };
      await expect(give(call, { ...second, from: '2026-03' })).rejects.toMatchObject({ code: 'facts-missing' });
      await expect(give(call, { ...second, projectId: big, typed: '100.5', from: '2026-03' })).rejects.toMatchObject({
        code: 'element-beyond-demand',
      });
      const first = await give(call, { quotaId: quota.id, projectId: big, typed: '100' });
      expect(first).toMatchObject({
        by: '周平',
        decidedOn: '2026-11-22',
        proposal: { place: 1, of: 2, quantity: '100' },
      });
      await give(call, second);
      await expect(give(call, { ...second, typed: '1' })).rejects.toMatchObject({ code: 'element-quota-exceeded' });
      expect(cellOf(await landRow(call), '2026-12')).toMatchObject({
        state: 'short',
        free: '0',
        lacking: '30',
        short: '30',
      });

      const more = await addQuota(call, { typed: '2', unit: '公顷', number: '青自然资〔2026〕19号' });
      expect(cellOf(await landRow(call), '2026-12')).toMatchObject({ state: 'waiting', free: '30', short: '0' });
      await give(call, { ...second, quotaId: more.id, typed: '30' });
      const after = await landRow(call);
      expect(after.firstShort).toBeNull();
      expect(cellOf(after, '2026-12')).toMatchObject({ state: 'met', allocated: '180', quota: '180', free: '0' });
      const { lines } = (await call('elements.project', { projectId: small }, clerk)) as {
        lines: { allocations: AllocationView[] }[];
      };
      expect(lines[0]?.allocations.map(({ quantity, by, quota: from }) => [quantity, by, from])).toEqual([
        ['30', '周平', null],
        ['50', '周平', null],
      ]);
    }),
  );

  test(
    'a grant is corrected and withdrawn by new revisions, and more than the quota takes the power to overrule',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { big, small, quota } = await begin(call);
      const grant = await give(call, { quotaId: quota.id, projectId: big, typed: '100' });
      const over = { quotaId: quota.id, projectId: small, from: '2026-07', typed: '80', unit: '亩', basis: '县委会议' };
      await expect(
        call('element-allocations.overrule', { ...over, reason: '省重点' }, dispatcher),
      ).rejects.toMatchObject({
        code: 'not-allowed',
      });
      const overruled = (await call(
        'element-allocations.overrule',
        { ...over, reason: '省重点，年内追加' },
        boss,
      )) as AllocationView;
      expect(overruled).toMatchObject({ isOverruled: true, reason: '省重点，年内追加', by: '陈主任' });
      expect(cellOf(await landRow(call), '2026-08')).toMatchObject({
        allocated: '180',
        quota: '150',
        over: '30',
        free: '0',
      });

      const right = {
        id: grant.id,
        revision: 1,
        from: '2026-03',
        typed: '60',
        unit: '亩',
        basis: '青政纪〔2026〕5号',
        reason: '分期供地',
      };
      const corrected = (await call('element-allocations.correct', right, dispatcher)) as AllocationView;
      expect(corrected).toMatchObject({ revision: 2, quantity: '60' });
      await expect(call('element-allocations.correct', right, dispatcher)).rejects.toMatchObject({
        code: 'changed-meanwhile',
      });
      const gone = { id: grant.id, revision: 2, basis: '青政纪〔2026〕6号', reason: '项目缓建' };
      expect(await call('element-allocations.withdraw', gone, dispatcher)).toMatchObject({
        isWithdrawn: true,
        revision: 3,
      });
      const { revisions } = (await call('element-allocations.show', { id: grant.id }, dispatcher)) as {
        revisions: AllocationView[];
      };
      expect(revisions.map(({ revision, quantity, reason }) => [revision, quantity, reason])).toEqual([
        [3, '60', '项目缓建'],
        [2, '60', '分期供地'],
        [1, '100', null],
      ]);
      expect(cellOf(await landRow(call), '2026-08')).toMatchObject({ allocated: '80', over: '0', free: '70' });
    }),
  );

  test(
    'a quota is never cut below what was given, nor withdrawn while something hangs on it',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { big, quota } = await begin(call);
      await give(call, { quotaId: quota.id, projectId: big, typed: '100' });
      const less = { id: quota.id, revision: 1, period: '2026', unit: '亩', number: '8号', reason: '核减' };
      await expect(call('element-quotas.change', { ...less, typed: '99.99' }, dispatcher)).rejects.toMatchObject({
        code: 'element-quota-used',
      });
      await expect(
        call('element-quotas.change', { ...less, period: '2027', typed: '150' }, dispatcher),
      ).rejects.toMatchObject({
        code: 'element-quota-used',
      });
      const cut = (await call('element-quotas.change', { ...less, typed: '100' }, dispatcher)) as QuotaView;
      expect(cut).toMatchObject({ quantity: '100', free: '0', revision: 2, reason: '核减' });
      await expect(
        call('element-quotas.withdraw', { id: quota.id, revision: 2, reason: '作废' }, dispatcher),
      ).rejects.toMatchObject({
        code: 'element-quota-used',
      });
    }),
  );

  test(
    'what is passed down to an office is counted once and changed by the county alone; an office sees its own',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { big, quota } = await begin(call);
      const down = { typed: '60', unitPath: planner.unitPath, parentId: quota.id, number: '青经开〔2026〕2号' };
      await expect(addQuota(call, { ...down, typed: '151' })).rejects.toMatchObject({ code: 'element-quota-exceeded' });
      await expect(addQuota(call, { ...down, unitPath: 'qingchuan' })).rejects.toMatchObject({ code: 'invalid-input' });
      const child = await addQuota(call, down);
      expect(cellOf(await landRow(call), '2026-05')).toMatchObject({ quota: '150', free: '150' });
      const mine = await landRow(call, planner);
      expect(cellOf(mine, '2026-05')).toMatchObject({ quota: '60' });
      const change = {
        id: child.id,
        revision: 1,
        period: '2026',
        typed: '90',
        unit: '亩',
        number: '2号',
        reason: '追加',
      };
      await expect(call('element-quotas.change', change, planner)).rejects.toMatchObject({ code: 'invalid-input' });
      await give(call, { quotaId: child.id, projectId: big, typed: '60' }, planner);
      expect((await call('element-quotas.list', {}, dispatcher)) as { quotas: QuotaView[] }).toMatchObject({
        quotas: [
          { id: quota.id, passed: '60', allocated: '0', free: '90' },
          { id: child.id, passed: '0', allocated: '60', free: '0' },
        ],
      });
      expect(await call('elements.balance', {}, stranger)).toMatchObject({ rows: [] });
      expect(await call('element-allocations.list', {}, stranger)).toEqual({ allocations: [] });
    }),
  );
});

describe('demands', () => {
  test(
    'follow from promises when a person accepts them, once, and name the fact',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const id = await addProject(call, '电池材料一期', '500000000', planner);
      const promises = [
        { measure: 'land', typed: '100', unit: '亩', source: { kind: 'document', document: '规划', line: 12 } },
        { measure: 'jobs', typed: '300', unit: '人', source: { kind: 'document', document: '规划', line: 12 } },
      ];
      await call('promises.add', { projectId: id, promises }, dispatcher);
      const suggestions = async () =>
        ((await call('element-demands.suggest', { projectId: id }, clerk)) as { suggestions: Suggestion[] })
          .suggestions;
      const [land, labour] = await suggestions();
      expect([land, labour]).toMatchObject([
        { element: 'land', quantity: '100', from: '2026-11', isTaken: false },
        { element: 'labour', quantity: '300', to: null },
      ]);
      const accepted = (await call('element-demands.accept', { projectId: id, keys: [land?.key] }, clerk)) as {
        demands: DemandView[];
      };
      expect(accepted.demands[0]?.source).toMatchObject({
        kind: 'promise',
        said: { zh: expect.stringMatching(/100.*《规划》第 12 行/) },
      });
      expect((await suggestions()).map(({ isTaken }) => isTaken)).toEqual([true, false]);
      await expect(call('element-demands.accept', { projectId: id, keys: [land?.key] }, clerk)).rejects.toMatchObject({
        code: 'already-there',
      });
    }),
  );

  test(
    'are changed and withdrawn with a reason; an amount of something else is refused with the way to write it',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const id = await addProject(call, '电池材料一期', '500000000', planner);
      await expect(asks(call, id, [line('100', '2026-03', { unit: '人' })])).rejects.toThrow(/100 亩/);
      await expect(asks(call, id, [line('0')])).rejects.toMatchObject({ code: 'element-amount' });
      const flow = { element: 'energy', from: '2026-05', to: '2026-04', typed: '9', unit: '吨标准煤' };
      await expect(asks(call, id, [flow])).rejects.toMatchObject({ code: 'invalid-input' });
      const [demand] = await asks(call, id, [line('20')]);
      const changed = (await call(
        'element-demands.change',
        { id: demand?.id, revision: 1, line: line('2', '2026-04', { unit: '公顷' }), reason: '一期扩大' },
        clerk,
      )) as DemandView;
      expect(changed).toMatchObject({ quantity: '30', from: '2026-04', typed: '2', unit: '公顷' });
      await call('element-demands.withdraw', { id: demand?.id, revision: 2, reason: '改租厂房' }, clerk);
      expect(await call('element-demands.list', { projectId: id }, clerk)).toEqual({ demands: [] });
      expect(await call('element-demands.list', { projectId: id, all: 'true' }, clerk)).toMatchObject({
        demands: [{ isWithdrawn: true, reason: '改租厂房' }],
      });
    }),
  );
});

describe('spreadsheets', () => {
  test(
    'demands and quotas go out and come back; a file is previewed before it is written',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      await begin(call);
      for (const noun of ['element-demands', 'element-quotas']) {
        const file = (await call(`${noun}.export`, {}, dispatcher)) as { name: string; bytes: Uint8Array };
        const take = (apply: string, bytes = file.bytes) =>
          call(`${noun}.import`, { name: file.name, bytes, apply }, dispatcher) as Promise<ImportAnswer>;
        const same = await take('true');
        expect([noun, same.read, same.same, same.refused]).toEqual([noun, same.read, same.read, 0]);
        expect(same.read).toBeGreaterThan(0);
        const grid = (await readRows(file.name, file.bytes)).map((row) => [...row]);
        const heads = grid[0] as string[];
        const at = (head: string) => heads.indexOf(head);
        (grid[1] as string[])[at('数量')] = '155';
        const fresh = grid[1]?.map((cell, i) => (i === 0 ? '' : i === at('数量') ? '7' : cell)) as string[];
        const wrong = fresh.map((cell, i) => (i === at('计量单位') ? '人' : cell));
        const bytes = await writeXlsx([{ name: '表', rows: [...grid, fresh, wrong] }]);
        const preview = await take('false', bytes);
        expect(preview).toMatchObject({ isApplied: false, added: 1, changed: 1, refused: 1 });
        expect(preview.rows[0]?.issues[0]).toMatchObject({ field: 'quantity' });
        expect(await take('true', bytes)).toMatchObject({ isApplied: true, added: 1, changed: 1, refused: 1 });
        const again = (await call(`${noun}.export`, { format: 'csv' }, dispatcher)) as { bytes: Uint8Array };
        const text = new TextDecoder().decode(again.bytes);
        expect(text).toContain('155');
        expect(text).not.toContain(',人,');
      }
    }),
  );
});

test(
  'who is short of what, and from when, is one list',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { big, small } = await begin(call);
    await asks(call, big, [{ element: 'labour', from: '2026-05', typed: '300', unit: '人' }]);
    const { short } = (await call('elements.short', {}, dispatcher)) as {
      short: { element: string; month: string; project: { id: string } }[];
    };
    expect(short.map(({ element, month, project }) => [element, month, project.id])).toEqual([
      ['land', '2026-03', big],
      ['labour', '2026-05', big],
      ['land', '2026-07', small],
    ]);
  }),
);
