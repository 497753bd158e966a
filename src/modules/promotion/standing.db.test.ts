import { describe, expect, test } from 'vitest';
import { appOn, leader, stranger } from '../../../test/app.ts';
import { begin, dispatcher } from '../../../test/promotion.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { MoneyView } from './money-operations.ts';

describe('standing, money and lamps', () => {
  test(
    'a large project is suggested for both lists, and the express way asks for its officer',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const add = (name: string, yuan: string) =>
        call(
          'projects.add',
          { data: { name, investment: { value: yuan, typed: yuan, unit: '元' } }, since: '2026-01-05' },
          dispatcher,
        ) as Promise<{ id: string }>;
      const large = await add('大项目', '500000000');
      await add('中项目', '100000000');
      const small = await add('小项目', '99999999.99');
      await expect(call('qualification.suggest', {}, leader)).rejects.toMatchObject({ code: 'rule-undecided' });
      const rule = { ruleId: 'qualification', edition: 'heilongjiang-2011' };
      await call('rules.decide', { ...rule, question: 'shortening', answer: 'half', reason: '按办法' }, leader);
      const suggested = async () => {
        const { suggestions } = (await call('qualification.suggest', {}, leader)) as {
          suggestions: { project: { name: string }; list: string }[];
        };
        return suggestions.map(({ project, list }) => `${project.name} ${list}`);
      };
      expect(await suggested()).toEqual(['大项目 county', '大项目 express', '中项目 county']);
      const accept = (projectId: string, more: object) =>
        call('qualification.accept', { projectId, list: 'express', ...more }, leader);
      await expect(accept(large.id, {})).rejects.toThrow(/直通车专人/);
      await expect(accept(small.id, { officer: '李强' })).rejects.toThrow(/门槛/);
      expect(await accept(large.id, { officer: '李强' })).toMatchObject({ list: 'express', hasOfficer: true });
      expect(await suggested()).toEqual(['大项目 county', '中项目 county']);
      expect(await call('delivery.show', { id: large.id }, dispatcher)).toMatchObject({
        isExpress: true,
        gaps: [{}, {}],
      });
    }),
  );

  test(
    'money adds the opening balance to the year, holes stay holes, and lamps burn by their editions',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { id } = await begin(call, 'building');
      const { revision } = (await call('projects.show', { id }, dispatcher)) as { revision: number };
      const annualPlan = { 2026: { value: '120000000', typed: '12000', unit: '万元' } };
      await call(
        'projects.change',
        { id, revision, from: '2026-01-05', changes: { annualPlan }, reason: null },
        dispatcher,
      );
      const record = (period: string, typed: string) =>
        call(
          'observations.record',
          {
            subjectKind: 'project',
            subjectId: id,
            period,
            status: 'submitted',
            values: [{ indicatorId: 'project.completed-investment', accumulation: 'cumulative', typed, unit: '万元' }],
          },
          dispatcher,
        );
      await record('2026-08', '5000');
      await record('2026-10', '6000.5');
      await call('observations.approve', { unitPath: 'qingchuan.ghk', period: '2026-10' }, dispatcher);
      const entries = [
        { kind: 'opening', typed: '3000' },
        { kind: 'arrived', source: 'bank', typed: '1000', on: '2026-10-08' },
        { kind: 'paid', typed: '400', on: '2026-10-09' },
        { kind: 'plan', typed: '1500', period: '2026-10' },
        { kind: 'source', source: 'own', typed: '28000' },
      ];
      await call('delivery.fund', { id, entries }, dispatcher);
      const money = (await call('money.show', { projectId: id }, leader)) as MoneyView;
      expect(money).toMatchObject({
        period: '2026-10',
        yearPlan: '120000000',
        completed: { month: null, year: '60005000', sinceStart: '90005000', opening: '30000000', holes: [] },
        arrived: '10000000',
        paid: '4000000',
        due: '0.833333',
        completion: '0.500042',
        ahead: '-0.333291',
      });
      expect(money.months[9]).toMatchObject({
        plan: '15000000',
        cumulative: '60005000',
        isApproved: true,
        paid: '4000000',
      });
      expect(money.months[7]).toMatchObject({ cumulative: '50000000', isApproved: false });
      const lamps = Object.fromEntries(money.lamps.map((lamp) => [lamp.id, lamp]));
      expect(lamps.progress).toMatchObject({ level: 'red', refused: null });
      expect(lamps.start).toMatchObject({ level: 'green' });
      expect(lamps.statistics?.refused?.zh).toContain('亮黄灯');
      expect(lamps.payment).toMatchObject({ level: 'unknown' });
      const portfolio = (await call('lamps.portfolio', {}, leader)) as {
        period: string;
        total: number;
        counts: { lamp: string; level: string; count: number }[];
        projects: { levels: Record<string, string>; worst: string }[];
      };
      expect(portfolio).toMatchObject({ period: '2026-10', total: 1 });
      expect(portfolio.projects[0]).toMatchObject({
        levels: { start: 'green', progress: 'red', statistics: 'unknown', payment: 'unknown' },
        worst: 'red',
      });
      expect(portfolio.counts).toContainEqual({ lamp: 'progress', level: 'red', count: 1 });
      expect(await call('lamps.portfolio', {}, stranger)).toMatchObject({ total: 0, projects: [] });
    }),
  );
});
