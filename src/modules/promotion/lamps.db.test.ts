import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader, planner, stranger } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import type { moneyOperations } from './money-operations.ts';

type Portfolio = z.output<(typeof moneyOperations)['lamps.portfolio']['output']>;
type Shown = z.output<(typeof moneyOperations)['lamps.show']['output']>;

const ghk: Actor = { ...planner, id: 'd1', name: '周平', permissions: permissionsOf(['dispatcher']) };
const fgj: Actor = { ...stranger, id: 'd2', name: '赵云', permissions: permissionsOf(['dispatcher']) };
const rule = { ruleId: 'lamp-statistics', edition: '1' };

async function started(call: Call, actor: Actor, name: string) {
  const investment = { value: '80000000', typed: '8000', unit: '万元' };
  const data = { name, stage: 'building', startOn: '2026-08-01', investment };
  const { id } = (await call('projects.add', { data, since: '2026-08-01' }, actor)) as { id: string };
  const { revision } = (await call('projects.show', { id }, actor)) as { revision: number };
  await call('delivery.enrol', { id, revision, to: 'applied', on: '2026-08-05' }, actor);
  return id;
}

const decide = (call: Call, actor: Actor, unitPath: string, yellow: string, red: string) =>
  Promise.all(
    [
      ['yellow-months', yellow],
      ['red-months', red],
    ].map(([question, answer]) =>
      call('rules.decide', { ...rule, unitPath, question, answer, reason: '推进办会议定' }, actor),
    ),
  );

describe('the lamps of many projects', () => {
  test(
    'each is judged by the decisions of the unit that owns it, or of the nearest above, whoever asks',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const [a, b] = [await started(call, ghk, '甲项目'), await started(call, fgj, '乙项目')];
      const ask = (actor: Actor, more = {}) => call('lamps.portfolio', more, actor) as Promise<Portfolio>;
      const statistics = async (actor: Actor) =>
        Object.fromEntries((await ask(actor)).projects.map(({ id, levels }) => [id, levels.statistics]));
      const ruleOf = ({ rules }: Portfolio) => rules.find(({ id }) => id === 'statistics');

      const before = await ask(leader);
      expect(ruleOf(before)).toMatchObject({ undecided: 2, refused: { zh: expect.stringContaining('亮黄灯') } });
      // The office of the first project alone has decided: the other’s lamp waits for its own office.
      await decide(call, ghk, 'qingchuan.ghk', '6', '12');
      expect(await statistics(leader)).toEqual({ [a]: 'green', [b]: 'unknown' });
      expect(ruleOf(await ask(leader))).toMatchObject({ undecided: 1, refused: null });
      // The unit above decides otherwise: it holds where nobody nearer has decided.
      await decide(call, leader, 'qingchuan', '1', '3');
      expect(await statistics(leader)).toEqual({ [a]: 'green', [b]: 'red' });
      expect(await statistics(ghk)).toEqual({ [a]: 'green' });
      expect(await statistics(fgj)).toEqual({ [b]: 'red' });

      const shown = (await call('lamps.show', { projectId: b }, leader)) as Shown;
      const lamp = shown.lamps.find(({ id }) => id === 'statistics');
      expect(lamp).toMatchObject({
        level: 'red',
        duty: { place: 'statistics' },
        decided: [
          { unitPath: 'qingchuan', byName: '陈主任', answer: { zh: '1 个月' } },
          { unitPath: 'qingchuan', answer: { zh: '3 个月' } },
        ],
      });
      expect(lamp?.evaluation?.steps.flatMap(({ inputs }) => inputs.map(({ from }) => from.zh))).toContain(
        '入库纳统记录',
      );
      const nearest = (await call('lamps.show', { projectId: a }, leader)) as Shown;
      expect(nearest.lamps.find(({ id }) => id === 'statistics')?.decided).toMatchObject([
        { unitPath: 'qingchuan.ghk', byName: '周平' },
        { unitPath: 'qingchuan.ghk' },
      ]);
      await expect(call('lamps.show', { projectId: a }, fgj)).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  test(
    'the list is filtered by lamp, level and stage, page by page, with why each burns and what to do',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const add = (name: string, stage: string, startOn: string) =>
        call('projects.add', { data: { name, stage, startOn }, since: '2026-01-05' }, ghk) as Promise<{ id: string }>;
      await add('丙', 'signed', '2026-05-01');
      await add('丁', 'preparation', '2026-11-01');
      await add('戊', 'signed', '2027-05-01');
      const ask = (more: object) =>
        call('lamps.portfolio', { lamp: 'start', tells: 'reasons', ...more }, leader) as Promise<Portfolio>;
      const names = ({ projects }: Portfolio) => projects.map(({ name }) => name);
      expect(names(await ask({}))).toEqual(['丙', '丁', '戊']);
      expect(names(await ask({ limit: 1, offset: 1 }))).toEqual(['丁']);
      expect(names(await ask({ stage: 'signed' }))).toEqual(['丙', '戊']);
      expect(names(await ask({ search: '丁' }))).toEqual(['丁']);
      const red = await ask({ level: 'red' });
      expect(red).toMatchObject({ total: 3, matching: 1 });
      const lamps = Object.fromEntries((red.projects[0]?.lamps ?? []).map((lamp) => [lamp.id, lamp]));
      expect(lamps.start).toMatchObject({
        level: 'red',
        said: [{ zh: '超过计划开工日的天数：205 天' }],
        duty: { place: 'actions' },
        enter: [],
      });
      expect(lamps.progress).toMatchObject({ level: 'unknown', isIdle: false, duty: null });
      expect(lamps.progress?.enter.map(({ place }) => place)).toEqual(['money', 'record']);
    }),
  );

  test(
    'the payment lamp burns by payables and payments that were recorded, and a correction has the other sign',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const id = await started(call, ghk, '己项目');
      const pay = (...entries: object[]) => call('delivery.fund', { id, entries }, ghk);
      const lamp = async () =>
        ((await call('lamps.show', { projectId: id }, leader)) as Shown).lamps.find((each) => each.id === 'payment');
      await pay({ kind: 'paid', typed: '400', on: '2026-10-09' });
      expect(await lamp()).toMatchObject({ level: 'unknown', enter: [{ place: 'money' }, { place: 'money' }] });
      await pay({ kind: 'payable', typed: '500', on: '2026-09-01', agreedDays: 60 });
      expect(await lamp()).toMatchObject({ level: 'red', missing: [] });
      expect((await lamp())?.evaluation?.steps.map(({ said }) => said.zh)).toContain('82 天');
      await pay({ kind: 'payable', typed: '-100', on: '2026-09-01', note: '结算核减' });
      expect(await lamp()).toMatchObject({ level: 'green' });
      const now = (await call('lamps.portfolio', {}, leader)) as Portfolio;
      expect(now.projects[0]?.levels.payment).toBe('green');
      await expect(pay({ kind: 'paid', typed: '1', agreedDays: 30 })).rejects.toMatchObject({ code: 'invalid-input' });
    }),
  );
});
