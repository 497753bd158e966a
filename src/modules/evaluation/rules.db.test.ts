import { expect, test } from 'vitest';
import { appOn, colleague, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { refuseChangedEditions, ruleEditions } from '../../app/rule-editions.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { Evaluation } from '../../core/rules/working.ts';
import { roles } from '../people/roles.ts';
import type { RuleDetail, RuleSummary } from './rule-views.ts';

const evaluator: Actor = { ...planner, id: 'e1', name: '孙考核', permissions: new Set(roles.evaluator.permissions) };
const reward = { ruleId: 'incentive-jidong', edition: 'seed' };
const decided = { boundary: 'upper', 'upper-end': 'not-covered', cap: 'none' } as const;
const facts = { invested: 5000, 'built-in-time': true, producing: true, 'paid-elsewhere': false };

const decide = (call: Call, actor: Actor, question: string, answer: string, reason = '县长办公会议定') =>
  call('rules.decide', { ...reward, question, answer, reason }, actor);
const decideAll = async (call: Call, actor: Actor) => {
  for (const [question, answer] of Object.entries(decided)) await decide(call, actor, question, answer);
};
const tried = async (call: Call, actor: Actor, given: object = facts, answers: object = {}) => {
  const input = { ...reward, facts: JSON.stringify(given), answers: JSON.stringify(answers) };
  return (await call('rules.try', input, actor)) as { evaluation: Evaluation; isTrial: boolean };
};
const answerOf = ({ outcome: [first] }: Evaluation) => first?.value;

test(
  'the list tells what is open for the unit; an edition with open questions refuses, and says what to decide',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { rules } = (await call('rules.list', {}, planner)) as { rules: RuleSummary[] };
    expect(rules.length).toBe(ruleEditions().length);
    expect(rules.find(({ id }) => id === reward.ruleId)).toMatchObject({ questions: 3, open: 3, marks: 3 });
    await expect(tried(call, planner)).rejects.toMatchObject({
      code: 'rule-undecided',
      message: expect.stringContaining('恰好5000万元按哪一档'),
    });
  }),
);

test(
  'what the county decides holds for its departments; a department decides for itself alone, and the last decision counts',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await decideAll(call, leader);
    expect(answerOf((await tried(call, planner)).evaluation)).toEqual({ number: '400' });
    await decide(call, evaluator, 'boundary', 'lower', '本科室试行');
    expect(answerOf((await tried(call, planner)).evaluation)).toEqual({ number: '350' });
    expect(answerOf((await tried(call, stranger)).evaluation)).toEqual({ number: '400' });
    await decide(call, evaluator, 'boundary', 'upper', '改回');
    expect(answerOf((await tried(call, planner)).evaluation)).toEqual({ number: '400' });
    const { choices } = (await call('rules.show', reward, colleague)) as RuleDetail;
    expect(choices.filter(({ question }) => question === 'boundary').map(({ reason }) => reason)).toEqual([
      '改回',
      '本科室试行',
      '县长办公会议定',
    ]);
    expect(choices[0]).toMatchObject({ byName: '孙考核', number: 2, unitPath: 'qingchuan.ghk' });
  }),
);

test(
  'an answer that the question does not offer is refused, as are a visitor and who may not decide',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await expect(decide(call, leader, 'boundary', 'both')).rejects.toMatchObject({ code: 'rule-answer' });
    await expect(decide(call, leader, 'cap', '0')).rejects.toMatchObject({ code: 'rule-answer' });
    await expect(decide(call, leader, 'other', 'upper')).rejects.toMatchObject({ code: 'not-found' });
    await expect(decide(call, leader, 'cap', 'none', ' ')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(decide(call, planner, 'boundary', 'upper')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(call('rules.list', {}, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(call('rules.list', { unitPath: 'qingchuan' }, planner)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('rules.show', { ruleId: 'none', edition: '1' }, planner)).rejects.toMatchObject({
      code: 'not-found',
    });
  }),
);

test(
  'a trial with answers of its own decides nothing; facts that cannot be read are named',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { evaluation, isTrial } = await tried(
      call,
      planner,
      { ...facts, invested: 20000 },
      { ...decided, 'upper-end': 'open', cap: '1000' },
    );
    expect(answerOf(evaluation)).toEqual({ number: '1000' });
    expect(isTrial).toBe(true);
    expect(evaluation.marks.length).toBeGreaterThan(0);
    await expect(tried(call, planner)).rejects.toMatchObject({ code: 'rule-undecided' });
    await expect(tried(call, planner, { invested: '很多' }, decided)).rejects.toMatchObject({ code: 'rule-facts' });
    expect(answerOf((await tried(call, planner, {}, decided)).evaluation)).toMatchObject({ missing: 'not-reported' });
  }),
);

