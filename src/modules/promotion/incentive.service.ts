import { Decimal } from 'decimal.js';
import type * as z from 'zod';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { needFiles } from '../documents/file-ties.ts';
import { ruleOperations } from '../evaluation/operations.ts';
import * as store from './case.store.ts';
import {
  changedMeanwhile,
  lineOf,
  ownedBy,
  projectOf,
  projectsBy,
  type Reading,
  refused,
  stampOf,
  type Writing,
} from './context.service.ts';
import { askedOf, evaluateCase, evaluationOf, formOf, mergedFacts, preconditionsOf } from './facts.service.ts';
import {
  type IncentiveDetail,
  type IncentiveLine,
  incentiveOperations,
  incentiveStates,
} from './incentive-operations.ts';
import { blocksOf, blocksOfApproval, mayPay, paidOf, proposedOf } from './payout.ts';
import { needAmount } from './promise-words.ts';
import type { GivenFact } from './shapes.ts';

type Input<Id extends keyof typeof incentiveOperations> = z.output<(typeof incentiveOperations)[Id]['input']>;
type Row = Awaited<ReturnType<typeof store.listIncentives>>[number];

async function load(context: Reading, id: string): Promise<Row> {
  const [row] = await store.listIncentives(context.db, context.actor.scope, { id });
  if (row === undefined) throw new Problem('not-found', { kind: '奖励 incentive', id });
  return row;
}

async function linesOf(context: Reading, rows: readonly Row[]): Promise<IncentiveLine[]> {
  const projects = await projectsBy(
    context,
    rows.map(({ projectId }) => projectId),
  );
  const { rules } = await context.ask(ruleOperations['rules.list'], {});
  const labels = new Map(rules.map(({ id, edition, label }) => [`${id}@${edition}`, label]));
  return rows.map(({ id, ruleId, edition, state, proposed, approved, needsReview, fairReview, revision, ...row }) => ({
    id,
    project: lineOf(row.projectId, row.unitPath, projects),
    ruleId,
    edition,
    editionLabel: labels.get(`${ruleId}@${edition}`) ?? { zh: ruleId, en: ruleId },
    state,
    proposed,
    approved,
    paid: paidOf(row.payouts).toFixed(),
    needsFairReview: needsReview,
    fairResult: fairReview?.result ?? null,
    revision,
  }));
}

