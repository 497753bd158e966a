import { describe, expect, test } from 'vitest';
import { appOn, planner, stranger } from '../../../test/app.ts';
import { note as file, keepNote } from '../../../test/evidence.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { sheets } from '../../platform/files/sheets.ts';
import { permissionsOf } from '../people/roles.ts';
import type { Delivery } from './delivery-operations.ts';
import { stateOf } from './lifecycle.ts';

const dispatcher: Actor = { ...planner, name: '周平', permissions: permissionsOf(['dispatcher']) };

async function begin(call: Call, stage = 'negotiation', since = '2026-01-05') {
  await keepNote(call, dispatcher);
  const owner = (await call('enterprises.add', { data: { name: '青川机械厂' }, since }, dispatcher)) as { id: string };
  const data = {
    name: '电池材料一期',
    stage,
    ownerId: owner.id,
    address: '临江工业园',
    content: '年产两万吨正极材料',
    investment: { value: '600000000', typed: '60000', unit: '万元' },
  };
  const { id } = (await call('projects.add', { data, since }, dispatcher)) as { id: string };
  const show = () => call('delivery.show', { id }, dispatcher) as Promise<Delivery>;
  const act = async (action: string, more: object = {}) =>
    call(
      'delivery.act',
      { id, revision: (await show()).revision, action, reason: '按计划', evidence: [file], ...more },
      dispatcher,
    ) as Promise<Delivery>;
  const item = async (name: string, more: object) =>
    call(
      'delivery.item',
      { id, revision: (await show()).revision, item: name, ...more },
      dispatcher,
    ) as Promise<Delivery>;
  return { id, show, act, item };
}

