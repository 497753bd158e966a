import { describe, expect, test } from 'vitest';
import { appOn, leader, planner, stranger } from '../../../test/app.ts';
import { note as file, keepNote } from '../../../test/evidence.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { permissionsOf } from '../people/roles.ts';
import type { Delivery } from '../projects/delivery-operations.ts';
import type { IncentiveDetail } from './incentive-operations.ts';
import type { MoneyView } from './money-operations.ts';
import type { PromiseView } from './promise.ts';
import type { ShownPromise } from './promise-operations.ts';
import type { ReviewDetail } from './review.ts';

const officer: Actor = { ...planner, id: 'o1', name: '孙招商', permissions: permissionsOf(['promotion-officer']) };
const dispatcher: Actor = { ...planner, id: 'd1', name: '周平', permissions: permissionsOf(['dispatcher']) };
const admission = { ruleId: 'admission-yanggu', edition: '2022' };

const members = (agree: number, against: number) => [
  ...Array.from({ length: agree }, (_, i) => ({ name: `委员${i + 1}`, vote: 'agree' as const })),
  ...Array.from({ length: against }, (_, i) => ({ name: `委员${agree + i + 1}`, vote: 'against' as const })),
];

async function begin(call: Call, stage = 'negotiation') {
  await keepNote(call, dispatcher);
  const park = (await call(
    'parks.add',
    { data: { name: '临江化工园', industries: ['261'] }, since: '2026-01-01' },
    dispatcher,
  )) as { id: string };
  const owner = (await call('enterprises.add', { data: { name: '青川材料' }, since: '2026-01-01' }, dispatcher)) as {
    id: string;
  };
  const data = {
    name: '电池材料一期',
    stage,
    ownerId: owner.id,
    parkId: park.id,
    industry: '2614',
    content: '年产两万吨正极材料',
    investment: { value: '280000000', typed: '28000', unit: '万元' },
    startOn: '2026-03-01',
  };
  const { id } = (await call('projects.add', { data, since: '2026-01-05' }, dispatcher)) as { id: string };
  return { id, show: () => call('delivery.show', { id }, dispatcher) as Promise<Delivery> };
}

async function decideAll(call: Call) {
  for (const [question, answer] of [
    ['exactly', 'included'],
    ['principle', 'condition'],
    ['majority', 'half-of-present'],
  ])
    await call('rules.decide', { ...admission, question, answer, reason: '主任办公会议定' }, dispatcher);
}

const facts = [
  { id: 'land', value: 100, source: '可研报告第12页' },
  { id: 'tax', value: 2000, source: '可研报告第30页' },
  { id: 'far', value: 1 },
  { id: 'coverage', value: 40 },
  { id: 'environment', value: true },
  { id: 'safety', value: true },
  { id: 'land-use', value: true },
  { id: 'energy', value: true },
  { id: 'negative-list', value: ['061'] },
];

