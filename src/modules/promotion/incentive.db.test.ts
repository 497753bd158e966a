import { describe, expect, test } from 'vitest';
import { appOn, leader, stranger } from '../../../test/app.ts';
import { note as file } from '../../../test/evidence.ts';
import { begin, dispatcher, officer } from '../../../test/promotion.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import type { IncentiveDetail } from './incentive-operations.ts';

const reward = { ruleId: 'incentive-jidong', edition: 'seed' };

describe('an incentive', () => {
  test(
    'it is refused until the office decided, blocked until reviewed, and never pays more than was approved',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call, 'building');
      const act = async (action: string, on: string, more: object = {}) => {
        const { revision } = await project.show();
        await call('delivery.act', { id: project.id, revision, action, on, evidence: [file], ...more }, dispatcher);
      };
      const completion = { measure: 'completion', dueOn: '2026-09-30' };
      await call('promises.add', { projectId: project.id, promises: [completion] }, officer);
      const given = [
        { id: 'invested', value: 5000, source: '审计报告第3页' },
        { id: 'paid-elsewhere', value: false },
        // What the system knows by itself is not typed over.
        { id: 'producing', value: true },
      ];
      const propose = () =>
        call(
          'incentives.propose',
          { projectId: project.id, ...reward, facts: given },
          officer,
        ) as Promise<IncentiveDetail>;
      await expect(propose()).rejects.toThrow(/5000万元按哪一档/);
      for (const [question, answer] of [
        ['boundary', 'upper'],
        ['upper-end', 'not-covered'],
        ['cap', 'none'],
      ])
        await call('rules.decide', { ...reward, question, answer, reason: '县政府常务会定' }, leader);
      const { revision } = await project.show();
      const granted = { id: project.id, revision, item: 'completion', state: 'granted', decidedOn: '2026-09-20' };
      await call('delivery.item', granted, dispatcher);
      await act('complete', '2026-09-25');
      const early = await propose();
      expect(early).toMatchObject({
        state: 'draft',
        proposed: '0',
        preconditions: [{ holds: true }, { holds: false }],
      });
      await act('produce', '2026-10-20', { stated: { products: '首批产品' } });
      let claim = await propose();
      expect(claim).toMatchObject({ state: 'proposed', proposed: '4000000', needsFairReview: true });
      expect(claim.evaluation?.steps.find(({ rule }) => rule === 'reward')?.formula.zh).toContain('8');
      expect(claim.blocks.map(({ id }) => id)).toEqual(['fair-review', 'not-approved']);
      const step = async (operation: string, more: object, actor: Actor = leader) => {
        claim = (await call(operation, { id: claim.id, revision: claim.revision, ...more }, actor)) as IncentiveDetail;
      };
      await expect(step('incentives.decide', { accept: true })).rejects.toThrow(/公平竞争审查/);
      await step('incentives.fair-review', {
        by: '青川县市场监督管理局',
        result: 'passed',
        number: '青公审〔2026〕2号',
      });
      await expect(step('incentives.decide', { accept: true, amount: '401' })).rejects.toMatchObject({
        code: 'incentive-too-much',
      });
      await step('incentives.decide', { accept: true, amount: '300', number: '青政纪〔2026〕9号' });
      expect(claim).toMatchObject({ state: 'approved', approved: '3000000', blocks: [] });
      await step('incentives.pay', { amount: '200', number: '凭证7' }, officer);
      await expect(step('incentives.pay', { amount: '100.01' }, officer)).rejects.toThrow(/3000000/);
      await step('incentives.pay', { amount: '100' }, officer);
      expect(claim).toMatchObject({ paid: '3000000', blocks: [{ id: 'paid' }] });
      await step('incentives.pay', { amount: '-50', note: '冲正' }, officer);
      expect(claim.paid).toBe('2500000');
      const { incentives } = (await call('incentives.list', { projectId: project.id }, leader)) as {
        incentives: unknown[];
      };
      expect(incentives).toHaveLength(2);
      expect(await call('incentives.list', {}, stranger)).toEqual({ incentives: [] });
    }),
  );
});