test(
  'every case of every edition holds as the page shows it',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    for (const { edition } of ruleEditions()) {
      const detail = (await call(
        'rules.show',
        { ruleId: edition.id, edition: edition.edition },
        planner,
      )) as RuleDetail;
      expect(detail.casesWorked.filter(({ holds }) => !holds)).toEqual([]);
    }
  }),
);

test(
  'an evaluation is kept with facts, decisions, working and digest; changing the edition after that stops the start',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await decideAll(call, leader);
    const kept = (await call('rules.evaluate', { ...reward, subjectId: 'p-1', period: '2026-10', facts }, leader)) as {
      id: string;
    };
    const { evaluations } = (await call('rules.evaluations', { subjectId: 'p-1' }, leader)) as {
      evaluations: { id: string; digest: string; evaluation: Evaluation }[];
    };
    expect(evaluations).toMatchObject([{ id: kept.id, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(evaluations[0]?.evaluation.choices).toHaveLength(3);
    expect(answerOf(evaluations[0]?.evaluation as Evaluation)).toEqual({ number: '400' });
    const shipped = ruleEditions();
    await refuseChangedEditions(owner, shipped);
    const changed = shipped.map((each) =>
      each.edition.id === reward.ruleId ? { ...each, digest: 'f'.repeat(64) } : each,
    );
    await expect(refuseChangedEditions(owner, changed)).rejects.toMatchObject({
      code: 'rule-edition-changed',
      message: expect.stringContaining('incentive-jidong@seed'),
    });
    const { evaluations: theirs } = (await call('rules.evaluations', {}, stranger)) as { evaluations: unknown[] };
    expect(theirs).toEqual([]);
  }),
);

test(
  'two editions are compared on the same firms, and a lamp is run over past months',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const firm = {
      'va-per-mu': 136.16,
      'va-per-energy': 2.694,
      'va-per-emission': 4929.81,
      'labour-productivity': 18.14,
      'rd-intensity': 0.0302,
    };
    const compared = await call(
      'rules.compare',
      {
        first: { ruleId: 'per-mu-huangyan', edition: '2021' },
        second: { ruleId: 'per-mu-huangyan', edition: '2022' },
        subjects: [
          { id: 'rich', facts: { ...firm, 'tax-per-mu': 40 } },
          { id: 'unknown', facts: firm },
        ],
      },
      planner,
    );
    expect(compared).toMatchObject({ subjects: 2, differing: 1, differences: [{ subject: 'rich', outcome: 'score' }] });
    const lamp = { ruleId: 'lamp-progress', edition: '1' };
    const months = [
      ['2026-06', 4500],
      ['2026-07', 4600],
      ['2026-08', 4700],
    ].map(([period, done], i) => ({ period, facts: { done, plan: 10000, month: 6 + i } }));
    const told = await call(
      'rules.backtest',
      { ...lamp, histories: [{ subject: 'a', troubleIn: '2026-08', months }] },
      planner,
    );
    expect(told).toMatchObject({ troubles: 1, warned: 1, medianEarlier: 1, falseAlarms: 0 });
    const notLamp = {
      ...reward,
      ruleId: 'per-mu-huangyan',
      edition: '2022',
      histories: [{ subject: 'a', troubleIn: null, months: [{ period: '2026-06', facts: {} }] }],
    };
    await expect(call('rules.backtest', notLamp, planner)).rejects.toMatchObject({ code: 'rule-no-lamp' });
  }),
);