describe('an entry review', () => {
  test(
    'it passes with a condition for the limit that is not met, which lets the project sign and opens a duty',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call);
      const form = (await call('reviews.form', { projectId: project.id, ...admission }, officer)) as {
        open: unknown[];
        inputs: { id: string; known: { value: unknown } | null }[];
      };
      expect(form.open).toHaveLength(3);
      expect(form.inputs.find(({ id }) => id === 'investment')?.known?.value).toBe('28000');
      let review = (await call(
        'reviews.open',
        { projectId: project.id, ...admission, facts },
        officer,
      )) as ReviewDetail;
      await expect(call('reviews.open', { projectId: project.id, ...admission }, officer)).rejects.toMatchObject({
        code: 'already-there',
      });
      const { id } = review;
      const evaluate = () => call('reviews.evaluate', { id, revision: review.revision }, officer);
      await expect(evaluate()).rejects.toMatchObject({ code: 'rule-undecided' });
      await decideAll(call);
      review = (await evaluate()) as ReviewDetail;
      expect(review.allowed).toEqual(['rejected', 'returned']);
      expect(review.suggestedConditions).toHaveLength(1);
      expect(review.fit).toMatchObject([{ name: '临江化工园', fit: 'close', isOwn: true }]);
      const meeting = { id, revision: review.revision, on: '2026-11-22', members: members(4, 3) };
      review = (await call('reviews.meet', meeting, officer)) as ReviewDetail;
      expect(review.evaluation?.outcome[0]?.said.zh).toBe('附条件通过');
      const decide = (more: object) =>
        call('reviews.decide', { id, revision: review.revision, number: '青评纪〔2026〕3号', ...more }, leader);
      await expect(decide({ decision: 'passed' })).rejects.toMatchObject({ code: 'review-verdict' });
      const condition = { text: '提高税收', owner: '青川县招商局', dueOn: '2026-12-10' };
      await expect(decide({ decision: 'conditional', conditions: [condition] })).rejects.toMatchObject({
        code: 'review-conditions',
      });
      const text = review.suggestedConditions[0]?.zh;
      review = (await decide({ decision: 'conditional', conditions: [{ ...condition, text }] })) as ReviewDetail;
      expect(review).toMatchObject({ state: 'conditional', conditions: 1, openConditions: 1, allowed: [] });
      expect(review.conditionsAttached[0]).toMatchObject({ status: 'due-soon', owner: '青川县招商局', what: text });
      const delivery = await project.show();
      expect(delivery.items.find(({ item }) => item === 'entry-review')).toMatchObject({
        state: 'granted',
        number: '青评纪〔2026〕3号',
      });
      expect(delivery.actions.find(({ id: action }) => action === 'sign')?.lacks).not.toContain('review');
      const kept = (await call(
        'promises.actual',
        { id: review.conditionsAttached[0]?.id, revision: 1, isKept: true, reason: '已写入合同', evidence: [file] },
        officer,
      )) as ShownPromise;
      expect(kept.status).toBe('kept');
      expect(await call('reviews.list', {}, stranger)).toEqual({ reviews: [] });
    }),
  );

  test(
    'what is on the negative list cannot pass however the meeting votes, and a rejection stands in the checklist',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call);
      await decideAll(call);
      const banned = facts.map((fact) => (fact.id === 'negative-list' ? { ...fact, value: ['261'] } : fact));
      let review = (await call(
        'reviews.open',
        { projectId: project.id, ...admission, facts: banned },
        officer,
      )) as ReviewDetail;
      const { id } = review;
      const meeting = { id, revision: review.revision, on: '2026-11-22', members: members(9, 0) };
      review = (await call('reviews.meet', meeting, officer)) as ReviewDetail;
      expect(review.vetoes.map(({ rule }) => rule)).toEqual(['on-negative-list']);
      const decide = (more: object) =>
        call('reviews.decide', { id, revision: review.revision, number: '3号', ...more }, leader);
      await expect(decide({ decision: 'passed' })).rejects.toThrow(/一票否决/);
      await expect(decide({ decision: 'rejected' })).rejects.toThrow(/理由/);
      expect(await decide({ decision: 'rejected', reason: '列入负面清单' })).toMatchObject({ state: 'rejected' });
      const { items } = await project.show();
      expect(items.find(({ item }) => item === 'entry-review')).toMatchObject({ state: 'refused' });
    }),
  );

  test(
    'a returned case is completed and comes back; what a hole leaves open does not pass',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call);
      await decideAll(call);
      const partial = facts.filter(({ id }) => id !== 'safety');
      let review = (await call(
        'reviews.open',
        { projectId: project.id, ...admission, facts: partial },
        officer,
      )) as ReviewDetail;
      const { id } = review;
      const seen = () => ({ id, revision: review.revision });
      review = (await call(
        'reviews.meet',
        { ...seen(), on: '2026-11-22', members: members(7, 0) },
        officer,
      )) as ReviewDetail;
      await expect(call('reviews.decide', { ...seen(), decision: 'conditional', number: '1' }, leader)).rejects.toThrow(
        /安全关通过/,
      );
      review = (await call(
        'reviews.decide',
        { ...seen(), decision: 'returned', reason: '补安全意见' },
        leader,
      )) as ReviewDetail;
      expect(review.state).toBe('returned');
      review = (await call(
        'reviews.facts',
        { ...seen(), facts: [{ id: 'safety', value: true }] },
        officer,
      )) as ReviewDetail;
      expect(review).toMatchObject({ state: 'open', evaluation: null });
      await expect(call('reviews.evaluate', { id, revision: 1 }, officer)).rejects.toMatchObject({
        code: 'changed-meanwhile',
      });
    }),
  );
});

