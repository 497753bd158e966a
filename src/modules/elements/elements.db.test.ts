import { describe, expect, test } from 'vitest';
import { appOn, planner, stranger } from '../../../test/app.ts';
import { addQuota, begin, boss, cellOf, clerk, dispatcher, give, landRow, settle } from '../../../test/elements.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { OrderAnswer } from './balance-operations.ts';
import type { AllocationView, QuotaView } from './shapes.ts';

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