async function show(context: Reading, id: string): Promise<IncentiveDetail> {
  const row = await load(context, id);
  const [line] = await linesOf(context, [row]);
  const evaluation = await evaluationOf(context, row, row.projectId, row.evaluationId);
  const asked = await askedOf(context, await projectOf(context, row.projectId), row, 'incentive');
  return {
    ...(line as IncentiveLine),
    facts: [...row.facts],
    evaluationId: row.evaluationId,
    evaluation,
    preconditions: preconditionsOf(asked, row.facts),
    marks: evaluation?.marks ?? [],
    fairReview: row.fairReview,
    blocks: blocksOf(row, evaluation, row.payouts),
    payouts: [...row.payouts],
    decision: row.decision,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}

/** Computes by the edition as it stands; it refuses while something that the document leaves open is not decided. */
async function computed(
  context: Writing,
  projectId: string,
  row: Pick<Row, 'ruleId' | 'edition'>,
  facts: readonly GivenFact[],
) {
  const project = await projectOf(context, projectId);
  const asked = await askedOf(context, project, row, 'incentive');
  const { id, evaluation } = await evaluateCase(context, project, row, asked, facts);
  const proposed = proposedOf(evaluation);
  const state = proposed !== null && new Decimal(proposed).gt(0) ? ('proposed' as const) : ('draft' as const);
  return { project, evaluation, part: { evaluationId: id, proposed, state, needsReview: evaluation.marks.length > 0 } };
}

async function propose(context: Writing, { projectId, ruleId, edition, facts }: Input<'incentives.propose'>) {
  const { project, part } = await computed(context, projectId, { ruleId, edition }, facts);
  const none = { approved: null, fairReview: null, decision: null };
  const row = { ...ownedBy(project), ...none, ...part, id: context.newId(), ruleId, edition, facts, revision: 1 };
  await store.addIncentive(context.db, row, stampOf(context));
  context.audit('incentive', row.id, null, row);
  return show(context, row.id);
}

/** The claim as the caller saw it, in a state that allows what is meant. */
async function inState(
  context: Writing,
  id: string,
  revision: number,
  action: string,
  ...states: readonly Row['state'][]
) {
  const row = await load(context, id);
  if (row.revision !== revision) throw changedMeanwhile('奖励', row);
  if (!states.includes(row.state))
    throw new Problem('stage-not-reachable', { from: incentiveStates[row.state].zh, action, possible: '—' });
  return row;
}

async function save(context: Writing, before: Row, after: Row): Promise<void> {
  if (!(await store.saveIncentive(context.db, after, stampOf(context)))) throw changedMeanwhile('奖励', before);
  const { payouts: _, ...was } = before;
  const { payouts: __, ...is } = after;
  context.audit('incentive', before.id, was, is);
}

async function revise(context: Writing, { id, revision, facts }: Input<'incentives.revise'>) {
  const row = await inState(context, id, revision, '补正', 'draft', 'proposed');
  const all = mergedFacts(row.facts, facts);
  const { part } = await computed(context, row.projectId, row, all);
  await save(context, row, { ...row, ...part, facts: all });
  return show(context, id);
}

async function reviewFairness(context: Writing, input: Input<'incentives.fair-review'>) {
  const { id, revision, by, on = context.today, result, number, reason, evidence } = input;
  const row = await inState(context, id, revision, '公平竞争审查', 'draft', 'proposed');
  await needFiles(context, evidence);
  if (on > context.today) throw refused('审查日期不能晚于今天', 'it cannot have been reviewed later than today');
  if (result !== 'passed' && (reason ?? '') === '')
    throw new Problem('facts-missing', { action: '公平竞争审查 fair-competition review', facts: '理由 reason' });
  await save(context, row, { ...row, fairReview: { by, on, result, number, reason, evidence } });
  return show(context, id);
}

async function decide(context: Writing, input: Input<'incentives.decide'>) {
  const { id, revision, accept, on = context.today, amount, unit, number, reason } = input;
  const row = await inState(context, id, revision, '决定', 'draft', 'proposed');
  if (on > context.today) throw refused('决定日期不能晚于今天', 'it cannot have been decided later than today');
  const decision = { on, accepted: accept, number, reason, by: context.actor.name };
  if (!accept) {
    if ((reason ?? '') === '')
      throw new Problem('facts-missing', { action: incentiveStates.rejected.zh, facts: '理由 reason' });
    await save(context, row, { ...row, state: 'rejected', decision });
    return show(context, id);
  }
  // What was true when it was proposed may have broken since.
  const { evaluation, part } = await computed(context, row.projectId, row, row.facts);
  const fresh = { ...row, ...part };
  const blocks = blocksOfApproval(fresh, evaluation);
  if (blocks.length > 0)
    throw new Problem('incentive-blocked', {
      issues: blocks.map(({ message }) => message.zh).join('；'),
      issuesEn: blocks.map(({ message }) => message.en).join('; '),
    });
  const approved = amount === null ? (fresh.proposed ?? '0') : yuanOf(amount, unit);
  if (new Decimal(approved).gt(fresh.proposed ?? 0) || !new Decimal(approved).gt(0))
    throw new Problem('incentive-too-much', { amount: approved, limit: fresh.proposed ?? '0', paid: '0' });
  await save(context, row, { ...fresh, state: 'approved', approved, decision });
  return show(context, id);
}

function yuanOf(typed: string, unit: string): string {
  const { value, dimension } = needAmount(typed, unit);
  if (dimension !== 'CNY')
    throw refused(`“${unit}”不是金额单位，写“万元”`, `“${unit}” is no unit of money, write 万元`);
  return value;
}

async function pay(context: Writing, input: Input<'incentives.pay'>) {
  const { id, revision, on = context.today, amount: typed, unit, number, note } = input;
  const row = await inState(context, id, revision, '兑现', 'approved');
  const amount = yuanOf(typed, unit);
  const limit = row.approved ?? '0';
  const decidedOn = row.decision?.on ?? context.today;
  if (on > context.today || on < decidedOn)
    throw new Problem('event-day', { on, since: decidedOn, today: context.today, stage: incentiveStates.approved.zh });
  if (new Decimal(amount).isZero() || !mayPay(row.payouts, amount, limit))
    throw new Problem('incentive-too-much', { amount, limit, paid: paidOf(row.payouts).toFixed() });
  // The claim grows by a revision with each payout: of two at once, the second sees the first.
  await save(context, row, row);
  const { now: at, actor } = context;
  const payout = { id: context.newId(), on, amount, typed, unit, number, note, at, by: actor.name };
  await store.addPayout(context.db, row, payout);
  context.audit('incentive-payout', payout.id, null, { ...payout, incentiveId: id });
  return show(context, id);
}

export const incentiveService: Service = implement(incentiveOperations, {
  'incentives.list': async (context, { unitPath, projectId, state, limit }) => {
    const rows = await store.listIncentives(context.db, context.actor.scope, { unitPath, projectId, state, limit });
    return { incentives: await linesOf(context, rows) };
  },
  'incentives.show': (context, { id }) => show(context, id),
  'incentives.form': async (context, { projectId, ...which }) =>
    formOf(await askedOf(context, await projectOf(context, projectId), which, 'incentive')),
  'incentives.propose': propose,
  'incentives.revise': revise,
  'incentives.fair-review': reviewFairness,
  'incentives.decide': decide,
  'incentives.pay': pay,
});