describe('promises', () => {
  test(
    'a promised start that did not come is breached, remedied in vain, and ends in the exit of the project',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call, 'signed');
      const { promises } = (await call(
        'promises.add',
        {
          projectId: project.id,
          promises: [
            { measure: 'start', dueOn: '2026-06-30', source: { kind: 'contract', number: '青招合〔2026〕1号' } },
            { measure: 'tax', typed: '20', unit: '万元', period: '2027' },
            { measure: 'energy', typed: '0.3', dueOn: '2026-10-01' },
          ],
        },
        officer,
      )) as { promises: PromiseView[] };
      // Nobody keeps the steps of this project yet, so that nothing is known of its start.
      expect(promises.map(({ status }) => status)).toEqual(['unproven', 'not-due', 'unproven']);
      expect(promises[1]).toMatchObject({ value: '200000', dueOn: '2027-12-31', unit: '万元', comparator: 'at-least' });
      expect(promises[2]?.comparator).toBe('at-most');
      const { revision } = await project.show();
      await call('delivery.assign', { id: project.id, role: 'lead-unit', person: '工信局' }, dispatcher);
      await call('delivery.act', { id: project.id, revision, action: 'prepare', on: '2026-11-20' }, dispatcher);
      const id = promises[0]?.id ?? '';
      let start = (await call('promises.show', { id }, officer)) as ShownPromise;
      expect(start).toMatchObject({ status: 'breached', daysLate: 145 });
      expect(start.possible).not.toContain('propose-exit');
      const act = async (operation: string, more: object, actor: Actor) => {
        start = (await call(operation, { id, revision: start.revision, ...more }, actor)) as ShownPromise;
      };
      await expect(act('promises.propose-exit', { reason: '未开工' }, officer)).rejects.toMatchObject({
        code: 'stage-not-reachable',
      });
      await act('promises.remedy', { owner: '青川材料', dueOn: '2026-11-22', reason: '三十日内开工' }, officer);
      expect(start.remedy).toMatchObject({ owner: '青川材料', isLate: false });
      const { promises: due } = (await call('promises.due', {}, leader)) as { promises: PromiseView[] };
      expect(due.map(({ measure, status }) => [measure, status])).toEqual([
        ['start', 'breached'],
        ['energy', 'unproven'],
      ]);
      // The day of the remedy passes.
      await owner.updateTable('promise_event').set({ due_on: '2026-11-21' }).where('action', '=', 'remedy').execute();
      start = (await call('promises.show', { id }, officer)) as ShownPromise;
      expect(start).toMatchObject({ status: 'breached', remedy: { isLate: true } });
      await act('promises.propose-exit', { reason: '整改期满仍未开工' }, officer);
      expect(start).toMatchObject({ exit: 'proposed', possible: ['accept-exit', 'reject-exit', 'actual'] });
      await expect(act('promises.decide-exit', { accept: true, reason: '同意' }, officer)).rejects.toMatchObject({
        code: 'not-allowed',
      });
      await expect(act('promises.decide-exit', { accept: true, reason: '同意' }, leader)).rejects.toThrow(/佐证/);
      await act('promises.decide-exit', { accept: true, reason: '县政府常务会同意', evidence: [file] }, leader);
      expect(start).toMatchObject({ exit: 'accepted', possible: [], events: expect.arrayContaining([]) });
      expect(start.events.map(({ action }) => action)).toEqual(['remedy', 'propose-exit', 'accept-exit']);
      expect((await project.show()).card.stage).toBe('exited');
    }),
  );

  test(
    'figures that were approved are the actuals, and the year in which they reached the promise counts',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const project = await begin(call, 'building');
      const record = (period: string, typed: string) =>
        call(
          'observations.record',
          {
            subjectKind: 'project',
            subjectId: project.id,
            period,
            status: 'submitted',
            values: [{ indicatorId: 'project.completed-investment', accumulation: 'cumulative', typed, unit: '万元' }],
          },
          dispatcher,
        );
      await record('2026-10', '12000');
      const promise = (typed: string, dueOn: string) => ({ measure: 'investment', typed, unit: '万元', dueOn });
      const promises = [promise('10000', '2026-12-31'), promise('10000', '2026-05-31'), promise('28000', '2026-05-31')];
      await call('promises.add', { projectId: project.id, promises }, officer);
      const statuses = async () => {
        const { promises: all } = (await call('promises.list', { projectId: project.id }, officer)) as {
          promises: PromiseView[];
        };
        return all.map(({ typed, dueOn, status }) => `${typed} ${dueOn} ${status}`).sort();
      };
      expect(await statuses()).toEqual([
        '10000 2026-05-31 unproven',
        '10000 2026-12-31 not-due',
        '28000 2026-05-31 unproven',
      ]);
      await call('observations.approve', { unitPath: 'qingchuan.ghk', period: '2026-10' }, dispatcher);
      expect(await statuses()).toEqual([
        '10000 2026-05-31 remedied',
        '10000 2026-12-31 kept',
        '28000 2026-05-31 breached',
      ]);
    }),
  );
});

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
