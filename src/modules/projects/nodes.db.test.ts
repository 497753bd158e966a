import { describe, expect, test } from 'vitest';
import { appOn, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import type { ShownPlan } from './nodes-operations.ts';

const officer: Actor = { ...planner, name: '周平', permissions: permissionsOf(['dispatcher']) };
const other: Actor = { ...stranger, permissions: permissionsOf(['dispatcher']) };

async function begin(call: Call, name = '电池材料一期', stage = 'signed') {
  const { id } = (await call('projects.add', { data: { name, stage }, since: '2026-01-05' }, officer)) as {
    id: string;
  };
  const say = (what: string, input: object, actor = officer) =>
    call(`nodes.${what}`, { id, ...input }, actor) as Promise<ShownPlan>;
  return { id, say };
}
const nodeOf = ({ nodes }: ShownPlan, id: string) => nodes.find((node) => node.id === id);

describe('the node plan of a project', () => {
  test(
    'it is planned back from its target, moved with what depends on it, and measured against its baseline',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id, say } = await begin(call);
      expect(await say('show', {})).toMatchObject({ revision: 0, span: null, nodes: [] });
      const first = await say('plan', { revision: 0, template: 'upgrading', targetOn: '2027-08-31' });
      expect(first).toMatchObject({ revision: 1, baselineOn: '2026-11-22', targetOn: '2027-08-31' });
      expect(first.nodes).toHaveLength(17);
      expect(first.span).toMatchObject({ finish: '2027-08-31', baselineFinish: '2027-08-31' });
      expect(first.nodes.filter(({ isCritical }) => isCritical).map((node) => node.id)).toContain('equipment-order');

      const change = [{ does: 'edit', node: 'equipment-order', to: { days: 120, owner: '设备科' } }];
      const longer = await say('change', { revision: 1, changes: change, reason: '厂家排产延后' });
      expect(longer.span?.finish).toBe('2027-09-30');
      expect(nodeOf(longer, 'production')?.daysLate).toBe(30);
      expect(nodeOf(longer, 'production')?.baselineFinish).toBe('2027-08-31');
      await expect(say('change', { revision: 1, changes: change, reason: '重复' })).rejects.toMatchObject({
        code: 'changed-meanwhile',
      });

      const study = { node: 'study', revision: 2, start: '2026-11-02', finish: '2026-11-20', note: '已批' };
      const begun = await say('actual', study);
      expect(nodeOf(begun, 'study')).toMatchObject({ actualFinish: '2026-11-20', note: '已批', slack: null });
      const again = await say('plan', { revision: 3, targetOn: '2027-10-29', reason: '目标后移' });
      expect(nodeOf(again, 'study')).toMatchObject({ actualStart: '2026-11-02', note: '已批' });
      expect(again.span).toMatchObject({ finish: '2027-10-29', baselineFinish: '2027-08-31' });
      expect(await say('show', {})).toEqual(again);
      const rows = await owner
        .selectFrom('audit')
        .select(['operation', 'after'])
        .where('entity_id', '=', id)
        .where('entity', '=', 'project-plan')
        .orderBy('at')
        .execute();
      expect(rows.map(({ operation }) => operation)).toEqual([
        'nodes.plan',
        'nodes.change',
        'nodes.actual',
        'nodes.plan',
      ]);
      expect(rows[1]?.after).toMatchObject({ reason: '厂家排产延后' });
    }),
  );

  test(
    'a circle is refused with the names in it, and the plan stays as it was',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { say } = await begin(call);
      const before = await say('plan', { revision: 0, template: 'upgrading', startOn: '2026-12-01' });
      const changes = [{ does: 'edit', node: 'study', to: { after: [{ id: 'production' }] } }];
      await expect(say('change', { revision: 1, changes, reason: '试' })).rejects.toThrow(/技改方案论证 →.*投产/);
      expect(await say('show', {})).toEqual(before);
      await expect(
        say('change', { revision: 1, changes: [{ does: 'remove', node: 'x' }], reason: '试' }),
      ).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  test(
    'a unit sees and changes its own plans only, and a visitor none',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { say } = await begin(call);
      await say('plan', { revision: 0, template: 'industrial', targetOn: '2026-11-01' });
      await expect(say('show', {}, other)).rejects.toMatchObject({ code: 'not-found' });
      await expect(say('plan', { revision: 1, startOn: '2026-12-01' }, other)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(say('show', {}, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
      expect(await call('nodes.late', {}, other)).toMatchObject({ total: 0, byUnit: [], byOwner: [], nodes: [] });
      expect(await call('nodes.portfolio', { from: '2026-01-01', to: '2026-12-31' }, other)).toMatchObject({
        total: 0,
      });
    }),
  );

  test(
    'who is late is said by unit and owner, the worst first; projects that rest are nobody’s delay',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const late = await begin(call);
      const resting = await begin(call, '停建项目', 'paused');
      const nodes = [
        { id: 'a', name: '备案', kind: 'approval', days: 1, counts: 'calendar', owner: '王敏' },
        { id: 'b', name: '开工', kind: 'construction', days: 2, counts: 'calendar', after: [{ id: 'a' }] },
        { id: 'c', name: '竣工', kind: 'acceptance', days: 10, counts: 'calendar', after: [{ id: 'b' }] },
      ];
      await late.say('plan', { revision: 0, nodes, startOn: '2026-11-15' });
      await resting.say('plan', { revision: 0, nodes, startOn: '2026-11-15' });
      await late.say('actual', { node: 'b', revision: 1, start: '2026-11-16' });
      const answer = await call('nodes.late', {}, officer);
      expect(answer).toMatchObject({
        total: 2,
        byUnit: [{ key: 'qingchuan.ghk', nodes: 2, projects: 1, worst: 7 }],
        byOwner: [
          { key: '王敏', nodes: 1, worst: 7 },
          { key: null, nodes: 1, worst: 5 },
        ],
        nodes: [
          { id: late.id, node: 'a', name: '备案', daysLate: 7, isBegun: false },
          { id: late.id, node: 'b', daysLate: 5, isBegun: true },
        ],
      });
      const window = await call('nodes.portfolio', { from: '2026-11-17', to: '2026-11-17' }, officer);
      expect(window).toMatchObject({ total: 2 });
      const { rows } = window as { rows: { id: string; late: number; nodes: { id: string }[] }[] };
      expect(rows.map((row) => [row.id, row.late, row.nodes.map((node) => node.id)])).toEqual(
        [
          [late.id, 2, ['b']],
          [resting.id, 2, ['b']],
        ].toSorted(([a = ''], [b = '']) => (String(a) < String(b) ? -1 : 1)),
      );
    }),
  );

  test(
    'an office makes a shipped template its own, and new plans of the office follow it',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { say } = await begin(call);
      const own = {
        id: 'upgrading',
        label: { zh: '本县技改', en: 'Upgrading here' },
        nodes: [{ id: 'x', name: '备案', kind: 'approval', days: 2 }],
      };
      await call('nodes.save-template', { ...own, revision: 0 }, officer);
      await expect(call('nodes.save-template', { ...own, revision: 0 }, officer)).rejects.toMatchObject({
        code: 'changed-meanwhile',
      });
      const knot = [{ ...own.nodes[0], after: [{ id: 'x' }] }];
      await expect(call('nodes.save-template', { ...own, nodes: knot, revision: 1 }, officer)).rejects.toMatchObject({
        code: 'node-circle',
      });
      const listed = async (actor: Actor) =>
        ((await call('nodes.templates', {}, actor)) as { templates: { id: string; revision: number }[] }).templates;
      expect((await listed(officer)).filter(({ id }) => id === 'upgrading')).toMatchObject([{ revision: 1 }]);
      expect((await listed(other)).filter(({ id }) => id === 'upgrading')).toMatchObject([{ revision: 0 }]);
      const plan = await say('plan', { revision: 0, template: 'upgrading', startOn: '2026-12-01' });
      expect(plan.nodes.map((node) => node.id)).toEqual(['x']);
    }),
  );
});