describe('a project on its way', () => {
  test(
    'it goes from negotiation to full output only with what each step asks for, and the register follows',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id, show, act, item } = await begin(call);
      expect((await show()).actions.find((each) => each.id === 'sign')?.lacks).toContain('review');
      await expect(act('sign')).rejects.toThrow(/落户评审通过/);
      await item('entry-review', { state: 'granted', decidedOn: '2026-02-01' });
      await act('sign', { on: '2026-02-10' });
      await expect(act('prepare', { on: '2026-02-20' })).rejects.toThrow(/责任单位/);
      await call(
        'delivery.assign',
        { id, role: 'lead-unit', person: '青川县工业和信息化局', fromOn: '2026-02-11' },
        dispatcher,
      );
      await act('prepare', { on: '2026-02-20' });
      await item('land-contract', { state: 'granted', decidedOn: '2026-03-01', number: '青土合〔2026〕3号' });
      await act('supply-land', { on: '2026-03-01' });
      await item('construction-permit', { state: 'promised', submittedOn: '2026-03-02' });
      await act('start', { on: '2026-03-15' });
      await act('build', { on: '2026-04-01', stated: { 'first-investment': '2026-03' } });
      await item('completion', { state: 'granted', decidedOn: '2026-09-20' });
      await act('complete', { on: '2026-09-25' });
      await act('produce', { on: '2026-10-20', stated: { products: '首批正极材料 20 吨' } });
      const done = await act('reach-full-output', { stated: { output: '年产两万吨' } });
      expect(done.card).toMatchObject({ stage: 'full-output', since: '2026-11-22' });
      expect(done.statistics).toEqual({
        'started-on': '2026-03-15',
        'completed-on': '2026-09-25',
        'producing-on': '2026-10-20',
      });
      const life = done.events.filter(({ track }) => track === 'life');
      expect(stateOf(life as never)?.stage).toBe('full-output');
      const at = async (on: string) =>
        ((await call('projects.list', { on }, dispatcher)) as { rows: { data: { stage: string } }[] }).rows[0]?.data
          .stage;
      expect([await at('2026-02-15'), await at('2026-03-20'), await at('2026-11-22')]).toEqual([
        'signed',
        'started',
        'full-output',
      ]);
    }),
  );

  test(
    'a stage is moved neither by editing the register nor by an import',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id } = await begin(call);
      const change = { id, revision: 1, from: '2026-11-22', changes: { stage: 'producing' }, reason: null };
      await expect(call('projects.change', change, dispatcher)).rejects.toThrow(/项目推进/);
      const bytes = await sheets.writeXlsx('表', [
        ['编号', '名称', '阶段'],
        [id, '电池材料一期', '投产'],
      ]);
      const input = { name: 'x.xlsx', bytes, apply: 'true' };
      expect(await call('projects.import', input, dispatcher)).toMatchObject({ refused: 1, changed: 0 });
    }),
  );

  test(
    'a paused project goes back to where it stood, and one that was made to leave stays away',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { act } = await begin(call, 'building');
      expect(await act('pause')).toMatchObject({ card: { stage: 'paused' }, pausedFrom: 'building' });
      expect((await act('resume')).card.stage).toBe('building');
      expect((await act('exit')).actions).toEqual([]);
      await expect(act('resume')).rejects.toMatchObject({ code: 'stage-not-reachable' });
    }),
  );

  test(
    'an express project has half the days, needs its officer, and a missing paper past its day is late',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id, item } = await begin(call, 'preparation');
      const listed = (await call(
        'delivery.list',
        { id, list: 'express', year: 2026, reason: '总投资 6 亿元' },
        dispatcher,
      )) as Delivery;
      expect(listed.gaps.map((gap) => gap.id)).toContain('express-officer');
      await call('delivery.assign', { id, role: 'express-officer', person: '李强' }, dispatcher);
      const papers = [{ paper: '施工图审查合格书', byDay: '2026-11-20' }];
      const shown = await item('construction-permit', { state: 'lacking', submittedOn: '2026-11-16', papers });
      expect(shown.items.find((each) => each.item === 'construction-permit')?.dueOn).toBe('2026-11-20');
      expect(shown.late).toEqual([
        { item: 'construction-permit', paper: null, dueOn: '2026-11-20' },
        { item: 'construction-permit', paper: '施工图审查合格书', dueOn: '2026-11-20' },
      ]);
      expect(shown.gaps.map((gap) => gap.id)).not.toContain('express-officer');
      const late = { id, item: 'construction-permit', dueOn: '2026-11-20' };
      const { due } = (await call('delivery.due', { days: 0 }, dispatcher)) as { due: object[] };
      expect(due).toMatchObject([
        { ...late, paper: '施工图审查合格书' },
        { ...late, paper: null },
      ]);
      expect(await call('delivery.due', {}, stranger)).toMatchObject({ due: [] });
    }),
  );

  test(
    'parts are handed over with their day, and the workload counts by person',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id } = await begin(call, 'building');
      const shown = (await call(
        'delivery.assign',
        { id, role: 'leader-county', person: '陈县长', fromOn: '2026-02-01' },
        dispatcher,
      )) as Delivery;
      const { postId } = shown.posts[0] as Delivery['posts'][number];
      await call('delivery.release', { id, postId, on: '2026-11-01', reason: '调离', successor: '王县长' }, dispatcher);
      const { people } = (await call('delivery.workload', {}, dispatcher)) as { people: { person: string }[] };
      expect(people.map(({ person }) => person)).toEqual(['王县长']);
    }),
  );

  test(
    'money is only ever added to, in exact yuan with the figure as typed',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id } = await begin(call, 'building');
      const entries = [
        { kind: 'arrived', source: 'bank', typed: '1,200.5', unit: '万元' },
        { kind: 'arrived', source: 'bank', typed: '-0.5', unit: '万元', note: '冲正' },
      ];
      const { funds } = (await call('delivery.fund', { id, entries }, dispatcher)) as Delivery;
      expect(funds.map(({ amount, typed }) => [amount, typed]).sort()).toEqual([
        ['-5000', '-0.5'],
        ['12005000', '1,200.5'],
      ]);
      const bad = { id, entries: [{ kind: 'paid', typed: '很多' }] };
      await expect(call('delivery.fund', bad, dispatcher)).rejects.toThrow(/读不懂/);
    }),
  );

  test(
    'the board counts every stage, and a stranger sees nothing of it',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id } = await begin(call, 'building');
      expect(await call('delivery.board', {}, dispatcher)).toMatchObject({
        stages: [{ stage: 'building', count: 1, investment: '600000000' }],
        cards: [{ id, stage: 'building', since: null, next: 'complete', lacks: ['acceptance'] }],
      });
      expect(await call('delivery.board', {}, stranger)).toEqual({ stages: [], cards: [] });
      await expect(call('delivery.show', { id }, stranger)).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  test(
    'projects are listed stage after stage in pages of which each goes on where the last one ended',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const add = (stage: string, yi: number) =>
        call(
          'projects.add',
          {
            data: {
              name: `${stage} ${yi}`,
              stage,
              investment: { value: `${yi}00000000`, typed: `${yi}`, unit: '亿元' },
            },
            since: '2026-01-05',
          },
          dispatcher,
        );
      for (const [stage, yi] of [
        ['building', 1],
        ['idea', 1],
        ['building', 3],
        ['building', 2],
        ['signed', 9],
      ] as const)
        await add(stage, yi);
      const names = async (input: object) =>
        ((await call('delivery.cards', input, dispatcher)) as { cards: { name: string }[] }).cards.map(
          ({ name }) => name,
        );
      const all = ['idea 1', 'signed 9', 'building 3', 'building 2', 'building 1'];
      expect(await names({})).toEqual(all);
      expect([
        ...(await names({ limit: 2 })),
        ...(await names({ limit: 2, offset: 2 })),
        ...(await names({ offset: 4 })),
      ]).toEqual(all);
      expect(await names({ stage: 'building', offset: 1 })).toEqual(['building 2', 'building 1']);
      expect(await names({ stage: 'building', search: '3' })).toEqual(['building 3']);
      expect(await call('delivery.cards', {}, stranger)).toEqual({ cards: [] });
    }),
  );
});
